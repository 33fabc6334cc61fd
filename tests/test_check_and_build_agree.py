"""What `check` lets pass is built, and what it refuses is not: hard texts, lists, days and names."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from docx import Document

from sopgen.errors import SpecError
from sopgen.jobs.build import build
from sopgen.jobs.check import problems

ROOT = Path(__file__).parents[1]
TITLE = "SOP Forum Kemitraan Polisi dan Masyarakat (FKPM)"
NUMBER = "nilai: SOP / 07 / IX / 2019"
QUALITY = """    mutu_baku:
      kelengkapan:
        - 1. Surat perintah tugas
        - 2. Kamera / hp
        - 3. Buku catatan
        - 4. Alat tulis
      waktu: {nilai: 1, satuan: jam, tertulis: 1 Jam}
      keluaran: []
"""
EFFECTIVE = "nilai: 2019-10-01, tertulis: 01 OKTOBER 2019"
MADE = "nilai: 2019-09-03, tertulis: 03 SEPTEMBER 2019"
UNIT = "nama: SATBINMAS POLRES GORONTALO KOTA"
EMBLEM = "lambang: null"
LONG = "Patroli " * 40


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "spec", tmp_path / "spec")
    return tmp_path


def changed(folder: Path, old: str, new: str) -> Path:
    """Replace words in the edition or its unit; return the edition's file."""
    spec = folder / "spec" / "sop" / "fkpm" / "2019.yaml"
    (file,) = (one for one in (spec, folder / "spec" / "satuan.yaml") if old in one.read_text("utf-8"))
    file.write_text(file.read_text("utf-8").replace(old, new, 1), encoding="utf-8")
    return spec


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (f"judul: {TITLE}", f'judul: "{LONG}"'),
        (NUMBER, f"{NUMBER}{' x' * 140}"),
        (UNIT, f'nama: "{LONG}"'),
        ("judul: A. PENCEGAHAN DINI", f'judul: "{LONG}"'),
        (QUALITY, "    mutu_baku: {}\n"),
        (EFFECTIVE, "nilai: 2100-12-31"),
    ],
    ids=["title", "number", "unit", "activity", "no quality", "last year"],
)
def test_what_is_unusual_but_no_fault_is_built(folder: Path, old: str, new: str) -> None:
    spec = changed(folder, old, new)
    assert [] == [one for one in problems(spec) if one.severity == "error"]
    made = build(spec, folder / "build", templates=ROOT / "templates")
    assert (made / "sop.pdf").is_file()


def test_a_day_of_the_first_year_is_built(folder: Path) -> None:
    changed(folder, MADE, "nilai: 1945-09-03")
    changed(folder, NUMBER, "nilai: SOP / 07 / IX / 1945")
    test_what_is_unusual_but_no_fault_is_built(folder, EFFECTIVE, "nilai: 1945-10-01")


def test_properties_are_cut_where_word_wants_it_and_pages_are_not(folder: Path) -> None:
    spec = changed(folder, f"judul: {TITLE}", f'judul: "{LONG}"')
    made = build(spec, folder / "build", templates=ROOT / "templates")
    document = Document(str(made / "forms" / "surat-perintah-tugas-A.docx"))
    assert f"{LONG}"[:254] + "…" == document.core_properties.subject


@pytest.mark.parametrize(
    ("old", "new", "place", "words"),
    [
        (EFFECTIVE, "nilai: 2206-10-01", "2019.yaml:31", "outside the years 1945 to 2100"),
        (MADE, "nilai: 1899-09-03", "2019.yaml:29", "outside the years 1945 to 2100"),
        (EMBLEM, f"lambang: {'x' * 300}.png", "satuan.yaml:", "can not be read"),
        ("- R4 / R2", f"- {'x' * 3900}", "2019.yaml:66", 'xxx..." is wider than its column'),
        ("- 1. Surat perintah tugas", f"- {'x' * 120}", "2019.yaml:1", "is wider than its column"),
        ("judul: A. PENCEGAHAN DINI", f"judul: {'x' * 90}", "2019.yaml:1", "is wider than its column"),
        ("    - JL. P. KALENGKONGAN NO.31\n", "    - \n", "2019.yaml:", "a text is wanted here, not nothing"),
    ],
    ids=[
        "year to come",
        "year long past",
        "name of a file",
        "word in a list",
        "word in a cell",
        "word of a title",
        "empty line",
    ],
)
def test_what_is_a_fault_is_told_alike_by_both(
    folder: Path, monkeypatch: pytest.MonkeyPatch, old: str, new: str, place: str, words: str
) -> None:
    monkeypatch.setenv("SOPGEN_LANG", "en")
    spec = changed(folder, old, new)
    errors = [one for one in problems(spec, date(2026, 11, 27)) if one.severity == "error"]
    with pytest.raises(SpecError) as told:
        build(spec, folder / "build", templates=ROOT / "templates")
    # A fault of structure hides no other finding of its file from `check`.
    assert [one for one in errors if one in told.value.problems] == told.value.problems
    errors = told.value.problems
    assert place in str(errors[0])
    assert words in str(errors[0])
