"""Jadwal: what is due, the calendar, and what is written down of a monitoring or an evaluation."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Page, expect

from sopgen.cli.main import main
from sopgen.desk.calls import Nothing
from sopgen.desk.schedule.screen import ReviewAsked, calendar_file, schedule, written
from sopgen.errors import WrongUsage

RECORD = Path("spec", "pengesahan", "fkpm-2019.yaml")
PERSON = {"nama": "Personel Contoh 1", "pangkat": "AKP", "nrp": "00000001", "jabatan": "Kasat Binmas"}
OPTIONS = ["--name", "Personel Contoh 1", "--rank", "AKP", "--nrp", "00000001", "--post", "Kasat Binmas"]
SEVEN = ["ya", "ya", "tidak", "ya", "ya", "ya", "ya"]


def asked(**values: object) -> ReviewAsked:
    named = {"edisi": "fkpm/2019", "jenis": "evaluasi", "tanggal": "2026-11-02", "hasil": "berjalan_baik", **PERSON}
    return ReviewAsked.model_validate(named | values)


def test_the_desk_writes_what_the_command_writes(office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(office)
    keys = list(schedule(Nothing())["kriteria"])  # type: ignore[call-overload]
    told = written(asked(kriteria=dict(zip(keys, SEVEN, strict=True)), catatan="Langkah 3 lambat"))
    by_desk = RECORD.read_bytes()
    (one,) = told["edisi"]  # type: ignore[misc]
    assert ["Mudah dilaksanakan"] == one["catatan"][0]["kurang"]  # type: ignore[has-type]
    RECORD.unlink()
    line = ["record", "spec/sop/fkpm/2019.yaml", "--kind", "evaluasi", "--result", "berjalan_baik"]
    line += ["--criteria", ",".join(SEVEN), "--date", "2026-11-02", "--note", "Langkah 3 lambat", *OPTIONS]
    assert 0 == CliRunner().invoke(main, line).exit_code
    assert by_desk == RECORD.read_bytes()
    CliRunner().invoke(main, ["status", "--ics", "jadwal.ics"])
    assert Path("jadwal.ics").read_bytes() == calendar_file(Nothing()).content


def test_an_evaluation_without_answers_and_a_day_to_come_are_refused(
    office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(office)
    with pytest.raises(WrongUsage):
        written(asked())
    with pytest.raises(WrongUsage):
        written(asked(jenis="monitoring", tanggal="2999-01-01"))
    assert not RECORD.exists()


def test_a_clerk_writes_an_evaluation_down(page: Page, office: Path) -> None:
    page.get_by_role("link", name="Jadwal").click()
    page.get_by_role("button", name="Catat evaluasi").click()
    box = page.get_by_role("dialog")
    expect(box.get_by_text("7 kriteria belum dijawab")).to_be_visible()
    for one in box.get_by_role("group").all():
        one.get_by_label("Ya").check()
    box.get_by_label("Hasil").select_option("berjalan baik")
    box.get_by_role("button", name="Catat", exact=True).click()
    expect(page.get_by_text("Sudah dicatat.")).to_be_visible()
    expect(page.get_by_role("row").filter(has_text="evaluasi").filter(has_text="berjalan baik")).to_be_visible()
    assert "evaluasi" in (office / RECORD).read_text("utf-8")
