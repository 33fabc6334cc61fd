"""A lost or damaged register is rebuilt from the letters: what is sure at once, the rest when it is asked for."""

import re
import shutil
from pathlib import Path

import pikepdf
import pytest
from click.testing import CliRunner, Result
from tests.cli.test_order import order, roster, spec, standing_in  # noqa: F401  (a fixture)
from tests.cli.test_verify_order import stream_bomb
from tests.registers import begun, opened

from sopgen.cli.main import main
from sopgen.register.entry import State

PLACE = Path("register", "surat-perintah.sqlite")


def run(*words: str) -> Result:
    return CliRunner().invoke(main, ["register", *words], catch_exceptions=False)


@pytest.fixture(scope="module")
def ordered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("surat")
    with standing_in(folder) as spec:  # noqa: F811
        begun(19)
        assert 0 == order(spec, roster(folder, 1), "--register").exit_code
        assert 0 == order(spec, roster(folder, 3), "--register", "--formats", "docx").exit_code
        assert (
            0 == order(spec, roster(folder, 7), "--register", "--formats", "pdf", "--until", "2026-12-03").exit_code
        )
    return folder


@pytest.fixture(autouse=True)
def _letters(ordered: Path, spec: Path, tmp_path: Path) -> None:  # noqa: F811
    assert spec.is_file()
    shutil.copytree(ordered, tmp_path, dirs_exist_ok=True)


def kept() -> list[tuple[int, str, State, object, dict[str, str]]]:
    return [(one.number, one.text, one.state, one.day, dict(one.files)) for one in opened().entries()]


@pytest.mark.parametrize("damage", ["lost", "empty", "broken"])
def test_a_register_is_rebuilt_from_the_codes_of_the_letters(damage: str) -> None:
    before = kept()
    if damage == "lost":
        PLACE.unlink()
    elif damage == "empty":
        PLACE.write_bytes(b"")
    else:
        PLACE.write_bytes(b"x" * 5000)
    assert 1 == run("list").exit_code
    made = run("recover")
    assert 0 == made.exit_code, made.output
    assert "3 letters were entered" in made.output
    assert "2026: the next number is 22" in made.output
    assert before == kept()
    assert 0 == run("verify").exit_code
    assert (damage == "broken") == bool(list(PLACE.parent.glob("*.rusak-1.sqlite")))


def test_a_letter_found_again_is_not_numbered_a_second_time_by_chance(spec: Path, tmp_path: Path) -> None:  # noqa: F811
    PLACE.unlink()
    assert 0 == run("recover").exit_code
    words = ["order", str(spec), "--activity", "A", "--roster", roster(tmp_path, 3), "--date", "2026-12-01"]
    made = CliRunner().invoke(main, [*words, "--register"], catch_exceptions=False)
    assert 1 == made.exit_code
    assert "letter Sprin/20/XII/CONTOH.1.1./2026 of that day, found again, orders the same people" in made.output
    assert 3 == len(opened().entries())


def test_an_old_copy_is_completed_from_the_letters(spec: Path, tmp_path: Path) -> None:  # noqa: F811
    shutil.copy(PLACE, tmp_path / "salinan")
    assert 0 == order(spec, roster(tmp_path, 2), "--register").exit_code
    before = kept()
    shutil.copy(tmp_path / "salinan", PLACE)
    refused = order(spec, roster(tmp_path, 4), "--register")
    assert "not known to the register" in refused.output
    assert 0 == run("recover").exit_code
    assert before == kept()
    assert 0 == order(spec, roster(tmp_path, 4), "--register").exit_code
    assert 23 == opened().entries()[-1].number


def test_letters_that_no_code_vouches_for_are_listed_and_asked_about(tmp_path: Path) -> None:
    surat = tmp_path / "surat"
    shutil.copy(surat / "surat-perintah-2026-0020-A.docx", surat / "surat-perintah-2026-0030-A.docx")
    (surat / "surat-perintah-2026-0031-B.docx").write_bytes(b"bukan surat")
    PLACE.unlink()
    asked = run("recover")
    assert 1 == asked.exit_code
    assert "number 30 of 2026: its name says 30, its code Sprin/20/" in asked.output
    assert "number 31 of 2026: surat-perintah-2026-0031-B.docx has no code" in asked.output
    assert not PLACE.exists()
    made = run("recover", "--yes")
    assert 0 == made.exit_code, made.output
    assert [19, 20, 21, 30, 31] == [number for number, *_ in kept()]


def test_a_letter_that_unpacks_to_gigabytes_is_listed_and_the_others_are_found(tmp_path: Path) -> None:
    (broken,) = (tmp_path / "surat").glob("*0021*.pdf")
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(595, 842))
        stream_bomb(pdf)
        pdf.save(broken)
    PLACE.unlink()
    made = run("recover", "--yes")
    assert 0 == made.exit_code
    assert f"number 21 of 2026: {broken.name} has no code of this unit's key" in made.output
    assert [19, 20, 21] == [number for number, *_ in kept()]


def test_the_last_number_of_the_paper_book_counts_too() -> None:
    PLACE.unlink()
    assert 2 == run("recover", "--last", "40").exit_code
    assert "2026: the next number is 41" in run("recover", "--year", "2026", "--last", "40").output
    assert (19, 40) == opened().span(2026)


def test_a_counter_that_was_set_back_and_an_unknown_state_are_put_right() -> None:
    import sqlite3
    from contextlib import closing

    before = kept()
    with closing(sqlite3.connect(PLACE)) as register:
        register.execute("update penghitung set terakhir = 2")
        register.execute("update nomor set keadaan = 'rusak' where urut = 20")
        register.commit()
    assert 1 == run("list").exit_code
    assert 0 == run("recover").exit_code
    assert before == kept()


def test_a_register_is_not_begun_over_letters(tmp_path: Path) -> None:
    PLACE.unlink()
    made = run("begin", "--start", "1", "--year", "2026")
    assert 1 == made.exit_code
    assert "holds letter 21 of 2026. fix: --start 22, or `sopgen register recover`" in made.output
    assert not PLACE.exists()
    assert 6 > len(list(tmp_path.glob("surat/*")))


def test_what_differs_between_register_and_letters_is_told(tmp_path: Path) -> None:
    surat = tmp_path / "surat"
    (surat / "surat-perintah-2026-0021-A.pdf").unlink()
    (surat / "surat-perintah-2026-0020-A.docx").write_bytes(b"disunting")
    shutil.copy(surat / "surat-perintah-2026-0019-A-00000001.pdf", surat / "surat-perintah-2026-0044-A.pdf")
    opened().void(2026, 19, "keliru")
    made = run("verify")
    assert 4 == made.exit_code
    for words in (
        "the letter of number Sprin/21/XII/CONTOH.1.1./2026 is not in the folder",
        "surat-perintah-2026-0020-A.docx is not as it was issued",
        "surat-perintah-2026-0044-A.pdf bears a number that the register does not know",
        "surat-perintah-2026-0019-A-00000001.pdf is void and still in the folder",
        "differ in 5 places",
    ):
        assert words in made.output


def test_letters_of_another_office_of_the_same_person_are_refused_whatever_is_said(tmp_path: Path) -> None:
    """One person works for two offices with one key: the code vouches for letters of both."""
    unit = tmp_path / "spec" / "satuan.yaml"
    text = unit.read_text("utf-8")
    assert "RESOR GORONTALO KOTA" in text.upper()
    unit.write_text(re.sub("(?i)gorontalo kota", "Kota Lain", text), "utf-8")
    PLACE.unlink()
    for made in (run("recover"), run("recover", "--yes")):
        assert 1 == made.exit_code
        assert "not on the letterhead of" in made.output
        assert made.output.count("surat-perintah-2026-0020-A.docx") == 1
        assert "move these letters of another office away" in made.output
    assert not PLACE.exists()


def test_a_register_and_its_letters_brought_back_together_from_an_old_copy_are_asked_about(
    spec: Path,  # noqa: F811
    tmp_path: Path,
) -> None:
    for name in ("register", "surat"):
        shutil.copytree(tmp_path / name, tmp_path / "salinan" / name)
    assert 0 == order(spec, roster(tmp_path, 2), "--register").exit_code
    for name in ("register", "surat"):
        shutil.rmtree(tmp_path / name)
        shutil.copytree(tmp_path / "salinan" / name, tmp_path / name)
    words = ["order", str(spec), "--activity", "A", "--roster", roster(tmp_path, 4), "--date", "2026-12-01"]
    asked = CliRunner().invoke(main, [*words, "--register"], catch_exceptions=False)
    assert 1 == asked.exit_code
    assert "number 22 of 2026 was given, the register's last is 21: it may be an old copy" in asked.output
    assert "number 22 of 2026 was given" in run("verify").output
    reserved = run("reserve", str(spec), "--count", "2", "--year", "2026", "--purpose", "x")
    assert (1, True) == (reserved.exit_code, "it may be an old copy" in reserved.output), reserved.output
    assert 0 == run("recover", "--year", "2026", "--last", "22").exit_code
    assert 0 == order(spec, roster(tmp_path, 4), "--register").exit_code
    assert [19, 20, 21, 23] == [one.number for one in opened().entries()]
