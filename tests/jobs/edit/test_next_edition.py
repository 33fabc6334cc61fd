"""The shipped draft of 2026 is what `revise` and `fix` make of the edition of 2019, and nothing more."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from sopgen.cli.main import main
from sopgen.compare.changes import changes, unused_reasons
from sopgen.jobs.check import weigh
from sopgen.read.load import Edition, load_edition

ROOT = Path(__file__).parents[3]
DRAFT = Path("spec", "sop", "fkpm", "2026-draf.yaml")


def test_the_two_commands_make_the_shipped_draft(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, golden: Callable[[str, str], None]
) -> None:
    shutil.copytree(ROOT / "spec", tmp_path / "spec", ignore=shutil.ignore_patterns(DRAFT.name))
    monkeypatch.chdir(tmp_path)
    for lang, *words in (
        ("id", "revise", "spec/sop/fkpm/2019.yaml", "--edition", "2026"),
        ("en", "fix", str(DRAFT)),
    ):
        monkeypatch.setenv("SOPGEN_LANG", lang)
        assert 0 == CliRunner().invoke(main, words, catch_exceptions=False).exit_code
    golden(f"../../{DRAFT.as_posix()}", DRAFT.read_bytes().decode())


def test_what_check_names_in_the_draft_is_for_people_to_decide() -> None:
    found = weigh(load_edition(ROOT / DRAFT), date(2026, 12, 1))
    assert [] == [one for one in found.found if one.finding.mend]
    codes = "FL06 FL07 FL13 FL15 FL16 FL17 ID05 ID10 ID11 LB01 LB03 LB05 LB07 LG01"
    assert codes.split() == sorted({one.entry.code for one in found.found})
    assert ["look at the law itself"] == [one.finding.fix[:22] for one in found.found if one.entry.code == "LG01"]


def test_every_change_of_the_draft_has_its_reason(edition: Edition) -> None:
    new = load_edition(ROOT / DRAFT).sop
    found = changes(edition.sop, new)
    assert len(found) > 30
    assert [] == [change.path for change in found if not change.reason]
    assert [] == unused_reasons(found, new)
