"""What `check` passes, `build` makes: the check finds what the planner refuses, in the words of the build."""

import shutil
from pathlib import Path

import pytest
from tests.jobs.folder import CHIEF, REVIEWER, SPEC, begin, edit, run, step

from sopgen.errors import Problem, SpecError
from sopgen.jobs import pages
from sopgen.jobs.build import build
from sopgen.jobs.charts.drawn import chart_bytes, chart_plan
from sopgen.jobs.check import all_problems, lint, unbuildable
from sopgen.jobs.work import Work
from sopgen.model.look.sop import SopLook
from sopgen.model.sop import Sop
from sopgen.model.unit import Unit
from sopgen.plan.contract.document import DocumentPlan
from sopgen.plan.document import plan_document
from sopgen.read.emblem import Emblems
from sopgen.read.load import load_edition

ROOT = Path(__file__).parents[2]
CASES = ROOT / "tests" / "cases"
REFUSED = {
    "activities-that-fit-on-no-page": [
        ("TL05", "sampul"),
        ("TL06", "kegiatan[1].mutu_baku.keluaran[1]"),
        ("TL06", "kegiatan[2].mutu_baku.keluaran[1]"),
    ],
    "step-that-fits-on-no-page": [
        ("TL04", "kegiatan[0].alur[1].uraian"),
        ("TL07", "kegiatan[0].alur[1].uraian"),
        ("TL01", "kegiatan[1].alur[1]"),
    ],
}
SHORT = "keluaran: [Laporan]"
TALL = "keluaran: [" + " ".join(["Mencoba lagi dan lagi"] * 150) + "]"


def errors(found: list[Problem]) -> list[Problem]:
    return [one for one in found if one.severity == "error"]


@pytest.mark.parametrize("case", sorted(REFUSED))
def test_build_says_what_check_says_of_all_activities_and_leaves_what_was_made(case: str, tmp_path: Path) -> None:
    spec = CASES / case / "spec" / "sop.yaml"
    (tmp_path / "contoh-2026").mkdir()
    (tmp_path / "contoh-2026" / "sop.pdf").write_text("former", encoding="utf-8")
    with pytest.raises(SpecError) as caught:
        build(spec, tmp_path, templates=ROOT / "templates")
    assert REFUSED[case] == [(one.code, one.path) for one in caught.value.problems]
    assert caught.value.problems == errors(all_problems([spec])) == unbuildable(load_edition(spec))
    assert (tmp_path / "contoh-2026" / "sop.pdf").read_text("utf-8") == "former"


def test_the_chart_of_an_activity_is_made_though_the_table_has_no_room_for_others() -> None:
    edition = load_edition(CASES / "activities-that-fit-on-no-page" / "spec" / "sop.yaml")
    work = Work(edition, ROOT / "templates")
    assert chart_bytes(work, edition.sop.kegiatan[1], "svg").startswith(b"<?xml")


def test_the_chart_that_can_not_be_made_is_refused_with_its_place() -> None:
    edition = load_edition(CASES / "activities-that-fit-on-no-page" / "spec" / "sop.yaml")
    steps = tuple(step.model_copy(update={"ke": "m", "cabang": None}) for step in edition.sop.kegiatan[0].alur)
    looped = edition.sop.kegiatan[1].model_copy(update={"alur": steps})
    with pytest.raises(SpecError) as caught:
        chart_plan(Work(edition, ROOT / "templates"), looped)
    assert [(57, "FL03", "kegiatan[1].alur[0]")] == [(one.line, one.code, one.path) for one in caught.value.problems]


def test_an_edition_whose_pages_can_not_be_made_is_not_approved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOPGEN_LANG", "en")
    monkeypatch.chdir(begin(tmp_path))
    edit(SPEC, "judul: SOP Contoh", "status: draf\njudul: SOP Contoh")
    edit(SPEC, SHORT, TALL)
    assert step("ditinjau", "2026-03-03", *REVIEWER).exit_code == 0
    said = step("siap_ditandatangani", "2026-03-04", *CHIEF)
    assert said.exit_code == 1
    assert "error TL06: the item needs" in said.output
    edit(SPEC, TALL, SHORT)
    assert step("ditinjau", "2026-03-04", *REVIEWER).exit_code == 0
    assert step("siap_ditandatangani", "2026-03-04", *CHIEF).exit_code == 0


def test_an_edition_as_issued_is_not_registered_where_it_can_not_be_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOPGEN_LANG", "en")
    monkeypatch.chdir(begin(tmp_path))
    edit(SPEC, "judul: SOP Contoh", "sebagaimana_terbit: true\njudul: SOP Contoh")
    edit(SPEC, SHORT, TALL)
    said = step("berlaku", "2026-04-01", *CHIEF, "--note", "asli di arsip")
    assert said.exit_code == 1
    assert "error TL06" in said.output


def test_check_tells_a_remark_that_would_silence_a_refusal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOPGEN_LANG", "id")
    monkeypatch.chdir(begin(tmp_path))
    edit(SPEC, "  - id: A", "  - id: A # abaikan TL06: nanti")
    edit(SPEC, SHORT, TALL)
    said = run("check", SPEC)
    assert said.exit_code == 1
    assert "kesalahan TL06: butir ini perlu" in said.output
    assert "peringatan SL04" in said.output


def test_a_flow_that_is_none_is_told_and_not_planned() -> None:
    spec = CASES / "dangling-step" / "spec" / "sop.yaml"
    assert {one.code for one in errors(all_problems([spec]))} == {"FL03"}
    assert unbuildable(load_edition(spec)) == errors(lint(load_edition(spec)))


def test_a_build_plans_the_document_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    planned: list[str] = []

    def counted(sop: Sop, unit: Unit, look: SopLook, emblems: Emblems) -> DocumentPlan:
        planned.append(sop.name)
        return plan_document(sop, unit, look, emblems)

    monkeypatch.setattr(pages, "plan_document", counted)
    shutil.copytree(ROOT / "tests" / "contoh", tmp_path / "spec")
    build(tmp_path / "spec" / "sop.yaml", tmp_path / "build", templates=ROOT / "templates")
    assert planned == ["contoh-2026"]
