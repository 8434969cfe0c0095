"""Style of our own parts; it follows the theme through `currentColor` and works in light and dark."""

from __future__ import annotations

from functools import lru_cache

import streamlit as st

_WARNA_TERANG = "--kp-aksen:#0b6e69;--kp-ks:#a83e63;--kp-belum:#8a4b00;--kp-sudah:#0b6e3d;--kp-tepi:#8a8373"
_WARNA_GELAP = "--kp-aksen:#4fc0b4;--kp-ks:#f08bab;--kp-belum:#ffc36b;--kp-sudah:#7fd6a3;--kp-tepi:#66807a"
_GAYA = """<style>
.kp-deret{display:grid;grid-template-columns:repeat(4,minmax(0,1fr));gap:.75rem;margin:.1rem 0 .4rem}
.kp-angka{border:1px solid color-mix(in srgb,currentColor 18%,transparent);border-left:3px solid var(--kp-aksen);border-radius:.5rem;padding:.4rem .8rem .45rem;display:grid;grid-template-columns:auto 1fr;column-gap:.6rem;align-items:baseline;min-width:0}
.kp-angka b{font-size:1.7rem;line-height:1.2;font-weight:700;font-variant-numeric:tabular-nums;white-space:nowrap}
.kp-angka span{font-weight:600;line-height:1.25}.kp-angka small{grid-column:1/-1;opacity:.8;line-height:1.3}
.kp-legenda h4{font-size:1rem;margin:0 0 .3rem;padding:0}.kp-legenda h4 small{font-weight:400;opacity:.8}
.kp-legenda ul{list-style:none;margin:0;padding:0}.kp-legenda li{display:flex;align-items:center;gap:.55rem;padding:.1rem 0;margin:0}
.kp-legenda li span{flex:1}.kp-legenda li b{font-variant-numeric:tabular-nums;font-weight:600}
.kp-legenda p{font-size:.82rem;opacity:.85;margin:.45rem 0 0;line-height:1.35}
.kp-warna{width:1.4rem;height:.95rem;border-radius:3px;border:1px solid #5557;flex:none}
.kp-arsir{background:repeating-linear-gradient(45deg,#8d969b 0 1.5px,#eef0ee 1.5px 5px)}
.kp-garis-ikn{display:inline-block;width:1.6rem;border-top:2.5px dashed #b3261e;vertical-align:middle;margin-right:.4rem}
.kp-kartu{border:1px solid color-mix(in srgb,currentColor 16%,transparent);border-left:3px solid var(--kp-aksen);border-radius:.5rem;padding:.6rem .8rem;margin:0 0 .55rem;overflow-wrap:anywhere}
.kp-kartu-ks{border-left-color:var(--kp-ks)}
.kp-kartu h5{font-size:.98rem;margin:0 0 .2rem;padding:0}.kp-kartu p{margin:.1rem 0;font-size:.88rem;line-height:1.4}
.kp-kartu footer{font-size:.82rem;opacity:.9;margin-top:.25rem}
.kp-kartu a,.kp-kaki a{color:var(--kp-aksen)}
.kp-kartu em{font-style:normal;border:1px solid currentColor;border-radius:1rem;padding:0 .5rem;font-size:.76rem;white-space:nowrap;display:inline-block}
.kp-belum{color:var(--kp-belum)}.kp-sudah{color:var(--kp-sudah)}
.kp-lambang{display:inline-block;width:1rem;height:1rem;flex:none;background:center/contain no-repeat;vertical-align:-.12rem;margin-right:.4rem}
.kp-legenda .kp-sektor{display:grid;grid-template-columns:repeat(auto-fill,minmax(13rem,1fr));column-gap:1.2rem}.kp-legenda .kp-sektor li{gap:.2rem;font-size:.88rem;line-height:1.3}.kp-legenda h4{margin-top:.7rem}.kp-legenda h4:first-child{margin-top:0}
.kp-cakupan{font-size:.9rem;opacity:.85;margin:0}
div[class*="st-key-bingkai_"] iframe{border-radius:.5rem}
div.block-container,div[data-testid="stMainBlockContainer"]{padding-top:4.4rem;padding-bottom:3rem}
h1{font-size:1.65rem!important;padding:0!important;line-height:1.25!important}h1 small{font-weight:500;font-size:1.05rem;opacity:.85}
div[data-testid="stMainBlockContainer"]>div[data-testid="stVerticalBlock"],div.st-key-kepala,div.st-key-tinjauan,div.st-key-isi{gap:.7rem}
.kp-kepala{margin:0}.kp-kepala h1{margin:0}.kp-kepala p{margin:.15rem 0 0;line-height:1.4}
div.st-key-bilah{gap:.6rem}div.st-key-ringkasan{gap:.6rem}
.kp-wilayah h3{font-size:1.3rem;margin:0 0 .3rem;padding:0}.kp-wilayah dl{display:grid;grid-template-columns:minmax(8rem,auto) 1fr;gap:.15rem .9rem;margin:0;padding:0}.kp-wilayah dt,.kp-wilayah dd{font-size:.95rem;padding:0}
.kp-wilayah dt{opacity:.78}.kp-wilayah dd{margin:0;overflow-wrap:anywhere}
@media (max-width:640px){
 .kp-deret{grid-template-columns:repeat(2,minmax(0,1fr));gap:.5rem}
 .kp-angka{grid-template-columns:1fr;padding:.35rem .6rem}.kp-angka b{font-size:1.4rem}.kp-angka span{font-size:.9rem}.kp-angka small{font-size:.78rem}
 h1{font-size:1.45rem!important}h1 small{display:block;font-size:.95rem;line-height:1.3}
 div[data-testid="stMainBlockContainer"]{padding-left:1rem;padding-right:1rem;padding-top:3.6rem}
 div.st-key-bilah{flex-wrap:wrap}div.st-key-bilah>div:first-child{flex:1 1 100%!important;width:100%!important;min-width:100%!important}
 div.st-key-bilah{gap:.45rem}div.st-key-bilah>div:not(:first-child){flex:1 1 29%!important;min-width:0}
 div.st-key-bilah [data-testid="stPopoverButton"]{padding-left:.3rem;padding-right:.3rem}div.st-key-bilah [data-testid="stPopoverButton"] span[data-has-shortcut]>span:first-child:has([data-testid="stIconMaterial"]){display:none}
 div.st-key-bilah button,div.st-key-bilah div[data-testid="stPopover"]{width:100%!important}
 div:has(>.st-key-tajuk_peta),div:has(>.st-key-atas_peta){order:-1}
 div:is(.st-key-isi_potensi,.st-key-isi_kerja_sama),div:has(>:is(.st-key-isi_potensi,.st-key-isi_kerja_sama)){height:auto!important;max-height:none!important;overflow:visible!important}
 div.st-key-kendali_peta,div.st-key-saran_wilayah{gap:.5rem}
 div.st-key-kendali_peta>div:first-child,div.st-key-kendali_peta>div:nth-child(2){flex:1 1 100%!important;width:100%!important}
 .kp-wilayah dl{grid-template-columns:1fr}.kp-wilayah dd{margin:0 0 .3rem}
}
.kp-terbuka{margin:0;font-size:1.02rem}.kp-terbuka a,.kp-perbaikan a,.kp-lainnya summary{color:var(--kp-aksen)}
.kp-perbaikan{margin:0 0 .2rem;font-size:.92rem;line-height:1.45;opacity:.95}#isi-wilayah{display:block;scroll-margin-top:4.6rem}
.kp-lainnya summary{cursor:pointer;font-weight:600;padding:.6rem .2rem}
@media (min-width:641px){@supports selector(::details-content){.kp-lainnya>summary{display:none}.kp-lainnya::details-content{content-visibility:visible}}}
[data-testid="stButtonGroup"] button[aria-checked="false"]{border-left-color:var(--kp-tepi)!important;border-right-color:var(--kp-tepi)!important}[data-testid="stButtonGroup"] button[aria-checked="true"]{position:relative;z-index:1}
[data-testid="stTopNavLink"]:focus-visible,[data-testid="stSidebarNavLink"]:focus-visible{outline:2px solid var(--kp-aksen)!important;outline-offset:-2px}
.kp-angka span{min-width:0;overflow-wrap:anywhere}
@media (max-width:1000px) and (min-width:641px){.kp-deret{grid-template-columns:repeat(2,minmax(0,1fr))}}
@media (max-width:640px){.kp-legenda .kp-sektor{display:flex;flex-wrap:wrap;gap:.1rem .8rem}.kp-legenda .kp-sektor li{width:auto}.kp-legenda .kp-sektor li span{flex:none}
 [data-testid="stExpandSidebarButton"]{width:auto!important;padding:0 .6rem!important}[data-testid="stExpandSidebarButton"]::after{content:"Menu";font:600 .95rem inherit;margin-left:.3rem}}
@media (pointer:coarse){[data-testid="stPageLink"] a,[data-testid="stSidebarNavLink"],[data-testid="stTopNavLink"]{min-height:2.6rem}
 [data-testid="stButtonGroup"] button,[data-testid="stExpandSidebarButton"]{min-height:2.6rem!important}.kp-kaki a,.kp-kartu footer a,.kp-terbuka a{padding:.5rem 0;display:inline-block}}
div[data-testid="stPopoverBody"] [data-testid="stDownloadButton"] button{justify-content:flex-start;text-align:left}
@media print{header,div.st-key-bilah{display:none}}
.kp-istilah{margin:0!important;padding:0!important;display:grid;grid-template-columns:minmax(9rem,15rem) 1fr;gap:.35rem 1rem;line-height:1.4}
.kp-istilah dt{font-weight:600;margin:0!important}.kp-istilah dd{margin:0!important}div[data-testid="stPopoverBody"] .kp-istilah{grid-template-columns:1fr;gap:.1rem}
div[data-testid="stPopoverBody"] .kp-istilah dd{margin-bottom:.45rem;font-size:.9rem}
.kp-tahap{padding-left:1.3rem;margin:0}.kp-tahap li{margin:.2rem 0}.kp-tahap small{opacity:.8;display:block}
.kp-qr{margin:0;text-align:center;max-width:15rem}.kp-qr img{width:100%;border-radius:.4rem}.kp-qr figcaption{overflow-wrap:anywhere;font-size:.9rem}
.kp-kaki{margin-top:1.5rem;padding-top:.7rem;border-top:1px solid color-mix(in srgb,currentColor 18%,transparent);font-size:.85rem;display:flex;flex-wrap:wrap;gap:.3rem 1.2rem}
@media (max-width:640px){.kp-istilah{grid-template-columns:1fr;gap:.1rem}.kp-istilah dd{margin-bottom:.45rem}}
@media print{iframe,button,div[data-testid="stExpander"] summary{break-inside:avoid}.kp-kaki{display:none}}
</style>"""


@lru_cache(maxsize=8)
def _style(gelap: bool, lambang: str) -> str:
    warna = _WARNA_GELAP if gelap else _WARNA_TERANG
    return _GAYA.replace("<style>", f"<style>:root{{{warna}}}", 1).replace("</style>", f"{lambang}</style>", 1)


def apply_gaya(lambang: str) -> None:
    """Put the style on the page, with the rules of the sectors' marks, once a run."""
    st.html(_style(st.context.theme.type == "dark", lambang))
