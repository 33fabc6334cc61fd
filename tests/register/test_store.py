"""The register of numbers on SQLite and on a real PostgreSQL: no number twice, none lost, every gap explained."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path
from tempfile import mkdtemp

import openpyxl
import pytest

from sopgen.errors import SopgenError
from sopgen.register.agenda import to_xlsx
from sopgen.register.store import LetterKey, Register, State, open_existing, open_register
from sopgen.register.tables import METADATA

DAY = date(2026, 12, 1)
GIVER = """
import sys
from datetime import date
from sopgen.register.store import LetterKey, open_register
register = open_register(sys.argv[1])
for n in range(int(sys.argv[3])):
    entry = register.give(LetterKey(f"{sys.argv[2]}-{n}", "uji", date(2026, 12, 1)), str)
    register.complete(entry, "0" * 64)
"""
SAME = """
import sys
from datetime import date
from sopgen.register.store import LetterKey, open_register
register = open_register(sys.argv[1])
for first in range(0, 320, 32):
    asked = [(LetterKey(f"surat-{n}", "uji", date(2026, 12, 1), (str(n),)), str) for n in range(first, first + 32)]
    print(*(entry.number for entry in register.give_all(asked)))
"""
DYING = """
import os, signal, sys
from datetime import date
from sopgen.register.store import LetterKey, open_register
open_register(sys.argv[1]).give(LetterKey("surat-x", "uji", date(2026, 12, 1)), str)
os.kill(os.getpid(), signal.SIGKILL)
"""


def postgres_programs() -> Path | None:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    return found[-1].parent if found else None


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """A PostgreSQL of our own, on a socket in a folder; as root it runs as the user `postgres`."""
    programs = postgres_programs()
    if programs is None or sys.platform == "win32":
        if os.environ.get("CI"):
            pytest.fail("missing in CI: PostgreSQL")
        pytest.skip("not installed: PostgreSQL")
    # Not in pytest's own folder: each run that begins beside this one closes that to other users.
    folder = Path(mkdtemp(prefix="sopgen-pg-"))
    before: list[str] = []
    if os.geteuid() == 0:
        before = ["runuser", "-u", "postgres", "--"]
        shutil.chown(folder, "postgres")
    data = folder / "data"

    def run(*words: str | Path) -> None:
        subprocess.run([*before, *map(str, words)], check=True, capture_output=True)

    run(programs / "initdb", "-D", data, "-A", "trust", "-U", "sopgen", "-E", "UTF8", "--locale=C")
    options = f"-c listen_addresses='' -c unix_socket_directories={folder} -c fsync=off"
    run(programs / "pg_ctl", "-D", data, "-w", "-l", folder / "log", "-o", options, "start")
    try:
        yield f"postgresql+psycopg://sopgen@/postgres?host={folder}"
    finally:
        run(programs / "pg_ctl", "-D", data, "-m", "immediate", "stop")
        shutil.rmtree(folder)


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'register' / 'surat.sqlite'}"
    address: str = request.getfixturevalue("server")
    engine = open_register(address).engine
    METADATA.drop_all(engine)
    engine.dispose()
    return address


@pytest.fixture
def register(url: str) -> Iterator[Register]:
    found = open_register(url)
    yield found
    found.engine.dispose()


def letter(key: str, day: date = DAY, *people: str) -> LetterKey:
    return LetterKey(key, f"perihal {key}", day, people)


def printed(number: int) -> str:
    return f"Sprin/{number}/XII/2026"


def test_numbers_follow_each_other_and_begin_anew_each_year(register: Register) -> None:
    given = [register.give(letter(key), printed).number for key in "abc"]
    assert [1, 2, 3] == given
    assert 1 == register.give(letter("d", date(2027, 1, 2)), printed).number


def test_the_same_letter_keeps_its_number(register: Register) -> None:
    first = register.give(letter("a"), printed)
    assert first == register.give(letter("a"), printed)
    assert 1 == len(register.entries(2026))


def test_a_void_number_is_never_given_again(register: Register) -> None:
    register.give(letter("a"), printed)
    assert State.VOID is register.void(2026, 1, "salah tanggal").state
    assert 2 == register.give(letter("a"), printed).number
    with pytest.raises(SopgenError):
        register.void(2026, 1, "lagi")
    with pytest.raises(SopgenError):
        register.void(2026, 2, " ")
    with pytest.raises(SopgenError):
        register.void(2026, 9, "tidak ada")


def test_a_reserved_block_is_skipped(register: Register) -> None:
    register.give(letter("a"), printed)
    block = register.reserve(2026, 5, "formulir kosong", printed)
    assert [2, 3, 4, 5, 6] == [entry.number for entry in block]
    assert {State.RESERVED} == {entry.state for entry in block}
    assert 7 == register.give(letter("b"), printed).number


def test_letters_are_given_numbers_together_as_one_by_one(register: Register) -> None:
    register.give(letter("b"), printed)
    given = register.give_all([(letter(key), printed) for key in ("a", "b", "c", "a")])
    assert [2, 1, 3, 2] == [entry.number for entry in given]
    register.complete_all([(entry, "sidik") for entry in given[:2]])
    assert [3] == [number for number, _ in register.gaps(2026)]


def test_a_person_with_two_orders_on_a_day_is_found(register: Register) -> None:
    first = register.give(letter("a", DAY, "00000001", "00000002"), printed)
    second = letter("b", DAY, "00000002")
    register.give(second, printed)
    assert [("00000002", first.text)] == [(p, e.text) for p, e in register.same_day(["00000002"], DAY, {second.key})]
    register.void(2026, 1, "batal")
    assert [] == register.same_day(["00000002"], DAY, {second.key})


def test_two_processes_give_five_hundred_each_without_a_double_or_a_gap(url: str) -> None:
    open_register(url).engine.dispose()
    givers = [subprocess.Popen([sys.executable, "-c", GIVER, url, name, "500"]) for name in ("satu", "dua")]
    assert [0, 0] == [giver.wait(timeout=240) for giver in givers]
    register = open_register(url)
    assert list(range(1, 1001)) == [entry.number for entry in register.entries(2026)]
    assert [] == register.gaps(2026)
    register.engine.dispose()


def test_two_processes_that_issue_the_same_letters_get_the_same_numbers(url: str) -> None:
    open_register(url).engine.dispose()
    givers = [subprocess.Popen([sys.executable, "-c", SAME, url], stdout=subprocess.PIPE) for _ in range(2)]
    told = [giver.communicate(timeout=120)[0].split() for giver in givers]
    assert told[0] == told[1]
    register = open_register(url)
    assert list(range(1, 321)) == [entry.number for entry in register.entries(2026)]
    assert sorted(map(int, told[0])) == list(range(1, 321))
    register.engine.dispose()


def test_letters_of_two_years_are_given_numbers_together(register: Register) -> None:
    asked = [letter("a", date(2027, 1, 1)), letter("b"), letter("c", date(2027, 1, 1))]
    given = register.give_all([(one, printed) for one in asked])
    assert [(2027, 1), (2026, 1), (2027, 2)] == [(entry.year, entry.number) for entry in given]


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is not to be had on Windows")
def test_a_kill_between_number_and_file_loses_nothing(url: str) -> None:
    open_register(url).engine.dispose()
    died = subprocess.run([sys.executable, "-c", DYING, url], check=False)
    assert -signal.SIGKILL == died.returncode
    register = open_register(url)
    ((number, entry),) = register.gaps(2026)
    assert entry is not None
    assert (1, State.GIVEN) == (number, entry.state)
    again = register.give(LetterKey("surat-x", "uji", DAY), str)
    register.complete(again, "f" * 64)
    assert 1 == again.number
    assert [] == register.gaps(2026)
    register.engine.dispose()


def test_the_agenda_book_has_a_row_a_number_and_no_formula(register: Register) -> None:
    register.give(LetterKey("a", "=1+1", DAY), printed)
    register.void(2026, 1, "salah")
    content = to_xlsx(register.entries())
    assert content == to_xlsx(register.entries())
    sheet = openpyxl.load_workbook(BytesIO(content)).active
    assert sheet is not None
    row = [cell.value for cell in sheet[2]]
    assert [1, printed(1), "=1+1", "batal", "salah"] == [row[0], row[1], row[3], row[4], row[5]]
    assert "s" == sheet["D2"].data_type


@pytest.mark.parametrize("address", ["bukan alamat", "mysql://x/y", "postgresql+psycopg://sopgen@127.0.0.1:1/tiada"])
def test_an_address_that_leads_nowhere_is_one_clear_line(address: str) -> None:
    with pytest.raises(SopgenError) as caught:
        open_register(address)
    assert "\n" not in str(caught.value)


def test_a_number_is_found_by_its_letter_and_none_is_given(register: Register) -> None:
    given = register.give(LetterKey("surat-a", "uji", DAY), str)
    assert given == register.find("surat-a")
    assert register.find("surat-b") is None
    assert [given] == register.entries()


def test_a_register_to_look_into_is_not_begun(tmp_path: Path) -> None:
    with pytest.raises(SopgenError, match="there is no register"):
        open_existing(f"sqlite:///{tmp_path}/tiada/register.sqlite")
    assert [] == list(tmp_path.iterdir())
    open_register(f"sqlite:///{tmp_path}/ada.sqlite")
    assert [] == open_existing(f"sqlite:///{tmp_path}/ada.sqlite").entries()
