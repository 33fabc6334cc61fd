"""Real SOPs of other offices, with the names of people and places changed: checked, and printed in both formats."""

from pathlib import Path

import pytest
from tests.documents import office_pdfs, page_words
from tests.examples import some
from tests.test_fits_its_cells import TEMPLATES, boxes, outside

from sopgen.jobs.check import problems
from sopgen.jobs.outputs import document
from sopgen.jobs.work import Work
from sopgen.plan.contract.document import DocumentPlan
from sopgen.read.load import load_edition

REAL = sorted((Path(__file__).parent / "contoh" / "nyata").glob("*/spec/sop/*/*.yaml"))
Made = dict[str, tuple[DocumentPlan, bytes, bytes]]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    works = {path.parent.name: Work(load_edition(path), TEMPLATES) for path in some(REAL)}
    files = {name: dict(document(work)) for name, work in works.items()}
    printed = office_pdfs({name: one["sop.docx"] for name, one in files.items()}, tmp_path_factory.mktemp("nyata"))
    return {name: (plan_of(work), files[name]["sop.pdf"], printed[name]) for name, work in works.items()}


def plan_of(work: Work) -> DocumentPlan:
    plan = work.pages.document
    assert isinstance(plan, DocumentPlan)
    return plan


def exits(plan: DocumentPlan) -> set[str]:
    """Return the words on the exits of decisions: they may stand on a rule where there is no other place."""
    steps = [step for activity in plan.sop.kegiatan for step in activity.alur]
    return {word for step in steps for label in step.cabang or () for word in label.split()}


@pytest.mark.parametrize("path", REAL, ids=lambda path: path.parent.name)
def test_nothing_stops_a_real_sop(path: Path) -> None:
    assert 3 == len(REAL)
    assert not [one for one in problems(path) if one.severity == "error"]


@pytest.mark.exe
def test_a_real_sop_says_the_same_in_both_formats_and_each_word_in_its_cell(made: Made) -> None:
    for name, (plan, *printed) in made.items():
        first, second = ([sorted(words) for words in page_words(pdf)] for pdf in printed)
        assert first == second, name
        for pdf in printed:
            faults = [fault for page, words in enumerate(boxes(pdf)[2:]) for fault in outside(plan, words, page)]
            assert not [fault for fault in faults if fault.split()[0] not in exits(plan)], (name, faults)
