"""Letters of other offices by the command line: the same roster, register, codes and prints serve them."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.cli.test_order import order, text, written_spec
from tests.documents import pdf_pages
from tests.registers import begun, opened

from sopgen.cli.main import main
from sopgen.register.entry import State


@pytest.fixture
def spec(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The shipped edition of a unit that sends people by assignments."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOPGEN_LANG", "en")
    monkeypatch.delenv("SOPGEN_REGISTER", raising=False)
    made = written_spec(tmp_path)
    setting("judul: SURAT PERINTAH #", "bentuk: surat-tugas #")
    return made


def setting(old: str, new: str) -> None:
    """Change the unit's file."""
    path = Path("spec", "satuan.yaml")
    written = path.read_text("utf-8")
    assert old in written
    path.write_text(written.replace(old, new, 1), "utf-8")


def civil_servants(count: int, post: str = "Analis") -> str:
    rows = [f"Pegawai Contoh {n};Penata Muda Tk. I;{n:018};{post};" for n in range(1, count + 1)]
    Path("daftar.csv").write_text("\n".join(["Nama;Pangkat;NIP;Jabatan;Ket", *rows]), "utf-8")
    return "daftar.csv"


def mixed() -> str:
    rows = ["Personel Contoh;BRIPKA;00000001;Anggota;", "Warga Satu;-;-;Ketua FKPM;", "Warga Dua;-;-;Anggota FKPM;"]
    Path("daftar.csv").write_text("\n".join(["Nama;Pangkat;NRP;Jabatan;Ket", *rows]), "utf-8")
    return "daftar.csv"


def sopgen(*words: str) -> Result:
    return CliRunner().invoke(main, list(words), catch_exceptions=False)


def letter(number: int, ending: str = "docx", kind: str = "surat-tugas") -> Path:
    return Path("surat", f"{kind}-2026-{number:04}-A.{ending}").absolute()


def test_a_roster_of_civil_servants_makes_an_assignment_with_a_number_of_the_register(spec: Path) -> None:
    begun()
    made = order(spec, civil_servants(2), "--register")
    assert 0 == made.exit_code, made.output
    words = text(letter(1))
    for part in (
        "SURAT TUGAS",
        "MEMERINTAHKAN",
        "Sgas/1/XII/CONTOH.1.1./2026",
        "Penata Muda Tingkat I, III/b",
        "NIP",
    ):
        assert part in words
    assert "DIPERINTAHKAN" not in words
    assert [State.ISSUED] == [entry.state for entry in opened().entries(2026)]


def test_an_assignment_is_reprinted_byte_for_byte_from_the_register_alone(spec: Path) -> None:
    begun()
    order(spec, civil_servants(7), "--register")
    issued = {path.name: path.read_bytes() for path in Path("surat").iterdir()}
    for path in Path("surat").iterdir():
        path.unlink()
    again = sopgen("order", str(spec), "--reprint", "1", "--year", "2026")
    assert 0 == again.exit_code, again.output
    assert issued == {path.name: path.read_bytes() for path in Path("surat").iterdir()}


def test_an_assignment_is_corrected_and_its_code_verified(spec: Path) -> None:
    begun()
    order(spec, civil_servants(2), "--register")
    done = order(spec, civil_servants(2, "Analis Muda"), "--correct", "1", "--reason", "jabatan keliru")
    assert 0 == done.exit_code, done.output
    assert "Analis Muda" in text(letter(1))
    checked = sopgen("verify-order", str(letter(1, "pdf")), "--spec", str(spec), "--register")
    assert 0 == checked.exit_code, checked.output
    paper = "Pegawai Contoh 1, NIP 000000000000000001, Penata Muda Tingkat I, III/b"
    assert 0 == sopgen("verify-order", str(letter(1, "pdf")), "--person", paper).exit_code


def test_the_code_covers_the_lines_of_the_annex_and_of_civil_servants_in_an_order(spec: Path) -> None:
    assert 0 == order(spec, civil_servants(7), "--number", "1").exit_code
    setting("bentuk: surat-tugas #", "judul: SURAT PERINTAH #")
    assert 0 == order(spec, civil_servants(3), "--number", "2").exit_code
    for pdf in (letter(1, "pdf"), letter(2, "pdf", "surat-perintah")):
        checked = sopgen("verify-order", str(pdf))
        assert 0 == checked.exit_code, checked.output


def test_a_print_run_holds_original_copies_and_archive_of_an_assignment(spec: Path) -> None:
    made = order(spec, civil_servants(1), "--number", "1", "--print-run", "cetak.pdf", "--sides", "one")
    assert 0 == made.exit_code, made.output
    assert 3 == len(pdf_pages(Path("cetak.pdf").read_bytes()))


def test_staff_without_a_number_may_be_assigned(spec: Path) -> None:
    made = order(spec, mixed(), "--number", "1")
    assert 0 == made.exit_code, made.output
    assert "Warga Dua" in text(letter(1))


def test_blank_and_fillable_assignments_bear_their_name(spec: Path) -> None:
    for more in ([], ["--fillable"]):
        made = sopgen("form", str(spec), "--activity", "A", "--out", "blangko", *more)
        assert 0 == made.exit_code, made.output
    names = {f"surat-tugas-A{more}.{ending}" for more in ("", "-isian") for ending in ("docx", "pdf")}
    assert names == {path.name for path in Path("blangko").iterdir()}


def test_blank_assignments_draw_on_the_reserved_numbers(spec: Path) -> None:
    begun()
    opened().reserve(2026, 1, "blangko", lambda n: f"Sgas/{n}/..../CONTOH.1.1./2026")
    made = sopgen("form", str(spec), "--activity", "A", "--reserved", "1", "--year", "2026", "--out", "blangko")
    assert 0 == made.exit_code, made.output
    assert Path("blangko", "surat-tugas-2026-0001-A-blangko.docx").is_file()


@pytest.fixture
def police(spec: Path) -> Path:
    """The shipped edition of a unit that gives civilians an assignment."""
    setting("bentuk: surat-tugas #", "warga: surat-tugas #")
    return spec


def test_civilians_get_an_assignment_of_their_own_where_the_unit_chose_so(police: Path) -> None:
    begun()
    made = order(police, mixed(), "--register")
    assert 0 == made.exit_code, made.output
    assert "no rule that is known here" in made.output
    ordered, assigned = text(Path("surat", "surat-perintah-2026-0001-A-00000001.docx")), text(letter(2))
    assert "Warga" not in ordered
    assert "Personel Contoh" not in assigned
    for part in ("MEMBERI TUGAS", "Warga Satu", "Ketua FKPM", "Sgas/2/XII/"):
        assert part in assigned
    again = order(police, mixed(), "--register")
    assert 0 == again.exit_code, again.output
    assert 2 == len(opened().entries())


def test_civilians_are_invited_where_the_unit_chose_nothing(police: Path) -> None:
    setting("warga: surat-tugas", "warga: undangan")
    refused = order(police, mixed(), "--number", "1")
    assert 1 == refused.exit_code
    assert "--form undangan" in refused.output


def test_a_correction_of_one_letter_does_not_replace_two(police: Path) -> None:
    begun()
    order(police, mixed(), "--register")
    refused = order(police, mixed(), "--correct", "1", "--reason", "keliru")
    assert 2 == refused.exit_code
    assert "--correct replaces one letter" in refused.output
