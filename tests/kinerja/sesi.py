"""One visitor of the service without a browser: speaks Streamlit's websocket protocol as its scripts do.

Loopback only. Messages travel compressed, and what the visitor already has is named by its hash, as a browser does.
"""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, field
from typing import Any, Self
from urllib.parse import urlencode

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Subprotocol

BATAS_DETIK = 60.0
# Beginnings of words: nearly all of them leave some rows, and hardly two the same ones.
KATA = tuple(f"{awal}{vokal}{akhir}" for akhir in ("", "n", "r") for awal in "bcdgjklmnprst" for vokal in "aiueo")


class GalatSesi(RuntimeError):
    """A run that ended otherwise than well."""


@dataclass
class Sesi:
    """A websocket session: open it, run a page, change the keyword of the filter."""

    port: int
    kuki: str = ""
    bawah: bool = True
    halaman: dict[str, str] = field(default_factory=dict)
    aktif: str = ""
    id_cari: str = ""
    id_pilih: str = ""
    nilai: dict[str, WidgetState] = field(default_factory=dict)
    """Values of the fields that a browser would show, which it sends with every run."""
    punya: set[str] = field(default_factory=set)
    unsur: int = 0
    _soket: ClientConnection | None = None

    async def __aenter__(self) -> Self:
        """Open the websocket."""
        kepala = {"Cookie": self.kuki} if self.kuki else None
        self._soket = await connect(
            f"ws://127.0.0.1:{self.port}/_stcore/stream",
            subprotocols=[Subprotocol("streamlit")],
            additional_headers=kepala,
            max_size=None,
            proxy=None,
            ping_interval=None,
            open_timeout=BATAS_DETIK,
        )
        return self

    async def __aexit__(self, *_: object) -> None:
        """Close it again."""
        if self._soket is not None:
            await self._soket.close()

    async def run(self, halaman: str = "", kata: str = "", batas: float = BATAS_DETIK) -> float:
        """Run a page (by its file name; empty: the one shown) and return the seconds until its end.

        Raises:
            GalatSesi: the script failed, or showed an error.
            TimeoutError: no end within `batas` seconds.
        """
        pesan = BackMsg()
        jalan = pesan.rerun_script
        if halaman and halaman in self.halaman:
            self.aktif = self.halaman[halaman]
        jalan.page_script_hash = self.aktif
        jalan.context_info.color_scheme = "light"
        jalan.context_info.timezone = "Asia/Makassar"
        jalan.context_info.locale = "id-ID"
        jalan.context_info.url = f"http://127.0.0.1:{self.port}/"
        jalan.widget_states.SetInParent()
        if kata:
            jalan.query_string = urlencode({"cari": kata})
            kunci = self.id_cari or self.id_pilih
            self.nilai[kunci] = WidgetState(id=kunci, string_value=kata)
        if halaman:
            self.nilai.clear()  # a new page starts without any
        jalan.widget_states.widgets.extend(self.nilai.values())
        jalan.cached_message_hashes.extend(sorted(self.punya))
        return await asyncio.wait_for(self._exchange(pesan.SerializeToString()), batas)

    async def _exchange(self, isi: bytes) -> float:
        assert self._soket is not None
        awal = time.perf_counter()
        await self._soket.send(isi)
        self.unsur = 0
        baru: set[str] = set()
        while True:
            terima = ForwardMsg.FromString(_bytes(await self._soket.recv()))
            jenis = terima.WhichOneof("type")
            if jenis == "delta":
                self._note(terima)
                if terima.metadata.cacheable:
                    baru.add(terima.hash)
            elif jenis == "ref_hash":
                baru.add(terima.ref_hash)
            elif jenis == "new_session" and not self.aktif:
                self.aktif = terima.new_session.page_script_hash
            elif jenis == "navigation":
                self.halaman = {h.page_name or h.url_pathname: h.page_script_hash for h in terima.navigation.app_pages}
            elif jenis == "script_finished":
                lama = time.perf_counter() - awal
                self.punya = baru
                if terima.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY:
                    return lama
                if terima.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                    raise GalatSesi(str(terima.script_finished))

    def _note(self, pesan: ForwardMsg) -> None:
        self.unsur += 1
        elemen: Any = pesan.delta.new_element
        jenis = elemen.WhichOneof("type")
        if jenis == "exception":
            raise GalatSesi(elemen.exception.message)
        if jenis == "text_input" and elemen.text_input.id.endswith("-cari"):
            self.id_cari = elemen.text_input.id
        elif jenis == "selectbox":
            kotak = elemen.selectbox
            self.id_pilih = self.id_pilih or kotak.id
            nilai = {"string_value": kotak.options[kotak.default]} if kotak.HasField("default") else {}
            if kotak.set_value:  # the service chose another value: a browser takes it over
                self.nilai[kotak.id] = WidgetState(id=kotak.id, string_value=kotak.raw_value)
            self.nilai.setdefault(kotak.id, WidgetState(id=kotak.id, **nilai))
        elif jenis == "button_group" and elemen.button_group.default:
            grup = elemen.button_group
            satu = WidgetState(id=grup.id)
            satu.string_array_value.data.extend(grup.options[ke].content for ke in grup.default)
            self.nilai.setdefault(grup.id, satu)


def _bytes(isi: str | bytes) -> bytes:
    assert isinstance(isi, bytes)
    return isi
