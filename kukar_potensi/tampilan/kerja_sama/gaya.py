"""Style of the page's own parts; colours come from the theme."""

from __future__ import annotations

import streamlit as st

_GAYA = """<style>
div.st-key-deret_posisi{display:grid;grid-template-columns:repeat(5,minmax(0,1fr));gap:.6rem}
div.st-key-deret_posisi>div{width:100%!important;min-width:0}
div.st-key-deret_posisi button{height:100%;align-items:flex-start;min-height:5.1rem;padding:.45rem .7rem;justify-content:flex-start;text-align:left;border-radius:.5rem}
div.st-key-deret_posisi button>div,div.st-key-deret_posisi button>div>div,div.st-key-deret_posisi button span:has(p){width:100%;justify-content:flex-start;text-align:left}
div.st-key-deret_posisi button p{display:flex;width:100%;flex-direction:column;align-items:flex-start;line-height:1.25;font-size:.95rem;font-weight:600;white-space:normal}
div.st-key-deret_posisi button p strong{font-size:1.6rem;line-height:1.15;font-variant-numeric:tabular-nums}
div.st-key-deret_posisi button p :not(strong){font-weight:400;line-height:1.25}
div.st-key-deret_posisi>div,div.st-key-deret_posisi>div>div,div.st-key-deret_posisi>div>div>div{height:100%}
.kp-penuh{border:1px solid color-mix(in srgb,currentColor 18%,transparent);border-left:4px solid var(--kp-ks);border-radius:.5rem;padding:1rem 1.2rem;overflow-wrap:anywhere}
.kp-penuh h3{font-size:1.25rem;margin:0 0 .2rem;padding:0}.kp-penuh h4{font-size:1.02rem;margin:1rem 0 .3rem;padding:0}
.kp-penuh dl{display:grid;grid-template-columns:minmax(9rem,13rem) 1fr;gap:.25rem 1rem;margin:.5rem 0 0;padding:0}
.kp-penuh dt{opacity:.78;padding:0}.kp-penuh dd{margin:0;padding:0}.kp-penuh p{margin:.2rem 0;font-size:.93rem}.kp-penuh dt,.kp-penuh dd{font-size:.93rem;line-height:1.4}
.kp-penuh ul,.kp-penuh ol{margin:0;padding:0;list-style:none}.kp-penuh li{margin:0 0 .45rem;font-size:.93rem;line-height:1.42}
.kp-penuh footer{font-size:.86rem;opacity:.9;margin-top:.8rem}
.kp-lencana{display:inline-block;border:1px solid currentColor;border-radius:1rem;padding:0 .55rem;font-size:.8rem;font-weight:600;margin-right:.4rem;white-space:nowrap}
.kp-genting{color:var(--kp-belum)}
.kp-agenda{border-top:1px solid color-mix(in srgb,currentColor 18%,transparent);padding:.7rem 0 .3rem}
.kp-agenda h4{font-size:1.08rem;margin:0;padding:0}.kp-agenda h4 b{font-variant-numeric:tabular-nums}
.kp-agenda>p{margin:.15rem 0 .5rem;font-size:.9rem;opacity:.85}
.kp-agenda ol{list-style:none;margin:0;padding:0;display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:.5rem}
.kp-agenda li{border:1px solid color-mix(in srgb,currentColor 15%,transparent);border-radius:.45rem;padding:.5rem .7rem;margin:0;overflow-wrap:anywhere}
.kp-agenda li h5{font-size:.95rem;margin:0;padding:0;line-height:1.35}.kp-agenda li p{margin:.2rem 0 0;font-size:.88rem;line-height:1.4}
.kp-agenda a,.kp-penuh a,.kp-210 a{color:var(--kp-aksen)}.kp-210{font-size:.9rem;line-height:1.45;margin:0}.kp-agenda a{font-weight:650}
.kp-aturan{width:100%;border-collapse:collapse;font-size:.9rem;line-height:1.4}
.kp-aturan th,.kp-aturan td{text-align:left;vertical-align:top;padding:.4rem .6rem;border:0;border-bottom:1px solid color-mix(in srgb,currentColor 16%,transparent)}
.kp-aturan td:nth-child(2){text-align:right;font-variant-numeric:tabular-nums;font-weight:650}
h3.kp-prioritas{font-size:1.25rem;margin:1.2rem 0 .4rem;padding:0}
@media (max-width:1100px){div.st-key-deret_posisi{grid-template-columns:repeat(3,minmax(0,1fr))}}
@media (max-width:640px){
 div.st-key-deret_posisi{grid-template-columns:repeat(2,minmax(0,1fr));gap:.45rem}
 div.st-key-deret_posisi button{min-height:4.4rem;padding:.35rem .55rem}
 div.st-key-deret_posisi button p strong{font-size:1.35rem}
 div.st-key-bagian button{padding-left:.5rem!important;padding-right:.5rem!important}
 .kp-penuh dl{grid-template-columns:1fr}.kp-penuh dd{margin:0 0 .3rem}
 .kp-agenda ol{grid-template-columns:1fr}
 .kp-aturan thead{display:none}.kp-aturan tr{display:grid;grid-template-columns:1fr auto;border-bottom:1px solid color-mix(in srgb,currentColor 16%,transparent);padding:.35rem 0}
 .kp-aturan td{border:0;padding:.1rem .2rem}.kp-aturan td:nth-child(n+3){grid-column:1/-1}
}
@media (min-width:641px) and (min-height:500px){.kp-penuh{max-height:56vh;overflow-y:auto}}
@media print{.kp-penuh{max-height:none;overflow:visible}}
@media print{div.st-key-deret_posisi button{break-inside:avoid}.kp-agenda li{break-inside:avoid}}
</style>"""


def apply_gaya() -> None:
    """Put the style of the page in place, once a run."""
    st.html(_GAYA)
