"""A file is what its edition makes, whatever its manifest says; it stands in its own place."""

import json
import shutil
from pathlib import Path

import pytest
from tests.jobs.folder import edit
from tests.jobs.office import Office, approved, sign, signed, verify

from sopgen.jobs.build import build
from sopgen.jobs.signing.final_files import digest
from sopgen.tools import libreoffice
from sopgen.workspace import example


def manifest(folder: Path, **files: bytes) -> None:
    """Write files into a folder, and their digests into its manifest."""
    path = folder / "manifest.json"
    told = json.loads(path.read_text("utf-8"))
    for name, content in files.items():
        real = name.replace("_", ".")
        (folder / real).write_bytes(content)
        told["files"][real] = digest(content)
    path.write_text(json.dumps(told, indent=2, sort_keys=True) + "\n", "utf-8")


@pytest.fixture
def other(office: Office) -> bytes:
    """The final document of another text."""
    edit(office.spec, "Apabila lalai dapat ditegur", "Petugas boleh memungut biaya")
    record = office.record.read_text("utf-8")
    office.record.unlink()
    approved(office.spec)
    build(office.spec, office.folder / "lain", templates=example() / "templates")
    office.record.write_text(record, "utf-8")
    edit(office.spec, "Petugas boleh memungut biaya", "Apabila lalai dapat ditegur")
    return (office.folder / "lain" / "contoh-2026" / "sop.pdf").read_bytes()


def test_a_file_and_its_digest_exchanged_together_are_told_and_not_signed(
    office: Office, other: bytes, keys: dict[str, Path]
) -> None:
    manifest(office.build, sop_pdf=other)
    for file in ("sop.pdf", "manifest.json"):
        told = verify(office.build / file)
        assert (4, True) == (told.exit_code, "as the manifest says, but not as it is made anew" in told.output)
    made = sign(office.build / "sop.pdf", "--p12", keys["pengesah"])
    assert (1, True) == (made.exit_code, "sop.pdf: not what is made anew from" in made.output)
    (office.folder / "s.pdf").write_bytes(b"%PDF-1.7 pindaian")
    assert 1 == sign(office.build / "sop.pdf", "--scan", office.folder / "s.pdf", "--date", "2026-03-10").exit_code
    assert not office.archive.exists()


@pytest.mark.exe
def test_what_libreoffice_printed_is_printed_anew_while_its_word_file_comes_out_the_same(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(office.spec, office.folder / "cetak", templates=example() / "templates", pdf_engine="libreoffice")
    pdf = office.folder / "cetak" / "contoh-2026" / "sop.pdf"
    told = verify(pdf)
    assert (0, True) == (told.exit_code, "sop.pdf as it is made anew from the spec" in told.output), told.output
    edit(office.spec, "Apabila lalai dapat ditegur", "Waspada")
    monkeypatch.setattr(libreoffice, "to_pdf", lambda *_, **__: pytest.fail("printed a Word file of another text"))
    told = verify(pdf)
    assert (4, True) == (told.exit_code, "as the manifest says, but not as it is made anew" in told.output)


def test_another_version_in_the_manifest_is_no_excuse(office: Office, other: bytes) -> None:
    manifest(office.build, sop_pdf=other)
    edit(office.build / "manifest.json", '"sopgen": "', '"sopgen": "9')
    assert 4 == verify(office.build / "sop.pdf").exit_code


def test_what_was_approved_by_another_version_is_told_as_that(
    office: Office, keys: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    from sopgen.jobs.life import remake

    signed(office.build / "sop.pdf", "--p12", keys["pengesah"])
    edit(office.archive / "manifest.json", '"sopgen": "', '"sopgen": "0.0')
    monkeypatch.setattr(remake.Remake, "makes", lambda *_: False)
    told = verify(office.archive / "sop.pdf")
    assert (0, True) == (told.exit_code, "sop.pdf as it was approved" in told.output), told.output
    assert "prints other bytes: make it again by --out, and compare the pages" in told.output


def test_where_the_spec_is_not_here_the_manifest_alone_speaks(
    office: Office, other: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    away = tmp_path / "penerima"
    shutil.copytree(office.build, away)
    monkeypatch.chdir(away)
    told = verify(away / "sop.pdf")
    assert (0, True) == (told.exit_code, "edition contoh-2026: sop.pdf as the manifest says" in told.output)
    assert "the spec of contoh-2026 is not here: not made anew" in told.output
    assert "made anew from" not in told.output
    assert other


def test_a_file_in_the_place_of_another_is_told(office: Office, keys: dict[str, Path]) -> None:
    for name in ("sop.docx", "forms/notulen.docx"):
        signed(office.build / name, "--p12", keys["pengesah"])
    for ending in ("", ".p7s"):
        shutil.copy(office.archive / f"forms/notulen.docx{ending}", office.archive / f"sop.docx{ending}")
    told = verify(office.archive / "sop.docx")
    assert (4, True) == (
        told.exit_code,
        "it stands in the place of sop.docx, but is forms/notulen.docx" in told.output,
    )


def test_signatures_are_found_whatever_the_name_and_beside_a_pdf_too(
    office: Office, keys: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    signed(office.build / "sop.docx", "--p12", keys["pengesah"])
    away = tmp_path / "kirim [1]"
    away.mkdir()
    for ending in ("", ".p7s"):
        shutil.copy(office.archive / f"sop.docx{ending}", away / f"sop [akhir].docx{ending}")
    shutil.copy(office.archive / "sop.docx.p7s", office.build / "sop.pdf.p7s")
    monkeypatch.chdir(away)
    told = verify(away / "sop [akhir].docx", "--trust", keys["root"])
    assert (0, True) == (told.exit_code, "signature 1: Personel Contoh 1" in told.output)
    assert "which edition it is can not be told" in told.output
    beside = verify(office.build / "sop.pdf.p7s")
    assert (4, True) == (beside.exit_code, "what it covers was changed" in beside.output)
