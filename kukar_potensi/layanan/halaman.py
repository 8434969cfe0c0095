"""Make Streamlit's page shell Indonesian and wholly local, and send it compressed.

The shell is the one HTML page that Streamlit answers for every page of the app. Its title
and language show before the app does; its first requests decide how long the first visit
takes on a weak link.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import MutableMapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kukar_potensi.layanan.mampat import choose_sandi, compress
from kukar_potensi.layanan.pendahuluan import build_pendahuluan
from kukar_potensi.layanan.statis import SELALU_TANYA, matches_etag

JUDUL = "Kukar Potensi"
URAIAN = (
    "Peta potensi dan kerja sama daerah Kabupaten Kutai Kartanegara dalam kaitan dengan IKN, per kecamatan dan desa."
)
TANPA_SKRIP = "Aplikasi ini memerlukan JavaScript. Aktifkan JavaScript pada peramban Anda, lalu muat ulang."
HURUF = "./app/static/fonts/plus-jakarta-sans-latin-wght-normal.woff2"
IKON = "./app/static/ikon.png"
BAHASA = Path(__file__).resolve().parents[2] / "static" / "bahasa.js"
# Streamlit keeps the chosen theme per page address and otherwise follows the device: the first
# visit is light, and a choice (?tema=gelap) made on one page holds on the others. Telling it the server's
# address and rules beforehand saves two round trips and a failed one on the inner pages.
SKRIP = """\
window.prerenderReady=false;
(function(t){
var d=0,k='stActiveTheme-'+location.pathname+'-v2';
try{
var s=localStorage,a=Object.keys(s).filter(function(n){return /^stActiveTheme-.*-v2$/.test(n)});
var q=new URLSearchParams(location.search).get('tema');
if(q==='gelap'||q==='terang')a.concat(k).forEach(function(n){s.setItem(n,q==='gelap'?'"Dark"':'"Light"')});
if(!s.getItem(k))s.setItem(k,a.length?s.getItem(a[0]):'"Light"');
d=s.getItem(k)==='"Dark"'||s.getItem(k)==='"System"'&&matchMedia('(prefers-color-scheme: dark)').matches
}catch(e){}
var w={BACKEND_BASE_URL:location.origin+__AWALAN__,
HOST_CONFIG:{allowedOrigins:[location.origin],useExternalAuthToken:false}};
if(t.light.base===0){w.LIGHT_THEME=t.light;w.DARK_THEME=t.dark}
window.__streamlit=w;
var c=document.documentElement.style,x=d?t.dark:t.light;
document.addEventListener('DOMContentLoaded',function(){
var e=document.getElementById('pendahuluan');
if(e)JSON.parse(e.textContent).forEach(function(u){fetch(u).catch(function(){})})});
if(x.backgroundColor){c.background=x.backgroundColor;c.color=x.textColor}
})(__TEMA__)"""
# The last rule: Streamlit writes white on the primary colour and the primary colour on the page;
# on a dark page no colour is legible both ways, so a chosen button keeps the colour of the text.
GAYA = """\
@font-face{font-family:"Plus Jakarta Sans";src:url("__HURUF__") format("woff2");font-weight:200 800;font-display:swap}
#muat{font:16px/1.5 "Plus Jakarta Sans",system-ui,sans-serif;max-width:34rem;margin:28vh auto 0;padding:0 1.5rem}
#muat b{font-size:1.5rem;display:block}
#root button[aria-checked=true],#root button[aria-pressed=true],#root [data-testid=stTab][aria-selected=true]{
color:inherit;font-weight:600}"""
SAMBUTAN = f'<div id="muat" role="status"><b>{JUDUL}</b>{URAIAN}<p>Memuat…</p></div>'

_BUKAN_HALAMAN = ("/_stcore/", "/api/", "/app/static/", "/component/", "/media/", "/sehat", "/static/")
_DISISIHKAN = {b"accept-encoding", b"if-none-match", b"if-modified-since", b"range"}


def build_skrip(tema: dict[str, dict[str, Any]], awalan: str = "") -> str:
    """Return the one inline script of the shell, for a theme and the base path of the app."""
    isi = json.dumps(tema, separators=(",", ":"), ensure_ascii=True).replace("<", "\\u003c")
    return SKRIP.replace("__AWALAN__", json.dumps(awalan + "/")).replace("__TEMA__", isi)


def script_hash(skrip: str) -> str:
    """Return an inline script's hash as a Content-Security-Policy source."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(skrip.encode()).digest()).decode()}'"


def _short_hash(berkas: Path) -> str:
    """Return a few hex digits of a file's content; of nothing when it is not there."""
    isi = berkas.read_bytes() if berkas.is_file() else b""
    return hashlib.sha256(isi).hexdigest()[:10]


def localise(html: str, skrip: str) -> str:
    """Return Streamlit's shell with our language, title, font and greeting, and no pointer elsewhere.

    What is not found is left as it is: a newer Streamlit still starts.
    """
    kepala = (
        f'<title>{JUDUL}</title>\n    <meta name="description" content="{URAIAN}" />\n'
        f'    <link rel="preload" href="{HURUF}" as="font" type="font/woff2" crossorigin />\n'
        f"    <style>{GAYA.replace('__HURUF__', HURUF)}</style>\n"
        f'    <script defer src="./app/static/bahasa.js?v={_short_hash(BAHASA)}"></script>'
    )
    pengganti: tuple[tuple[str, str], ...] = (
        (r'<html lang="en">', '<html lang="id">'),
        (r"<title>[^<]*</title>", kepala),
        (r'<link rel="shortcut icon"[^>]*>', f'<link rel="icon" type="image/png" href="{IKON}" />'),
        (r'<link\s+rel="preload"\s+href="\./static/media/SourceSans[^>]*>', ""),
        (r"<!--\s*Machine-readable pointer.*?-->", ""),
        (r'<link\s+rel="(?:service-desc|preconnect|dns-prefetch)"[^>]*>', ""),
        (r"<!-- initialize window\.prerenderReady.*?-->", ""),
        (r"<script>\s*window\.prerenderReady = false\s*</script>", f"<script>{skrip}</script>"),
        (r"<noscript>.*?</noscript>", f"<noscript><p>{TANPA_SKRIP}</p></noscript>"),
        (r'<div id="root"></div>', f'<div id="root">{SAMBUTAN}</div>'),
    )
    for pola, isi in pengganti:
        html = re.sub(pola, lambda _, isi=isi: isi, html, count=1, flags=re.DOTALL)  # type: ignore[misc]
    return re.sub(r"\n\s*\n", "\n", html)


@dataclass
class Pendahulu:
    """What the start page lets the browser fetch ahead, for its parts and its map; filled in once known."""

    bagian: tuple[str, ...] = ()
    peta: tuple[str, ...] = ()


@dataclass(frozen=True)
class Kulit:
    """One variant of the shell: its tag, and its bytes by encoding."""

    etag: bytes
    isi: dict[str, bytes]


class Halaman:
    """ASGI middleware that sends the localised shell wherever Streamlit would send its own.

    `html` is Streamlit's own shell; a response is replaced only when it is exactly that
    file, so other HTML answers pass untouched. `skrip` is the one inline script, `awalan`
    the base path, `pendahulu` what the start page fetches ahead.
    """

    def __init__(
        self, app: ASGIApp, html: str, skrip: str, awalan: str = "", pendahulu: Pendahulu | None = None
    ) -> None:
        self.app = app
        self._panjang_asli = str(len(html.encode())).encode()
        self._awal = awalan + "/"
        self._bukan = tuple(awalan + b for b in _BUKAN_HALAMAN)
        self._html = localise(html, skrip)
        self._pendahulu = pendahulu or Pendahulu()
        self._kulit: dict[tuple[tuple[str, ...], tuple[str, ...]], Kulit] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and swap the answer when it is Streamlit's shell."""
        if scope["type"] != "http" or scope["method"] not in {"GET", "HEAD"} or scope["path"].startswith(self._bukan):
            await self.app(scope, receive, send)
            return
        asli = scope
        scope = dict(scope, headers=[h for h in asli["headers"] if h[0].lower() not in _DISISIHKAN])
        ditukar = False

        async def swap(pesan: Message) -> None:
            nonlocal ditukar
            if pesan["type"] == "http.response.start" and self._is_shell(pesan):
                ditukar = True
                await self._send(asli, send)
            elif not ditukar:
                await send(pesan)

        await self.app(scope, receive, swap)

    def _is_shell(self, pesan: MutableMapping[str, Any]) -> bool:
        kepala = {nama.lower(): nilai for nama, nilai in pesan.get("headers", ())}
        return (
            pesan["status"] == 200
            and kepala.get(b"content-type", b"").startswith(b"text/html")
            and kepala.get(b"content-length") == self._panjang_asli
        )

    def _choose(self, jalur: str) -> Kulit:
        alamat = (self._pendahulu.bagian, self._pendahulu.peta) if jalur == self._awal else ((), ())
        if alamat not in self._kulit:
            kepala = build_pendahuluan(*alamat) if any(alamat) else ""
            isi = self._html.replace("</head>", kepala + "</head>", 1).encode()
            etag = b'W/"' + hashlib.sha256(isi).hexdigest()[:20].encode() + b'"'
            self._kulit = {k: v for k, v in self._kulit.items() if not any(k)}
            self._kulit[alamat] = Kulit(etag, {"": isi} | {s: compress(isi, s, 9) for s in ("br", "gzip")})
        return self._kulit[alamat]

    async def _send(self, scope: Scope, send: Send) -> None:
        minta, kulit = dict(scope["headers"]), self._choose(scope["path"])
        kepala = [(b"cache-control", SELALU_TANYA), (b"etag", kulit.etag), (b"vary", b"Accept-Encoding")]
        if matches_etag(minta.get(b"if-none-match", b""), kulit.etag):
            await send({"type": "http.response.start", "status": 304, "headers": kepala})
            await send({"type": "http.response.body", "body": b""})
            return
        sandi = choose_sandi(minta.get(b"accept-encoding", b"").decode("latin-1"))
        isi = kulit.isi[sandi]
        kepala += [
            (b"content-type", b"text/html; charset=utf-8"),
            (b"content-length", str(len(isi)).encode()),
        ]
        if sandi:
            kepala.append((b"content-encoding", sandi.encode()))
        await send({"type": "http.response.start", "status": 200, "headers": kepala})
        await send({"type": "http.response.body", "body": b"" if scope["method"] == "HEAD" else isi})
