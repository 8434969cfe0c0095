"""Answer for static files: compressed, with long caching, before Streamlit sees the request.

Streamlit sends its own bundle uncompressed (2.7 MB on a first visit) and the app's files
without any caching; on a weak link that is most of the wait.
"""

from __future__ import annotations

from pathlib import Path

from starlette.types import ASGIApp, Receive, Scope, Send

from kukar_potensi.layanan.katalog import Aset, Katalog
from kukar_potensi.layanan.mampat import GudangBadan, choose_sandi

ABADI = b"public, max-age=31536000, immutable"
SEHARI = b"public, max-age=86400, stale-while-revalidate=604800"
SELALU_TANYA = b"no-cache"
UKURAN_MAKS = 32 * 1024 * 1024


class BerkasStatis:
    """ASGI middleware that serves every file of a catalogue.

    A hashed name, or a URL with `?v=`, is cached for ever; HTML is asked for again each
    time; anything else lives a day. Requests for a byte range and files over 32 MB are left
    to the app inside. `pengganti` maps a URL to a smaller file that is sent in its place.
    """

    def __init__(self, app: ASGIApp, katalog: Katalog, cache: Path, pengganti: dict[str, Path] | None = None) -> None:
        self.app = app
        self._katalog = katalog
        self._badan = GudangBadan(cache)
        self._pengganti = pengganti or {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve the file when the request is for one, or pass the request on."""
        if scope["type"] == "http" and scope["method"] in {"GET", "HEAD"}:
            aset = self._katalog.find(scope["path"])
            if aset is not None and await self._serve(aset, scope, send):
                return
        await self.app(scope, receive, send)

    async def _serve(self, aset: Aset, scope: Scope, send: Send) -> bool:
        minta = {nama.lower(): nilai for nama, nilai in scope["headers"]}
        cache = _cache_control(aset, scope.get("query_string", b""))
        if aset.url in self._pengganti:
            aset = Aset(aset.url, self._pengganti[aset.url], abadi=False)
            cache = SEHARI
        try:
            if b"range" in minta or aset.berkas.stat().st_size > UKURAN_MAKS:
                return False
            badan = await self._badan.get(aset, choose_sandi(minta.get(b"accept-encoding", b"").decode("latin-1")))
        except OSError:
            return False
        kepala = [(b"cache-control", cache), (b"etag", badan.etag), (b"x-content-type-options", b"nosniff")]
        if aset.mampat:
            kepala.append((b"vary", b"Accept-Encoding"))
        if matches_etag(minta.get(b"if-none-match", b""), badan.etag):
            await send({"type": "http.response.start", "status": 304, "headers": kepala})
            await send({"type": "http.response.body", "body": b""})
            return True
        kepala += [
            (b"content-type", aset.jenis_isi.encode()),
            (b"content-length", str(len(badan.isi)).encode()),
        ]
        if badan.sandi:
            kepala.append((b"content-encoding", badan.sandi.encode()))
        await send({"type": "http.response.start", "status": 200, "headers": kepala})
        await send({"type": "http.response.body", "body": b"" if scope["method"] == "HEAD" else badan.isi})
        return True


def matches_etag(jika_bukan: bytes, etag: bytes) -> bool:
    """Say whether an If-None-Match header names the tag (weak comparison)."""
    if not jika_bukan:
        return False
    punya = etag.removeprefix(b"W/")
    return any(tanda.strip().removeprefix(b"W/") in {punya, b"*"} for tanda in jika_bukan.split(b","))


def _cache_control(aset: Aset, tanya: bytes) -> bytes:
    if aset.berkas.suffix == ".html":
        return SELALU_TANYA
    if aset.abadi or tanya.startswith(b"v="):
        return ABADI
    return SEHARI
