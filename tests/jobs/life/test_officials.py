"""Who may decide what, on which day; what is cancelled again."""

from pathlib import Path

import pytest
from tests.jobs.folder import CHIEF, RECORD, REVIEWER, SPEC, begin, edit, run, step

from sopgen.model.sop import Status
from sopgen.read.load import load_edition

GREENGROCER = ("--name", "Tukang Sayur", "--rank", "bukan pangkat", "--nrp", "12345678", "--post", "-")
STRANGER = ("--name", "Orang Biasa", "--rank", "BRIPDA", "--nrp", "99999999", "--post", "STAF")


@pytest.fixture(autouse=True)
def _in_a_working_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(begin(tmp_path))
    monkeypatch.setenv("SOPGEN_LANG", "en")


def codes(output: str) -> list[str]:
    return [line.split(" error ")[1].partition(":")[0] for line in output.splitlines() if " error " in line]


def test_who_reviews_has_a_rank() -> None:
    assert ["PS14"] == codes(step("ditinjau", "2026-03-05", *GREENGROCER).output)
    assert 0 == step("ditinjau", "2026-03-05", *STRANGER).exit_code


def test_who_approves_is_an_official_of_the_unit_and_the_one_in_office_where_nobody_is_named() -> None:
    assert 0 == step("ditinjau", "2026-03-05", *REVIEWER).exit_code
    to_sign = ("approve", SPEC, "--to", "siap_ditandatangani", "--date", "2026-03-06")
    assert ["PS14"] == codes(run(*to_sign, *STRANGER).output)
    namesake = ("--name", "Orang Lain", "--rank", "AKP", "--nrp", "00000001", "--post", "KEPALA SATUAN CONTOH")
    assert ["PS14"] == codes(run(*to_sign, *namesake).output)
    assert 0 == run(*to_sign).exit_code
    approval = load_edition(Path(SPEC)).life.approval
    assert approval is not None
    assert "Personel Contoh 1" == approval.oleh.nama


def test_who_reviews_is_always_named() -> None:
    assert 2 == run("approve", SPEC, "--to", "ditinjau", "--date", "2026-03-05").exit_code


def test_a_former_approver_ends_nothing() -> None:
    edit(SPEC, "judul: SOP Contoh", "sebagaimana_terbit: true\njudul: SOP Contoh")
    edit("spec/satuan.yaml", "Personel Contoh 1", "Personel Contoh 3")
    edit("spec/satuan.yaml", "00000001", "00000003")
    end = ("approve", SPEC, "--to", "dicabut", "--date", "2026-05-05", "--note", "Diganti")
    assert ["PS14"] == codes(run(*end, "--by", "pengesah").output)
    assert 0 == run(*end).exit_code
    assert "Personel Contoh 3" in RECORD.read_text("utf-8")


def test_one_person_alone_takes_no_edition_to_the_signature() -> None:
    assert 0 == step("ditinjau", "2026-03-05", *CHIEF).exit_code
    assert ["PS14"] == codes(step("siap_ditandatangani", "2026-03-06").output)


def test_nobody_reviews_twice_or_in_another_time() -> None:
    assert ["PS03"] == codes(step("ditinjau", "1990-01-01", *REVIEWER).output)
    assert 0 == step("ditinjau", "2026-03-05", *REVIEWER).exit_code
    assert ["PS02"] == codes(step("ditinjau", "2026-03-06", *REVIEWER).output)


def test_a_day_to_come_in_the_record_is_told() -> None:
    step("ditinjau", "2026-03-05", *REVIEWER)
    edit(RECORD, "tanggal: 2026-03-05", "tanggal: 2099-03-05")
    assert ["PS03"] == codes(run("check", SPEC).output)


def test_a_name_that_was_edited_in_the_record_is_told() -> None:
    step("ditinjau", "2026-03-05", *REVIEWER)
    step("siap_ditandatangani", "2026-03-06")
    edit("spec/satuan.yaml", "nama: Personel Contoh 1", "nama: 'Personel Contoh 1, S.H.'")
    assert [] == codes(run("check", SPEC).output)
    edit(RECORD, "nama: Personel Contoh 1", "nama: Orang Lain")
    assert ["PS14"] == codes(run("check", SPEC).output)


def test_a_slip_is_cancelled_by_a_line_that_says_so() -> None:
    step("ditinjau", "2026-03-05", *REVIEWER)
    step("siap_ditandatangani", "2026-03-06")
    before = RECORD.read_text("utf-8")
    undo = ("approve", SPEC, "--undo", "--date", "2026-03-07")
    assert ["PS05"] == codes(run(*undo).output)
    assert 0 == run(*undo, "--note", "Salah edisi").exit_code
    assert Status.REVIEWED is load_edition(Path(SPEC)).sop.status
    assert RECORD.read_text("utf-8").startswith(before)
    assert 0 == step("siap_ditandatangani", "2026-03-08").exit_code
    assert 2 == run(*undo, "--to", "berlaku").exit_code


def test_where_nothing_was_decided_nothing_is_cancelled() -> None:
    assert ["PS02"] == codes(run("approve", SPEC, "--undo", "--date", "2026-03-07", "--note", "x").output)


def test_a_status_that_the_spec_alone_says_counts_as_draft() -> None:
    for said in ("berlaku", "siap_ditandatangani"):
        edit(SPEC, "judul: SOP Contoh", f"status: {said}\njudul: SOP Contoh")
        assert Status.DRAFT is load_edition(Path(SPEC)).sop.status
        assert "warning PS12" in run("check", SPEC).output
        edit(SPEC, f"status: {said}\n", "")


def test_a_deleted_record_revives_nothing() -> None:
    edit(SPEC, "judul: SOP Contoh", "status: berlaku\njudul: SOP Contoh")
    step("ditinjau", "2026-03-05", *REVIEWER)
    RECORD.unlink()
    assert Status.DRAFT is load_edition(Path(SPEC)).sop.status
    assert ["PS09"] == codes(run("build", SPEC, "--release").output)
