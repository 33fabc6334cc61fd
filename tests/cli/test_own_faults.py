"""What nobody foresaw: one line, exit 70, the details in a file; what the system refuses is the user's."""

import re
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from sopgen.cli.main import LazyGroup


def run(monkeypatch: pytest.MonkeyPatch, folder: Path, error: Exception, **env: str) -> Result:
    @click.command()
    def rusak() -> None:
        raise error

    monkeypatch.delenv("SOPGEN_DEBUG")
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    group = LazyGroup("sopgen", commands={"rusak": rusak})
    monkeypatch.setattr("sopgen.cli.main.loaded", lambda _: rusak)
    return CliRunner().invoke(group, ["rusak"], env={"SOPGEN_LANG": "en", **env})


def test_a_fault_of_sopgen_is_one_line_and_its_details_are_kept_for_the_owner(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    result = run(monkeypatch, tmp_path, KeyError("tak terduga"))
    (kept,) = tmp_path.iterdir()
    assert 70 == result.exit_code
    told = "sopgen: this is a fault of sopgen, not of yours (KeyError). "
    assert f"{told}fix: give the file {kept} to who keeps sopgen\n" == result.output
    assert "KeyError: 'tak terduga'" in kept.read_text("utf-8")
    assert 0o600 == kept.stat().st_mode & 0o777


def test_it_is_told_in_indonesian(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    result = run(monkeypatch, tmp_path, ValueError(), SOPGEN_LANG="id")
    assert re.match(r"sopgen: ini kesalahan sopgen, .* perbaikan: berikan berkas", result.output)


def test_debugging_shows_the_traceback(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    result = run(monkeypatch, tmp_path, KeyError("x"), SOPGEN_DEBUG="1")
    assert isinstance(result.exception, KeyError)


def test_what_the_system_refuses_is_no_fault_of_sopgen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    result = run(monkeypatch, tmp_path, PermissionError(13, "Permission denied", "surat/1.pdf"))
    line = "sopgen: surat/1.pdf: Permission denied. fix: check the name, the place and the rights\n"
    assert (1, line) == (result.exit_code, result.output)
    assert [] == list(tmp_path.iterdir())
