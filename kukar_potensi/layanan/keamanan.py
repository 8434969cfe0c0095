"""Put security headers on every answer: nothing is loaded from outside, nothing frames the app."""

from __future__ import annotations

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kukar_potensi.layanan.halaman import script_hash

_DASAR = {
    "default-src": "'self'",
    "base-uri": "'self'",
    "connect-src": "'self'",
    "font-src": "'self' data:",
    "form-action": "'self'",
    "frame-ancestors": "'self'",
    "frame-src": "'self'",
    # Map tiles of the optional online base map are the one thing that may come from outside.
    "img-src": "'self' data: blob: https:",
    "media-src": "'self' data: blob:",
    "object-src": "'none'",
    "style-src": "'self' 'unsafe-inline'",
    "worker-src": "'self' blob:",
}
KEPALA: tuple[tuple[bytes, bytes], ...] = (
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"SAMEORIGIN"),
    # Not "no-referrer": tile servers ask to know which site uses them.
    (b"referrer-policy", b"strict-origin-when-cross-origin"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    (b"cross-origin-opener-policy", b"same-origin"),
)


def build_policy(skrip: str) -> bytes:
    """Return a Content-Security-Policy with the given script sources."""
    arah = _DASAR | {"script-src": skrip}
    return "; ".join(f"{nama} {nilai}" for nama, nilai in arah.items()).encode()


# streamlit-folium draws by eval: only its own frame may do so.
KEBIJAKAN_KOMPONEN = build_policy("'self' 'unsafe-inline' 'unsafe-eval'")
KEBIJAKAN_SVG = b"default-src 'none'; style-src 'unsafe-inline'"


class Keamanan:
    """ASGI middleware that adds the headers an answer does not have yet.

    `skrip` is the one inline script that the page may run.
    """

    def __init__(self, app: ASGIApp, skrip: str, awalan: str = "") -> None:
        self.app = app
        self._halaman = build_policy(f"'self' 'wasm-unsafe-eval' {script_hash(skrip)}")
        self._komponen = f"{awalan}/component/"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and complete the headers of its answer."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def complete(pesan: Message) -> None:
            if pesan["type"] == "http.response.start":
                kepala = list(pesan.get("headers", ()))
                ada = {nama.lower(): nilai for nama, nilai in kepala}
                kebijakan = self._policy(scope["path"], ada.get(b"content-type", b""), pesan["status"])
                if kebijakan is not None:
                    kepala.append((b"content-security-policy", kebijakan))
                kepala += [(nama, nilai) for nama, nilai in KEPALA if nama not in ada]
                pesan = {**pesan, "headers": kepala}
            await send(pesan)

        await self.app(scope, receive, complete)

    def _policy(self, jalur: str, jenis: bytes, status: int) -> bytes | None:
        if jenis.startswith(b"image/svg"):
            return KEBIJAKAN_SVG
        # A 304 refreshes the headers of the stored page, so it carries the policy as well.
        if not jenis.startswith(b"text/html") and not (status == 304 and not jenis):
            return None
        return KEBIJAKAN_KOMPONEN if jalur.startswith(self._komponen) else self._halaman
