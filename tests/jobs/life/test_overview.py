"""`sopgen status`: where all editions stand, what is due, the same as a calendar; `sopgen record` moves it on."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar
from tests.jobs.folder import CHIEF, RECORD, REVIEWER, SPEC, begin, edit, run, step

from sopgen.jobs.check import problems
from sopgen.model.life.schedule import later
from sopgen.read.load import load_edition

SECOND = "spec/sop/contoh/2027.yaml"


@pytest.fixture(autouse=True)
def _in_a_working_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(begin(tmp_path))
    monkeypatch.setenv("SOPGEN_LANG", "en")
    edit(SPEC, "judul: SOP Contoh", "sebagaimana_terbit: true\njudul: SOP Contoh")


def under_way() -> None:
    """Make the small edition one that is approved step by step."""
    edit(SPEC, "sebagaimana_terbit: true\n", "")


def second(effective: str = "2026-09-01", sop: str = "contoh") -> None:
    Path(SECOND).write_text(
        Path(SPEC)
        .read_text("utf-8")
        .replace("id: contoh", f"id: {sop}", 1)
        .replace('edisi: "2026"', 'edisi: "2027"')
        .replace("2026-04-01", effective),
        encoding="utf-8",
    )


SEVEN = "ya,ya,tidak,ya,ya,ya,ya"
GIVEN = ("--criteria", SEVEN, *CHIEF)


def record(kind: str, day: str) -> str:
    answers = ["--criteria", SEVEN] if kind == "evaluasi" else []
    said = ["--kind", kind, "--result", "berjalan_baik", *answers]
    return run("record", SPEC, *said, *CHIEF, "--date", day, "--note", "Tabel 7").output


def table(day: str) -> list[str]:
    return [" ".join(line.split()) for line in run("status", "--date", day).output.splitlines()]


def test_monitoring_is_due_after_6_months_and_evaluation_after_12() -> None:
    lines = table("2026-05-01")
    assert ["contoh-2026 berlaku", "no approval is recorded"] == lines[:2]
    assert ["monitoring 2026-10-01", "evaluasi 2027-04-01"] == lines[2:4]
    assert ["not proven: the scan of its signed original is not registered"] == lines[4:]
    assert "monitoring 2026-10-01 overdue" in table("2026-10-02")
    assert "monitoring 2026-10-01" in table("2026-10-01")


def test_a_recorded_monitoring_moves_the_next_one_on() -> None:
    assert "next monitoring: 2027-03-15" in record("monitoring", "2026-09-15")
    assert "next evaluasi: 2027-04-01" in record("monitoring", "2026-09-15")
    assert "next evaluasi: 2027-11-20" in record("evaluasi", "2026-11-20")
    kept = load_edition(Path(SPEC)).record
    assert kept
    assert [date(2026, 9, 15), date(2026, 9, 15), date(2026, 11, 20)] == [one.tanggal for one in kept.file.pemantauan]


def test_an_evaluation_keeps_its_seven_answers() -> None:
    record("evaluasi", "2026-11-20")
    kept = load_edition(Path(SPEC)).record
    assert kept
    answers = kept.file.pemantauan[-1].kriteria
    assert answers
    assert SEVEN == ",".join(str(answer) for answer in answers.model_dump(mode="json").values())


@pytest.mark.parametrize("told", [[], ["--criteria", "ya,ya"], ["--criteria", "ya,ya,tidak,ya,ya,ya,mungkin"]])
def test_an_evaluation_without_its_seven_answers_is_refused_and_names_them(told: list[str]) -> None:
    said = ["--kind", "evaluasi", "--result", "berjalan_baik", *told]
    result = run("record", SPEC, *said, *CHIEF, "--date", "2026-11-20")
    assert 2 == result.exit_code
    assert "7. Sinergi satu dengan lainnya" in result.output
    assert not RECORD.exists()


def test_a_monitoring_is_no_event_of_its_life() -> None:
    record("monitoring", "2026-09-15")
    assert "contoh-2026 berlaku" in table("2026-10-01")


def test_what_was_not_in_force_can_not_have_been_monitored() -> None:
    result = run("record", SPEC, "--kind", "evaluasi", "--result", "berjalan_baik", *GIVEN, "--date", "2026-03-31")
    assert 1 == result.exit_code
    assert f"{RECORD.as_posix()}:1:1: error PS10: contoh-2026 was not in force on 2026-03-31" in result.output
    assert not RECORD.exists()


def test_an_overdue_monitoring_is_a_warning_on_the_day_of_the_check_only() -> None:
    assert ["PS13"] == [one.code for one in problems(Path(SPEC))]
    assert ["PS13"] == [one.code for one in problems(Path(SPEC), date(2026, 10, 1))]
    assert {"ID06", "PS13"} == {one.code for one in problems(Path(SPEC), date(2026, 10, 2))}
    record("monitoring", "2026-09-15")
    assert ["PS13"] == [one.code for one in problems(Path(SPEC), date(2026, 10, 2))]


def test_the_overdue_stand_first_then_the_soonest_then_drafts() -> None:
    second("2026-03-02", "kedua")
    Path("spec/sop/contoh/draf.yaml").write_text(
        Path(SPEC).read_text("utf-8").replace('edisi: "2026"', "edisi: awal\nstatus: draf"), encoding="utf-8"
    )
    states = (line.split() for line in table("2026-09-15") if line.startswith(("contoh-", "kedua-")))
    assert ["kedua-2027", "contoh-2026", "contoh-awal"] == [name for name, _ in states]


def test_an_older_edition_ends_by_itself_on_the_day_of_the_next() -> None:
    second()
    assert "ended on 2026-09-01, when contoh-2027 took effect" in table("2026-09-15")
    assert "ends on 2026-09-01, when contoh-2027 takes effect" in table("2026-08-31")


def test_an_approval_that_holds_no_more_fails_the_check() -> None:
    under_way()
    step("ditinjau", "2026-03-05", *REVIEWER)
    step("siap_ditandatangani", "2026-03-06")
    assert 0 == run("status", "--check").exit_code
    assert f"{SPEC}\n" == run("status", "--approved").output
    edit(SPEC, "Menyusun laporan", "Menyusun laporan akhir")
    result = run("status", "--check")
    assert 1 == result.exit_code
    assert "error PS01" in result.output
    assert "" == run("status", "--approved").output


def test_a_record_that_lost_its_edition_is_named() -> None:
    under_way()
    step("ditinjau", "2026-03-05", *REVIEWER)
    edit(SPEC, 'edisi: "2026"', 'edisi: "2026b"')
    result = run("status")
    assert 1 == result.exit_code
    assert f"{RECORD.as_posix()}:1:1: error PS11: no edition has this record" in result.output


def test_check_and_status_agree_on_a_record_that_lost_its_edition() -> None:
    step("ditinjau", "2026-03-05", *REVIEWER)
    assert "PS11" not in run("check").output
    edit(SPEC, 'edisi: "2026"', 'edisi: "2026b"')
    told = [line for line in run("status").output.splitlines() if " PS11" in line]
    result = run("check", "--open-drafts")
    assert 1 == result.exit_code
    assert 1 == len(told)
    assert told == [line for line in result.output.splitlines() if " PS11" in line]
    assert "PS11" not in run("check", SPEC).output
    edit(SPEC, "judul: SOP Contoh", "judl: SOP Contoh")
    for command in ("check", "status"):
        assert "PS11" not in run(command).output


def test_an_edition_with_faults_is_told_and_does_not_hide_the_others() -> None:
    second()
    run("record", SECOND, "--kind", "evaluasi", "--result", "berjalan_baik", *GIVEN, "--date", "2026-10-01")
    edit(SECOND, "judul: SOP Contoh", "judl: SOP Contoh")
    result = run("status", "--date", "2026-05-01")
    assert "PS11" not in result.output
    assert 1 == result.exit_code
    assert "contoh-2026" in result.output
    assert f"{SECOND}:4:1: error SK01" in result.output


def test_the_calendar_has_an_event_for_each_day_and_the_same_bytes_each_time() -> None:
    second(sop="kedua")
    run("status", "--ics", "jadwal.ics", "--date", "2026-05-01")
    first = Path("jadwal.ics").read_bytes()
    run("status", "--ics", "jadwal.ics", "--date", "2030-01-01")
    assert first == Path("jadwal.ics").read_bytes()
    events = Calendar.from_ical(first).walk("VEVENT")
    assert {
        "contoh-2026.monitoring.20261001@sopgen": date(2026, 10, 1),
        "contoh-2026.evaluasi.20270401@sopgen": date(2027, 4, 1),
        "kedua-2027.monitoring.20270301@sopgen": date(2027, 3, 1),
        "kedua-2027.evaluasi.20270901@sopgen": date(2027, 9, 1),
    } == {str(event["UID"]): event.decoded("DTSTART") for event in events}
    assert {"2026-04-01", "2026-09-01"} == {event.decoded("DTSTAMP").date().isoformat() for event in events}


@given(st.dates(date(2000, 1, 1), date(2900, 1, 1)), st.integers(0, 24))
def test_months_later_is_the_same_day_or_the_last_of_its_month(day: date, months: int) -> None:
    found = later(day, months)
    assert (found.year * 12 + found.month) - (day.year * 12 + day.month) == months
    last_of_month = (found + timedelta(1)).day == 1
    assert found.day == day.day or (found.day < day.day and last_of_month)


def test_the_end_of_august_has_its_monitoring_at_the_end_of_february() -> None:
    assert date(2027, 2, 28) == later(date(2026, 8, 31), 6)
    assert date(2028, 2, 29) == later(date(2027, 8, 31), 6)
