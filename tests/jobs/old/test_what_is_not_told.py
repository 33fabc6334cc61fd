"""What an old file does not say: named once where it shows that it should, never made up."""

import pytest

from sopgen.jobs.old.draft import drafted
from sopgen.model.flow import Symbol
from sopgen.read.old.found import Found, FoundActivity, FoundExit, FoundStep, OldSop

APPROVER = {"identitas.pengesah.nama": Found("Pejabat Contoh")}


def nrp_doubts(old: OldSop) -> list[object]:
    return [one for one in drafted(old, "lama.pdf").doubts if "nrp" in one.path]


def test_a_number_that_the_page_does_not_show_is_left_to_the_check() -> None:
    draft = drafted(OldSop(APPROVER), "lama.pdf")
    assert not nrp_doubts(OldSop(APPROVER))
    assert 'nrp: "..."' in draft.text or "nrp: ..." in draft.text


def test_a_number_that_stands_without_a_place_is_asked_for() -> None:
    assert nrp_doubts(OldSop(APPROVER, unplaced=(Found("NIP. 19660101 198801 1 001"),)))


def test_a_list_that_is_empty_under_its_head_is_left_to_the_check() -> None:
    told = drafted(OldSop(lists={"pencatatan": ()}, heads={"pencatatan": Found("Pencatatan")}), "lama.pdf")
    untold = drafted(OldSop(lists={"pencatatan": ()}), "lama.pdf")
    assert [len([one for one in draft.doubts if one.path.startswith("pencatatan")]) for draft in (told, untold)] == [
        0,
        1,
    ]


@pytest.mark.parametrize("name", ["STANDAR OPERASIONAL PROSEDUR Contoh", "Standard Operational Prosedur Contoh"])
def test_a_title_that_says_what_it_is_does_not_say_it_twice(name: str) -> None:
    draft = drafted(OldSop({"identitas.nama_sop.nilai": Found(name)}), "lama.pdf")
    assert f"judul: {name}" in draft.text
    assert f"SOP {name}" not in draft.text


def test_an_answer_that_was_not_read_is_open_and_not_yes() -> None:
    steps = (
        FoundStep(Found("Memeriksa berkas"), Symbol.DECISION, (0,), (FoundExit(1, "Belum Benar"), FoundExit(2))),
        FoundStep(Found("Memperbaiki berkas"), roles=(0,)),
        FoundStep(Found("Mengarsipkan berkas"), Symbol.END, (0,)),
    )
    draft = drafted(OldSop(activities=(FoundActivity(Found("Contoh"), (Found("Petugas"),), steps),)), "lama.pdf")
    assert "Belum Benar:" in draft.text
    assert "Ya:" not in draft.text
    assert any("cabang" in one.path for one in draft.doubts)
