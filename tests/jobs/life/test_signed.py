"""An edition comes into force by the signature on its final document, and an older one is then to be revoked."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from tests.jobs.folder import RECORD, REVIEWER, ROOT, SPEC, edit, run, step
from tests.jobs.office import Office, signed

from sopgen.model.sop import Status
from sopgen.read.load import load_edition


@pytest.fixture(scope="module")
def released(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("siap") / "kantor"
    shutil.copytree(built, folder)
    shutil.copytree(ROOT / "templates", folder / "templates")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        patch.delenv("CI", raising=False)
        RECORD.unlink()
        assert 0 == step("ditinjau", "2026-03-05", *REVIEWER).exit_code
        assert 0 == step("siap_ditandatangani", "2026-03-06").exit_code
        assert 0 == run("build", SPEC, "--release").exit_code
    return folder


@pytest.fixture
def ready(released: Path, office: Office) -> Office:
    """The small edition, approved to be signed, and made for it."""
    shutil.copytree(released, office.folder, dirs_exist_ok=True)
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
    Path("templates/sop/sop.typ").write_text(
        "#set text(fill: blue)\n" + Path("templates/sop/sop.typ").read_text("utf-8"), "utf-8"
    )
    assert 0 == step("ditinjau", "2026-03-08", *REVIEWER).exit_code
    assert 0 == step("siap_ditandatangani", "2026-03-09").exit_code
    assert "PS07" in in_force()


def test_an_older_edition_ends_by_itself(ready: Office) -> None:
    text = Path(SPEC).read_text("utf-8").replace('edisi: "2026"', 'edisi: "2025"').replace("2026-04-01", "2026-03-02")
    text = text.replace("status: draf", "sebagaimana_terbit: true")
    Path("spec/sop/contoh/2025.yaml").write_text(text, encoding="utf-8")
    by_ink(ready)
    assert "contoh-2025 ends by itself on 2026-04-01" in in_force()
    edit("spec/satuan.yaml", "zona_waktu: WITA", "zona_waktu: WITA\nsurat_perintah: {kka: BIN.1}")
    Path("roster.csv").write_text("Nama;Pangkat;NRP;Jabatan\nPersonel Contoh 3;BRIPDA;00000003;BA\n", "utf-8")
    order = (
        "order",
        "spec/sop/contoh/2025.yaml",
        "--activity",
        "A",
        "--roster",
        "roster.csv",
        "--number",
        "1",
        "--yes",
    )
    early = run(*order, "--date", "2026-03-31")
    assert 0 == early.exit_code, early.output
    late = run(*order, "--date", "2026-04-01")
    assert (1, True) == (late.exit_code, "ended on 2026-04-01. fix: name contoh-2026" in late.output)


def test_a_scan_of_a_day_to_come_or_before_the_approval_is_refused(ready: Office) -> None:
    ink = ("sign", "build/contoh-2026/sop.pdf", "--by", "pengesah", "--scan", str(scan(ready.folder)))
    for day, words in (("2099-01-01", "lies in the future"), ("2026-03-05", "lies before the approval to sign")):
        made = run(*ink, "--date", day)
        assert (1, True) == (made.exit_code, words in made.output)
    assert not ready.archive.exists()


def test_a_scan_that_is_gone_brings_nothing_into_force(ready: Office) -> None:
    by_ink(ready)
    kept = ready.archive / "sop-pindaian.pdf"
    kept.write_bytes(kept.read_bytes() + b"x")
    assert "PS07" in in_force()
    kept.unlink()
    assert "PS07" in in_force()
