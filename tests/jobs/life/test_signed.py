"""An edition comes into force by the signature on its final document, and an older one is then to be revoked."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from tests.jobs.folder import CHIEF, RECORD, REVIEWER, ROOT, SPEC, edit, run, step
from tests.jobs.office import Office, signed

from sopgen.model.sop import Status
from sopgen.read.load import load_edition


@pytest.fixture
def ready(office: Office) -> Office:
    """The small edition, approved to be signed, and made for it."""
    shutil.copytree(ROOT / "templates", "templates")
    office.record.unlink()
    assert 0 == step("ditinjau", "2026-03-05", *REVIEWER).exit_code
    assert 0 == step("siap_ditandatangani", "2026-03-06").exit_code
    assert 0 == run("build", SPEC, "--release").exit_code
    return office


def scan(folder: Path) -> Path:
    path = folder / "pindaian.pdf"
    path.write_bytes(b"%PDF-1.7 pindaian naskah yang ditandatangani")
    return path


def by_ink(office: Office, day: str = "2026-03-10", by: str = "pengesah") -> None:
    signed(office.build / "sop.pdf", "--scan", scan(office.folder), "--date", day, by=by)


def in_force(day: str = "2026-03-10") -> str:
    result = step("berlaku", day)
    assert (result.exit_code == 0) == (load_edition(Path(SPEC)).sop.status is Status.IN_FORCE)
    return result.output


def test_nothing_comes_into_force_without_a_signature(ready: Office) -> None:
    assert "error PS07: Personel Contoh 1 has not signed sop.pdf as it stands" in in_force()
    assert "tanda_tangan" not in RECORD.read_text("utf-8")
    by_ink(ready, by="kasat")
    assert "PS07" in in_force()


def test_an_own_key_brings_it_into_force(ready: Office, keys: dict[str, Path]) -> None:
    signed(ready.build / "sop.pdf", "--p12", keys["pengesah"])
    assert "siap_ditandatangani -> berlaku" in in_force()


def test_a_registered_scan_brings_it_into_force(ready: Office) -> None:
    by_ink(ready)
    assert "siap_ditandatangani -> berlaku" in in_force()
    assert 0 == run("build", SPEC, "--release").exit_code


def test_the_approver_may_sign_after_others(ready: Office, keys: dict[str, Path]) -> None:
    signed(ready.build / "sop.pdf", "--p12", keys["kasat"], "--place", "2,20,240", by="kasat")
    signed(ready.archive / "sop.pdf", "--p12", keys["pengesah"])
    edit(SPEC, "id: contoh\n", "id: contoh # Satbinmas\n")
    assert "siap_ditandatangani -> berlaku" in in_force(date.today().isoformat())


def test_a_comment_since_the_signature_is_no_other_document(ready: Office) -> None:
    by_ink(ready)
    edit(SPEC, "id: contoh\n", "# disimpan di Urmintu\nid: contoh\n")
    assert "siap_ditandatangani -> berlaku" in in_force()


def test_a_signature_on_another_text_does_not_count(ready: Office) -> None:
    by_ink(ready, day="2026-03-07")
    edit(SPEC, "Menyusun laporan", "Menyusun laporan akhir")
    assert 0 == step("ditinjau", "2026-03-08", *REVIEWER).exit_code
    assert 0 == step("siap_ditandatangani", "2026-03-09").exit_code
    assert "PS07" in in_force()


def test_a_signature_on_another_look_does_not_count(ready: Office) -> None:
    by_ink(ready, day="2026-03-07")
    edit("templates/sop/sop.typ", "size: 20pt", "size: 21pt")
    assert 0 == step("ditinjau", "2026-03-08", *REVIEWER).exit_code
    assert 0 == step("siap_ditandatangani", "2026-03-09").exit_code
    assert "PS07" in in_force()


def test_an_older_edition_is_named_to_be_revoked(ready: Office) -> None:
    text = Path(SPEC).read_text("utf-8").replace('edisi: "2026"', 'edisi: "2025"').replace("2026-04-01", "2026-03-15")
    text = text.replace("status: draf", "status: berlaku")
    Path("spec/sop/contoh/2025.yaml").write_text(text, encoding="utf-8")
    by_ink(ready)
    assert "contoh-2025 is still in force. fix: revoke it: sopgen approve spec/sop/contoh/2025.yaml" in in_force()
    revoke = ("approve", "spec/sop/contoh/2025.yaml", "--to", "dicabut", *CHIEF, "--date", "2026-04-01")
    assert 0 == run(*revoke, "--note", "Diganti edisi 2026").exit_code
    assert "is still in force" not in run("status").output
