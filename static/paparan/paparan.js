// Moves through the slides of the full screen without asking the server, so that a weak link never holds up a meeting.
// The slide's number lives in the address: a reload or a shared link opens the same slide.
(() => {
  "use strict";
  if (window.KukarPaparan) { window.KukarPaparan.start(); return; }

  const KUNCI = "salindia";
  const MAJU = new Set(["ArrowRight", "ArrowDown", "PageDown", "Enter"]);
  const MUNDUR = new Set(["ArrowLeft", "ArrowUp", "PageUp", "Backspace"]);
  const layar = () => document.querySelector(".kp-layar");
  const salindia = () => [...document.querySelectorAll(".kp-layar .kp-salindia")];

  function position() {
    const angka = Number.parseInt(new URLSearchParams(location.search).get(KUNCI) || "1", 10);
    return Math.min(Math.max(Number.isFinite(angka) ? angka : 1, 1), Math.max(salindia().length, 1));
  }

  function show(nomor) {
    const semua = salindia();
    if (!semua.length) return;
    const tuju = Math.min(Math.max(nomor, 1), semua.length);
    semua.forEach((satu, i) => satu.classList.toggle("aktif", i + 1 === tuju));
    const alamat = new URL(location.href);
    if (alamat.searchParams.get(KUNCI) !== String(tuju)) {
      alamat.searchParams.set(KUNCI, String(tuju));
      history.replaceState(history.state, "", alamat);
    }
    const kendali = layar();
    kendali.scrollTop = 0;
    kendali.querySelector("output").textContent = `${tuju} / ${semua.length}`;
    kendali.querySelector("[data-gerak='-1']").setAttribute("aria-disabled", String(tuju === 1));
    kendali.querySelector("[data-gerak='1']").setAttribute("aria-disabled", String(tuju === semua.length));
  }

  function fullscreen() {
    if (document.fullscreenElement) document.exitFullscreen();
    else document.documentElement.requestFullscreen?.().catch(() => {});
  }

  function leave() {
    if (document.fullscreenElement) document.exitFullscreen();
    document.querySelector(".st-key-tutup_paparan button")?.click();
  }

  function act(perintah) {
    if (perintah === "penuh") fullscreen();
    else if (perintah === "tutup") leave();
    else show(position() + Number(perintah));
  }

  document.addEventListener("keydown", (e) => {
    if (!layar() || e.altKey || e.ctrlKey || e.metaKey) return;
    const tombol = e.target.closest?.(".kp-kendali a");
    if (tombol && (e.key === "Enter" || e.key === " ")) { e.preventDefault(); e.stopPropagation(); act(tombol.dataset.gerak); return; }
    let kena = true;
    if (MAJU.has(e.key) || (e.key === " " && !e.shiftKey)) show(position() + 1);
    else if (MUNDUR.has(e.key) || e.key === " ") show(position() - 1);
    else if (e.key === "Home") show(1);
    else if (e.key === "End") show(salindia().length);
    else if (e.key === "f" || e.key === "F") fullscreen();
    else if (e.key === "Escape") leave();
    else kena = false;
    if (kena) { e.preventDefault(); e.stopPropagation(); }
  }, true);

  document.addEventListener("click", (e) => {
    const tombol = e.target.closest?.(".kp-kendali a");
    if (tombol && layar()) { e.preventDefault(); act(tombol.dataset.gerak); }
  });

  // The controls leave the slide alone after a while; any movement, key or touch brings them back.
  const DIAM_MS = 3000;
  let jam = 0;
  function wake() {
    const isi = layar();
    if (!isi) return;
    isi.classList.remove("kp-diam");
    clearTimeout(jam);
    jam = setTimeout(() => layar()?.classList.add("kp-diam"), DIAM_MS);
  }
  for (const nama of ["pointermove", "pointerdown", "keydown", "touchstart", "focusin"]) {
    document.addEventListener(nama, wake, { passive: true, capture: true });
  }

  let sentuh = null;
  document.addEventListener("touchstart", (e) => { sentuh = e.touches.length === 1 ? [e.touches[0].clientX, e.touches[0].clientY] : null; }, { passive: true });
  document.addEventListener("touchend", (e) => {
    if (!sentuh || !layar()) return;
    const dx = e.changedTouches[0].clientX - sentuh[0], dy = e.changedTouches[0].clientY - sentuh[1];
    sentuh = null;
    if (Math.abs(dx) > 50 && Math.abs(dx) > 2 * Math.abs(dy)) show(position() + (dx < 0 ? 1 : -1));
  }, { passive: true });
  window.addEventListener("popstate", () => { if (layar()) show(position()); });

  window.KukarPaparan = {
    start() {
      if (!layar()) return;
      document.activeElement?.blur?.();
      show(position());
      wake();
    },
  };
  window.KukarPaparan.start();
})();
