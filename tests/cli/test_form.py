"""`sopgen form`: blank forms, and those that follow the letters of an order file."""

import os
from dataclasses import replace
from pathlib import Path
from shutil import copytree, rmtree

import pytest
from click.testing import CliRunner, Result
from tests.cli.test_order import FILE, ROOT, order_file, roster, spec  # noqa: F401  (a fixture)
from tests.documents import docx_lines
from tests.registers import begun, opened
from tests.viewers import control_texts, fields

from sopgen.cli.main import main
from sopgen.jobs.forms import follow_ups
from sopgen.jobs.work import Work
from sopgen.plan.forms.table import FORMS
from sopgen.read.load import Edition
from sopgen.workspace import start

LETTER = "surat: satu\nnomor: 12\ntempat: Aula Kelurahan Contoh\n"


def form(*words: object) -> Result:
    return CliRunner().invoke(main, ["form", *map(str, words)], catch_exceptions=False)


def text(path: Path) -> str:
    return " ".join(" ".join(docx_lines(path.read_bytes())).split())


def made_in(folder: Path) -> set[str]:
    return {path.stem for path in folder.iterdir()}


def test_without_a_name_blank_task_orders_are_made(spec: Path, tmp_path: Path) -> None:  # noqa: F811
    assert 0 == form(spec, "--out", "f").exit_code
    assert {f"surat-perintah-tugas-{name}" for name in "ABC"} == made_in(tmp_path / "f")


def test_named_forms_are_made_once_for_the_sop_or_for_each_activity(spec: Path, tmp_path: Path) -> None:  # noqa: F811
    words = [part for name in ("surat-perintah-tugas", *FORMS) for part in ("--form", name)]
    assert 0 == form(spec, *words, "--out", "f").exit_code
    by_activity = {f"{name}-{letter}" for name in ("surat-perintah-tugas", "laporan-hasil") for letter in "ABC"}
    once = {"daftar-hadir", "notulen", "kesepakatan-bersama", "monitoring", "undangan", "evaluasi"}
    assert by_activity | once == made_in(tmp_path / "f")


def test_a_form_of_one_activity_names_it(spec: Path, tmp_path: Path) -> None:  # noqa: F811
    assert 0 == form(spec, "--form", "notulen", "--form", "laporan-hasil", "--activity", "B", "--out", "f").exit_code
    assert {"notulen-B", "laporan-hasil-B"} == made_in(tmp_path / "f")
    for name in made_in(tmp_path / "f"):
        assert "Negosiasi dan Mediasi" in text(tmp_path / "f" / f"{name}.docx")


def test_an_order_fills_every_form_that_follows_it(spec: Path, tmp_path: Path) -> None:  # noqa: F811
    roster(tmp_path, 3)
    made = form(spec, "--order", order_file(tmp_path, FILE + LETTER), "--out", "f")
    assert 0 == made.exit_code, made.output
    followers = ("laporan-hasil", "daftar-hadir", "notulen")
    assert {f"{name}-2026-0012-A" for name in followers} == made_in(tmp_path / "f")
    for name in followers:
        assert "Aula Kelurahan Contoh" in text(tmp_path / "f" / f"{name}-2026-0012-A.docx")
    report = text(tmp_path / "f" / "laporan-hasil-2026-0012-A.docx")
    assert "Nomor Sprin/12/XII/CONTOH.1.1./2026 tanggal 1 Desember 2026;" in report
    assert "BRIPKA/00000003" in report
    assert "Personel Contoh 3" in text(tmp_path / "f" / "daftar-hadir-2026-0012-A.docx")


def test_an_order_for_each_person_has_a_report_each_and_one_meeting(spec: Path, tmp_path: Path) -> None:  # noqa: F811
    roster(tmp_path, 3)
    path = order_file(tmp_path, FILE + "surat: per_orang\nnomor: 4\n")
    assert 0 == form(spec, "--order", path, "--out", "f").exit_code
    each = {f"laporan-hasil-2026-000{n + 3}-A-0000000{n}" for n in (1, 2, 3)}
    assert each | {"daftar-hadir-2026-0004-A", "notulen-2026-0004-A"} == made_in(tmp_path / "f")
    second = text(tmp_path / "f" / "laporan-hasil-2026-0005-A-00000002.docx")
    assert "Sprin/5/XII/CONTOH.1.1./2026" in second
    assert "Personel Contoh 1" not in second


def test_the_register_gives_the_numbers_of_the_letters_and_no_new_one(spec: Path, tmp_path: Path) -> None:  # noqa: F811
    roster(tmp_path, 2)
    path = order_file(tmp_path, FILE + "surat: per_orang\n")
    begun().reserve(2026, 6, "contoh", str)
    ordered = CliRunner().invoke(main, ["order", str(path), "--register", "--yes"], catch_exceptions=False)
    assert 0 == ordered.exit_code, ordered.output
    before = opened().entries()
    assert 0 == form(spec, "--order", path, "--register", "--form", "laporan-hasil", "--out", "f").exit_code
    assert {f"laporan-hasil-2026-000{n}-A-0000000{n - 6}" for n in (7, 8)} == made_in(tmp_path / "f")
    assert "Sprin/8/XII/CONTOH.1.1./2026" in text(tmp_path / "f" / "laporan-hasil-2026-0008-A-00000002.docx")
    assert before == opened().entries()


def test_letters_that_the_register_does_not_know_are_named_a_line_each(spec: Path, tmp_path: Path) -> None:  # noqa: F811
    roster(tmp_path, 2)
    path = order_file(tmp_path, FILE + "surat: per_orang\n")
    begun()
    made = form(spec, "--order", path, "--register", "--out", "f")
    assert 1 == made.exit_code
    lines = made.output.splitlines()
    assert 2 == len(lines)
    for n, line in enumerate(lines, 1):
        assert line.startswith(f"sopgen: the register has no letter of 2026-12-01 for Personel Contoh {n}. fix:")
    assert [] == opened().entries()
    assert not (tmp_path / "f").exists()


def test_a_void_letter_has_no_number(spec: Path, tmp_path: Path) -> None:  # noqa: F811
    roster(tmp_path, 1)
    path = order_file(tmp_path, FILE)
    begun()
    CliRunner().invoke(main, ["order", str(path), "--register", "--yes"], catch_exceptions=False)
    opened().void(2026, 1, "salah tanggal")
    made = form(spec, "--order", path, "--register", "--out", "f")
    assert 1 == made.exit_code
    assert "the register has no letter" in made.output


def test_looking_a_number_up_begins_no_register(spec: Path, tmp_path: Path) -> None:  # noqa: F811
    roster(tmp_path, 1)
    made = form(spec, "--order", order_file(tmp_path, FILE), "--register", "--out", "f")
    assert 1 == made.exit_code
    assert "there is no register register/surat-perintah.sqlite. fix:" in made.output
    assert not (tmp_path / "register").exists()


def test_without_a_number_there_is_room_to_write_it(spec: Path, tmp_path: Path) -> None:  # noqa: F811
    roster(tmp_path, 1)
    assert 0 == form(spec, "--order", order_file(tmp_path, FILE), "--form", "laporan-hasil").exit_code
    assert "....../XII/CONTOH.1.1./2026 tanggal 1 Desember 2026" in text(
        tmp_path / "tindak-lanjut" / "laporan-hasil-2026-12-01-0001-A-00000001.docx"
    )


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps no such modes")
def test_filled_forms_and_letters_are_their_owner_s_alone(spec: Path, tmp_path: Path) -> None:  # noqa: F811
    roster(tmp_path, 1)
    path = order_file(tmp_path, FILE)
    assert 0 == form(spec, "--order", path, "--form", "laporan-hasil").exit_code
    words = ["order", str(path), "--print-run", "cetak.pdf"]
    assert 0 == CliRunner().invoke(main, words, catch_exceptions=False).exit_code
    assert 0 == form(spec, "--form", "monitoring").exit_code
    private = [*(tmp_path / "tindak-lanjut").iterdir(), *(tmp_path / "surat").iterdir(), tmp_path / "cetak.pdf"]
    assert 5 == len(private)
    assert {0o600} == {path.stat().st_mode & 0o777 for path in private}
    assert {0o700} == {(tmp_path / name).stat().st_mode & 0o777 for name in ("tindak-lanjut", "surat")}
    blank = next(tmp_path.glob("monitoring*.pdf"))
    assert blank.stat().st_mode & 0o077


def test_an_order_of_another_sop_is_refused_with_its_place(spec: Path, tmp_path: Path) -> None:  # noqa: F811
    roster(tmp_path, 1)
    other = spec.with_name("lain.yaml")
    other.write_bytes(spec.read_bytes())
    made = form(other, "--order", order_file(tmp_path, FILE), "--out", "f")
    assert 1 == made.exit_code
    assert 'tugas.yaml:1:1: error TO07: "../sop/2019.yaml" is not the SOP that is asked for' in made.output
    assert not (tmp_path / "f").exists()


@pytest.mark.parametrize(
    ("words", "what"),
    [
        (["--form", "tidak-ada"], "'tidak-ada' is not one of 'surat-perintah-tugas', 'laporan-hasil'"),
        (["--form", "monitoring", "--order", "x.yaml"], "an order says nothing of monitoring"),
        (["--form", "surat-perintah-tugas", "--order", "x.yaml"], "are made by `sopgen order`"),
        (["--activity", "A", "--order", "x.yaml"], "--activity and --order exclude each other"),
        (["--register"], "--register goes with --order, or with --roster and --date"),
        (["--form", "notulen", "--activity", "Z"], 'activity "Z" is not known'),
    ],
)
def test_wrong_usage_is_one_clear_line(words: list[str], what: str, spec: Path) -> None:  # noqa: F811
    made = form(spec, *words)
    assert 2 == made.exit_code
    assert what in made.output.splitlines()[-1]


def test_a_number_of_the_file_and_the_register_exclude_each_other(spec: Path, tmp_path: Path) -> None:  # noqa: F811
    roster(tmp_path, 1)
    assert 2 == form(spec, "--order", order_file(tmp_path, FILE + "nomor: 1\n"), "--register").exit_code


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("kegiatan: A", "kegiatan: Z", 'tugas.yaml:2:1: error TO07: "Z" is not known'),
        ("daftar.csv", "hilang.csv", "hilang.csv"),
        ("tanggal: 2026-12-01", "tanggal: 2019-01-01", "takes effect on 2019-10-01 only"),
    ],
)
def test_a_faulty_order_fills_no_form(old: str, new: str, what: str, spec: Path, tmp_path: Path) -> None:  # noqa: F811
    roster(tmp_path, 1)
    made = form(spec, "--order", order_file(tmp_path, FILE.replace(old, new)), "--out", "f")
    assert 1 == made.exit_code
    assert what in made.output
    assert not (tmp_path / "f").exists()


def test_a_form_is_a_folder_and_a_line(
    spec: Path,  # noqa: F811
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    copytree(ROOT / "templates", tmp_path / "templates")
    own = tmp_path / "templates" / "berita-acara"
    copytree(ROOT / "templates" / "notulen", own)
    for ending in ("docx", "typ"):
        (own / f"notulen.{ending}").rename(own / f"berita-acara.{ending}")
    monkeypatch.setitem(FORMS, "berita-acara", replace(FORMS["notulen"], name="berita-acara"))
    assert "berita-acara" in form("--help").output
    assert 0 == form(spec, "--form", "berita-acara", "--out", "f").exit_code
    assert {"berita-acara.docx", "berita-acara.pdf"} == {path.name for path in (tmp_path / "f").iterdir()}


def test_every_form_can_be_filled_on_the_screen(spec: Path, tmp_path: Path) -> None:  # noqa: F811
    roster(tmp_path, 2)
    words = [part for name in FORMS for part in ("--form", name)]
    assert 0 == form(spec, *words, "--fillable", "--out", "kosong").exit_code
    filled = form(spec, "--order", order_file(tmp_path, FILE + LETTER), "--fillable", "--out", "terisi")
    assert 0 == filled.exit_code, filled.output
    blank = {f"laporan-hasil-{letter}" for letter in "ABC"} | (FORMS.keys() - {"laporan-hasil"})
    assert {f"{name}-isian" for name in blank} == made_in(tmp_path / "kosong")
    for pdf in [*(tmp_path / "kosong").glob("*.pdf"), *(tmp_path / "terisi").glob("*.pdf")]:
        names = control_texts(pdf.with_suffix(".docx").read_bytes(), "tag")
        assert names
        assert set(names) == set(fields(pdf.read_bytes()))


def test_what_an_order_says_is_no_field(spec: Path, tmp_path: Path) -> None:  # noqa: F811
    roster(tmp_path, 2)
    made = form(spec, "--order", order_file(tmp_path, FILE + LETTER), "--form", "laporan-hasil", "--fillable")
    assert 0 == made.exit_code, made.output
    names = fields((tmp_path / "tindak-lanjut" / "laporan-hasil-2026-0012-A-isian.pdf").read_bytes())
    assert "Hal yang Ditemukan" in names
    assert not [name for name in names if name.startswith(("Nama", "Tempat", "Tugas"))]


def test_a_working_folder_older_than_the_forms_has_the_shipped_ones(edition: Edition, tmp_path: Path) -> None:
    start(tmp_path / "kerja")
    rmtree(tmp_path / "kerja" / "templates" / "notulen")
    made = dict(follow_ups(Work(edition, tmp_path / "kerja" / "templates"), names=["notulen"]))
    assert {"forms/notulen.docx", "forms/notulen.pdf"} == set(made)


def test_letters_made_by_options_have_their_report_too(spec: Path, tmp_path: Path) -> None:  # noqa: F811
    letters = ["--activity", "A", "--roster", roster(tmp_path, 2), "--date", "2026-12-01"]
    letters += ["--hours", "08.00-12.00", "--place", "Pos A", "--per-person"]
    begun()
    ordered = CliRunner().invoke(main, ["order", str(spec), *letters, "--register"], catch_exceptions=False)
    assert 0 == ordered.exit_code, ordered.output
    made = form(spec, *letters, "--register", "--form", "laporan-hasil", "--form", "daftar-hadir")
    assert 0 == made.exit_code, made.output
    names = {"laporan-hasil-2026-0001-A-00000001", "laporan-hasil-2026-0002-A-00000002", "daftar-hadir-2026-0001-A"}
    assert names == made_in(tmp_path / "tindak-lanjut")
    report = text(tmp_path / "tindak-lanjut" / "laporan-hasil-2026-0002-A-00000002.docx")
    assert "Sprin/2/XII/CONTOH.1.1./2026" in report
    assert "pukul 08.00 s.d. 12.00 WITA" in report
    assert "Pos A" in report


@pytest.mark.parametrize(
    "words",
    [
        ["--roster", "daftar.csv"],
        ["--activity", "A", "--place", "Pos A"],
        ["--order", "x.yaml", "--until", "2026-12-03"],
    ],
)
def test_half_of_what_names_letters_is_wrong_usage(words: list[str], spec: Path, tmp_path: Path) -> None:  # noqa: F811
    roster(tmp_path, 1)
    assert 2 == form(spec, *words).exit_code
