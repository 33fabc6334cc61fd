"""An issued letter printed again as it was issued, or corrected under its number."""

import hashlib
from pathlib import Path

import pikepdf
import pytest
from click.testing import CliRunner, Result
from tests.cli.test_order import order, roster, spec, text  # noqa: F401  (a fixture)
from tests.registers import begun, opened

from sopgen.cli.main import main
from sopgen.register.entry import State


def again(spec: Path, *words: str) -> Result:  # noqa: F811
    return CliRunner().invoke(main, ["order", str(spec), *words], catch_exceptions=False)


def digests(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir() if path.is_file()}


@pytest.fixture
def surat(spec: Path, tmp_path: Path) -> Path:  # noqa: F811
    begun()
    assert 0 == order(spec, roster(tmp_path, 2), "--register", "--place", "Aula").exit_code
    return tmp_path / "surat"


def test_a_letter_is_printed_again_byte_for_byte(spec: Path, tmp_path: Path, surat: Path) -> None:  # noqa: F811
    before = digests(surat)
    words = ("--reprint", "1", "--year", "2026", "--out", "lagi", "--print-run", "cetak.pdf")
    assert 0 == again(spec, *words).exit_code
    assert before == digests(tmp_path / "lagi")
    with pikepdf.open(tmp_path / "cetak.pdf") as pdf:
        assert len(pdf.pages)
    for path in surat.iterdir():
        path.unlink()
    made = again(spec, "--reprint", "1", "--year", "2026")
    assert 0 == made.exit_code, made.output
    assert before == digests(surat)


@pytest.mark.usefixtures("surat")
def test_a_letter_is_printed_again_on_the_paper_that_is_asked_for(spec: Path, tmp_path: Path) -> None:  # noqa: F811
    words = ("--reprint", "1", "--year", "2026", "--print-run", "cetak.pdf", "--sides", "one", "--copies", "2")
    assert 0 == again(spec, *words).exit_code
    with pikepdf.open(tmp_path / "cetak.pdf") as pdf:
        assert 2 == len(pdf.pages)
    assert 2 == again(spec, "--reprint", "1", "--year", "2026", "--copies", "2").exit_code


def test_a_letter_that_would_come_out_otherwise_is_not_printed(spec: Path, tmp_path: Path, surat: Path) -> None:  # noqa: F811
    before = digests(surat)
    unit = tmp_path / "spec" / "satuan.yaml"
    unit.write_text(unit.read_text("utf-8").replace("tempat: Gorontalo", "tempat: Limboto"), "utf-8")
    assert 0 == again(spec, "--reprint", "1", "--year", "2026", "--out", "lagi").exit_code
    assert before == digests(tmp_path / "lagi")
    for path in surat.iterdir():
        path.unlink()
    made = again(spec, "--reprint", "1", "--year", "2026")
    assert 1 == made.exit_code
    assert "would come out with other words than it was issued" in made.output
    assert [] == list(surat.iterdir())


@pytest.mark.usefixtures("surat")
def test_a_number_without_a_letter_is_not_printed(spec: Path) -> None:  # noqa: F811
    opened().void(2026, 1, "keliru")
    assert "is void: keliru" in again(spec, "--reprint", "1", "--year", "2026").output
    assert "knows no number 9" in again(spec, "--reprint", "9", "--year", "2026").output
    assert 2 == again(spec, "--reprint", "1", "--activity", "A").exit_code


def test_a_corrected_letter_keeps_its_number_and_its_former_version(
    spec: Path,  # noqa: F811
    tmp_path: Path,
    surat: Path,
) -> None:
    former = digests(surat)
    made = order(spec, roster(tmp_path, 1), "--correct", "1", "--reason", "salah nama")
    assert 0 == made.exit_code, made.output
    assert "has order" not in made.output
    (entry,) = opened().entries()
    assert (1, 2, State.ISSUED, "BRIPKA Personel Contoh 1") == (entry.number, entry.version, entry.state, entry.to)
    assert {"surat-perintah-2026-0001-A-00000001.docx", "surat-perintah-2026-0001-A-00000001.pdf"} == set(entry.files)
    assert dict(entry.files) == digests(surat)
    aside = {name.replace("-versi-1", ""): digest for name, digest in digests(surat / "diganti").items()}
    assert former == aside
    assert "Sprin/1/XII/CONTOH.1.1./2026" in text(surat / "surat-perintah-2026-0001-A-00000001.docx")
    shown = CliRunner().invoke(main, ["register", "show", "1", "--year", "2026"], catch_exceptions=False).output
    assert "version 1, replaced: salah nama" in shown
    assert all(digest in shown for digest in [*former.values(), *entry.files.values()])
    again_ = order(spec, roster(tmp_path, 1), "--correct", "1", "--reason", "salah nama")
    assert 0 == again_.exit_code, again_.output
    assert 2 == opened().show(2026, 1).version


@pytest.mark.parametrize(
    ("words", "code", "what"),
    [
        (("--correct", "1"), 1, "is corrected with a reason"),
        (("--correct", "7", "--reason", "x"), 1, "knows no number 7"),
        (("--correct", "1", "--reason", "x", "--number", "2"), 2, "--correct names the number"),
        (("--correct", "1", "--reason", "x", "--per-person"), 2, "--correct replaces one letter"),
    ],
)
def test_a_correction_that_can_not_be_meant_changes_nothing(
    words: tuple[str, ...],
    code: int,
    what: str,
    spec: Path,  # noqa: F811
    tmp_path: Path,
    surat: Path,
) -> None:
    before = digests(surat)
    made = order(spec, roster(tmp_path, 1), *words)
    assert code == made.exit_code
    assert what in made.output
    assert before == digests(surat)


def test_blank_orders_draw_on_the_reserved_numbers(spec: Path, tmp_path: Path) -> None:  # noqa: F811
    begun()
    blank = ["form", str(spec), "--activity", "A", "--reserved", "2", "--year", "2026", "--out", "blangko"]
    told = CliRunner().invoke(main, blank, catch_exceptions=False)
    assert 1 == told.exit_code
    assert "fix: `sopgen register reserve --count 2`" in told.output
    opened().reserve(2026, 3, "formulir", lambda n: f"Sprin/{n}/..../CONTOH.1.1./2026")
    assert 0 == CliRunner().invoke(main, blank, catch_exceptions=False).exit_code
    assert [State.BLANK, State.BLANK, State.RESERVED] == [entry.state for entry in opened().entries()]
    names = [f"surat-perintah-2026-000{n}-A-blangko.{ending}" for n in (1, 2) for ending in ("docx", "pdf")]
    assert names == sorted(path.name for path in (tmp_path / "blangko").iterdir())
    assert "Sprin/2/..../CONTOH.1.1./2026" in text(tmp_path / "blangko" / names[2])
    assert 1 == CliRunner().invoke(main, blank, catch_exceptions=False).exit_code
    assert 0 == order(spec, roster(tmp_path, 1), "--number", "2").exit_code
    assert State.ISSUED is opened().show(2026, 2).state
