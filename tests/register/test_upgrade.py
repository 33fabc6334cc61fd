"""A register of an earlier sopgen is brought to the form of now without losing a number."""

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from tests.register.v1 import write_v1

from sopgen.errors import SopgenError
from sopgen.register.entry import LetterKey, State
from sopgen.register.opening import open_existing, open_register
from sopgen.register.upgrade import upgrade

OFFICE = "POLRES CONTOH / SATBINMAS"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "register" / "surat-perintah.sqlite"
    write_v1(made)
    return made


def test_looking_into_an_earlier_register_tells_what_to_do_and_changes_nothing(path: Path) -> None:
    before = path.read_bytes()
    for opened in (open_existing, open_register):
        with pytest.raises(SopgenError, match="`sopgen register upgrade`"):
            opened(f"sqlite:///{path}", OFFICE)
    assert before == path.read_bytes()


def test_every_number_of_an_earlier_register_is_the_office_s_now(path: Path) -> None:
    copy = Path(upgrade(f"sqlite:///{path}", OFFICE))
    register = open_register(f"sqlite:///{path}", OFFICE)
    states = [(entry.year, entry.number, entry.state) for entry in register.entries()]
    assert [
        (2025, 7, State.ISSUED),
        (2026, 1, State.ISSUED),
        (2026, 2, State.VOID),
        (2026, 3, State.RESERVED),
        (2026, 4, State.GIVEN),
    ] == states
    assert 4 == register.give(LetterKey("k4", "empat", date(2026, 2, 1)), str).number
    assert 5 == register.give(LetterKey("k5", "lima", date(2026, 2, 2)), str).number
    assert ["00000001"] == [person for person, _ in register.same_day(["00000001"], date(2026, 1, 5))]
    with closing(sqlite3.connect(copy)) as former:
        assert 5 == former.execute("select count(*) from nomor").fetchone()[0]


def test_an_upgrade_that_is_broken_off_leaves_the_earlier_register(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("sopgen.register.upgrade.raise_to_highest", broken)
    with pytest.raises(KeyboardInterrupt):
        upgrade(f"sqlite:///{path}", OFFICE)
    monkeypatch.undo()
    upgrade(f"sqlite:///{path}", OFFICE)
    assert 5 == len(open_existing(f"sqlite:///{path}", OFFICE).entries())


def test_a_counter_that_was_set_back_is_raised_to_the_highest_number(path: Path) -> None:
    with closing(sqlite3.connect(path)) as former:
        former.execute("update penghitung set terakhir = 1")
        former.commit()
    upgrade(f"sqlite:///{path}", OFFICE)
    register = open_register(f"sqlite:///{path}", OFFICE)
    assert 5 == register.give(LetterKey("k5", "lima", date(2026, 2, 2)), str).number


def test_a_register_of_now_is_not_upgraded_again(path: Path) -> None:
    upgrade(f"sqlite:///{path}", OFFICE)
    with pytest.raises(SopgenError, match="has the form of this sopgen"):
        upgrade(f"sqlite:///{path}", OFFICE)
