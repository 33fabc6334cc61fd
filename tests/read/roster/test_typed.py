"""A list that is pasted: with heads or without, in the words of who typed it; what is wrong with it has its mend."""

import pytest

from sopgen.errors import SpecError
from sopgen.read.roster.grid import read_grid
from sopgen.read.roster.mends import mended
from sopgen.read.roster.people import load_roster
from sopgen.read.roster.table import TypedTable

PARTS = ("name", "rank", "number", "post", "remark", "duty")
SLOPPY = """DAFTAR PERSONEL\t\t\t\t\t
\t\t\t\t\t
No\tNama\tPangkat\tNRP\tJabatan\tKet
1\tContoh Satu  \tBripka.\t80010001\tBa Unit\t
2\tContoh Dua\tAIPDA\t80010002\tBa Unit\t
\t\t\t\t\t
Jumlah\t2 orang\t\t\t\t
\t\t\t\tGorontalo, 27 November 2026\t
"""
PEOPLE = [("Contoh Satu", "Bripka", "80010001"), ("Contoh Dua", "Aipda", "80010002")]


@pytest.mark.parametrize("first", [0, 3], ids=["with heads", "without heads"])
def test_a_block_from_excel_is_read_with_and_without_its_heads(first: int) -> None:
    roster = load_roster(TypedTable("\n".join(SLOPPY.splitlines()[first:])))
    assert PEOPLE == [(one.name, one.rank, one.number) for one in roster.people]


def test_what_the_columns_without_heads_are_taken_as_is_told() -> None:
    roster = load_roster(TypedTable("Contoh Satu\tBRIPKA / 80010001\tBa Unit\nContoh Dua\tAIPDA / 80010002\tBa Unit"))
    assert PEOPLE == [(one.name, one.rank, one.number) for one in roster.people]
    assert any("1 Nama, 2 Pangkat/NRP, 3 Jabatan" in one.what for one in roster.notes)


@pytest.mark.parametrize("text", ["Contoh Satu\nContoh Dua", "1\t2\t3", "Contoh\tBa Unit\nDua\tBa Unit", ""])
def test_what_columns_do_not_tell_is_asked_for(text: str) -> None:
    with pytest.raises(SpecError):
        load_roster(TypedTable(text))


def test_the_table_to_correct_holds_everybody_with_the_faults() -> None:
    grid = read_grid(TypedTable(SLOPPY.replace("AIPDA", "AIBDA").replace("80010002", "4010002")), PARTS)
    assert ("Contoh Dua", "AIBDA", "4010002", "Ba Unit", "", "") == grid.rows[1]
    assert 2 == len(grid.rows)
    assert 3 == len(grid.notes)


def test_columns_that_are_chosen_by_hand_count_from_the_chosen_row() -> None:
    typed = TypedTable("apa saja\t\nContoh Satu\t80010001\tBripka")
    grid = read_grid(typed, PARTS, {"name": 0, "number": 1, "rank": 2}, 2)
    assert (("Contoh Satu", "Bripka", "80010001", "", "", ""),) == grid.rows


@pytest.mark.parametrize(
    ("part", "typed", "meant"),
    [
        ("rank", "Bribka", "Bripka"),
        ("rank", "Penata III/a", "Penata"),
        ("rank", "Gubernur", ""),
        ("number", "4010002", "04010002"),  # of one born in 2004
        ("number", "8401000", ""),  # 08.. names no month 40: no zero was lost
        ("number", "8001-0002", "80010002"),
        ("number", "NRP. 8OO1OOO2", "80010002"),
        ("number", "123", ""),
        ("name", "contoh satu", "Contoh Satu"),
        ("name", "CONTOH SATU", ""),
        ("name", "Con\u200btoh", "Contoh"),
        ("post", "Ba Unit", ""),
    ],
)
def test_a_mend_is_what_most_likely_is_meant(part: str, typed: str, meant: str) -> None:
    assert meant == mended(part, typed)
