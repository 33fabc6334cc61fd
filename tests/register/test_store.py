"""The register of numbers on SQLite and on a real PostgreSQL: no number twice, none lost, every gap explained."""

import os
import signal
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from datetime import date
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from tests.examples import many

from sopgen.errors import SopgenError
from sopgen.register.agenda import to_xlsx
from sopgen.register.database import connect, transaction
from sopgen.register.entry import LetterKey, NumberEntry, State
from sopgen.register.opening import begin, open_existing, open_register, rename
from sopgen.register.store import Register
from sopgen.register.tables import COUNTERS, METADATA, NUMBERS

DAY = date(2026, 12, 1)
OFFICE = "KANTOR CONTOH"
GIVER = """
import sys
from datetime import date
from sopgen.register.entry import LetterKey
from sopgen.register.opening import open_register
register = open_register(sys.argv[1], "KANTOR CONTOH")
for n in range(int(sys.argv[3])):
    entry = register.give(LetterKey(f"{sys.argv[2]}-{n}", "uji", date(2026, 12, 1)), str)
    register.complete(entry, {"a.docx": "0" * 64})
"""
SAME = """
import sys
from datetime import date
from sopgen.register.entry import LetterKey
from sopgen.register.opening import open_register
register = open_register(sys.argv[1], "KANTOR CONTOH")
for first in range(0, 320, 32):
    asked = [(LetterKey(f"surat-{n}", "uji", date(2026, 12, 1), (str(n),)), str) for n in range(first, first + 32)]
    print(*(entry.number for entry in register.give_all(asked)))
"""
DYING = """
import os, signal, sys
from datetime import date
from sopgen.register.entry import LetterKey
from sopgen.register.opening import open_register
open_register(sys.argv[1], "KANTOR CONTOH").give(LetterKey("surat-x", "uji", date(2026, 12, 1)), str)
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'register' / 'surat.sqlite'}"
    address: str = request.getfixturevalue("server")
    engine = connect(address, "rw")
    METADATA.drop_all(engine)
    engine.dispose()
    return address


@pytest.fixture
def register(url: str) -> Iterator[Register]:
    found = begin(url, OFFICE, 2026, 1)
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
    register.complete_all([(entry, {"a.docx": "sidik"}) for entry in given[:2]])
    assert [3] == [number for number, _ in register.gaps(2026)]


def test_a_person_with_two_orders_on_a_day_is_found(register: Register) -> None:
    first = register.give(letter("a", DAY, "00000001", "00000002"), printed)
    second = letter("b", DAY, "00000002")
    register.give(second, printed)
    assert [("00000002", first.text)] == [(p, e.text) for p, e in register.same_day(["00000002"], DAY, {second.key})]
    register.void(2026, 1, "batal")
    assert [] == register.same_day(["00000002"], DAY, {second.key})


def test_two_processes_at_once_give_numbers_without_a_double_or_a_gap(url: str) -> None:
    begin(url, OFFICE, 2026, 1).engine.dispose()
    each = many(500)
    givers = [subprocess.Popen([sys.executable, "-c", GIVER, url, name, str(each)]) for name in ("satu", "dua")]
    assert [0, 0] == [giver.wait(timeout=240) for giver in givers]
    register = open_register(url, OFFICE)
    assert list(range(1, 2 * each + 1)) == [entry.number for entry in register.entries(2026)]
    assert [] == register.gaps(2026)
    register.engine.dispose()


def test_two_processes_that_issue_the_same_letters_get_the_same_numbers(url: str) -> None:
    begin(url, OFFICE, 2026, 1).engine.dispose()
    givers = [subprocess.Popen([sys.executable, "-c", SAME, url], stdout=subprocess.PIPE) for _ in range(2)]
    told = [giver.communicate(timeout=240)[0].split() for giver in givers]
    assert told[0] == told[1]
    register = open_register(url, OFFICE)
    assert list(range(1, 321)) == [entry.number for entry in register.entries(2026)]
    assert sorted(map(int, told[0])) == list(range(1, 321))
    register.engine.dispose()


def test_letters_of_two_years_are_given_numbers_together(register: Register) -> None:
    asked = [letter("a", date(2027, 1, 1)), letter("b"), letter("c", date(2027, 1, 1))]
    given = register.give_all([(one, printed) for one in asked])
    assert [(2027, 1), (2026, 1), (2027, 2)] == [(entry.year, entry.number) for entry in given]


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is not to be had on Windows")
def test_a_kill_between_number_and_file_loses_nothing(url: str) -> None:
    begin(url, OFFICE, 2026, 1).engine.dispose()
    died = subprocess.run([sys.executable, "-c", DYING, url], check=False)
    assert -signal.SIGKILL == died.returncode
    register = open_register(url, OFFICE)
    ((number, entry),) = register.gaps(2026)
    assert entry is not None
    assert (1, State.GIVEN) == (number, entry.state)
    again = register.give(LetterKey("surat-x", "uji", DAY), str)
    register.complete(again, {"a.docx": "f" * 64})
    assert 1 == again.number
    assert [] == register.gaps(2026)
    register.engine.dispose()


def test_the_agenda_book_has_a_row_a_number_and_no_formula(register: Register) -> None:
    register.give(LetterKey("a", "=1+1", DAY, to="BRIPKA Personel Contoh 1"), printed)
    register.void(2026, 1, "salah")
    content = to_xlsx(register.entries(), OFFICE)
    assert content == to_xlsx(register.entries(), OFFICE)
    sheet = openpyxl.load_workbook(BytesIO(content)).active
    assert sheet is not None
    row = [cell.value for cell in sheet[2]]
    assert [1, printed(1), "BRIPKA Personel Contoh 1", "=1+1", "batal", "salah"] == [row[0], row[1], *row[3:]]
    assert "s" == sheet["E2"].data_type
    assert 18.0 == sheet.row_dimensions[2].height
    assert ("landscape", "$1:$1") == (sheet.page_setup.orientation, sheet.print_title_rows)
    part = zipfile.ZipFile(BytesIO(content)).read("xl/worksheets/sheet1.xml").decode()
    for words in ('fitToPage="1"', f"&amp;B{OFFICE}", 'paperSize="14"', "Halaman &amp;P dari &amp;N"):
        assert words.replace("&amp;B", "") in part


@pytest.mark.parametrize(
    "address",
    [
        "bukan alamat",
        "mysql://x/y",
        "sqlite://",
        "sqlite:///:memory:",
        "postgresql+psycopg://sopgen:sandi@rahasia@127.0.0.1:1/tiada",
        "postgresql+psycopg://sopgen:sandi-rahasia@127.0.0.1:1/tiada",
    ],
)
def test_an_address_that_leads_nowhere_is_one_clear_line_without_a_password(address: str) -> None:
    with pytest.raises(SopgenError) as caught:
        open_register(address, OFFICE)
    assert "\n" not in str(caught.value)
    assert "rahasia" not in str(caught.value)


def test_a_number_is_found_by_its_letter_and_none_is_given(register: Register) -> None:
    given = register.give(LetterKey("surat-a", "uji", DAY), str)
    assert given == register.find("surat-a")
    assert register.find("surat-b") is None
    assert [given] == register.entries()


@pytest.mark.parametrize("opened", [open_existing, open_register])
def test_a_register_is_not_begun_by_opening_it(opened: Callable[..., object], tmp_path: Path) -> None:
    with pytest.raises(SopgenError, match="there is no register"):
        opened(f"sqlite:///{tmp_path}/tiada/register.sqlite", OFFICE)
    assert [] == list(tmp_path.iterdir())


@pytest.mark.parametrize("opened", [open_existing, open_register])
def test_an_empty_file_is_no_register(opened: Callable[..., object], tmp_path: Path) -> None:
    (tmp_path / "kosong.sqlite").touch()
    with pytest.raises(SopgenError, match="there is no register"):
        opened(f"sqlite:///{tmp_path}/kosong.sqlite", OFFICE)


def test_numbering_begins_where_the_paper_book_ended(url: str) -> None:
    register = begin(url, OFFICE, 2026, 19)
    assert 19 == register.give(letter("a"), printed).number
    assert [19] == [number for number, _ in register.gaps(2026)]
    with pytest.raises(SopgenError, match="are begun: the last is 19"):
        begin(url, OFFICE, 2026, 1)
    with pytest.raises(SopgenError, match="has not begun 2025"):
        register.give(letter("b", date(2025, 12, 31)), printed)
    begin(url, OFFICE, 2025, 300).engine.dispose()
    assert 300 == register.give(letter("b", date(2025, 12, 31)), printed).number
    register.engine.dispose()


def test_two_offices_of_one_database_have_numbers_of_their_own(register: Register, url: str) -> None:
    with pytest.raises(SopgenError, match='is of "KANTOR CONTOH", not of "KANTOR LAIN"'):
        open_register(url, "KANTOR LAIN")
    other = begin(url, "KANTOR LAIN", 2026, 1)
    same = letter("a", DAY, "00000001")
    assert [1, 1, 2] == [
        r.give(one, printed).number for r, one in ((register, same), (other, same), (other, letter("b")))
    ]
    assert [1, 2] == [len(r.entries()) for r in (register, other)]
    other.void(2026, 1, "salah")
    assert State.GIVEN is register.show(2026, 1).state
    assert ["00000001"] == [person for person, _ in register.same_day(["00000001"], DAY)]
    assert [] == other.same_day(["00000001"], DAY)
    other.engine.dispose()


def test_an_office_that_was_renamed_goes_on(register: Register, url: str) -> None:
    register.give(letter("a"), printed)
    renamed = rename(url, OFFICE, "KANTOR BARU")
    assert 2 == renamed.give(letter("b"), printed).number
    with pytest.raises(SopgenError, match='not of "KANTOR CONTOH"'):
        open_register(url, OFFICE)
    renamed.engine.dispose()


def test_a_number_voided_while_its_letter_is_made_stays_void(register: Register) -> None:
    first, second = register.give_all([(letter("a"), printed), (letter("b"), printed)])
    register.void(2026, 1, "keliru")
    gone = register.complete_all([(first, {"a.docx": "x"}), (second, {"b.docx": "y"})])
    assert [first] == gone
    assert [State.VOID, State.ISSUED] == [entry.state for entry in register.entries()]


def test_a_number_issued_once_is_issued_with_no_other_words(register: Register) -> None:
    given = register.give(letter("a"), printed)
    register.complete(given, {"a.docx": "satu"})
    register.complete(given, {"a.docx": "satu", "a.pdf": "dua"})
    with pytest.raises(SopgenError, match="issued with other words"):
        register.complete(given, {"a.docx": "lain"})
    assert {"a.docx": "satu", "a.pdf": "dua"} == dict(register.show(2026, 1).files)
    assert "satu" == register.show(2026, 1).digest


def test_a_number_given_by_hand_is_entered_and_the_count_goes_on_after_it(register: Register) -> None:
    register.give(letter("a"), printed)
    taken = register.take(5, letter("b"), printed)
    assert taken == register.take(5, letter("b"), printed)
    assert [2, 3, 4] == [number for number, entry in register.gaps(2026) if entry is None]
    assert 6 == register.give(letter("c"), printed).number
    assert State.VOID is register.void(2026, 3, "tidak dipakai").state
    with pytest.raises(SopgenError, match="knows number"):
        register.take(1, letter("d"), printed)
    with pytest.raises(SopgenError, match="has the number Sprin/5/XII/2026 already"):
        register.take(9, letter("b"), printed)
    with pytest.raises(SopgenError, match="knows number"):
        register.take(3, letter("d"), printed)


def test_blank_forms_draw_on_the_reserved_numbers_and_a_letter_may_fill_one(register: Register) -> None:
    block = register.reserve(2026, 3, "formulir", printed)
    register.draw(block[:2], "formulir A")
    assert [State.BLANK, State.BLANK, State.RESERVED] == [entry.state for entry in register.entries()]
    with pytest.raises(SopgenError, match="is not reserved any more"):
        register.draw(block[1:], "formulir A")
    assert State.RESERVED is register.show(2026, 3).state
    assert State.GIVEN is register.take(1, letter("a"), printed).state


def test_a_corrected_letter_keeps_its_number_and_the_register_both(register: Register) -> None:
    given = register.give(letter("a", DAY, "00000001"), printed)
    register.complete(given, {"a.docx": "satu"})
    corrected = register.correct(1, letter("b", DAY, "00000002"), printed(1), "salah nama")
    assert corrected == register.correct(1, letter("b", DAY, "00000002"), printed(1), "salah nama")
    assert (1, 2, State.GIVEN, {}) == (corrected.number, corrected.version, corrected.state, dict(corrected.files))
    register.complete(corrected, {"b.docx": "dua"})
    (former,) = register.former(2026, 1)
    assert (1, "salah nama", {"a.docx": "satu"}) == (former.version, former.reason, dict(former.files))
    assert {"b.docx": "dua"} == dict(register.show(2026, 1).files)
    assert ["00000002"] == [person for person, _ in register.same_day(["00000001", "00000002"], DAY)]
    assert 2 == register.give(letter("a"), printed).number
    with pytest.raises(SopgenError, match="has the number Sprin/2/XII/2026 already"):
        register.correct(1, letter("a"), printed(1), "salah")


def test_a_letter_that_is_being_made_does_not_complete_the_one_that_corrects_it(register: Register) -> None:
    given = register.give(letter("a"), printed)
    register.correct(1, letter("b"), printed(1), "salah nama")
    assert [given] == register.complete_all([(given, {"a.docx": "satu"})])
    assert State.GIVEN is register.show(2026, 1).state


def test_people_are_forgotten_and_numbers_stay(register: Register) -> None:
    old, new = letter("a", date(2026, 1, 5), "00000001"), letter("b", DAY, "00000001")
    for one in (old, new):
        register.give(LetterKey(one.key, one.subject, one.day, one.people, "Personel Contoh", "{}"), printed)
    assert 1 == register.purge(date(2026, 6, 1))
    first, second = register.entries()
    assert ("", "", None, "perihal a") == (first.to, first.content, first.key, first.subject)
    assert ("Personel Contoh", "{}") == (second.to, second.content)
    assert [] == register.same_day(["00000001"], date(2026, 1, 5))
    assert 0 == register.purge(date(2026, 6, 1))


def test_a_counter_that_was_set_back_gives_no_number(register: Register) -> None:
    register.give_all([(letter(key), printed) for key in "abc"])
    with transaction(register.engine) as connection:
        connection.execute(COUNTERS.update().values(terakhir=1))
    for asked in (lambda: register.give(letter("d"), printed), lambda: register.gaps(2026)):
        with pytest.raises(SopgenError, match="is damaged: it holds number 3"):
            asked()
    assert 3 == len(register.entries())


def test_an_unknown_state_is_one_clear_line(register: Register) -> None:
    register.give(letter("a"), printed)
    with transaction(register.engine) as connection:
        connection.execute(NUMBERS.update().values(keadaan="rusak"))
    with pytest.raises(SopgenError, match="is in no known state"):
        register.entries()


@pytest.mark.parametrize("place", [100, 4096])
def test_a_broken_file_is_one_clear_line(place: int, tmp_path: Path) -> None:
    path = tmp_path / "r.sqlite"
    register = begin(f"sqlite:///{path}", OFFICE, 2026, 1)
    register.give_all([(letter(f"{n}", DAY, f"{n:08}"), printed) for n in range(50)])
    content = bytearray(path.read_bytes())
    content[place : place + 3000] = b"x" * 3000
    path.write_bytes(content)
    with pytest.raises(SopgenError, match="damaged"):
        open_register(f"sqlite:///{path}", OFFICE)


def as_nobody(told: Path, looked: Callable[[], object]) -> str:
    """Return what a user with no rights finds, in a process of its own."""
    child = os.fork()
    if child == 0:
        os.setgid(65534)
        os.setuid(65534)
        try:
            found = str(looked())
        except BaseException as error:
            found = str(error)
        told.write_text(found, "utf-8")
        os._exit(0)
    os.waitpid(child, 0)
    return told.read_text("utf-8")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can be another user")
def test_whoever_may_only_read_can_look() -> None:
    with tempfile.TemporaryDirectory(prefix="sopgen-") as folder:
        path, told = Path(folder, "register", "r.sqlite"), Path(folder, "kata", "dikata")
        begin(f"sqlite:///{path}", OFFICE, 2026, 1).give(letter("a"), printed)
        told.parent.mkdir()
        told.parent.chmod(0o777)
        for place, mode in ((path, 0o644), (path.parent, 0o755), (Path(folder), 0o755)):
            place.chmod(mode)
        assert "1" == as_nobody(told, lambda: len(open_existing(f"sqlite:///{path}").entries()))
        assert "the register can not be" in as_nobody(
            told, lambda: open_register(f"sqlite:///{path}", OFFICE).reserve(2026, 1, "x", str)
        )
        assert {path.name, f"{path.name}-journal"} == {one.name for one in path.parent.iterdir()}


@pytest.mark.skipif(sys.platform == "win32", reason="file modes protect nothing there")
def test_a_register_is_its_owner_s_alone(tmp_path: Path) -> None:
    begin(f"sqlite:///{tmp_path}/register/r.sqlite", OFFICE, 2026, 1)
    assert 0o600 == (tmp_path / "register" / "r.sqlite").stat().st_mode & 0o777
    assert 0o700 == (tmp_path / "register").stat().st_mode & 0o777


def test_a_row_of_the_agenda_is_as_high_as_its_texts() -> None:
    long = "AIPDA PERSONEL CONTOH BERNAMA PANJANG SEKALI, " * 3
    entries = [NumberEntry(2026, n, printed(n), State.ISSUED, to=to) for n, to in enumerate(("Personel", long), 1)]
    sheet = openpyxl.load_workbook(BytesIO(to_xlsx(entries))).active
    assert sheet is not None
    low, high = (sheet.row_dimensions[row].height for row in (2, 3))
    assert low == 18.0
    assert high is not None
    assert high >= 4 * 13.0
