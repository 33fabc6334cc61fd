"""Our own documents, read as old files: all that they say comes back into a draft, whatever kind of file holds it."""

import subprocess
from pathlib import Path

import pytest
from tests.read.old.scored import missed

from sopgen.jobs.old.importing import draft_of
from sopgen.jobs.outputs import document
from sopgen.jobs.work import Work
from sopgen.read.load import Edition, load_edition
from sopgen.read.source import parse, parse_text
from sopgen.tools import libreoffice

ROOT = Path(__file__).parents[3]
FKPM = ROOT / "spec" / "sop" / "fkpm" / "2019.yaml"
SAMPLE = ROOT / "spec" / "contoh" / "permenpan" / "sop.yaml"


def made(edition: Edition, name: str, folder: Path) -> Path:
    """Return a file of an edition's document."""
    path = folder / "lama"
    path.write_bytes(dict(document(Work(edition, ROOT / "templates")))[name])
    return path


@pytest.mark.parametrize("name", ["sop.pdf", "sop.docx"])
def test_the_shipped_edition_comes_back_whole(edition: Edition, name: str, tmp_path: Path) -> None:
    draft = draft_of(made(edition, name, tmp_path))
    _, wrong = missed(parse(FKPM).data, parse_text("draf.yaml", draft.text).data)
    # What no page says: that B may end in an agreement, and that the flow of C is not the document's own.
    assert set(wrong) == {("kegiatan", 1, "kesepakatan"), ("kegiatan", 2, "sumber")}
    assert [one.path for one in draft.doubts] == ["identitas.tanggal_revisi", "kualifikasi_pelaksana.judul"]
    assert not draft.unplaced


@pytest.mark.exe
def test_what_only_libreoffice_reads_comes_back_through_it(edition: Edition, tmp_path: Path) -> None:
    docx = made(edition, "sop.docx", tmp_path).read_bytes()
    odt = tmp_path / "lama.odt"
    odt.write_bytes(_as(docx, "odt", tmp_path))
    draft = draft_of(odt)
    _, wrong = missed(parse(FKPM).data, parse_text("draf.yaml", draft.text).data)
    assert set(wrong) == {("kegiatan", 1, "kesepakatan"), ("kegiatan", 2, "sumber")}


@pytest.mark.parametrize("name", ["sop.pdf", "sop.docx"])
def test_a_sample_with_a_row_a_step_comes_back_whole(name: str, tmp_path: Path) -> None:
    sample = load_edition(SAMPLE)
    draft = draft_of(made(sample, name, tmp_path))
    assert len(draft.doubts) <= 3
    found, sop = parse_text("draf.yaml", draft.text).data, sample.sop
    assert isinstance(found, dict)
    for activity, told in zip(sop.kegiatan, found["kegiatan"], strict=True):
        assert [step.get("uraian", "") for step in told["alur"]] == [step.uraian for step in activity.alur]
        assert [step["simbol"] for step in told["alur"]] == [step.simbol for step in activity.alur]


def _as(docx: bytes, ending: str, folder: Path) -> bytes:
    """Return a document as LibreOffice saves it in another format."""
    source = folder / "naskah.docx"
    source.write_bytes(docx)
    office = libreoffice.program()
    assert office
    command = libreoffice.argv(office, folder / "profil", source)
    command[command.index(libreoffice.PDF_A_2B)] = ending
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return source.with_suffix(f".{ending}").read_bytes()
