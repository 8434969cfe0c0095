"""Style of the page's own parts; colours follow the theme through `currentColor`."""

from __future__ import annotations

import streamlit as st

_GAYA = """<style>
.kp-alasan{width:100%;border-collapse:collapse;font-size:.88rem;line-height:1.4}
.kp-alasan th{text-align:left;font-weight:600;border-bottom:2px solid color-mix(in srgb,currentColor 35%,transparent);padding:.3rem .5rem}
.kp-alasan td{border-bottom:1px solid color-mix(in srgb,currentColor 15%,transparent);padding:.35rem .5rem;vertical-align:top;overflow-wrap:anywhere}
.kp-alasan .kp-n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.kp-alasan .kp-dasar{white-space:nowrap}
.kp-alasan tfoot td{font-weight:700;border-bottom:0;border-top:2px solid color-mix(in srgb,currentColor 35%,transparent)}
.kp-batang{display:block;height:.35rem;border-radius:.2rem;background:var(--kp-aksen);margin-top:.2rem}
.kp-calon dl{display:grid;grid-template-columns:10.5rem 1fr;gap:.12rem .8rem;margin:.2rem 0 0;padding:0;font-size:.88rem;line-height:1.4}
.kp-calon dt{font-weight:600;opacity:.8;margin:0}.kp-calon dd{margin:0;overflow-wrap:anywhere}
.kp-calon ul{margin:0;padding-left:1.1rem}.kp-calon ul li{margin:0;padding:0;font-size:.88rem!important;line-height:1.4}
.kp-alasan a,.kp-calon a,.kp-jejak a{color:var(--kp-aksen)}
.kp-jalur{display:inline-block;border:1px solid currentColor;border-radius:1rem;padding:0 .55rem;font-size:.78rem;margin:0 .3rem .15rem 0;white-space:nowrap}
.kp-jejak{list-style:none;margin:0;padding:0 0 0 1rem;border-left:3px solid var(--kp-aksen)}
.kp-jejak li{position:relative;margin:0 0 .8rem;padding:0;font-size:.92rem;line-height:1.45}
.kp-jejak li::before{content:"";position:absolute;left:calc(-1rem - 7px);top:.4rem;width:11px;height:11px;border-radius:50%;background:var(--kp-aksen)}
.kp-jejak b{display:block}.kp-jejak small{opacity:.85}
.kp-legenda-baris{display:flex;flex-wrap:wrap;gap:.3rem 1rem;margin:0;font-size:.84rem}
.kp-legenda-baris span{display:inline-flex;align-items:center;gap:.35rem}
div.st-key-panel_bobot{gap:.6rem}
div.st-key-catatan_bobot{gap:.2rem}
div.st-key-catatan_bobot:empty{display:none}
div.st-key-wadah_matriks{overflow-x:auto}
@media (max-width:640px){
 .kp-alasan thead{display:none}.kp-alasan tr{display:block;border-bottom:1px solid color-mix(in srgb,currentColor 25%,transparent);padding:.3rem 0}
 .kp-alasan td{display:block;border:0;padding:.1rem 0}.kp-alasan td[data-j]::before{content:attr(data-j) ": ";font-weight:600;opacity:.8}
 .kp-alasan .kp-n{text-align:left}.kp-calon dl{grid-template-columns:1fr}.kp-calon dd{margin-bottom:.25rem}
}
</style>"""


def apply_gaya() -> None:
    """Put the page's style on it, once a run."""
    st.html(_GAYA)
