"""A3: the old edition ends on the day of the new one, nobody is told to revoke it, and a slip is cancelled."""

from pathlib import Path

from tests.journeys.desk import SPEC, done, edit, own_sop, put_in_force

OLD = "spec/sop/contoh/2025.yaml"


def test_the_old_edition_ends_by_itself_and_a_revocation_by_mistake_is_undone() -> None:
    own_sop()
    text = Path(SPEC).read_text("utf-8")
    old = text.replace('edisi: "2026"', 'edisi: "2025"').replace("\njudul:", "\nsebagaimana_terbit: true\njudul:", 1)
    Path(OLD).write_text(old.replace("2026-", "2025-"), encoding="utf-8")
    edit(SPEC, "nilai: 2026-04-01", "nilai: 2027-01-01")
    told = put_in_force()
    assert "cabut" not in told.lower()
    states = done("status", OLD, SPEC, "--date", "2026-11-27")
    assert "contoh-2025              berlaku" in states
    assert "berakhir pada 2027-01-01" in states
    slip = done("approve", OLD, "--to", "dicabut", "--date", "2026-11-20", "--note", "Keliru dicabut")
    assert "berlaku -> dicabut" in slip
    done("approve", OLD, "--undo", "--date", "2026-11-20", "--note", "Salah edisi")
    assert "contoh-2025              berlaku" in done("status", OLD)
    record = Path("spec/pengesahan/contoh-2025.yaml").read_text("utf-8")
    assert record.count("Personel Contoh 1") == 2, "the official in office decided both"
    assert "Keliru dicabut" in record
    assert "berakhir pada 2027-01-01" in done("status", OLD, SPEC, "--date", "2027-01-02")
