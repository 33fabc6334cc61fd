"""A7: the register prints its days, ink is no day to come, and nobody reviews a text twice."""

from pathlib import Path

from tests.journeys.desk import FKPM, REVIEWER, SPEC, archive_code, done, own_sop, refused, roster


def test_days_are_printed_and_days_to_come_refused_and_a_review_counts_once() -> None:
    archive_code()
    done("register", "begin", "--start", "1", "--year", "2026")
    letter = (FKPM, "--activity", "A", "--roster", roster(1), "--date", "2026-11-27", "--register")
    done("order", *letter, "--formats", "docx")
    assert "2026-11-27" in done("register", "list")
    assert "2026-11-27" in done("register", "show", "1", "--year", "2026")
    own_sop()
    review = ("approve", SPEC, "--to", "ditinjau", *REVIEWER)
    done(*review, "--date", "2026-03-05")
    assert "PS02" in refused(*review, "--date", "2026-03-05")
    assert 1 == Path("spec/pengesahan/contoh-2026.yaml").read_text("utf-8").count("keadaan: ditinjau")
    done("approve", SPEC, "--to", "siap_ditandatangani", "--date", "2026-03-06")
    done("build", SPEC, "--release")
    Path("pindaian.pdf").write_bytes(b"%PDF-1.7 pindaian")
    ink = ("sign", "build/contoh-2026/sop.pdf", "--by", "pengesah", "--scan", "pindaian.pdf")
    assert "2099-01-01" in refused(*ink, "--date", "2099-01-01")
    assert not Path("arsip/contoh-2026").exists()
