/* Streamlit's own words on its widgets, in Indonesian. Only whole, known phrases are replaced, and only in labels,
   tooltips and short texts of the interface: values from data are drawn elsewhere and never touched. */
(function () {
  'use strict';
  var KATA = {
    'Skip to main content': 'Langsung ke isi', 'Download as CSV': 'Unduh sebagai CSV', 'Show/hide columns': 'Tampilkan atau sembunyikan kolom',
    'Fullscreen': 'Layar penuh', 'Close fullscreen': 'Tutup layar penuh', 'Search': 'Cari', 'Type to search': 'Ketik untuk mencari',
    'No results': 'Tidak ada hasil', 'No options': 'Tidak ada pilihan', 'No options to select': 'Tidak ada pilihan', 'No options to select.': 'Tidak ada pilihan.',
    'Select all': 'Pilih semua', 'Select matches': 'Pilih yang cocok', 'Clear all': 'Kosongkan', 'Clear value': 'Kosongkan', 'Clear selection': 'Batalkan pilihan', 'Clear': 'Kosongkan',
    'Choose an option': 'Pilih satu', 'Choose options': 'Pilih', 'Sort ascending': 'Urutkan naik', 'Sort descending': 'Urutkan turun',
    'Autosize': 'Lebar otomatis', 'Pin column': 'Sematkan kolom', 'Unpin column': 'Lepas sematan kolom', 'Hide column': 'Sembunyikan kolom', 'Format': 'Format',
    'Statistics': 'Statistik', 'Add row': 'Tambah baris', 'Delete row(s)': 'Hapus baris', 'Drag and drop file here': 'Seret berkas ke sini',
    'Drag and drop files here': 'Seret berkas ke sini', 'Drag and drop a file here': 'Seret berkas ke sini', 'Browse files': 'Pilih berkas', 'Upload': 'Unggah',
    'Press Enter to apply': 'Tekan Enter untuk menerapkan', 'Running...': 'Memproses…', 'Stop': 'Hentikan', 'Rerun': 'Ulangi', 'Copied': 'Tersalin', 'Copied!': 'Tersalin!',
    'Copy to clipboard': 'Salin', 'Close': 'Tutup', 'Open': 'Buka', 'Connecting': 'Menyambung', 'Connecting to Streamlit server': 'Menyambung ke layanan',
    'Connection error': 'Sambungan terputus', 'Settings': 'Pengaturan', 'Print': 'Cetak', 'Theme': 'Tema', 'Light': 'Terang', 'Dark': 'Gelap', 'System': 'Ikut perangkat',
    'Choose date': 'Pilih tanggal', 'Page not found': 'Halaman tidak ditemukan', 'Next month': 'Bulan berikutnya', 'Previous month': 'Bulan sebelumnya',
    'Help for': 'Keterangan untuk', 'More': 'Lainnya', 'Automatic': 'Otomatis', 'Localized': 'Setempat', 'Plain': 'Polos', 'Compact': 'Ringkas', 'Percent': 'Persen'
  };
  var POLA = [
    [/^(Show\/hide columns|Download as CSV|Search|Fullscreen|Close fullscreen|Help for): (.+)$/, function (c) { return (KATA[c[1]] || c[1]) + ': ' + c[2]; }],
    [/^Help for (.+)$/, function (c) { return 'Keterangan untuk ' + c[1]; }],
    [/^Select (\d+) match(?:es)?$/, function (c) { return 'Pilih ' + c[1] + ' yang cocok'; }],
    [/^The page that you have requested does not seem to exist.*$/, function () { return 'Halaman yang diminta tidak ada. Peta dibuka sebagai gantinya.'; }],
    [/^This app has encountered an error.*$/, function () { return 'Terjadi kesalahan pada halaman ini. Muat ulang; bila tetap terjadi, sampaikan alamat halamannya kepada pengelola.'; }],
    [/^Remove (.+)$/, function (c) { return 'Hapus ' + c[1]; }],
    [/^Selected (.+?)\. (.+)$/, function (c) { return 'Terpilih ' + c[1] + '. ' + c[2]; }],
    [/^(\d+(?:\.\d+)?\s?[KMG]?B) per file(?: • (.+))?$/, function (c) { return 'paling besar ' + c[1] + ' per berkas' + (c[2] ? ' • ' + c[2] : ''); }],
    [/^Limit (.+) per file(?: • (.+))?$/, function (c) { return 'paling besar ' + c[1] + ' per berkas' + (c[2] ? ' • ' + c[2] : ''); }]
  ];
  var ATRIBUT = ['aria-label', 'title', 'placeholder', 'alt'];
  function translate(teks) {
    var s = teks.trim();
    if (!s || s.length > 300) return null;
    if (Object.prototype.hasOwnProperty.call(KATA, s)) return teks.replace(s, KATA[s]);
    for (var i = 0; i < POLA.length; i++) { var c = POLA[i][0].exec(s); if (c) return teks.replace(s, POLA[i][1](c)); }
    return null;
  }
  function attributes(e) {
    for (var i = 0; i < ATRIBUT.length; i++) {
      var nilai = e.getAttribute(ATRIBUT[i]), baru = nilai ? translate(nilai) : null;
      if (baru !== null && baru !== nilai) e.setAttribute(ATRIBUT[i], baru);
    }
  }
  function isData(e) { return e.closest('[data-testid=stMarkdown],[data-testid=stHtml],[data-testid=stText],[data-testid=stCaptionContainer]'); }
  var TANGGAL = { dd: 'hh', mm: 'bb', yyyy: 'tttt' };
  var PILIHAN = ['Select all', 'Select matches', 'No results', 'No options', 'No options to select', 'No options to select.'];
  function visit(simpul) {
    if (simpul.nodeType === 3) {
      var induk = simpul.parentElement;
      if (!induk || isData(induk)) return;
      if (induk.closest('[role=option]') && PILIHAN.indexOf(simpul.data.trim()) < 0 && !/^Select \d+ match/.test(simpul.data)) return;
      if (induk.getAttribute('role') === 'spinbutton' && TANGGAL[simpul.data]) { simpul.data = TANGGAL[simpul.data]; return; }
      var baru = translate(simpul.data);
      if (baru !== null && baru !== simpul.data) simpul.data = baru;
      return;
    }
    if (simpul.nodeType !== 1 || simpul.tagName === 'SCRIPT' || simpul.tagName === 'STYLE') return;
    attributes(simpul);
    var jalan = document.createTreeWalker(simpul, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT), n;
    while ((n = jalan.nextNode())) { if (n.nodeType === 1) attributes(n); else visit(n); }
  }
  new MutationObserver(function (daftar) {
    daftar.forEach(function (m) {
      if (m.type === 'childList') m.addedNodes.forEach(visit);
      else if (m.type === 'characterData') visit(m.target);
      else attributes(m.target);
    });
  }).observe(document.documentElement, { childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: ATRIBUT });
  if (document.body) visit(document.body);
})();
