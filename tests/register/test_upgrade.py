"""A register of an earlier sopgen is brought to the form of now without losing a number, on each database."""

import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import text
from tests.register.v1 import write_v1, write_v1_on_server

from sopgen.errors import SopgenError
from sopgen.register.database import closed_after, connect, sqlite_file, transaction
from sopgen.register.entry import LetterKey, NumberEntry, State
from sopgen.register.opening import open_existing, open_register
from sopgen.register.store import Register
from sopgen.register.upgrade import upgrade

OFFICE = "POLRES CONTOH / SATBINMAS"


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a register of form 1."""
    if request.param == "sqlite":
        write_v1(tmp_path / "register" / "surat-perintah.sqlite")
        return f"sqlite:///{tmp_path / 'register' / 'surat-perintah.sqlite'}"
    address: str = request.getfixturevalue("server")
    write_v1_on_server(address)
    return address


@pytest.fixture
def upgraded(url: str) -> Iterator[Register]:
    upgrade(url, OFFICE)
    register = open_register(url, OFFICE)
    with closed_after(register.engine):
        yield register


def kept(url: str, copy: str) -> int:
    """How many numbers the copy of the former register holds."""
    if sqlite_file(url):
        with closing(sqlite3.connect(copy)) as former:
            return int(former.execute("select count(*) from nomor").fetchone()[0])
    with closed_after(connect(url, "ro")) as engine, transaction(engine) as connection:
        return int(connection.execute(text(f"select count(*) from {copy}")).scalar_one())


def numbers(url: str) -> list[NumberEntry]:
    register = open_existing(url, OFFICE)
    with closed_after(register.engine):
        return register.entries()


def test_looking_into_an_earlier_register_tells_what_to_do_and_changes_nothing(url: str) -> None:
    path = sqlite_file(url)
    before = path.read_bytes() if path else b""
    for opened in (open_existing, open_register):
        with pytest.raises(SopgenError, match="`sopgen register upgrade`"):
            opened(url, OFFICE)
    assert before == (path.read_bytes() if path else b"")


def test_every_number_of_an_earlier_register_is_the_office_s_now(upgraded: Register) -> None:
    states = [(entry.year, entry.number, entry.state) for entry in upgraded.entries()]
    assert [
        (2025, 7, State.ISSUED),
        (2026, 1, State.ISSUED),
        (2026, 2, State.VOID),
        (2026, 3, State.RESERVED),
        (2026, 4, State.GIVEN),
    ] == states
    assert 4 == upgraded.give(LetterKey("k4", "empat", date(2026, 2, 1)), str).number
    assert 5 == upgraded.give(LetterKey("k5", "lima", date(2026, 2, 2)), str).number
    assert ["00000001"] == [person for person, _ in upgraded.same_day(["00000001"], date(2026, 1, 5))]


def test_a_copy_of_the_earlier_register_is_kept(url: str) -> None:
    assert 5 == kept(url, upgrade(url, OFFICE))


def test_an_upgrade_that_is_broken_off_leaves_the_earlier_register(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("sopgen.register.upgrade.raise_to_highest", broken)
    with pytest.raises(KeyboardInterrupt):
        upgrade(url, OFFICE)
    monkeypatch.undo()
    assert 5 == kept(url, upgrade(url, OFFICE))
    assert 5 == len(numbers(url))


def test_of_two_upgrades_at_once_one_is_done_and_the_other_told(url: str) -> None:
    def one(_: int) -> str:
        try:
            return upgrade(url, OFFICE)
        except SopgenError as error:
            return str(error)

    with ThreadPoolExecutor(2) as pool:
        told = list(pool.map(one, range(2)))
    assert 1 == sum("has the form of this sopgen" in words for words in told), told
    assert 5 == len(numbers(url))


def test_a_counter_that_was_set_back_is_raised_to_the_highest_number(url: str) -> None:
    with closed_after(connect(url, "rw")) as engine, transaction(engine) as former:
        former.execute(text("update penghitung set terakhir = 1"))
    upgrade(url, OFFICE)
    register = open_register(url, OFFICE)
    with closed_after(register.engine):
        assert 5 == register.give(LetterKey("k5", "lima", date(2026, 2, 2)), str).number


def test_a_register_of_now_is_not_upgraded_again(url: str, upgraded: Register) -> None:
    with pytest.raises(SopgenError, match="has the form of this sopgen"):
        upgrade(url, OFFICE)
    assert 5 == len(upgraded.entries())
