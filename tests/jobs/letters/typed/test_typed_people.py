"""People typed at a screen: each fault at its cell, with what most likely is meant."""

from sopgen.jobs.letters.typed.people import CellFault, faults_of, typed_table
from sopgen.model.people.person import Person
from sopgen.read.roster.people import load_roster

GOOD = ("Contoh Satu", "Bripka", "80010001", "Ba Unit", "", "")
EMPTY = ("", "", "", "", "", "")


def told(*rows: tuple[str, ...], known: tuple[Person, ...] = ()) -> list[tuple[int, str, str]]:
    return [(one.row, one.part, one.mend) for one in faults_of(rows, known)]


def test_clean_people_have_no_fault() -> None:
    assert [] == faults_of([GOOD])


def test_each_fault_stands_at_its_cell_with_its_mend() -> None:
    assert [(1, "rank", "Bripka"), (1, "number", "04010002")] == told(
        GOOD, ("Contoh Dua", "Bribka", "4010002", "", "", "")
    )


def test_a_row_that_does_not_count_keeps_the_others_numbers() -> None:
    assert [(2, "number", "")] == told(GOOD, EMPTY, GOOD)
    other = (*GOOD[:2], "80010002", "", "", "")
    assert [1, 3] == [one.row for one in load_roster(typed_table([GOOD, EMPTY, other])).people]


def test_a_missing_number_is_known_from_former_letters() -> None:
    former = Person("Contoh Satu", "Bripka", "80010001", "", "", 0)
    assert [(0, "number", "80010001")] == told(("contoh satu".title(), "Bripka", "", "", "", ""), known=(former,))


def test_a_name_without_a_capital_is_no_fault_but_can_be_mended() -> None:
    (one,) = faults_of([("contoh satu", *GOOD[1:])])
    assert isinstance(one, CellFault)
    assert ("info", "Contoh Satu") == (one.severity, one.mend)


def test_a_tab_or_a_line_in_a_cell_makes_no_cell_or_row() -> None:
    (person,) = load_roster(typed_table([("Contoh\tSatu\n", *GOOD[1:])])).people
    assert "Contoh Satu" == person.name
