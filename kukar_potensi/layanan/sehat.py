"""Tell monitors and people whether the service and its data are well: GET /sehat."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from starlette.requests import Request
from starlette.responses import JSONResponse

import kukar_potensi

if TYPE_CHECKING:
    from kukar_potensi.model.himpunan import Himpunan

BATAS_TUNGGU_DETIK = 20.0
TABEL = (
    "kecamatan",
    "desa",
    "potensi",
    "kerja_sama",
    "tindak_lanjut",
    "opd",
    "urusan",
    "sektor",
    "klaster_ikn",
    "konektivitas",
    "rpjmd",
    "ikn_kukar",
)

_MULAI = time.monotonic()


def build_laporan(himpunan: Himpunan | None, galat: Exception | None = None) -> dict[str, Any]:
    """Return the health report; `status` is ok, galat, or menyiapkan while neither is known yet.

    `baris` counts rows by table, `temuan` faults in the data files, `terbuang` rows left out;
    null while the data cannot be read. `waktu_hidup_detik` is the age of the process.
    """
    laporan: dict[str, Any] = {
        "status": "ok",
        "versi_aplikasi": kukar_potensi.__version__,
        "versi_data": None,
        "baris": None,
        "temuan": None,
        "terbuang": None,
        "waktu_hidup_detik": round(time.monotonic() - _MULAI, 1),
    }
    if galat is not None:
        return laporan | {"status": "galat", "pesan": str(galat)}
    if himpunan is None:
        return laporan | {"status": "menyiapkan", "pesan": "Data sedang dibaca; coba lagi sebentar."}
    return laporan | {
        "versi_data": himpunan.versi,
        "baris": {nama: len(getattr(himpunan, nama)) for nama in TABEL},
        "temuan": len(himpunan.temuan),
        "terbuang": himpunan.terbuang,
    }


async def answer_sehat(_request: Request) -> JSONResponse:
    """Answer the health report: 200 while data can be served, 503 while it cannot.

    Waits for the first reading of the data, at most 20 seconds.
    """
    laporan = await read_laporan(_load_himpunan, BATAS_TUNGGU_DETIK)
    return JSONResponse(laporan, 200 if laporan["status"] == "ok" else 503, headers={"cache-control": "no-store"})


async def read_laporan(muat: Callable[[], Himpunan], batas_detik: float) -> dict[str, Any]:
    """Return the report on what `muat` gives or raises within `batas_detik` seconds."""
    try:
        himpunan = await asyncio.wait_for(asyncio.to_thread(muat), batas_detik)
    except TimeoutError:
        return build_laporan(None)
    except Exception as galat:  # noqa: BLE001  (whatever is broken, the report still goes out)
        return build_laporan(None, galat)
    return build_laporan(himpunan)


def _load_himpunan() -> Himpunan:
    from kukar_potensi.tampilan.data import get_bekal  # noqa: PLC0415  (the service answers before pandas is loaded)

    return get_bekal().himpunan
