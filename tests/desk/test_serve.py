"""The start of the desk."""

import asyncio
import socket
from pathlib import Path

import pytest

from sopgen.desk import serve
from sopgen.desk.running import PORT, Running


class _Told(Exception):
    pass


def test_a_desk_is_told_of_when_it_can_be_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second click meanwhile is to find it, and not to start another one."""

    def asked(_: Running, **values: object) -> None:
        with socket.create_connection((serve.HERE, int(str(values[PORT]))), timeout=60):
            raise _Told

    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setattr(Running, "put", asked)
    with pytest.raises(_Told):
        serve.serve(None, browser=False)


def test_the_end_of_an_answer_does_not_wait_until_its_beginning_has_come() -> None:
    told: list[int] = []

    async def answer(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        told.append(writer.get_extra_info("socket").getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
        writer.close()

    async def ask() -> None:
        with serve.front_socket() as place:
            place.bind((serve.HERE, 0))
            async with await asyncio.start_server(answer, sock=place):
                reader, writer = await asyncio.open_connection(*place.getsockname())
                await reader.read()
                writer.close()

    asyncio.run(ask())
    assert [1] == told
