"""Task orders from a roster, as staff make them."""

import os
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import openpyxl
import pikepdf
import pytest
from click.testing import CliRunner, Result
from tests.documents import docx_lines, office_pdf, page_words, pdf_pages, run
from tests.registers import begun, opened

from sopgen.cli.main import main
from sopgen.errors import SopgenError
from sopgen.jobs.letters import run as run_of_letters
from sopgen.plan.letter.contents import OrderPlan
from sopgen.register.entry import NumberEntry, State
from sopgen.register.store import Files, Register

ROOT = Path(__file__).parents[2]
SPEC = ROOT / "spec" / "sop" / "fkpm" / "2019.yaml"


@pytest.fixture
def spec(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The shipped edition of a unit that has an archive code, in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOPGEN_LANG", "en")
    monkeypatch.delenv("SOPGEN_REGISTER", raising=False)
    return written_spec(tmp_path)


def written_spec(folder: Path) -> Path:
    (folder / "spec" / "sop").mkdir(parents=True)
    unit = (ROOT / "spec" / "satuan.yaml").read_text("utf-8").replace("  kka: null", "  kka: CONTOH.1.1.")
    (folder / "spec" / "satuan.yaml").write_text(unit, encoding="utf-8")
    (folder / "spec" / "sop" / "2019.yaml").write_bytes(SPEC.read_bytes())
    return folder / "spec" / "sop" / "2019.yaml"


@contextmanager
def standing_in(folder: Path) -> Iterator[Path]:
    """Stand in a folder with the shipped edition, as `spec` has it, to make once what many tests copy."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        patch.setenv("SOPGEN_LANG", "en")
        patch.setenv("SOPGEN_KEY", str(folder / "kunci" / "kunci.pem"))
        patch.delenv("SOPGEN_REGISTER", raising=False)
        yield written_spec(folder)


def roster(folder: Path, count: int, rank: str = "BRIPKA") -> str:
    rows = [f"Personel Contoh {n};{rank};{n:08};Anggota Binpolmas;" for n in range(1, count + 1)]
    path = folder / "daftar.csv"
    path.write_text("\n".join(["Nama;Pangkat;NRP;Jabatan;Ket", *rows]), encoding="utf-8")
    return str(path)


def order(spec: Path, people: str, *more: str, day: str = "2026-12-01") -> Result:
    words = ["order", str(spec), "--activity", "A", "--roster", people, "--date", day, "--yes", *more]
    return CliRunner().invoke(main, words, catch_exceptions=False)


def text(path: Path) -> str:
    return " ".join(" ".join(docx_lines(path.read_bytes())).split())


def test_a_pasted_list_makes_the_letter_of_its_file(spec: Path, tmp_path: Path) -> None:
    asked = ["order", str(spec), "--activity", "A", "--date", "2026-11-27", "--roster"]
    assert 0 == CliRunner().invoke(main, [*asked, roster(tmp_path, 2), "--out", "berkas"]).exit_code
    people = "\n".join(f"{n}\tPersonel Contoh {n}\tBRIPKA\t{n:08}\tAnggota Binpolmas\t" for n in (1, 2))
    told = CliRunner().invoke(main, [*asked, "-", "--out", "tempelan"], input=people)
    assert 0 == told.exit_code, told.output
    made = {path.name: path.read_bytes() for path in Path("tempelan").iterdir()}
    assert made == {path.name: path.read_bytes() for path in Path("berkas").iterdir()}
    assert "the list names no columns" in told.output


def test_up_to_five_people_stand_in_the_letter(spec: Path, tmp_path: Path) -> None:
    made = order(spec, roster(tmp_path, 5), "--number", "12", "--place", "Gorontalo", "--until", "2026-12-03")
    assert 0 == made.exit_code, made.output
    words = text(tmp_path / "surat" / "surat-perintah-2026-0012-A.docx")
    for part in (
        "Sprin/12/XII/CONTOH.1.1./2026",
        "Personel Contoh 5",
        "BRIPKA/00000005",
        "1 Desember 2026",
        "3 Desember 2026",
    ):
        assert part in words
    assert "LAMPIRAN" not in words


def test_more_than_five_stand_in_the_annex(spec: Path, tmp_path: Path) -> None:
    assert 0 == order(spec, roster(tmp_path, 6), "--number", "1").exit_code
    words = text(tmp_path / "surat" / "surat-perintah-2026-0001-A.docx")
    assert "NAMA, PANGKAT DAN JABATANNYA TERLAMPIR DALAM SURAT PERINTAH INI." in words
    assert "DAFTAR PERSONEL" in words
    assert 1 == words.count("Personel Contoh 6")
    assert 2 == words.count("ROBIN LUMBAN RAJA")


@pytest.mark.exe
@pytest.mark.parametrize("count", [1, 5, 6, 60])
def test_docx_and_pdf_of_an_order_say_the_same_page_by_page(count: int, spec: Path, tmp_path: Path) -> None:
    assert 0 == order(spec, roster(tmp_path, count), "--number", "1").exit_code
    (docx,) = (tmp_path / "surat").glob("*.docx")
    pdf = docx.with_suffix(".pdf").read_bytes()
    printed = page_words(office_pdf(docx.read_bytes()))
    assert page_words(pdf) == printed
    assert len(pdf_pages(pdf)) == (1 if count < 6 else 2 if count == 6 else len(printed))


def test_a_letter_a_person_takes_a_number_each(spec: Path, tmp_path: Path) -> None:
    begun()
    assert 0 == order(spec, roster(tmp_path, 3), "--per-person", "--register").exit_code
    entries = opened().entries(2026)
    assert [(1, State.ISSUED), (2, State.ISSUED), (3, State.ISSUED)] == [(e.number, e.state) for e in entries]
    assert "Sprin/2/XII/CONTOH.1.1./2026" in text(tmp_path / "surat" / "surat-perintah-2026-0002-A-00000002.docx")


def test_the_same_command_gives_the_same_numbers_and_bytes(spec: Path, tmp_path: Path) -> None:
    begun()
    order(spec, roster(tmp_path, 2), "--register")
    first = {path.name: path.read_bytes() for path in (tmp_path / "surat").iterdir()}
    order(spec, roster(tmp_path, 2), "--register")
    assert first == {path.name: path.read_bytes() for path in (tmp_path / "surat").iterdir()}
    assert 1 == len(opened().entries())


def test_two_orders_on_a_day_for_one_person_are_warned_of(spec: Path, tmp_path: Path) -> None:
    begun()
    order(spec, roster(tmp_path, 1), "--register")
    again = order(spec, roster(tmp_path, 2), "--register")
    assert 0 == again.exit_code
    assert "warning: 00000001 has order Sprin/1/XII/CONTOH.1.1./2026 on that day already" in again.output


@pytest.mark.parametrize(
    ("rank", "more", "what"),
    [
        ("BRIPKA", {"day": "2019-09-30"}, "takes effect on 2019-10-01 only"),
        ("KOMBES POL", {}, "ranks above the signatory"),
    ],
)
def test_wrong_orders_are_refused_and_nothing_is_written(
    rank: str, more: dict[str, str], what: str, spec: Path, tmp_path: Path
) -> None:
    begun()
    made = order(spec, roster(tmp_path, 2, rank), "--register", **more)
    assert 1 == made.exit_code
    assert what in made.output
    assert not (tmp_path / "surat").exists()
    assert [] == opened().entries()


def test_what_no_letter_can_show_is_refused_before_a_number_is_given(spec: Path, tmp_path: Path) -> None:
    people = roster(tmp_path, 2)
    made = order(spec, people, "--register", "--place", "Pos 🚔")
    assert (1, True) == (made.exit_code, "U+1F694" in made.output)
    Path(people).write_text(Path(people).read_text("utf-8").replace("Contoh 2", "Contoh ✓"), encoding="utf-8")
    made = order(spec, people, "--register")
    assert (1, True) == (made.exit_code, "U+2713" in made.output)
    assert not (tmp_path / "surat").exists()
    assert not (tmp_path / "register").exists()


def test_a_draft_gives_no_orders(spec: Path, tmp_path: Path) -> None:
    spec.write_text(spec.read_text("utf-8").replace("edisi:", "status: draf\nedisi:", 1), encoding="utf-8")
    made = order(spec, roster(tmp_path, 1))
    assert 1 == made.exit_code
    assert "the SOP is not in force" in made.output


def test_a_unit_without_an_archive_code_is_told_so(spec: Path, tmp_path: Path) -> None:
    begun()
    unit = tmp_path / "spec" / "satuan.yaml"
    unit.write_text(unit.read_text("utf-8").replace("kka: CONTOH.1.1.", "kka: null"), encoding="utf-8")
    made = order(spec, roster(tmp_path, 1), "--register")
    assert 1 == made.exit_code
    assert "surat_perintah.kka" in made.output
    assert [] == opened().entries()


def test_a_roster_s_faults_stop_the_run(spec: Path, tmp_path: Path) -> None:
    made = order(spec, roster(tmp_path, 2, "BRIPKAA"))
    assert 1 == made.exit_code
    assert 2 == made.output.count('rank "BRIPKAA" is not known')


def test_what_a_roster_s_reader_left_out_is_told_and_stands_in_no_letter(spec: Path, tmp_path: Path) -> None:
    people = roster(tmp_path, 1)
    with Path(people).open("a", encoding="utf-8") as file:
        file.write("\nJumlah;1 orang;;;\nMengetahui;;;;\n")
    made = order(spec, people, "--number", "1")
    assert 0 == made.exit_code
    assert 'daftar.csv:3:1: info RO02: a total is left out: "Jumlah 1 orang".' in made.output
    assert "1 letter for 1 person" in made.output
    assert "Jumlah" not in text(tmp_path / "surat" / "surat-perintah-2026-0001-A-00000001.docx")


def test_one_of_several_sheets_is_named(spec: Path, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for name, number in (("Polsek", "00000001"), ("Polres", "00000002")):
        sheet = book.create_sheet(name)
        sheet.append(["Nama", "Pangkat", "NRP"])
        sheet.append([f"Personel {name}", "BRIPKA", number])
    book.save(tmp_path / "daftar.xlsx")
    asked = order(spec, "daftar.xlsx")
    assert 1 == asked.exit_code
    assert 'several sheets hold data: Polsek, Polres. fix: name one: --sheet "Polsek"' in asked.output
    assert 0 == order(spec, "daftar.xlsx", "--sheet", "Polres").exit_code
    assert ["surat-perintah-2026-12-01-0001-A-00000002"] == [
        path.stem for path in (tmp_path / "surat").glob("*.docx")
    ]


def test_more_letters_than_anyone_orders_by_a_slip_are_asked_about(
    spec: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run_of_letters, "MANY", 2)
    made = order(spec, roster(tmp_path, 3), "--per-person", "--formats", "docx")
    assert 2 == made.exit_code
    assert "the roster asks for 3 letters. fix: add --many" in made.output
    assert 0 == order(spec, roster(tmp_path, 3), "--per-person", "--formats", "docx", "--many").exit_code


def test_the_print_run_holds_every_copy_with_its_mark_and_bookmark(spec: Path, tmp_path: Path) -> None:
    made = order(
        spec, roster(tmp_path, 3), "--per-person", "--number", "7", "--formats", "pdf", "--print-run", "cetak.pdf"
    )
    assert 0 == made.exit_code, made.output
    assert "3 letters for 3 people" in made.output
    assert {".pdf"} == {path.suffix for path in (tmp_path / "surat").iterdir()}
    with pikepdf.open(tmp_path / "cetak.pdf") as pdf, pdf.open_outline() as outline:
        # Original, copy and file copy of a letter of one page, each with an empty back.
        assert 3 * 3 * 2 == len(pdf.pages)
        titles = [item.title for item in outline.root]
    assert [f"Sprin/{n}/XII/CONTOH.1.1./2026 Personel Contoh {n - 6}" for n in (7, 8, 9)] == titles


@pytest.mark.exe
def test_the_marks_of_a_print_run_are_printed(spec: Path, tmp_path: Path) -> None:
    order(spec, roster(tmp_path, 7), "--number", "7", "--print-run", "cetak.pdf")
    pages = pdf_pages((tmp_path / "cetak.pdf").read_bytes())
    assert ["ASLI", "ASLI", "TEMBUSAN", "TEMBUSAN", "ARSIP", "ARSIP"] == [mark_of(page) for page in pages]
    run("qpdf", "--check", tmp_path / "cetak.pdf")


def mark_of(page: str) -> str:
    words = page.split()
    return next(word for word in ("ASLI", "TEMBUSAN", "ARSIP") if word in words)


def test_an_unknown_format_is_wrong_usage(spec: Path, tmp_path: Path) -> None:
    assert 2 == order(spec, roster(tmp_path, 1), "--formats", "odt").exit_code


CHIEF = "a.n. KEPALA KEPOLISIAN RESOR CONTOH"
OFFICIALS = """pejabat:
  - {id: kasat, jabatan: KASAT BINMAS, atas_nama: KEPALA KEPOLISIAN RESOR CONTOH, nama: PEJABAT CONTOH 1, \
pangkat: AJUN KOMISARIS POLISI, nrp: "00000091", akhiran_nomor: Satbinmas}
  - {id: kaur, jabatan: KAUR BINOPS, atas_nama: KEPALA KEPOLISIAN RESOR CONTOH, untuk_beliau: KASAT BINMAS, \
nama: PEJABAT CONTOH 2, pangkat: INSPEKTUR POLISI SATU, nrp: "00000092"}
"""


def with_officials(folder: Path) -> None:
    unit = folder / "spec" / "satuan.yaml"
    unit.write_text(unit.read_text("utf-8").replace("pejabat: []", OFFICIALS.rstrip() + "\n#", 1), encoding="utf-8")


@pytest.mark.exe
@pytest.mark.parametrize(
    ("signatory", "lines"),
    [
        ("kasat", [CHIEF, "KEPALA SATUAN PEMBINAAN MASYARAKAT"]),
        ("kaur", [CHIEF, "KEPALA SATUAN PEMBINAAN MASYARAKAT", "u.b.", "KEPALA URUSAN PEMBINAAN OPERASIONAL"]),
    ],
)
def test_another_official_signs_on_behalf(signatory: str, lines: list[str], spec: Path, tmp_path: Path) -> None:
    with_officials(tmp_path)
    made = order(spec, roster(tmp_path, 7), "--number", "3", "--signatory", signatory)
    assert 0 == made.exit_code, made.output
    (docx,) = (tmp_path / "surat").glob("*.docx")
    found = [line.strip() for line in docx_lines(docx.read_bytes())]
    assert 2 == sum(found[n : n + len(lines)] == lines for n in range(len(found)))
    assert found[found.index("LAMPIRAN SURAT PERINTAH") + 1] == "KAPOLRES CONTOH"
    assert ("/2026/Satbinmas" in " ".join(found)) == (signatory == "kasat")
    assert page_words(docx.with_suffix(".pdf").read_bytes()) == page_words(office_pdf(docx.read_bytes()))


def test_a_signatory_below_those_he_orders_is_refused(spec: Path, tmp_path: Path) -> None:
    with_officials(tmp_path)
    made = order(spec, roster(tmp_path, 1, "AKP"), "--signatory", "kaur")
    assert 1 == made.exit_code
    assert "ranks above the signatory" in made.output
    assert 2 == order(spec, roster(tmp_path, 1), "--signatory", "tidak-ada").exit_code


def order_file(folder: Path, text: str) -> Path:
    path = folder / "spec" / "surat-perintah" / "tugas.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


FILE = "sop: ../sop/2019.yaml\nkegiatan: A\npersonel: ../../daftar.csv\ntanggal: 2026-12-01\n"


def test_an_order_file_makes_what_the_options_make(spec: Path, tmp_path: Path) -> None:
    order(spec, roster(tmp_path, 3), "--number", "4", "--per-person", "--place", "Gorontalo", "--out", "a")
    path = order_file(tmp_path, FILE + "tempat: Gorontalo\nsurat: per_orang\nnomor: 4\n")
    made = CliRunner().invoke(main, ["order", str(path), "--out", "b", "--yes"], catch_exceptions=False)
    assert 0 == made.exit_code, made.output
    files = {name: {p.name: p.read_bytes() for p in (tmp_path / name).iterdir()} for name in ("a", "b")}
    assert 6 == len(files["a"])
    assert files["a"] == files["b"]


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("kegiatan: A", "kegiatan: Z", 'tugas.yaml:2:1: error TO07: "Z" is not known'),
        ("tanggal: 2026-12-01", "tanggal: besok", "tugas.yaml:4:"),
        ("kegiatan: A", "kegiatan: A\nlain: x", "tugas.yaml:3:"),
        ("../sop/2019.yaml", "../sop/2020.yaml", "2020.yaml"),
        ("daftar.csv", "hilang.csv", "hilang.csv"),
    ],
)
@pytest.mark.usefixtures("spec")
def test_an_order_file_s_faults_are_named_with_their_place(old: str, new: str, what: str, tmp_path: Path) -> None:
    roster(tmp_path, 1)
    path = order_file(tmp_path, FILE.replace(old, new))
    made = CliRunner().invoke(main, ["order", str(path)], catch_exceptions=False)
    assert 1 == made.exit_code
    assert what in made.output
    assert not (tmp_path / "surat").exists()


@pytest.mark.usefixtures("spec")
def test_options_that_an_order_file_leaves_without_effect_are_refused(tmp_path: Path) -> None:
    path = order_file(tmp_path, FILE)
    given = ["--number", "7", "--per-person", "--place", "Pasar", "--until", "3 Desember 2026", "--signatory", "x"]
    made = CliRunner().invoke(main, ["order", str(path), *given])
    assert 2 == made.exit_code
    assert "--until, --place, --per-person, --number, --signatory: nothing of it counts" in made.output
    assert not (tmp_path / "surat").exists()


@pytest.mark.parametrize("day", ["2026-12-01", "01-12-2026", "1/12/2026", "1 Desember 2026"])
def test_days_are_taken_as_offices_write_them(day: str, spec: Path, tmp_path: Path) -> None:
    assert 0 == order(spec, roster(tmp_path, 1), "--formats", "docx", day=day).exit_code


@pytest.mark.parametrize(
    ("day", "told"),
    [
        ("besok", '"besok" is not a date. fix: write it as 2019-09-03, 03-09-2019 or 3 September 2019'),
        ("31-11-2026", '"31-11-2026" is no day of the calendar'),
        ("2206-12-01", '"2206-12-01" lies outside the years 1945 to 2100'),
    ],
)
def test_what_is_no_day_is_wrong_usage(day: str, told: str, spec: Path, tmp_path: Path) -> None:
    made = order(spec, roster(tmp_path, 1), day=day)
    assert (2, True) == (made.exit_code, told in made.output)


def test_an_sop_without_roster_is_wrong_usage(spec: Path) -> None:
    made = CliRunner().invoke(main, ["order", str(spec), "--activity", "A"], catch_exceptions=False)
    assert 2 == made.exit_code


def test_the_shipped_order_file_works(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    shipped = ROOT / "spec" / "surat-perintah" / "contoh.yaml"
    made = CliRunner().invoke(main, ["order", str(shipped)], catch_exceptions=False)
    assert 0 == made.exit_code, made.output


def test_only_the_wanted_format_is_made(spec: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sopgen.render.typst.Typesetter.pdf", None)
    assert 0 == order(spec, roster(tmp_path, 1), "--formats", "docx").exit_code


def test_a_second_run_does_not_warn_of_its_own_letters(spec: Path, tmp_path: Path) -> None:
    begun()
    order(spec, roster(tmp_path, 2), "--register", "--per-person")
    again = order(spec, roster(tmp_path, 2), "--register", "--per-person")
    assert 0 == again.exit_code
    assert "warning" not in again.output


def test_two_processes_make_the_same_files(spec: Path, tmp_path: Path) -> None:
    order(spec, roster(tmp_path, 40), "--number", "1", "--per-person", "--out", "a")
    order(spec, roster(tmp_path, 40), "--number", "1", "--per-person", "--out", "b", "--workers", "2")
    files = {name: {p.name: p.read_bytes() for p in (tmp_path / name).iterdir()} for name in ("a", "b")}
    assert 80 == len(files["a"])
    assert files["a"] == files["b"]


def test_a_run_that_fails_keeps_what_was_made(spec: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begun()
    from sopgen.jobs.letters import maker

    made = maker.LetterMaker.files

    def until_the_fourth(self: maker.LetterMaker, plan: OrderPlan, formats: Sequence[str]) -> dict[str, bytes]:
        if "/4/" in plan.number:
            raise SopgenError("the fourth fails")
        return made(self, plan, formats)

    with monkeypatch.context() as failing:
        failing.setattr(maker.LetterMaker, "files", until_the_fourth)
        assert 1 == order(spec, roster(tmp_path, 5), "--per-person", "--register").exit_code
    register = opened()
    assert [State.ISSUED] * 3 + [State.GIVEN] * 2 == [entry.state for entry in register.entries(2026)]
    assert 0 == order(spec, roster(tmp_path, 5), "--per-person", "--register").exit_code
    assert [State.ISSUED] * 5 == [entry.state for entry in register.entries(2026)]
    assert 10 == len(list((tmp_path / "surat").iterdir()))


def test_a_number_is_issued_when_its_files_are_there(
    spec: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun()
    seen: list[int] = []
    complete = Register.complete_all

    def looking(self: Register, written: Iterable[tuple[NumberEntry, Files]]) -> list[NumberEntry]:
        seen.append(len(list((tmp_path / "surat").iterdir())))
        return complete(self, written)

    monkeypatch.setattr(Register, "complete_all", looking)
    monkeypatch.setattr("sopgen.jobs.letters.issue.LONGEST_WAIT", float("inf"))
    order(spec, roster(tmp_path, 40), "--per-person", "--register", "--formats", "docx")
    assert [32, 40] == seen


def test_what_a_killed_run_left_half_made_is_swept(spec: Path, tmp_path: Path) -> None:
    out = tmp_path / "surat"
    out.mkdir()
    for name, age in ((".baru-lama", 7200), (".baru-baru", 0), ("lain.docx", 7200)):
        (out / name).write_bytes(b"x")
        os.utime(out / name, (time.time() - age, time.time() - age))
    order(spec, roster(tmp_path, 1), "--number", "1", "--formats", "docx")
    assert [".baru-baru", "lain.docx", "surat-perintah-2026-0001-A-00000001.docx"] == sorted(
        p.name for p in out.iterdir()
    )


@pytest.mark.exe
def test_hours_and_own_duties_stand_in_both_formats(spec: Path, tmp_path: Path) -> None:
    words = ["--hours", "8:00-12.00", "--duty", "membuat dokumentasi;", "--duty", "menyusun daftar hadir"]
    made = order(spec, roster(tmp_path, 2), "--number", "1", "--until", "2026-12-03", *words)
    assert 0 == made.exit_code, made.output
    (docx,) = (tmp_path / "surat").glob("*.docx")
    said = text(docx)
    assert "tanggal 1 Desember 2026 s.d. 3 Desember 2026 pukul 08.00 s.d. 12.00 WITA;" in said
    assert said.index("pukul") < said.index("membuat dokumentasi;") < said.index("menyusun daftar hadir;")
    assert page_words(docx.with_suffix(".pdf").read_bytes()) == page_words(office_pdf(docx.read_bytes()))


@pytest.mark.usefixtures("spec")
def test_an_order_file_says_hours_and_own_duties(tmp_path: Path) -> None:
    roster(tmp_path, 1)
    path = order_file(tmp_path, FILE + "pukul: 22.00-06.00\nuntuk: [membuat dokumentasi]\n")
    made = CliRunner().invoke(main, ["order", str(path)], catch_exceptions=False)
    assert 0 == made.exit_code, made.output
    said = text(next((tmp_path / "surat").glob("*.docx")))
    assert "pukul 22.00 s.d. 06.00 WITA" in said
    assert "membuat dokumentasi;" in said


@pytest.mark.parametrize("hours", ["25.00-26.00", "pagi", "8-12", "08.00-12.60"])
def test_hours_that_are_none_are_told(hours: str, spec: Path, tmp_path: Path) -> None:
    assert "fix: write 08.00-12.00" in order(spec, roster(tmp_path, 1), "--hours", hours).output
    path = order_file(tmp_path, FILE + f'pukul: "{hours}"\n')
    made = CliRunner().invoke(main, ["order", str(path)], catch_exceptions=False)
    assert f'"{hours}" are no hours' in made.output
    assert 1 == made.exit_code


def test_what_a_letter_leaves_out_changes_no_number(spec: Path, tmp_path: Path) -> None:
    people = roster(tmp_path, 1)
    begun()
    for more in ([], ["--hours", "08.00"], [], ["--duty", "membuat dokumentasi"], ["--hours", "08.00"]):
        assert 0 == order(spec, people, "--register", "--formats", "docx", *more).exit_code
    assert 3 == len(opened().entries())


@pytest.mark.parametrize(
    ("words", "pages"),
    [(["--sides", "one"], 9), (["--copies", "2"], 12), (["--sides", "one", "--copies", "1"], 3), ([], 18)],
)
def test_a_print_run_has_the_sides_and_prints_that_are_asked_for(
    words: list[str], pages: int, spec: Path, tmp_path: Path
) -> None:
    asked = ["--per-person", "--formats", "pdf", "--print-run", "cetak.pdf", *words]
    assert 0 == order(spec, roster(tmp_path, 3), *asked).exit_code
    with pikepdf.open(tmp_path / "cetak.pdf") as pdf:
        assert pages == len(pdf.pages)


@pytest.mark.parametrize("words", [["--sides", "one"], ["--copies", "1"]])
def test_sides_and_copies_want_a_print_run(words: list[str], spec: Path, tmp_path: Path) -> None:
    assert 2 == order(spec, roster(tmp_path, 1), *words).exit_code


@pytest.mark.usefixtures("spec")
@pytest.mark.parametrize("words", [["--place", "Pos A"], ["--hours", "08.00"], ["--number", "3"], ["--per-person"]])
def test_what_an_order_file_says_is_refused_beside_it(words: list[str], tmp_path: Path) -> None:
    roster(tmp_path, 1)
    made = CliRunner().invoke(main, ["order", str(order_file(tmp_path, FILE)), *words], catch_exceptions=False)
    assert 2 == made.exit_code
    assert not (tmp_path / "surat").exists()
