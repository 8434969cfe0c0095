"""Style of the page Data: bars, figures side by side, and the words of the upload box."""

from __future__ import annotations

import streamlit as st

_GAYA = """<style>
.kp-batang{list-style:none;margin:0!important;padding:0!important;display:grid;gap:.5rem}
.kp-batang li{display:grid;grid-template-columns:minmax(8rem,11rem) 1fr 9.2rem;gap:.1rem .8rem;align-items:center;margin:0!important}
.kp-batang span{font-weight:600;line-height:1.25}.kp-batang b{font-variant-numeric:tabular-nums;text-align:right;font-weight:600;white-space:nowrap}
.kp-batang div{height:.85rem;border-radius:.3rem;background:color-mix(in srgb,currentColor 14%,transparent);overflow:hidden}
.kp-batang i{display:block;height:100%;background:var(--kp-aksen)}
.kp-batang small{grid-column:2/-1;opacity:.85;line-height:1.3}
.kp-ungkit{margin:0!important;padding-left:1.4rem!important}.kp-ungkit li{margin:.2rem 0!important;line-height:1.4}
.kp-ungkit b{font-variant-numeric:tabular-nums}
.kp-banding{display:grid;gap:.6rem;margin:0}
.kp-banding section{border:1px solid color-mix(in srgb,currentColor 16%,transparent);border-radius:.5rem;padding:.5rem .8rem .6rem}
.kp-banding h4{font-size:1rem;margin:0 0 .35rem;padding:0}.kp-banding h4 small{font-weight:400;opacity:.85}
.kp-banding ul{list-style:none;margin:0!important;padding:0!important;display:grid;grid-template-columns:repeat(auto-fit,minmax(13rem,1fr));gap:.4rem 1rem}
.kp-banding li{margin:0!important;overflow-wrap:anywhere;line-height:1.35;font-size:.9rem}
.kp-banding li b{display:block;font-size:1.15rem;font-variant-numeric:tabular-nums}.kp-banding a{color:var(--kp-aksen)}
.kp-langkah{padding-left:1.3rem!important;margin:0!important;line-height:1.5}.kp-langkah li{margin:.15rem 0!important}
div[data-testid="stFileUploaderFileErrorMessage"]{font-size:0!important}
div[data-testid="stFileUploaderFileErrorMessage"]::after{content:"Berkas ini terlalu besar atau gagal dikirim; batasnya 10 MB.";font-size:.9rem}
@media (max-width:640px){.kp-batang li{grid-template-columns:1fr auto}.kp-batang div{grid-column:1/-1;grid-row:2}.kp-batang small{grid-column:1/-1}}
</style>"""


def apply_gaya() -> None:
    """Put the style of this page on it, once a run."""
    st.html(_GAYA)
