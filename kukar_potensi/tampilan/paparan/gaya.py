"""Style of the slides on screen: letters are shares of the slide's height, so that every screen shows the same."""

from __future__ import annotations

from kukar_potensi.ekspor.salindia_tata import HURUF_KAKI, HURUF_KEPALA, JARAK_BARIS, SEL_MM, TINGGI_MM
from kukar_potensi.ekspor.salindia_warna import GELAP, TERANG, Warna

_TINGGI_PT = TINGGI_MM / 25.4 * 72
_UKURAN = f"""
.kp-kanvas{{--u:calc(100cqh / {_TINGGI_PT:g});--mm:calc(100cqh / {TINGGI_MM:g})}}
.kp-b{{font-size:calc(var(--u) * var(--pt));line-height:{JARAK_BARIS:g}}}
.kp-sisa,.kp-bagian th,.kp-bagian small{{font-size:{HURUF_KEPALA:g}em}}
.kp-bagian th,.kp-bagian td{{padding:calc(var(--mm) * {SEL_MM[1]:g}) calc(var(--mm) * {SEL_MM[0]:g})}}
.kp-sumber{{font-size:calc(var(--u) * {HURUF_KAKI:g})}}
"""
_TETAP = """
.kp-salindia{position:relative;aspect-ratio:16/9;container-type:size;background:var(--kp-kertas);color:var(--kp-tulisan);overflow:hidden}
.kp-salindia *{box-sizing:border-box}
.kp-kanvas{position:absolute;inset:0}
.kp-kanvas::before{content:"";position:absolute;inset:0 0 auto;height:calc(var(--mm) * 2.2);background:var(--kp-aksen)}
.kp-kanvas>.kp-b{position:absolute;margin:0;padding:0}
.kp-salindia p.kp-judul{color:var(--kp-aksen);font-weight:700}
.kp-salindia h2.kp-kalimat{font-weight:700;letter-spacing:0;overflow:visible;overflow-wrap:anywhere}
.kp-salindia .kp-bagian h3{font-size:1em;line-height:inherit;font-weight:700;margin:0 0 calc(var(--mm) * 2);padding:0}
.kp-bagian p,.kp-bagian ul{margin:0;padding:0;font-size:inherit}
.kp-bagian ul{list-style:none}
.kp-bagian ul:not(.kp-batang) li{position:relative;margin:0 0 calc(var(--mm) * 2);padding:0 0 0 calc(var(--mm) * 5);font-size:inherit}
.kp-bagian ul:not(.kp-batang) li::before{content:"";position:absolute;left:0;top:.55em;width:.28em;height:.28em;background:var(--kp-aksen)}
.kp-deret-angka{display:grid;grid-template-columns:repeat(var(--n),minmax(0,1fr));row-gap:calc(var(--mm) * 6)}
.kp-deret-angka div{border-left:calc(var(--mm) * 1) solid var(--kp-aksen);padding:0 calc(var(--mm) * 4) 0 calc(var(--mm) * 3);display:flex;flex-direction:column}
.kp-deret-angka b{font-size:calc(1em * var(--k));line-height:1.1;color:var(--kp-aksen);font-weight:700;font-variant-numeric:tabular-nums}
.kp-deret-angka span{font-weight:700}.kp-deret-angka small{color:var(--kp-redup)}
.kp-batang li{display:grid;grid-template-columns:var(--l) var(--g) 1fr;align-items:start;margin:0 0 calc(var(--mm) * 1.8);padding:0;font-size:inherit}
.kp-batang span{padding-right:calc(var(--mm) * 2)}
.kp-batang i{display:block;height:.78em;margin-top:.24em;background:var(--kp-lintasan)}
.kp-batang u{display:block;height:100%;background:var(--kp-aksen)}
.kp-batang b{padding-left:calc(var(--mm) * 2);font-weight:700;white-space:nowrap;font-variant-numeric:tabular-nums}
.kp-salindia table{width:100%;table-layout:fixed;border-collapse:collapse;margin:0;font-size:inherit;line-height:inherit;color:inherit}
.kp-salindia th,.kp-salindia td{border:0;border-bottom:1px solid var(--kp-garis);text-align:left;vertical-align:top;overflow-wrap:anywhere;color:inherit;line-height:inherit;background:none}
.kp-salindia th{background:var(--kp-kepala-tabel);font-weight:700}
.kp-salindia .kanan{text-align:right;font-variant-numeric:tabular-nums}
.kp-salindia .kp-sisa{color:var(--kp-redup);margin-top:calc(var(--mm) * 1.5)}
.kp-bagian img{display:block;width:100%;height:100%;object-fit:contain;object-position:left top}
.kp-tempat-peta{width:100%;height:100%;display:grid;place-items:center;text-align:center;padding:8%;border:1px dashed var(--kp-garis);color:var(--kp-redup)}
.kp-salindia p.kp-sumber{position:absolute;left:4.13%;right:34%;bottom:1.2%;margin:0;padding:0;line-height:1.3;color:var(--kp-redup);white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
"""
_SIAP = """
.kp-salindia{border:1px solid var(--kp-garis);border-radius:.35rem}
div.st-key-pilih_salindia [role="radiogroup"]{gap:0}
div.st-key-pilih_salindia [role="radiogroup"] label{padding:.3rem 0}
"""
_LAYAR = """
.kp-layar{position:fixed;inset:0;z-index:1000000;background:var(--kp-kertas);color:var(--kp-tulisan);display:grid;place-items:center;overflow:hidden}
.kp-layar .kp-salindia{display:none;width:min(100vw,177.778vh);height:min(100vh,56.25vw)}
.kp-layar .kp-salindia.aktif{display:block}
.kp-kendali{position:fixed;right:max(0px,calc((100vw - 177.778vh) / 2 + 3.4vh));bottom:max(.55vh,calc((100vh - 56.25vw) / 2 + .3vw));display:flex;align-items:center;gap:.35rem;color:var(--kp-redup);font-size:max(.95rem,2.1vh)}
.kp-kendali{transition:opacity .25s}.kp-diam{cursor:none}
.kp-diam .kp-kendali:not(:has(:focus-visible)){opacity:0}
@media (prefers-reduced-motion:reduce){.kp-kendali{transition:none}}
.kp-kendali output{min-width:4.2em;text-align:center;font-variant-numeric:tabular-nums}
.kp-kendali a{display:inline-grid;place-items:center;min-width:max(2.4rem,4.6vh);height:max(2.4rem,4.4vh);padding:0 .7rem;border:1px solid var(--kp-garis);border-radius:.35rem;color:var(--kp-tulisan);text-decoration:none;background:var(--kp-kertas);cursor:pointer;user-select:none}
.kp-kendali a:hover{border-color:var(--kp-aksen)}.kp-kendali a:focus-visible{outline:3px solid var(--kp-aksen);outline-offset:2px}
.kp-kendali a[aria-disabled="true"]{opacity:.4;cursor:default}
body:has(.kp-layar) :is(header,.kp-kepala,.kp-kaki,div.st-key-bilah,div.st-key-ringkasan,div[data-testid="stSidebar"],div.st-key-tutup_paparan,div[data-testid="stExpander"]){display:none!important}
body:has(.kp-layar){overflow:hidden}
@media (max-aspect-ratio:1/1){
 .kp-diam .kp-kendali{opacity:1!important}
 .kp-layar{display:block;overflow:auto}
 .kp-layar .kp-salindia{width:100%;height:auto;min-height:100%;aspect-ratio:auto;container-type:normal;overflow:visible;padding:1rem 1rem 4.5rem}
 .kp-layar .kp-kanvas{--u:1px;--mm:2.6px;position:static}
 .kp-layar .kp-kanvas>.kp-b{position:static;width:auto!important;height:auto!important;font-size:1rem;margin:0 0 1.1rem}
 .kp-layar h2.kp-kalimat{font-size:1.35rem!important}.kp-layar .kp-sampul h2.kp-kalimat{font-size:1.9rem!important;margin-top:30vh!important}
 .kp-layar p.kp-sumber{position:static!important;white-space:normal!important;font-size:.8rem!important}
 .kp-layar .kp-deret-angka{--n:2!important}
 .kp-layar table{font-size:.92rem;table-layout:auto}.kp-layar col{width:auto!important}.kp-layar :is(th,td){overflow-wrap:normal}
 .kp-layar table:has([data-k]) :is(tbody,tr,td){display:block}.kp-layar table:has([data-k]) thead{display:none}
 .kp-layar table:has([data-k]) tr{border-bottom:1px solid var(--kp-garis);padding:.5rem 0}.kp-layar table:has([data-k]) td{border:0;padding:.1rem 0;text-align:left}
 .kp-layar table:has([data-k]) td:nth-child(-n+2){display:inline;font-weight:700}.kp-layar table:has([data-k]) td:first-child::after{content:". "}
 .kp-layar td[data-k]::before{content:attr(data-k) ": ";color:var(--kp-redup)}
 .kp-kendali{left:0;right:0;bottom:0;justify-content:center;padding:.5rem;background:var(--kp-kertas);border-top:1px solid var(--kp-garis)}
}
"""


def _names(warna: Warna) -> str:
    return (
        f"--kp-kertas:{warna.kertas};--kp-tulisan:{warna.tulisan};--kp-redup:{warna.redup};--kp-aksen:{warna.aksen};"
        f"--kp-kepala-tabel:{warna.kepala};--kp-garis:{warna.garis};--kp-lintasan:{warna.lintasan}"
    )


def slide_style(*, gelap: bool, layar: bool) -> str:
    """Return the style element of slides, for the full screen or for the page that prepares it."""
    warna = _names(GELAP if gelap else TERANG)
    return f"<style>.kp-layar,.kp-salindia{{{warna}}}{_TETAP}{_UKURAN}{_LAYAR if layar else _SIAP}</style>"
