"""What stands on the disk under an issued number is never replaced by other words."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

import pytest
from tests.cli.test_order import order, roster, spec  # noqa: F401  (a fixture)
from tests.registers import REGISTER, begun, opened

from sopgen.jobs.register.folder import office_here
from sopgen.register.entry import NumberEntry, State
from sopgen.register.opening import begin
from sopgen.register.store import Files, Register


def digests(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir() if path.is_file()}


@pytest.fixture
def letter(spec: Path, tmp_path: Path) -> Path:  # noqa: F811
    begun()
    made = order(spec, roster(tmp_path, 2), "--register")
    assert 0 == made.exit_code, made.output
    return tmp_path / "surat" / "surat-perintah-2026-0001-A.docx"


def test_other_words_under_an_issued_number_are_refused(spec: Path, tmp_path: Path, letter: Path) -> None:  # noqa: F811
    before, entry = digests(letter.parent), opened().show(2026, 1)
    unit = tmp_path / "spec" / "satuan.yaml"
    unit.write_text(unit.read_text("utf-8").replace("tempat: Gorontalo", "tempat: Limboto"), "utf-8")
    for formats in ("docx,pdf", "pdf"):
        made = order(spec, roster(tmp_path, 2), "--register", "--formats", formats)
        assert 1 == made.exit_code
        assert "was issued with other words" in made.output
        assert "`--correct 1` replaces it" in made.output
    assert before == digests(letter.parent)
    assert entry == opened().show(2026, 1)


def test_no_new_number_is_given_where_a_letter_of_the_run_changed(spec: Path, tmp_path: Path) -> None:  # noqa: F811
    begun()
    assert 0 == order(spec, roster(tmp_path, 1), "--register", "--per-person").exit_code
    unit = tmp_path / "spec" / "satuan.yaml"
    unit.write_text(unit.read_text("utf-8").replace("tempat: Gorontalo", "tempat: Limboto"), "utf-8")
    made = order(spec, roster(tmp_path, 3), "--register", "--per-person")
    assert 1 == made.exit_code
    assert "was issued with other words" in made.output
    assert [1] == [entry.number for entry in opened().entries()]


def test_a_letter_that_was_edited_by_hand_is_not_replaced(spec: Path, tmp_path: Path, letter: Path) -> None:  # noqa: F811
    letter.write_bytes(b"disunting")
    made = order(spec, roster(tmp_path, 2), "--register")
    assert 1 == made.exit_code
    assert "was changed since it was issued" in made.output
    assert b"disunting" == letter.read_bytes()


def test_a_letter_that_is_gone_is_made_again_by_the_same_command(spec: Path, tmp_path: Path, letter: Path) -> None:  # noqa: F811
    before = digests(letter.parent)
    letter.unlink()
    assert 0 == order(spec, roster(tmp_path, 2), "--register").exit_code
    assert before == digests(letter.parent)


@pytest.mark.usefixtures("letter")
def test_a_register_that_was_lost_is_recognised_from_the_letters(spec: Path, tmp_path: Path) -> None:  # noqa: F811
    before = digests(tmp_path / "surat")
    kept = tmp_path / "register" / "surat-perintah.sqlite"
    kept.unlink()
    lost = order(spec, roster(tmp_path, 3), "--register")
    assert "there is no register" in lost.output
    begin(REGISTER, office_here(), 2026, 1)
    anew = order(spec, roster(tmp_path, 3), "--register")
    assert 1 == anew.exit_code
    assert "not known to the register" in anew.output
    assert "`sopgen register recover`" in anew.output
    assert [] == opened().entries()
    assert before == digests(tmp_path / "surat")


@pytest.mark.usefixtures("letter")
def test_a_number_by_hand_asks_the_register(spec: Path, tmp_path: Path) -> None:  # noqa: F811
    before = digests(tmp_path / "surat")
    made = order(spec, roster(tmp_path, 3), "--number", "1")
    assert 1 == made.exit_code
    assert "the register knows number Sprin/1/XII/CONTOH.1.1./2026 (terbit" in made.output
    assert before == digests(tmp_path / "surat")
    run = order(spec, roster(tmp_path, 3), "--number", "1", "--per-person")
    assert "the register knows number" in run.output
    assert 0 == order(spec, roster(tmp_path, 4), "--number", "18").exit_code
    assert [(1, State.ISSUED), (18, State.ISSUED)] == [(entry.number, entry.state) for entry in opened().entries()]
    assert 0 == order(spec, roster(tmp_path, 5), "--register").exit_code
    assert 19 == opened().entries()[-1].number


def test_numbers_by_hand_name_the_files_and_yesterday_s_letter_stays(spec: Path, tmp_path: Path) -> None:  # noqa: F811
    assert 0 == order(spec, roster(tmp_path, 2), "--number", "18").exit_code
    before = digests(tmp_path / "surat")
    assert 0 == order(spec, roster(tmp_path, 3), "--number", "90").exit_code
    assert before.items() < digests(tmp_path / "surat").items()
    again = order(spec, roster(tmp_path, 4), "--number", "18")
    assert 1 == again.exit_code
    assert "is another letter, which is not replaced" in again.output
    assert before.items() < digests(tmp_path / "surat").items()


def test_a_number_voided_while_its_letter_is_made_stays_void_without_a_letter(
    spec: Path,  # noqa: F811
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    begun()
    complete = Register.complete_all

    def voided_meanwhile(self: Register, written: Iterable[tuple[NumberEntry, Files]]) -> list[NumberEntry]:
        opened().void(2026, 2, "keliru")
        return complete(self, written)

    monkeypatch.setattr(Register, "complete_all", voided_meanwhile)
    made = order(spec, roster(tmp_path, 3), "--register", "--per-person")
    assert 1 == made.exit_code
    assert "voided while its letter was made, which is not kept: Sprin/2/XII" in made.output
    assert [State.ISSUED, State.VOID, State.ISSUED] == [entry.state for entry in opened().entries()]
    assert {"0001", "0003"} == {path.name.split("-")[3] for path in (tmp_path / "surat").iterdir()}
