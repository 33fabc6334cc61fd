"""`sopgen import` from the file to the working folder: which reader, what is refused, what is written."""

import io
import re
import zipfile
from pathlib import Path

import pikepdf
import pytest
import xlsxwriter
from click.testing import CliRunner, Result
from PIL import Image
from tests.read.old.pasted import scanned

from sopgen.cli.main import main
from sopgen.jobs.check import problems
from sopgen.jobs.old.kinds import LARGEST
from sopgen.read.load import load_sop
from sopgen.workspace import start

ROOT = Path(__file__).parents[3]
TABLE = "No;Kegiatan;Pelaksana;Waktu;Output\n1;Terima surat;Staf;15;Surat\n2;Simpan surat;Kasi;1 jam;Arsip\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder, with an old SOP in it as a scan gave it back."""
    start(tmp_path, "permenpan")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOPGEN_LANG", "en")
    text = scanned(load_sop(ROOT / "spec" / "sop" / "fkpm" / "2019.yaml"))
    (tmp_path / "lama.txt").write_text(text, "utf-8")
    return tmp_path


def sopgen(*words: str) -> Result:
    return CliRunner().invoke(main, list(words), catch_exceptions=False)


def files(folder: Path) -> set[Path]:
    return set((folder / "spec").rglob("*.yaml"))


def test_a_draft_is_written_its_doubts_are_counted_and_it_is_checked(folder: Path) -> None:
    result = sopgen("import", "lama.txt")
    assert result.exit_code == 0, result.output
    assert "made spec/sop/fkpm/2019-draf.yaml" in result.output
    assert "under # periksa: 10" in result.output
    assert "identity part: 1" in result.output
    assert "FL06" in result.output
    draft = folder / "spec" / "sop" / "fkpm" / "2019-draf.yaml"
    assert load_sop(draft).status == "draf"
    # The draft is Indonesian, whoever makes it.
    assert '# periksa: "01" bukan tanggal (baris' in draft.read_text("utf-8")


@pytest.mark.usefixtures("folder")
def test_the_same_file_gives_the_same_draft() -> None:
    sopgen("import", "lama.txt", "--out", "a.yaml")
    sopgen("import", "lama.txt", "--out", "b.yaml")
    assert Path("a.yaml").read_bytes() == Path("b.yaml").read_bytes()


def test_what_exists_is_not_written_over(folder: Path) -> None:
    assert sopgen("import", "lama.txt").exit_code == 0
    before = files(folder)
    again = sopgen("import", "lama.txt")
    assert again.exit_code == 1
    assert "exists already" in again.output
    other = sopgen("import", "lama.txt", "--out", "spec/sop/fkpm/lain.yaml")
    assert other.exit_code == 1
    assert 'edition "2019" exists already' in other.output
    assert files(folder) == before
    assert sopgen("import", "lama.txt", "--edition", "2020").exit_code == 0


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("name", ["langkah.csv", "langkah.txt", "langkah.pdf"])
def test_what_a_file_is_decides_not_its_name(name: str) -> None:
    Path(name).write_text(TABLE, "utf-8")
    assert sopgen("import", name, "--out", "draf.yaml").exit_code == 0
    sop = load_sop(Path("draf.yaml"))
    assert [step.uraian for step in sop.kegiatan[0].alur] == ["Terima surat", "Simpan surat"]
    assert 'waktu "15" tanpa satuan (sel D2)' in Path("draf.yaml").read_text("utf-8")


def packed(**parts: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name.replace("__", "/"), content)
    return target.getvalue()


def blank_pdf() -> bytes:
    target = io.BytesIO()
    with pikepdf.new() as document:
        document.add_blank_page(page_size=(595, 842))
        document.save(target)
    return target.getvalue()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "empty"),
        (b" \n ", "empty"),
        (b"\x89PNG\r\n\x1a\n...", "picture"),
        (b"\xff\xd8\xff\xe0...", "picture"),
        (b"PK\x03\x04 no package", "damaged"),
        (packed(a=b"b"), "no Word file"),
        (packed(xl__workbook=b"<x/>", **{"xl__workbook.xml": b"<x/>"}), "no .xlsx workbook"),
        (packed(**{"xl__workbook.xml": b"0" * 30_000_000}), "far more than its size"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le"), "old workbook"),
        (b"\x00\x01\x02\x03", "no text file"),
        (b"Hanya surat biasa.", "no part of an SOP"),
        (b"Kegiatan;Pelaksana;Output\n", "no table of steps"),
        (blank_pdf(), "tanpa teks|no text|scanned"),
        (b"%PDF-1.7\n" + b"x" * 999, "damaged"),
        (packed(**{"word__document.xml": b"0" * 60_000_000}), "far more than its size"),
        (packed(**{"word__document.xml": b"<a/>"}), "no Word"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_no_old_sop_is_told_in_one_line_and_nothing_is_written(
    folder: Path, content: bytes, told: str
) -> None:
    Path("berkas").write_bytes(content)
    before = files(folder)
    result = sopgen("import", "berkas")
    assert result.exit_code == 1
    assert re.search(told, result.output)
    assert len(result.output.strip().splitlines()) == 1
    assert files(folder) == before


@pytest.mark.usefixtures("folder")
def test_a_file_that_is_too_large_or_missing_is_told() -> None:
    with Path("besar").open("wb") as file:
        file.truncate(LARGEST + 1)
    assert "larger than 50 MB" in sopgen("import", "besar").output
    assert "No such file" in sopgen("import", "tiada").output


@pytest.mark.usefixtures("folder")
def test_a_name_that_no_edition_can_have_is_wrong_usage() -> None:
    assert sopgen("import", "lama.txt", "--edition", "a/b").exit_code == 2


@pytest.mark.usefixtures("folder")
def test_a_table_with_an_emblem_and_a_remark_beside_it_is_read_by_its_rows() -> None:
    picture = io.BytesIO()
    Image.new("RGB", (20, 20)).save(picture, "PNG")
    with xlsxwriter.Workbook("langkah.xlsx") as book:
        sheet = book.add_worksheet("Alur")
        sheet.insert_image("H1", "lambang.png", {"image_data": picture})
        for n, row in enumerate(TABLE.splitlines()):
            sheet.write_row(n, 0, row.split(";"))
        sheet.write_comment("B2", "benar?")
    assert sopgen("import", "langkah.xlsx", "--out", "draf.yaml").exit_code == 0
    sop = load_sop(Path("draf.yaml"))
    assert [step.uraian for step in sop.kegiatan[0].alur] == ["Terima surat", "Simpan surat"]
    assert [step.pelaksana for step in sop.kegiatan[0].alur] == ["staf", "kasi"]


@pytest.mark.usefixtures("folder")
def test_what_is_not_settled_is_told_until_its_remark_is_deleted() -> None:
    sopgen("import", "lama.txt")
    draft = Path("spec/sop/fkpm/2019-draf.yaml")
    told = [one for one in problems(draft) if one.code == "PS17"]
    assert [(one.what.partition(" ")[0], one.severity) for one in told] == [("10", "error")]
    text = draft.read_text("utf-8")
    assert text.splitlines()[told[0].line - 1].lstrip().startswith("# periksa:")
    draft.write_text(re.sub(r"(?m)^ *# periksa:.*\n", "", text), "utf-8")
    assert "PS17" not in {one.code for one in problems(draft)}
