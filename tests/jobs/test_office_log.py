"""The log of an office: who did what, and when; nobody whom a letter orders."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from sopgen.cli.main import main
from sopgen.jobs.office.log import FILE, WORDS, LoggedAct, log, logged


def test_the_last_acts_are_told_the_newest_first(tmp_path: Path) -> None:
    for number in range(5):
        log(tmp_path, "budi", LoggedAct.STEP, f"fkpm/{number}")
    assert ["fkpm/4", "fkpm/3"] == [one.tentang for one in logged(tmp_path, 2)]
    assert "budi" == logged(tmp_path, 1)[0].siapa


def test_a_line_that_was_cut_short_hides_no_other(tmp_path: Path) -> None:
    log(tmp_path, "budi", LoggedAct.SCAN, "fkpm/2026")
    with (tmp_path / FILE).open("a", encoding="utf-8") as file:
        file.write('{"waktu": "2026-')
    assert ["fkpm/2026"] == [one.tentang for one in logged(tmp_path, 9)]


def test_every_act_has_words() -> None:
    assert set(LoggedAct) == set(WORDS)


def test_the_log_is_printed_and_an_office_without_one_has_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "spec").mkdir()
    (tmp_path / "spec" / "satuan.yaml").touch()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOPGEN_LANG", "en")
    assert "" == CliRunner().invoke(main, ["log"]).output
    log(tmp_path, "budi", LoggedAct.LETTERS, "12/2026")
    assert "budi  gave letters: 12/2026" in CliRunner().invoke(main, ["log"]).output
