"""Make Streamlit's page shell Indonesian and wholly local, and send it compressed.

The shell is the one HTML page that Streamlit answers for every page of the app. Its title
and language show before the app does; its first requests decide how long the first visit
takes on a weak link.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import MutableMapping
from typing import Any

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kukar_potensi.layanan.mampat import choose_sandi, compress
from kukar_potensi.layanan.statis import SELALU_TANYA, matches_etag

JUDUL = "Kukar Potensi"
URAIAN = (
    "Peta potensi dan kerja sama daerah Kabupaten Kutai Kartanegara dalam kaitan dengan IKN, per kecamatan dan desa."
)
TANPA_SKRIP = "Aplikasi ini memerlukan JavaScript. Aktifkan JavaScript pada peramban Anda, lalu muat ulang."
HURUF = "./app/static/fonts/plus-jakarta-sans-latin-wght-normal.woff2"
IKON = "./app/static/ikon.png"
# Streamlit keeps the chosen theme per page address and otherwise follows the device; the first
# visit is light, and a choice made on one page holds on the others.
SKRIP_AWAL = (
    "window.prerenderReady=false;"
    "try{var k='stActiveTheme-'+location.pathname+'-v2',s=localStorage,a=Object.keys(s).filter("
    "function(n){return /^stActiveTheme-.*-v2$/.test(n)});"
    "if(!s.getItem(k))s.setItem(k,a.length?s.getItem(a[0]):'\"Light\"')}catch(e){}"
)

_BUKAN_HALAMAN = ("/_stcore/", "/app/static/", "/component/", "/media/", "/static/")


def script_hash() -> str:
    """Return the one inline script's hash as a Content-Security-Policy source."""
    sidik = hashlib.sha256(SKRIP_AWAL.encode()).digest()
    return f"'sha256-{base64.b64encode(sidik).decode()}'"


def localise(html: str) -> str:
    """Return Streamlit's shell with our language, title and font, and no pointer elsewhere.

    What is not found is left as it is: a newer Streamlit still starts.
    """
    kepala = (
        f'<title>{JUDUL}</title>\n    <meta name="description" content="{URAIAN}" />\n'
        '    <meta name="color-scheme" content="light dark" />\n'
        f'    <link rel="preload" href="{HURUF}" as="font" type="font/woff2" crossorigin />'
    )
    pengganti: tuple[tuple[str, str], ...] = (
        (r'<html lang="en">', '<html lang="id">'),
        (r"<title>[^<]*</title>", kepala),
        (r'<link rel="shortcut icon"[^>]*>', f'<link rel="icon" type="image/png" href="{IKON}" />'),
        (r'<link\s+rel="preload"\s+href="\./static/media/SourceSans[^>]*>', ""),
        (r"<!--\s*Machine-readable pointer.*?-->", ""),
        (r'<link\s+rel="(?:service-desc|preconnect|dns-prefetch)"[^>]*>', ""),
        (r"<!-- initialize window\.prerenderReady.*?-->", ""),
        (r"<script>\s*window\.prerenderReady = false\s*</script>", f"<script>{SKRIP_AWAL}</script>"),
        (r"<noscript>.*?</noscript>", f"<noscript><p>{TANPA_SKRIP}</p></noscript>"),
    )
    for pola, isi in pengganti:
        html = re.sub(pola, lambda _, isi=isi: isi, html, count=1, flags=re.DOTALL)  # type: ignore[misc]
    return re.sub(r"\n\s*\n", "\n", html)


class Halaman:
    """ASGI middleware that sends the localised shell wherever Streamlit would send its own.

    `html` is Streamlit's own shell; a response is replaced only when it is exactly that
    file, so other HTML answers pass untouched.
    """

    def __init__(self, app: ASGIApp, html: str, awalan: str = "") -> None:
        self.app = app
        self._panjang_asli = str(len(html.encode())).encode()
        self._bukan = tuple(awalan + b for b in _BUKAN_HALAMAN)
        isi = localise(html).encode()
        self._etag = b'W/"' + hashlib.sha256(isi).hexdigest()[:20].encode() + b'"'
        self._isi = {"": isi} | {sandi: compress(isi, sandi, 9) for sandi in ("br", "gzip")}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and swap the answer when it is Streamlit's shell."""
        if scope["type"] != "http" or scope["method"] not in {"GET", "HEAD"}:
            await self.app(scope, receive, send)
            return
        if scope["path"].startswith(self._bukan):
            await self.app(scope, receive, send)
            return
        asli = scope["headers"]
        bersyarat = {b"if-none-match", b"if-modified-since", b"range"}
        scope = dict(scope, headers=[h for h in asli if h[0].lower() not in bersyarat])
        ditukar = False

        async def swap(pesan: Message) -> None:
            nonlocal ditukar
            if pesan["type"] == "http.response.start" and self._is_shell(pesan):
                ditukar = True
                await self._send(dict(asli), scope["method"], send)
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

    async def _send(self, minta: dict[bytes, bytes], metode: str, send: Send) -> None:
        kepala = [(b"cache-control", SELALU_TANYA), (b"etag", self._etag), (b"vary", b"Accept-Encoding")]
        if matches_etag(minta.get(b"if-none-match", b""), self._etag):
            await send({"type": "http.response.start", "status": 304, "headers": kepala})
            await send({"type": "http.response.body", "body": b""})
            return
        sandi = choose_sandi(minta.get(b"accept-encoding", b"").decode("latin-1"))
        isi = self._isi[sandi]
        kepala += [
            (b"content-type", b"text/html; charset=utf-8"),
            (b"content-length", str(len(isi)).encode()),
        ]
        if sandi:
            kepala.append((b"content-encoding", sandi.encode()))
        await send({"type": "http.response.start", "status": 200, "headers": kepala})
        await send({"type": "http.response.body", "body": b"" if metode == "HEAD" else isi})
