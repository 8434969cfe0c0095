"""Style of the page's own parts; colours come from the theme."""

from __future__ import annotations

import streamlit as st

_GAYA = """<style>
.kp-opd h2{font-size:1.35rem;margin:0;padding:0;line-height:1.25}.kp-opd>p{margin:.1rem 0 .5rem;font-size:.92rem;opacity:.85}
.kp-opd dl{display:grid;grid-template-columns:minmax(7.5rem,auto) 1fr;gap:.25rem .9rem;margin:0;padding:0}
.kp-opd dt{opacity:.78}.kp-opd dd{margin:0;overflow-wrap:anywhere}.kp-opd dt,.kp-opd dd{font-size:.94rem;line-height:1.42;padding:0}
.kp-opd a,.kp-butir a{color:var(--kp-aksen)}
.kp-opd small{opacity:.85}.kp-opd ul{list-style:none;margin:0;padding:0}.kp-opd li{margin:0}
.kp-tanda{display:inline-block;border:1px solid currentColor;border-radius:1rem;padding:0 .55rem;font-size:.8rem;font-weight:600;white-space:nowrap;color:var(--kp-belum)}
.kp-sebaris{display:flex;flex-wrap:wrap;gap:.15rem .9rem;list-style:none;margin:.1rem 0 0;padding:0;font-size:.84rem}
.kp-sebaris li{display:flex;align-items:center;gap:.35rem;margin:0}
div[class*="st-key-bingkai_peta_opd"]{margin-bottom:-1.4rem}
.kp-tanya{font-size:1rem;margin:0;padding:0;line-height:1.3}
div.st-key-tanya_opd{gap:.9rem;margin-top:.2rem}
div.st-key-tanya_opd div[data-testid="stHtml"]{margin-bottom:-.1rem}
div.st-key-tanya_opd button{width:100%;min-height:2.9rem;padding:.3rem .7rem;justify-content:flex-start;text-align:left;border-radius:.5rem}
div.st-key-tanya_opd button>div,div.st-key-tanya_opd button div[data-testid="stMarkdownContainer"]{width:100%;justify-content:flex-start}
div.st-key-tanya_opd button p{display:flex;align-items:baseline;gap:.55rem;white-space:normal;line-height:1.25;font-size:.95rem}
div.st-key-tanya_opd button p strong{font-size:1.3rem;min-width:1.6rem;text-align:right;flex:none;white-space:nowrap;overflow-wrap:normal;word-break:normal;font-variant-numeric:tabular-nums}
div.st-key-tanya_opd div[data-testid="stVerticalBlock"]{gap:.45rem}
.kp-butir{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:.55rem;align-items:start}
.kp-butir article{border:1px solid color-mix(in srgb,currentColor 15%,transparent);border-left:3px solid var(--kp-ks);border-radius:.45rem;padding:.55rem .8rem;overflow-wrap:anywhere}
.kp-butir h5{font-size:.98rem;margin:0;padding:0;line-height:1.35}.kp-butir h5 small{font-weight:400}
.kp-butir ul{list-style:none;margin:.3rem 0 0;padding:0}.kp-butir li{margin:0 0 .35rem;padding:0;font-size:.88rem;line-height:1.42}
@media (max-width:640px){
 .kp-opd dl{grid-template-columns:1fr;gap:0}.kp-opd dd{margin:0 0 .4rem}.kp-butir{grid-template-columns:1fr}
 div.st-key-tanya_opd div[data-testid="stColumn"] div[data-testid="stVerticalBlock"]{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:.4rem}
 div.st-key-tanya_opd div[data-testid="stColumn"] div[data-testid="stVerticalBlock"]>:first-child{grid-column:1/-1}
 div.st-key-tanya_opd div[data-testid="stVerticalBlock"]>div{width:100%!important;min-width:0}
 div.st-key-tanya_opd button{height:100%}div.st-key-tanya_opd button p{font-size:.88rem;gap:.4rem}div.st-key-tanya_opd button p strong{min-width:0}
}
@media print{.kp-butir article{break-inside:avoid}}
</style>"""


def apply_gaya() -> None:
    """Put the page's style on it, once a run."""
    st.html(_GAYA)
