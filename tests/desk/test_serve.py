"""The start of the desk."""

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
