/* The map in the browser: boundaries are fetched once, every later change restyles in place.

   KukarPeta.start(map, susunan)  called once by the base script
   KukarPeta.apply(muatan)        called for every change of filter, level, colour or selection

   Values from data are only ever written as text nodes or as numbers. */
(function () {
  'use strict';
  var K = (window.KukarPeta = { siap: false, muatan: null, gambar: 0 });
  var peta, susunan, lapisan = {}, konteks = [], titik = null, pilihLama = null, tingkatLama = null, ubin = null, n = 0;
  var angka = new Intl.NumberFormat('id-ID', { maximumFractionDigits: 1 });
  var ZOOM_NAMA_DESA = 10.25, ZOOM_NAMA_KECAMATAN = 7.25, ZOOM_TITIK = 9;
  /* Context names: from which zoom, and how urgent (kecamatan are 5, desa 4). */
  var NAMA_KONTEKS = { ikn: [7, 9], kipp: [8.5, 8], tetangga: [6, 3], kota: [7.5, 6], danau: [8.5, 2], sungai: [8.5, 2], bandara: [9.5, 1], pelabuhan: [9.5, 1] };

  function element(tag, kelas, teks) {
    var e = document.createElement(tag);
    if (kelas) e.className = kelas;
    if (teks !== undefined) e.textContent = teks;
    return e;
  }
  function send(nilai) {
    nilai.n = ++n;
    if (window.Streamlit) window.Streamlit.setComponentValue(nilai);
  }
  function fetchJson(url) {
    return fetch(url).then(function (r) {
      if (!r.ok) throw new Error(url + ': ' + r.status);
      return r.json();
    });
  }
  function notice(teks) {
    var lama = document.getElementById('kp-pesan');
    if (lama) lama.remove();
    if (!teks) return;
    var e = element('div', 'kp-pesan', teks);
    e.id = 'kp-pesan';
    e.setAttribute('role', 'status');
    peta.getContainer().appendChild(e);
  }

  function hint() {
    notice('Gunakan dua jari untuk menggeser peta');
    clearTimeout(K.petunjuk);
    K.petunjuk = setTimeout(function () { notice(''); }, 1500);
  }

  /* ---- areas ------------------------------------------------------------------------------- */
  function pattern() {
    var svg = peta.getContainer().querySelector('.leaflet-wilayah-pane svg');
    if (!svg || svg.querySelector('#kp-arsir')) return;
    var ns = 'http://www.w3.org/2000/svg', defs = document.createElementNS(ns, 'defs');
    [['kp-arsir', '#8d969b', '#eef0ee'], ['kp-arsir-gelap', '#77858b', '#2b363a']].forEach(function (w) {
      var p = document.createElementNS(ns, 'pattern'), latar = document.createElementNS(ns, 'rect'), garis = document.createElementNS(ns, 'path');
      p.id = w[0];
      p.setAttribute('width', 6); p.setAttribute('height', 6);
      p.setAttribute('patternUnits', 'userSpaceOnUse'); p.setAttribute('patternTransform', 'rotate(45)');
      latar.setAttribute('width', 6); latar.setAttribute('height', 6); latar.setAttribute('fill', w[2]);
      garis.setAttribute('d', 'M0 0V6'); garis.setAttribute('stroke', w[1]); garis.setAttribute('stroke-width', 1.6);
      p.appendChild(latar); p.appendChild(garis); defs.appendChild(p);
    });
    svg.insertBefore(defs, svg.firstChild);
  }
  function style(ch, m, utama) {
    var gelap = m.gelap, garis = gelap ? '#0e1517' : '#ffffff';
    if (!utama) return { fill: false, stroke: true, color: gelap ? '#c9d4d2' : '#35484d', weight: 1.6, opacity: 0.8 };
    var dasar = { fill: true, stroke: true, color: garis, weight: m.tingkat === 'desa' ? 0.7 : 1.2, opacity: 1 };
    if (ch === '.') { dasar.fillColor = gelap ? '#1d282b' : '#f4f4f0'; dasar.fillOpacity = 0.55; dasar.color = gelap ? '#3b494d' : '#cdd2cd'; return dasar; }
    if (ch === '-') { dasar.fillColor = gelap ? 'url(#kp-arsir-gelap)' : 'url(#kp-arsir)'; dasar.fillOpacity = 1; dasar.color = gelap ? '#55646a' : '#b4bcb9'; return dasar; }
    dasar.fillColor = m.warna[ch.charCodeAt(0) - 48]; dasar.fillOpacity = 0.92;
    return dasar;
  }
  function tooltip(tingkat, i, ciri) {
    var e = element('div', 'kp-tip'), m = K.muatan;
    e.appendChild(element('strong', '', (tingkat === 'desa' ? (ciri.jenis === 'kelurahan' ? 'Kel. ' : 'Desa ') : 'Kec. ') + ciri.nama));
    if (tingkat === 'desa') e.appendChild(element('div', 'kp-tip-kecil', 'Kec. ' + ciri.nama_kecamatan));
    if (!m || m.tingkat !== tingkat) return e;
    var ch = m.kelas[i], v = m.nilai[i];
    var teks = ch === '.' ? 'di luar saringan' : (v === null ? m.kosong : angka.format(v) + (m.satuan ? ' ' + m.satuan : ''));
    e.appendChild(element('div', '', m.label + ': ' + teks));
    return e;
  }
  function areas(tingkat, geo) {
    var daftar = [];
    var grup = L.geoJSON(geo, {
      pane: 'wilayah', smoothFactor: 0.8,
      style: { weight: 1, fillOpacity: 0 },
      onEachFeature: function (f, l) {
        var i = daftar.push(l) - 1;
        l.ciri = f.properties;
        l.bindTooltip(function () { return tooltip(tingkat, i, f.properties); }, { sticky: true, direction: 'top', className: 'kp-tip-kotak' });
        l.on('click', function (e) { L.DomEvent.stop(e); send({ klik: f.properties.kode }); });
      }
    });
    return { grup: grup, daftar: daftar };
  }
  function show(m) {
    var desa = m.tingkat === 'desa', utama = lapisan[m.tingkat], lain = lapisan[desa ? 'kecamatan' : 'desa'];
    if (m.kelas.length !== utama.daftar.length) { notice('Nilai dan batas wilayah tidak cocok. Muat ulang halaman.'); return; }
    if (!peta.hasLayer(utama.grup)) utama.grup.addTo(peta);
    if (desa) { if (!peta.hasLayer(lain.grup)) lain.grup.addTo(peta); } else if (peta.hasLayer(lain.grup)) peta.removeLayer(lain.grup);
    for (var i = 0; i < utama.daftar.length; i++) utama.daftar[i].setStyle(style(m.kelas[i], m, true));
    if (desa) lain.daftar.forEach(function (l) {
      l.setStyle(style('', m, false)); l.bringToFront();
      if (l._path) l._path.style.pointerEvents = 'none';
    });
    else utama.daftar.forEach(function (l) { if (l._path) l._path.style.pointerEvents = ''; });
    pattern();
    mark(m);
  }
  function find(kode) {
    var ketemu = null;
    ['kecamatan', 'desa'].forEach(function (t) { lapisan[t].daftar.forEach(function (l) { if (l.ciri.kode === kode) ketemu = l; }); });
    return ketemu;
  }
  function mark(m) {
    if (lapisan.pilih) { peta.removeLayer(lapisan.pilih); lapisan.pilih = null; }
    var l = m.pilih ? find(m.pilih) : null;
    if (!l) return;
    var gelap = m.gelap;
    lapisan.pilih = L.featureGroup([
      L.geoJSON(l.toGeoJSON(), { pane: 'pilihan', interactive: false, style: { fill: false, color: gelap ? '#10181a' : '#ffffff', weight: 6, opacity: 0.9 } }),
      L.geoJSON(l.toGeoJSON(), { pane: 'pilihan', interactive: false, style: { fill: false, color: gelap ? '#ffd27a' : '#8a3b00', weight: 3 } })
    ]).addTo(peta);
  }
  function frame(m) {
    var batas = null;
    if (m.pilih) { var l = find(m.pilih); if (l) batas = l.getBounds(); }
    if (!batas && m.bingkai && m.bingkai.length) {
      m.bingkai.forEach(function (kode) { var l = find(kode); if (l) batas = batas ? batas.extend(l.getBounds()) : L.latLngBounds(l.getBounds().getSouthWest(), l.getBounds().getNorthEast()); });
    }
    var desa = m.pilih && m.pilih.length > 8;
    peta.fitBounds(batas || lapisan.kecamatan.grup.getBounds(), { animate: false, padding: desa ? [70, 70] : [10, 10], maxZoom: desa ? 12 : 13 });
  }

  /* ---- names, greedy without overlap --------------------------------------------------------- */
  function candidates(m, z) {
    var calon = [];
    konteks.forEach(function (c) {
      var aturan = NAMA_KONTEKS[c.jenis];
      if (aturan && z >= aturan[0]) calon.push({ ciri: c, kelas: 'kp-konteks kp-konteks-' + c.jenis, huruf: c.jenis === 'ikn' ? 6.6 : 6.2, urut: aturan[1], luas: 0 });
    });
    if (z >= ZOOM_NAMA_KECAMATAN && !(m.tingkat === 'desa' && z >= 11.25)) lapisan.kecamatan.daftar.forEach(function (l) { calon.push({ ciri: l.ciri, kelas: 'kp-nama kp-nama-kecamatan', huruf: 7.4, urut: 5, luas: l.ciri.luas_km2 }); });
    if (z >= ZOOM_NAMA_DESA && m.tingkat === 'desa') lapisan.desa.daftar.forEach(function (l) { calon.push({ ciri: l.ciri, kelas: 'kp-nama', huruf: 6.4, urut: 4, luas: l.ciri.luas_km2 }); });
    return calon.sort(function (a, b) { return (b.urut - a.urut) || (b.luas - a.luas); });
  }
  function names() {
    if (!lapisan.nama) lapisan.nama = L.layerGroup().addTo(peta);
    lapisan.nama.clearLayers();
    var m = K.muatan, kotak = peta.getBounds().pad(-0.01), ukuran = peta.getSize(), terisi = [];
    if (!m) return;
    candidates(m, peta.getZoom()).forEach(function (c) {
      var ll = L.latLng(c.ciri.lat, c.ciri.lon);
      if (!kotak.contains(ll)) return;
      var baris = c.ciri.nama.split('\n'), panjang = Math.max.apply(null, baris.map(function (s) { return s.length; }));
      var p = peta.latLngToContainerPoint(ll), w = (panjang * c.huruf) / 2 + 4, h = 8 * baris.length + 1;
      if (c.kelas.indexOf('kp-konteks') === 0 && (p.x < w || p.x > ukuran.x - w || p.y < h || p.y > ukuran.y - h - 12)) return;
      for (var i = 0; i < terisi.length; i++) {
        var t = terisi[i];
        if (Math.abs(t[0] - p.x) < t[2] + w && Math.abs(t[1] - p.y) < t[3] + h) return;
      }
      terisi.push([p.x, p.y, w, h]);
      L.marker(ll, { pane: 'nama', interactive: false, keyboard: false, icon: L.divIcon({ className: c.kelas, html: element('span', '', c.ciri.nama), iconSize: null }) }).addTo(lapisan.nama);
    });
  }

  /* ---- context: neighbours, water, IKN ------------------------------------------------------- */
  function context(k) {
    lapisan.tetangga = L.geoJSON(k.tetangga, { pane: 'konteks', interactive: false, style: { className: 'kp-tetangga', weight: 1 } }).addTo(peta);
    L.geoJSON(k.air, {
      pane: 'air', interactive: false,
      style: function (f) { return f.properties.jenis === 'sungai' ? { className: 'kp-sungai', fill: false, weight: 2.2 } : { className: 'kp-danau', weight: 0.8 }; },
      filter: function (f) { return f.geometry.type !== 'Point'; }
    }).addTo(peta);
    L.geoJSON(k.ikn, { pane: 'ikn', interactive: false, style: { className: 'kp-ikn', fill: false, weight: 2.6, dashArray: '7 5' } }).addTo(peta);
    konteks = k.nama;
  }

  /* ---- points: one per row and desa, grouped by supercluster --------------------------------- */
  function icon(sektor, kerjaSama) {
    var s = titik.sektor[sektor] || { warna: '#666', bentuk: 'lingkaran' }, w = element('span', 'kp-titik' + (kerjaSama ? ' kp-titik-ks' : ''));
    w.innerHTML = '<svg viewBox="0 0 18 18" aria-hidden="true">' + (titik.bentuk[s.bentuk] || titik.bentuk.lingkaran) + '</svg>';
    w.firstChild.style.fill = /^#[0-9a-fA-F]{3,8}$/.test(s.warna) ? s.warna : '#666';
    return w;
  }
  function bits(teks) {
    var b = atob(teks || ''), u = new Uint8Array(b.length);
    for (var i = 0; i < b.length; i++) u[i] = b.charCodeAt(i);
    return u;
  }
  function points(m) {
    if (!lapisan.titik) lapisan.titik = L.layerGroup().addTo(peta);
    if (!m.titik || !titik) { lapisan.titik.clearLayers(); K.jumlahTitik = 0; K.indeks = null; return; }
    var tampak = bits(m.titik), fitur = [];
    for (var i = 0; i < titik.baris.length; i++) {
      var b = titik.baris[i];
      if (!(tampak[b[0] >> 3] & (128 >> (b[0] & 7)))) continue;
      fitur.push({ type: 'Feature', properties: { i: i }, geometry: { type: 'Point', coordinates: titik.tempat[b[1]] } });
    }
    K.jumlahTitik = fitur.length;
    K.indeks = new Supercluster({ radius: 52, maxZoom: 13, minPoints: 2 }).load(fitur);
    drawPoints();
  }
  function rows(daftar) {
    var e = element('div', 'kp-popup'), kode = null;
    daftar.slice(0, 12).forEach(function (i) {
      var b = titik.baris[i], r = element('div', 'kp-popup-baris');
      kode = titik.kode[b[1]];
      r.appendChild(icon(b[2], b[3] === 1));
      var t = element('div');
      t.appendChild(element('div', '', b[4]));
      t.appendChild(element('div', 'kp-tip-kecil', (b[3] === 1 ? 'Kerja sama' : 'Potensi') + ' · ' + ((titik.sektor[b[2]] || {}).nama || '') + ' · ' + titik.nama[b[1]]));
      r.appendChild(t); e.appendChild(r);
    });
    if (daftar.length > 12) e.appendChild(element('div', 'kp-tip-kecil', 'dan ' + angka.format(daftar.length - 12) + ' lagi'));
    var sama = daftar.every(function (i) { return titik.kode[titik.baris[i][1]] === kode; });
    if (sama && kode) {
      var tombol = element('button', 'kp-tombol', 'Buka ' + titik.nama[titik.baris[daftar[0]][1]]);
      tombol.onclick = function () { peta.closePopup(); send({ klik: kode }); };
      e.appendChild(tombol);
    }
    return e;
  }
  function drawPoints() {
    if (!lapisan.titik) return;
    lapisan.titik.clearLayers();
    if (!K.indeks || peta.getZoom() < ZOOM_TITIK) return;
    var b = peta.getBounds().pad(0.1), z = Math.round(peta.getZoom());
    K.indeks.getClusters([b.getWest(), b.getSouth(), b.getEast(), b.getNorth()], z).forEach(function (c) {
      var ll = [c.geometry.coordinates[1], c.geometry.coordinates[0]], p = c.properties, isi, mk;
      if (p.cluster) {
        isi = element('span', 'kp-gugus' + (p.point_count > 49 ? ' kp-gugus-besar' : ''), angka.format(p.point_count));
        mk = L.marker(ll, { pane: 'titik', keyboard: false, icon: L.divIcon({ className: '', html: isi, iconSize: null }) });
        mk.on('click', function () {
          var lanjut = K.indeks.getClusterExpansionZoom(p.cluster_id);
          if (lanjut <= 13) peta.setView(ll, Math.max(lanjut, peta.getZoom() + 1), { animate: false });
          else L.popup({ maxWidth: 290, maxHeight: 260, autoPanPaddingTopLeft: [60, 20] }).setLatLng(ll).setContent(rows(K.indeks.getLeaves(p.cluster_id, Infinity).map(function (f) { return f.properties.i; }))).openOn(peta);
        });
      } else {
        mk = L.marker(ll, { pane: 'titik', keyboard: false, icon: L.divIcon({ className: '', html: icon(titik.baris[p.i][2], titik.baris[p.i][3] === 1), iconSize: null }) });
        mk.on('click', function () { L.popup({ maxWidth: 290, autoPanPaddingTopLeft: [60, 20] }).setLatLng(ll).setContent(rows([p.i])).openOn(peta); });
      }
      mk.addTo(lapisan.titik);
    });
  }

  /* ---- optional online base map -------------------------------------------------------------- */
  function tiles(m) {
    var u = m.ubin ? m.ubin.url : null;
    if (ubin && ubin._kpUrl === u) return;
    if (ubin) { peta.removeLayer(ubin); ubin = null; }
    peta.getContainer().classList.toggle('kp-berubin', !!u);
    if (!u) return;
    ubin = L.tileLayer(u, { attribution: m.ubin.atribusi, maxZoom: 18, pane: 'ubin' });
    ubin._kpUrl = u;
    ubin.addTo(peta);
  }

  function paint(m) {
    peta.getContainer().classList.toggle('kp-gelap', !!m.gelap);
    document.body.style.background = m.gelap ? '#10181a' : '#ffffff';
    show(m); tiles(m);
    var pindah = m.pilih !== pilihLama || m.tingkat !== tingkatLama || (m.bingkai || []).join() !== K.bingkaiLama;
    if (pindah) frame(m);
    pilihLama = m.pilih; tingkatLama = m.tingkat; K.bingkaiLama = (m.bingkai || []).join();
    points(m); names();
    K.gambar++;
    document.body.dataset.kpGambar = K.gambar;
  }
  K.find = find;
  K.apply = function (m) {
    K.muatan = m;
    if (!K.siap) return;
    if (m.versi !== susunan.versi) { notice('Data peta sudah diperbarui. Muat ulang halaman.'); return; }
    notice('');
    paint(m);
  };
  K.start = function (map, s) {
    peta = K.peta = map; susunan = s;
    [['ubin', 190], ['konteks', 200], ['wilayah', 300], ['air', 330], ['ikn', 340], ['pilihan', 350], ['nama', 370], ['titik', 450]].forEach(function (p) {
      peta.createPane(p[0]).style.zIndex = p[1];
      if (p[0] !== 'wilayah' && p[0] !== 'titik') peta.getPane(p[0]).style.pointerEvents = 'none';
    });
    peta.getContainer().setAttribute('role', 'application');
    peta.getContainer().setAttribute('aria-label', 'Peta Kutai Kartanegara. Pilihan yang sama tersedia pada kotak pilih dan tabel di halaman.');
    peta.attributionControl.setPrefix(false);
    peta.attributionControl.addAttribution(susunan.atribusi);
    L.control.scale({ imperial: false, maxWidth: 120 }).addTo(peta);
    var Kembali = L.Control.extend({ options: { position: 'topleft' }, onAdd: function () {
      var w = element('div', 'leaflet-bar'), a = element('button', 'kp-kembali', '⌂');
      a.type = 'button'; a.title = 'Lihat seluruh Kukar'; a.setAttribute('aria-label', a.title);
      L.DomEvent.disableClickPropagation(w);
      a.onclick = function () { if (K.muatan && K.muatan.pilih) send({ klik: '' }); else if (K.siap) frame({}); };
      w.appendChild(a); return w;
    } });
    peta.addControl(new Kembali());
    if (L.Browser.mobile) peta.dragging.disable();  /* one finger scrolls the page, two move the map */
    if (L.Browser.mobile) peta.getContainer().addEventListener('touchmove', function (e) { if (e.touches.length === 1) hint(); }, { passive: true });
    [['_zoomInButton', 'Perbesar'], ['_zoomOutButton', 'Perkecil']].forEach(function (z) {
      var tombol = peta.zoomControl && peta.zoomControl[z[0]];
      if (tombol) { tombol.title = z[1]; tombol.setAttribute('aria-label', z[1]); }
    });
    peta.scrollWheelZoom.disable();
    peta.getContainer().addEventListener('mousedown', function () { peta.scrollWheelZoom.enable(); });
    peta.getContainer().addEventListener('mouseleave', function () { peta.scrollWheelZoom.disable(); });
    notice('Memuat batas wilayah…');
    Promise.all([fetchJson(s.desa), fetchJson(s.kecamatan), fetchJson(s.konteks), fetchJson(s.titik)]).then(function (r) {
      lapisan.desa = areas('desa', r[0]); lapisan.kecamatan = areas('kecamatan', r[1]);
      titik = r[3];
      context(r[2]);
      K.siap = true;
      peta.on('moveend', function () { names(); drawPoints(); });
      if (K.muatan) K.apply(K.muatan); else notice('');
    }).catch(function (galat) {
      console.error('peta: ' + galat.message);
      notice('Batas wilayah belum dapat dimuat. Periksa sambungan, lalu muat ulang halaman.');
    });
  };
  new ResizeObserver(function () { if (peta) { peta.invalidateSize({ animate: false }); } }).observe(document.documentElement);
})();
