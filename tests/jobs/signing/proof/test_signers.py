"""Whose signature it is at a receiver, who has neither the spec nor the record: only who is known counts."""

import json
import shutil
from pathlib import Path

import pytest
from tests.jobs.office import Office, signed, verify
from tests.jobs.people import Holder, person
from tests.jobs.signing.proof.test_pdf import EMPTY_ROOM, drawn

WORDS = "BIAYA ADMINISTRASI Rp500.000"
COPY = "tanda-tangan.json"


@pytest.fixture
def received(office: Office, keys: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The archive of an edition that its approver has signed, with somebody who has nothing else."""
    signed(office.build / "sop.pdf", "--p12", keys["pengesah"])
    away = tmp_path / "penerima"
    shutil.copytree(office.archive, away)
    monkeypatch.chdir(away)
    return away


def add_words(folder: Path, holder: Holder, name: str = "sop.pdf") -> None:
    """Have somebody sign once more, with words in a place that the page has left empty."""
    path = folder / name
    path.write_bytes(drawn(path.read_bytes(), holder, EMPTY_ROOM, WORDS, (2, 3, 0, 1)))


@pytest.mark.usefixtures("received")
def test_the_copy_of_the_record_tells_who_signed_and_that_it_is_only_a_copy() -> None:
    told = verify("sop.pdf")
    assert 0 == told.exit_code, told.output
    assert "holds: signature 1: tanda-tangan.json beside it names Personel Contoh 1" in told.output
    assert "as when Personel Contoh 1 had signed, as tanda-tangan.json beside it says" in told.output
    assert "which who changed the file could change too" in told.output
    assert "tanda-tangan.json is no file of this edition" not in verify("manifest.json").output
    assert 0 == verify("manifest.json").exit_code


def test_new_words_by_a_signer_whom_the_archive_does_not_name_fail(received: Path, root: Holder) -> None:
    add_words(received, person("Orang Lain", root))
    for file in ("sop.pdf", "manifest.json"):
        told = verify(file)
        assert 4 == told.exit_code, told.output
        assert "signature 2: Orang Lain (" in told.output
        assert "is none of those who signed, as tanda-tangan.json beside it says" in told.output
    assert WORDS in verify("sop.pdf").output


def test_new_words_by_an_unknown_signer_fail_without_the_copy_too(
    received: Path, root: Holder, keys: dict[str, Path]
) -> None:
    (received / COPY).unlink()
    add_words(received, person("Orang Lain", root))
    for trust in ((), ("--trust", keys["root"])):
        told = verify("sop.pdf", *trust)
        assert 4 == told.exit_code, told.output
        assert "signature 2: nothing here proves that Orang Lain (" in told.output


def test_without_the_copy_the_document_names_its_signer_where_the_root_is_trusted(
    received: Path, keys: dict[str, Path]
) -> None:
    (received / COPY).unlink()
    assert "signature 1: nothing here proves that Personel Contoh 1 (" in verify("sop.pdf").output
    told = verify("sop.pdf", "--trust", keys["root"])
    assert 0 == told.exit_code, told.output
    assert "signature 1: the document prints the name of Personel Contoh 1" in told.output


def test_a_signer_whose_name_is_drawn_by_his_own_block_only_is_not_printed(
    received: Path, root: Holder, keys: dict[str, Path]
) -> None:
    (received / COPY).unlink()
    path = received / "sop.pdf"
    path.write_bytes(drawn(path.read_bytes(), person("Orang Lain", root), EMPTY_ROOM, "Orang Lain", (0, 1, 2, 3)))
    assert 4 == verify("sop.pdf", "--trust", keys["root"]).exit_code


def test_a_fingerprint_that_was_read_out_makes_a_signer_known(received: Path, approver: Holder) -> None:
    (received / COPY).unlink()
    value = approver.asn1.sha256.hex().upper()
    grouped = " ".join(value[n : n + 4] for n in range(0, len(value), 4))
    told = verify("sop.pdf", "--signer", grouped)
    assert 0 == told.exit_code, told.output
    assert "signature 1: the certificate whose fingerprint you gave" in told.output
    assert 2 == verify("sop.pdf", "--signer", "abcd").exit_code


def test_a_removed_signature_is_told_from_the_copy(office: Office, received: Path) -> None:
    shutil.copy(office.build / "sop.pdf", received / "sop.pdf")
    told = verify("sop.pdf")
    assert (4, True) == (told.exit_code, "recorded signatures that it lacks: Personel Contoh 1" in told.output)


def test_the_copy_of_another_edition_or_a_broken_one_is_told(received: Path) -> None:
    copy = received / COPY
    text = copy.read_text("utf-8")
    copy.write_text(text.replace('"edisi": "2026"', '"edisi": "2019"'), "utf-8")
    told = verify("sop.pdf")
    assert (4, True) == (told.exit_code, "is of contoh-2019, not of contoh-2026" in told.output), told.output
    copy.write_text(text[:-20], "utf-8")
    told = verify("sop.pdf")
    assert (4, True) == (told.exit_code, "tanda-tangan.json:" in told.output), told.output


def test_a_word_file_is_held_against_the_copy_and_its_words_too(
    office: Office, keys: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    signed(office.build / "sop.docx", "--p12", keys["pengesah"])
    away = tmp_path / "penerima"
    shutil.copytree(office.archive, away)
    monkeypatch.chdir(away)
    assert 0 == verify("sop.docx").exit_code
    (away / COPY).unlink()
    assert 4 == verify("sop.docx").exit_code
    told = verify("sop.docx", "--trust", keys["root"])
    assert (0, True) == (told.exit_code, "the document prints the name of Personel Contoh 1" in told.output)


def test_a_scan_is_found_in_the_archive_that_was_received(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "s.pdf").write_bytes(b"%PDF-1.7 pindaian")
    signed(office.build / "sop.pdf", "--scan", tmp_path / "s.pdf", "--date", "2026-03-10")
    away = tmp_path / "penerima"
    shutil.copytree(office.archive, away)
    monkeypatch.chdir(away)
    assert "the scan is registered" in verify("sop.pdf").output
    (away / "sop-pindaian.pdf").write_bytes(b"%PDF-1.7 lain")
    assert (4, True) == ((told := verify("sop.pdf")).exit_code, "was changed: " in told.output)
    (away / "sop-pindaian.pdf").unlink()
    assert "its scan is not here" in verify("sop.pdf").output


def test_the_copy_holds_the_signatures_of_its_own_build_only(office: Office, keys: dict[str, Path]) -> None:
    other = office.approvals + "tanda_tangan:\n"
    entry = {"cara": "cms", "berkas": "sop.docx", "sidik": "0" * 64, "hasil": "1" * 64, "spec": "2" * 64}
    officer = {"nama": "Personel Contoh 2", "pangkat": "IPTU", "nrp": "00000002", "jabatan": "KEPALA"}
    other += f"  - {json.dumps({**entry, 'tanggal': '2026-04-01', 'oleh': officer})}\n"
    office.record.write_text(other, "utf-8")
    signed(office.build / "sop.pdf", "--p12", keys["pengesah"])
    kept = json.loads((office.archive / COPY).read_text("utf-8"))
    assert ["sop.pdf"] == [one["berkas"] for one in kept["tanda_tangan"]]


def test_a_spec_that_came_with_the_file_is_named_as_what_it_was_compared_with(
    office: Office, keys: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who sends a forged file may send the satuan.yaml that knows his certificate, too."""
    signed(office.build / "sop.pdf", "--p12", keys["pengesah"])
    words = "compared with the spec and satuan.yaml in"
    assert words not in verify(office.archive / "sop.pdf").output
    monkeypatch.chdir(tmp_path)
    assert f"{words} {office.folder}" in verify(office.archive / "sop.pdf").output
