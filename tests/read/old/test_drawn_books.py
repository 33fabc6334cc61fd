"""Workbooks with drawn flows come back: roles, symbols and lines, as drawn and as LibreOffice saves them again."""

import os
import subprocess
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from tests.examples import mutations
from tests.read.old.drawn_book import IDENTITY, Book, BookLook, BookStep, careless_book, random_book, saved
from tests.read.old.told import found_exits

from sopgen.model.flow import Symbol
from sopgen.read.old.cells.reader import read_workbook
from sopgen.read.old.found import FoundStep, OldSop
from sopgen.tools import libreoffice

# The bars: of all roles, symbols and lines so many come back; of those that do not, so few without a doubt.
RIGHT, SILENT = 0.95, 0.02
SEEDS = range(mutations(50, full=1_000))


def weighed(book: Book, found: OldSop) -> Counter[str]:
    """Count what of a flow came back, and what is wrong without a doubt."""
    counts: Counter[str] = Counter()
    steps = found.activities[0].steps if found.activities else ()
    for n, step in enumerate(book.steps):
        other = steps[n] if len(steps) == len(book.steps) else FoundStep(found.activities[0].title)
        right = {
            "roles": tuple(sorted(other.roles)) == step.lanes,
            "symbols": other.symbol is step.symbol,
            "lines": found_exits(steps, n) == sorted(step.exits) if len(steps) > n else False,
        }
        doubted = bool(other.doubt or any(one.doubt for one in other.exits))
        for name, well in right.items():
            counts += Counter({f"{name} of": 1, f"{name} right": int(well), "silent": int(not well and not doubted)})
    counts["doubts"] += sum(bool(step.doubt) + sum(bool(one.doubt) for one in step.exits) for step in steps)
    return counts


def assert_bars(pairs: Iterable[tuple[Book, OldSop]], doubts: float = 0.1) -> None:
    counts: Counter[str] = Counter()
    for book, found in pairs:
        counts += weighed(book, found)
    for name in ("roles", "symbols", "lines"):
        assert counts[f"{name} right"] >= RIGHT * counts[f"{name} of"], counts
    assert counts["silent"] <= SILENT * sum(counts[f"{name} of"] for name in ("roles", "symbols", "lines")), counts
    assert counts["doubts"] <= doubts * counts["roles of"], counts


def test_drawn_flows_come_back(tmp_path: Path) -> None:
    books = [random_book(seed) for seed in SEEDS]
    assert_bars((book, read_workbook(saved(book, tmp_path))) for book in books)


def test_careless_flows_come_back_or_are_doubted(tmp_path: Path) -> None:
    books = [careless_book(seed) for seed in SEEDS]
    assert_bars(((book, read_workbook(saved(book, tmp_path))) for book in books), doubts=0.4)


@pytest.mark.parametrize("seed", range(mutations(20, full=200)))
def test_all_words_of_a_workbook_come_back(seed: int, tmp_path: Path) -> None:
    book = random_book(seed)
    found = read_workbook(saved(book, tmp_path))
    (activity,) = found.activities
    assert [lane.text for lane in activity.lanes] == list(book.lanes)
    assert [step.text.text for step in activity.steps] == [step.text for step in book.steps]
    told = [(step.materials, step.time, step.outputs) for step in activity.steps]
    words = [([one.text for one in a], time.text if time else "", [one.text for one in b]) for a, time, b in told]
    assert words == [(list(step.materials), step.time, list(step.outputs)) for step in book.steps]


@pytest.mark.parametrize("where", ["beside", "sheet"])
def test_the_identity_part_is_found_on_the_sheet_or_on_one_of_its_own(where: str, tmp_path: Path) -> None:
    book = random_book(1)
    look = replace(book.look, identity=where, row=12)
    found = read_workbook(saved(replace(book, look=look), tmp_path))
    names = ("nomor_sop", "tanggal_pembuatan", "tanggal_revisi", "tanggal_efektif", "disahkan_oleh", "nama_sop")
    assert [found.texts[f"identitas.{name}.nilai"].text for name in names] == list(IDENTITY.values())
    assert found.activities[0].title.text == IDENTITY["Nama SOP"]


def test_libreoffice_saves_a_drawn_flow_again_and_it_comes_back(tmp_path: Path) -> None:
    office = libreoffice.program()
    if office is None or not (office.resolve().parent / "libsclo.so").is_file():
        missing = "LibreOffice Calc is not installed"
        pytest.fail(missing) if os.environ.get("CI") else pytest.skip(missing)
    # Its columns are as wide as its own letters want: what is placed by millimetres is moved there.
    seeds = [seed for seed in range(mutations(40, full=100)) if _by_cells(random_book(seed).look)]
    books = [random_book(seed) for seed in seeds]
    for seed, book in zip(seeds, books, strict=True):
        saved(book, tmp_path).rename(tmp_path / f"b{seed}.xlsx")
    files = [str(tmp_path / f"b{seed}.xlsx") for seed in seeds]
    profile = f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}"
    command = [str(office), profile, "--headless", "--convert-to", "xlsx", "--outdir", str(tmp_path / "out"), *files]
    subprocess.run(command, capture_output=True, timeout=170, check=True)
    found = [read_workbook(tmp_path / "out" / f"b{seed}.xlsx") for seed in seeds]
    assert_bars(zip(books, found, strict=True))


def _by_cells(look: BookLook) -> bool:
    return look.anchor == "twoCell"


def test_symbols_that_stand_off_their_lanes_are_doubted(tmp_path: Path) -> None:
    book = random_book(3)
    moved = replace(book, look=replace(book.look, anchor="absolute", aside=0.3))
    found = read_workbook(saved(moved, tmp_path))
    assert all(step.doubt for step in found.activities[0].steps)


def test_a_symbol_that_slipped_into_the_row_below_is_brought_back(tmp_path: Path) -> None:
    steps = tuple(BookStep((n % 2,), Symbol.PROCESS, f"Kerja {n}", ((n + 1, ""),), (), "1 jam", ()) for n in range(4))
    steps = (*steps[:3], replace(steps[3], exits=(), symbol=Symbol.END))
    slips = (0.0, 0.8, 0.0, 0.0)
    book = Book(("Ketua", "Anggota"), steps, BookLook(heights=(60.0,) * 4, slips=slips))
    activity = read_workbook(saved(book, tmp_path)).activities[0]
    assert [step.roles for step in activity.steps] == [(0,), (1,), (0,), (1,)]
    assert [bool(step.doubt) for step in activity.steps] == [False, True, False, False]
