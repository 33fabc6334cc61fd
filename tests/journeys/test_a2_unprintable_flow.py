"""A2: a flow that fits on no page is named by the check, approved by nobody, and stops no other edition."""

from pathlib import Path

from tests.journeys.desk import REVIEWER, SPEC, done, edit, own_sop, refused


def test_a_flow_that_can_not_be_printed_is_stopped_at_the_check_and_nothing_else_is() -> None:
    own_sop()
    edit(SPEC, "uraian: Menyusun laporan}", f"uraian: {'Kata ' * 390}}}")
    checked = refused("check", SPEC)
    assert f"{SPEC}:" in checked
    assert "kesalahan TL0" in checked
    done("approve", SPEC, "--to", "ditinjau", "--date", "2026-03-05", *REVIEWER)
    assert "TL0" in refused("approve", SPEC, "--to", "siap_ditandatangani", "--date", "2026-03-06")
    assert "TL0" in refused("build", SPEC, "spec/sop/mediasi/contoh.yaml")
    assert Path("build/mediasi-contoh/sop.pdf").is_file()
    assert not Path("build/contoh-2026").exists()
