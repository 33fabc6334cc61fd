"""A record that somebody edited by hand puts nothing in force, and gives nothing out."""

from pathlib import Path

import pytest
from tests.jobs.folder import RECORD, SPEC, edit, run
from tests.jobs.office import Office, verify

from sopgen.model.sop import Status
from sopgen.read.load import load_edition

ROSTER = "Nama,Pangkat,NRP,Jabatan,Ket\nPersonel Contoh 3,BRIPDA,80010003,Ba,\n"
CHIEF = "{nama: Personel Contoh 1, pangkat: AKP, nrp: '00000001', jabatan: KEPALA SATUAN CONTOH}"
NOBODY = "{nama: Tukang Sayur, pangkat: pedagang, nrp: '12345678', jabatan: Pasar}"


def written(event: str) -> None:
    """Write an event behind those of the record, for the text as it stands."""
    now = load_edition(Path(SPEC)).digests.whole
    RECORD.write_text(RECORD.read_text("utf-8").rstrip() + f"\n  - {event}\n    sidik: {now}\n", encoding="utf-8")


def in_force(by: str) -> None:
    written(f"keadaan: berlaku\n    tanggal: 2026-03-10\n    oleh: {by}\n    keputusan: setuju")


def test_a_state_without_a_signature_counts_for_nothing(office: Office) -> None:
    in_force(CHIEF)
    assert load_edition(office.spec).sop.status is Status.READY
    checked = run("check", SPEC)
    assert 1 == checked.exit_code
    assert "error PS07: the record says berlaku, but has no signature of Personel Contoh 1" in checked.output
    assert "berlaku in the record only" in run("status").output
    assert "" == run("status", "--in-force").output
    Path("daftar.csv").write_text(ROSTER, encoding="utf-8")
    made = run("order", SPEC, "--activity", "A", "--roster", "daftar.csv", "--date", "2026-11-27", "--number", "1")
    assert "the SOP is not in force" in made.output
    assert not Path("surat").exists()


@pytest.mark.usefixtures("office")
def test_who_has_no_rank_decided_nothing() -> None:
    in_force(NOBODY)
    for words in (("check", SPEC), ("status",), ("build", SPEC, "--release")):
        told = run(*words)
        assert 1 == told.exit_code
        assert 'error PS14: "pedagang" is no rank' in told.output


@pytest.mark.parametrize("words", [("build", SPEC, "--release"), ("status",)], ids=["release", "status"])
@pytest.mark.usefixtures("office")
def test_what_was_decided_on_a_day_to_come_is_not_given_out(words: tuple[str, ...]) -> None:
    text = RECORD.read_text("utf-8")
    last = text.rindex("2026-03-01")
    RECORD.write_text(text[:last] + "2030-03-01" + text[last + 10 :], encoding="utf-8")
    told = run(*words)
    assert 1 == told.exit_code
    assert "error PS03: 2030-03-01 lies in the future" in told.output


@pytest.mark.parametrize(
    "name", ["sop.pdf", "SOP.pdf", "CON", "forms/nul.docx", "sop.pdf.", "s\u043ep.pdf", "sop.pdf:x", "./sop.pdf"]
)
def test_a_manifest_with_a_name_that_is_no_file_of_its_own_is_none(name: str, office: Office) -> None:
    manifest = office.build / "manifest.json"
    edit(manifest, '"files": {', f'"files": {{"{name}": "{"0" * 64}", ')
    told = verify(manifest)
    assert 4 == told.exit_code
    assert "holds: edition" not in told.output


def test_a_manifest_of_an_edition_that_is_a_path_is_none(office: Office) -> None:
    edit(office.build / "manifest.json", '"sop": "contoh"', '"sop": "../../contoh"')
    assert "is no manifest of this version" in verify(office.build / "manifest.json").output
