"""What a manifest proves of the files beside it; what paper and its scan prove."""

from pathlib import Path

import pytest
from tests.jobs.folder import edit
from tests.jobs.office import Office, sign, signed, verify


def test_a_file_with_junk_behind_it_was_not_signed(office: Office) -> None:
    pdf = office.build / "sop.pdf"
    pdf.write_bytes(pdf.read_bytes() + b"\n% sampah, tanpa tanda tangan\n")
    told = verify(office.build / "manifest.json")
    assert (4, True) == (told.exit_code, "more than signatures was added to the file of the build" in told.output)
    assert "was signed" not in told.output


def test_a_signed_file_is_told_as_signed_and_other_files_by_name(office: Office, keys: dict[str, Path]) -> None:
    signed(office.build / "sop.pdf", "--p12", keys["pengesah"])
    signed(office.build / "sop.docx", "--p12", keys["pengesah"])
    (office.archive / "sop-ASLI.pdf").write_bytes(b"%PDF lain")
    told = verify(office.archive / "manifest.json")
    assert 0 == told.exit_code, told.output
    assert "sop.pdf was signed, and nothing else added" in told.output
    assert "note: sop-ASLI.pdf is no file of this edition: nothing was proved of it" in told.output
    assert "sop.docx.p7s is no file" not in told.output


@pytest.mark.parametrize("name", ["/etc/hostname", "../../.bashrc", "a\\n  holds: semua benar", "C:x", "a/./b", ""])
def test_a_manifest_names_plain_files_of_its_folder_only(name: str, office: Office, keys: dict[str, Path]) -> None:
    edit(office.build / "manifest.json", '"files": {', f'"files": {{"{name}": "{"0" * 64}",')
    told = verify(office.build / "manifest.json")
    assert (4, True) == (told.exit_code, "names a file beyond its folder" in told.output)
    assert not any(line.strip() == "holds: semua benar" for line in told.output.splitlines())
    made = sign(office.build / "sop.pdf", "--p12", keys["pengesah"])
    assert (1, True) == (made.exit_code, "names a file beyond its folder" in made.output)


def test_a_scan_that_is_gone_or_another_is_told(office: Office, tmp_path: Path) -> None:
    (tmp_path / "s.pdf").write_bytes(b"%PDF-1.7 pindaian")
    signed(office.build / "sop.pdf", "--scan", tmp_path / "s.pdf", "--date", "2026-03-10")
    kept = office.archive / "sop-pindaian.pdf"
    assert "the scan is registered" in verify(office.archive / "sop.pdf").output
    kept.write_bytes(b"%PDF-1.7 lain")
    changed = verify(office.archive / "sop.pdf")
    assert (4, True) == (changed.exit_code, "was changed: arsip/contoh-2026/sop-pindaian.pdf" in changed.output)
    kept.unlink()
    gone = verify(office.archive / "sop.pdf")
    assert (4, True) == (gone.exit_code, "is missing: arsip/contoh-2026/sop-pindaian.pdf" in gone.output)
