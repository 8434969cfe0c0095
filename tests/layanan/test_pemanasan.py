"""The warm-up never stops the service, whatever the app does."""

import asyncio

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from kukar_potensi.layanan import pemanasan
from kukar_potensi.layanan.pemanasan import visit_pages


class AplikasiTiruan:
    """Answers each run with the list of pages; notes which pages were asked for."""

    def __init__(self, halaman: list[str], *, tolak: bool = False, diam: bool = False, putus: bool = False) -> None:
        self.halaman, self.tolak, self.diam, self.putus = halaman, tolak, diam, putus
        self.diminta: list[str] = []
        self.ditutup = False

    async def __call__(self, scope, receive, send) -> None:
        assert scope["path"] == "/kukar/_stcore/stream"
        assert (await receive())["type"] == "websocket.connect"
        await send({"type": "websocket.close" if self.tolak else "websocket.accept"})
        while (pesan := await receive())["type"] == "websocket.receive":
            self.diminta.append(BackMsg.FromString(pesan["bytes"]).rerun_script.page_script_hash)
            if self.diam:
                continue
            if self.putus:
                await send({"type": "websocket.close"})
                continue
            navigasi, selesai = ForwardMsg(), ForwardMsg()
            for sidik in self.halaman:
                navigasi.navigation.app_pages.add().page_script_hash = sidik
            selesai.script_finished = ForwardMsg.FINISHED_SUCCESSFULLY
            for jawab in (navigasi, selesai):
                await send({"type": "websocket.send", "bytes": jawab.SerializeToString()})
        self.ditutup = True


def test_every_page_is_run_and_the_session_is_closed():
    app = AplikasiTiruan(["a", "b", "c"])
    assert asyncio.run(visit_pages(app, "/kukar")) == 4
    assert app.diminta == ["", "a", "b", "c"]
    assert app.ditutup


@pytest.mark.parametrize("sifat", [{"tolak": True}, {"diam": True}, {"putus": True}])
def test_an_app_that_refuses_hangs_or_breaks_off_is_left_in_peace(sifat, monkeypatch):
    monkeypatch.setattr(pemanasan, "BATAS_HALAMAN_DETIK", 0.1)
    assert asyncio.run(visit_pages(AplikasiTiruan(["a"], **sifat), "/kukar")) == 0
