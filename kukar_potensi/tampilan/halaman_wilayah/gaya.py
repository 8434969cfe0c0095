"""Style of the page's own parts; it follows the theme."""

from __future__ import annotations

import streamlit as st

_GAYA = """<style>
.kp-fakta{display:grid;grid-template-columns:minmax(9rem,auto) 1fr;gap:.3rem 1rem;margin:0!important;padding:0!important}
.kp-fakta dt{opacity:.8;font-size:.9rem;padding:0}.kp-fakta dd{margin:0;padding:0;overflow-wrap:anywhere;font-weight:600}
.kp-fakta dd small{display:block;font-weight:400;opacity:.82;line-height:1.35}
.kp-fakta-judul{font-size:1rem;margin:.7rem 0 .3rem;padding:0}.kp-fakta-judul:first-child{margin-top:0}
.kp-nama h2{font-size:1.6rem;margin:0;padding:0;line-height:1.25}.kp-nama p{margin:.1rem 0 0;opacity:.85}
.kp-ajakan{border:1px dashed color-mix(in srgb,currentColor 45%,transparent);border-radius:.5rem;padding:.7rem .9rem;margin:.2rem 0 .6rem}
.kp-ajakan h5{margin:0 0 .2rem;padding:0;font-size:1rem}.kp-ajakan p{margin:.15rem 0;line-height:1.45;font-size:.92rem}
.kp-anggota{margin:.3rem 0;line-height:1.5;font-size:.92rem}.kp-anggota b{font-weight:600}
.kp-lukisan{container-type:inline-size;position:relative;overflow:hidden;border-radius:.5rem;user-select:none}
.kp-lukisan img{display:block;width:100%;height:auto}
.kp-nama-peta{font-size:11px;line-height:1.2}
.kp-nama-peta b{position:absolute;transform:translate(-50%,-50%);white-space:nowrap;font-weight:600;-webkit-text-stroke:.3em var(--b);paint-order:stroke fill}
.kp-nama-peta .tu{font-size:1.1em;font-weight:700}.kp-nama-peta .tk{font-size:.95em;font-weight:700;color:var(--r)}
.kp-nama-peta :is(.tr,.ta){font-size:.92em;font-weight:500;color:var(--r)}.kp-nama-peta .ta{color:var(--a);font-style:italic}
.kp-nama-peta .kp-jarak{left:2%;top:auto;bottom:5.4%;transform:none}.kp-nama-peta .kp-lebar{display:none}
@container (min-width:380px){.kp-nama-peta{font-size:12px}}
@container (min-width:540px){.kp-nama-peta .kp-sempit{display:none}.kp-nama-peta .kp-lebar{display:block}}
@container (min-width:700px){.kp-nama-peta{font-size:13px}}@container (min-width:900px){.kp-nama-peta{font-size:15px}}
.kp-kunci{display:flex;flex-wrap:wrap;gap:.1rem 1rem;margin:.45rem 0 0!important;font-size:.85rem;line-height:1.5}
.kp-kunci i{display:inline-block;width:1.1rem;height:.7rem;margin-right:.4rem;border-radius:2px}
.kp-kunci :is(.kp-garis,.kp-putus){height:0;border-top:2px solid;border-radius:0;vertical-align:.25rem}.kp-kunci .kp-putus{border-top-style:dashed}
.kp-asal{margin:.15rem 0 0!important;font-size:.76rem;opacity:.8;line-height:1.4}
div.st-key-tindakan_wilayah{align-items:center}
div.st-key-daftar_tetangga,div.st-key-daftar_anggota{gap:.5rem}
@media (max-width:640px){.kp-fakta{grid-template-columns:minmax(6.5rem,36%) 1fr;gap:.3rem .7rem}
 div.st-key-kendali_wilayah>div{flex:1 1 100%!important;width:100%!important}
 div.st-key-daftar_tetangga button,div.st-key-daftar_anggota button{min-height:2.75rem}}
</style>"""


def apply_gaya() -> None:
    """Put the style on the page, once a run."""
    st.html(_GAYA)
