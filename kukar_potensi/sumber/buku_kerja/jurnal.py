"""Replace several files as one: all of them or none, also when the machine stops halfway.

While a change is under way a journal stands in the folder and names the old copies. Whoever
reads the folder goes by `find_berkas`, and so sees the old files until the journal is gone:
taking it away is the one step that makes the change. A journal left behind by a stopped
process is undone by `recover` before the next change.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

JURNAL: Final = ".gabung.json"
CADANGAN: Final = ".cadangan"

_SEMENTARA: Final = ".gabung"
_KUNCI: Final = "kunci"
_DISUNTING: Final = ".disunting"


_SEBAB: Final = {
    errno.ENOENT: "tidak ada",
    errno.EACCES: "tidak ada izin",
    errno.EPERM: "tidak ada izin",
    errno.EISDIR: "itu folder",
    errno.ENOTDIR: "bukan folder",
    errno.ENOSPC: "ruang cakram habis",
    errno.EROFS: "hanya dapat dibaca",
}


class GalatGabung(ValueError):
    """A change of the data folder is refused; the message (Indonesian) says why and what to do."""


def find_berkas(folder: Path, berkas: str) -> Path:
    """Return where the content of a file stands: its place, or its old copy while a change is unfinished."""
    jurnal = _read_jurnal(folder)
    if jurnal and berkas in jurnal["berkas"]:
        return folder / str(jurnal["cadangan"]) / berkas
    return folder / berkas


def replace_semua(folder: Path, lama: Mapping[str, bytes], baru: Mapping[str, bytes], versi: str) -> Path:
    """Replace the files `lama` by `baru` as one change and return the folder that keeps the old ones.

    `versi` is the version of the data before the change; it names the copies. Raises
    GalatGabung, with nothing changed, when another change is under way, when a file is no
    longer what it was, or when it cannot be written.
    """
    with _lock(folder):
        recover(folder)
        berubah = [nama for nama, isi in lama.items() if (folder / nama).read_bytes() != isi]
        if berubah:
            raise GalatGabung(
                f"{', '.join(berubah)} diubah orang lain sejak diperiksa. Ulangi perintah ini; belum ada yang diubah."
            )
        cadangan = _make_cadangan(folder, versi)
        try:
            _write_semua(folder, lama, baru, cadangan)
        except BaseException as sebab:
            recover(folder)
            shutil.rmtree(cadangan, ignore_errors=True)
            if not isinstance(sebab, OSError):
                raise
            raise GalatGabung(
                f"Berkas tidak dapat ditulis ({word_sebab(sebab)}); data tetap seperti semula. Periksa izin tulis dan "
                "ruang cakram, lalu ulangi."
            ) from sebab
        _sync_folder(folder)
    return cadangan


def _write_semua(folder: Path, lama: Mapping[str, bytes], baru: Mapping[str, bytes], cadangan: Path) -> None:
    """Go through the change step by step; the last step makes it."""
    for nama, isi in lama.items():
        write_utuh(cadangan / nama, isi)
    for nama, isi in baru.items():
        write_utuh(_name_sementara(folder, nama), isi)
        shutil.copymode(folder / nama, _name_sementara(folder, nama))
    _write_jurnal(folder, cadangan, baru)
    for nama in baru:
        _name_sementara(folder, nama).replace(folder / nama)
    _sync_folder(folder)
    (folder / JURNAL).unlink()


def recover_sendiri(folder: Path) -> list[str]:
    """Undo a change that was stopped halfway, unless one is under way; return the files put back."""
    if not (folder / JURNAL).exists():
        return []
    with _lock(folder):
        return recover(folder)


def recover(folder: Path) -> list[str]:
    """Undo a change that was stopped halfway and return the files put back; nothing to do gives none.

    A file that somebody edited since is kept beside its copy before it is put back.
    """
    jurnal = _read_jurnal(folder)
    pulih: list[str] = []
    if jurnal:
        cadangan = folder / str(jurnal["cadangan"])
        for nama, sidik in jurnal["berkas"].items():
            isi, lama = (folder / nama).read_bytes(), (cadangan / nama).read_bytes()
            if isi == lama:
                continue
            if hashlib.sha256(isi).hexdigest() != sidik:
                write_utuh(cadangan / f"{nama}{_DISUNTING}", isi)
            write_utuh(_name_sementara(folder, nama), lama)
            shutil.copymode(folder / nama, _name_sementara(folder, nama))
            _name_sementara(folder, nama).replace(folder / nama)
            pulih.append(nama)
        _sync_folder(folder)
        (folder / JURNAL).unlink()
        _sync_folder(folder)
    for sisa in folder.glob(f".*{_SEMENTARA}"):
        sisa.unlink()
    return pulih


def write_utuh(berkas: Path, isi: bytes) -> None:
    """Write a file and wait until it stands on the disk."""
    berkas.parent.mkdir(parents=True, exist_ok=True)
    with berkas.open("wb") as aliran:
        aliran.write(isi)
        aliran.flush()
        os.fsync(aliran.fileno())


def word_sebab(galat: OSError) -> str:
    """Return in Indonesian why the system refused; its own words for what is rare."""
    return _SEBAB.get(galat.errno or 0) or galat.strerror or type(galat).__name__


def _read_jurnal(folder: Path) -> dict[str, Any] | None:
    try:
        isi = json.loads((folder / JURNAL).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    utuh = isinstance(isi, dict) and isinstance(isi.get("berkas"), dict) and _is_cadangan(str(isi.get("cadangan")))
    return isi if utuh else None


def _is_cadangan(jalur: str) -> bool:
    """Tell whether a path leads to old copies inside the folder and nowhere else."""
    bagian = jalur.split("/")
    return len(bagian) == 2 and bagian[0] == CADANGAN and bagian[1] not in {"", ".", ".."}


def _write_jurnal(folder: Path, cadangan: Path, baru: Mapping[str, bytes]) -> None:
    """Put the journal in place in one step; from here on readers see the old copies."""
    isi = {
        "cadangan": cadangan.relative_to(folder).as_posix(),
        "berkas": {nama: hashlib.sha256(satu).hexdigest() for nama, satu in baru.items()},
    }
    _sync_folder(cadangan)
    sementara = _name_sementara(folder, JURNAL)
    write_utuh(sementara, json.dumps(isi, indent=1).encode())
    sementara.replace(folder / JURNAL)
    _sync_folder(folder)


def _make_cadangan(folder: Path, versi: str) -> Path:
    """Make the folder of the old copies: numbered, and named after the version they hold."""
    induk = folder / CADANGAN
    nomor = [int(satu.name[:4]) for satu in induk.glob("[0-9][0-9][0-9][0-9]-*")]
    cadangan = induk / f"{max(nomor, default=0) + 1:04d}-{versi}"
    try:
        cadangan.mkdir(parents=True)
    except OSError as sebab:
        raise GalatGabung(
            f"Folder cadangan {cadangan} tidak dapat dibuat ({word_sebab(sebab)}); belum ada yang diubah."
        ) from sebab
    return cadangan


def _name_sementara(folder: Path, nama: str) -> Path:
    return folder / f".{nama.replace('/', '_')}{_SEMENTARA}"


def _sync_folder(folder: Path) -> None:
    """Wait until the names in a folder stand on the disk; systems that cannot do so are left alone."""
    try:
        penanda = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(penanda)
    except OSError:
        return
    finally:
        os.close(penanda)


@contextmanager
def _lock(folder: Path) -> Iterator[None]:
    """Keep other changes of the folder out; the lock goes with the process that holds it."""
    try:
        (folder / CADANGAN).mkdir(exist_ok=True)
        aliran = (folder / CADANGAN / _KUNCI).open("ab")
    except OSError as sebab:
        raise GalatGabung(f"Folder data {folder} tidak dapat ditulis ({word_sebab(sebab)}).") from sebab
    with aliran:
        kunci = _find_pengunci()
        try:
            kunci(aliran.fileno())
        except OSError:
            raise GalatGabung("Penggabungan lain sedang berjalan di folder ini. Tunggu selesai, lalu ulangi.") from None
        yield


def _find_pengunci() -> Callable[[int], None]:
    """Return the function that locks an open file at once or fails; nothing to do where there is none."""
    try:
        import fcntl  # noqa: PLC0415  (not on every system)
    except ImportError:
        return lambda _: None
    return lambda penanda: fcntl.flock(penanda, fcntl.LOCK_EX | fcntl.LOCK_NB)
