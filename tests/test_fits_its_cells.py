"""Nothing leaves its cell: random SOPs are refused with places, or printed with each word in its cell."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from lxml import etree
from tests.documents import office_pdfs, run
from tests.examples import many
from tests.random_sops import random_sop

from sopgen.errors import SpecError
from sopgen.jobs.outputs import document
from sopgen.jobs.work import Work
from sopgen.plan.contract.document import DocumentPlan
from sopgen.read.load import load_edition

TEMPLATES = Path(__file__).parents[1] / "templates"
PT = 25.4 / 72
# Programs draw a glyph a little beyond its place; what a reader sees as touching is more.
SIDE, ABOVE = 0.35, 0.9
# The words on exits of a decision may stand on a rule where there is no other place.
EXITS = ("Ya", "Tidak")
Box = tuple[float, float, float, float, str]


def boxes(pdf: bytes) -> list[list[Box]]:
    """Return left, top, right, bottom (mm) and text of each word, page by page, by poppler."""
    tree = etree.fromstring(run("pdftotext", "-bbox", "-", "-", feed=pdf), etree.HTMLParser(encoding="utf-8"))
    return [[_box(word) for word in page.iter("word")] for page in tree.iter("page")]


def _box(word: etree._Element) -> Box:
    left, top, right, bottom = (float(word.attrib[name]) * PT for name in ("xmin", "ymin", "xmax", "ymax"))
    return left, top, right, bottom, word.text or ""


def bands(plan: DocumentPlan, page: int) -> Iterator[tuple[float, float, Sequence[float]]]:
    """Yield top and bottom of each row of the flow table on its `page`, and where its upright rules stand (mm)."""
    edges = [plan.across.left]
    for width in plan.columns:
        edges.append(edges[-1] + width)
    upper, lower = plan.head_rows
    top = plan.across.top + upper
    yield top, top + lower, edges
    top += lower
    if plan.steps:
        for part in plan.steps[page]:
            if part.title:
                yield top, top + part.title.height, [edges[0], edges[-1]]
                top += part.title.height
            for row in part.rows:
                yield top, top + row.height, edges
                top += row.height
    else:
        for activity in plan.sheets[page]:
            yield top, top + activity.height, edges
            top += activity.height


def merged(plan: DocumentPlan, page: int) -> Iterator[tuple[float, float, float, float]]:
    """Yield left, top, right, bottom of each cell over several rows on a page (mm)."""
    top = plan.across.top + sum(plan.head_rows)
    right = plan.across.left + sum(plan.columns)
    for part in plan.steps[page] if plan.steps else ():
        top += part.title.height if part.title else 0.0
        for n, row in enumerate(part.rows):
            edge = right - sum(plan.columns[len(plan.columns) - len(row.spans) :])
            for width, count in zip(plan.columns[len(plan.columns) - len(row.spans) :], row.spans, strict=True):
                if count > 1:
                    yield edge, top, edge + width, top + sum(one.height for one in part.rows[n : n + count])
                edge += width
            top += row.height


def outside(plan: DocumentPlan, words: list[Box], page: int) -> Iterator[str]:
    """Yield the words that cross a rule of the flow table; those of the table's head and a box over lanes may."""
    rows = list(bands(plan, page))
    several = list(merged(plan, page))
    foot = rows[-1][1]
    for left, top, right, bottom, text in words:
        middle = (top + bottom) / 2
        row = next((one for one in rows if one[0] <= middle < one[1]), None)
        if row is None or bottom - top > 10:
            if middle >= foot:
                yield f"{text} below the table"
            continue
        over = (one for one in several if one[0] <= left < one[2] and one[1] <= middle < one[3])
        row = next(((one[1], one[3], row[2]) for one in over), row)
        if top < row[0] - ABOVE or bottom > row[1] + ABOVE:
            yield f"{text} leaves its row ({top:.1f} to {bottom:.1f} in {row[0]:.1f} to {row[1]:.1f})"
        if any(left + SIDE < edge < right - SIDE for edge in row[2]) and text not in EXITS:
            yield f"{text} crosses a rule"


def off_the_sheet(plan: DocumentPlan, words: list[Box]) -> Iterator[str]:
    """Yield the words of a page before the flow table that stand in its margins; the head of the page may."""
    page = plan.upright
    for left, _, right, bottom, text in words:
        if (
            left < page.left - SIDE
            or right > page.width - page.right + SIDE
            or bottom > page.height - page.bottom + ABOVE
        ):
            yield f"{text} stands in a margin ({left:.1f} to {right:.1f}, {bottom:.1f})"


def faults(plan: DocumentPlan, words: list[Box], page: int) -> Iterator[str]:
    """Yield what is wrong on a page of the document."""
    before = plan.page_count - len(plan.steps or plan.sheets)
    return off_the_sheet(plan, words) if page < before else outside(plan, words, page - before)


def letters(pdf: bytes) -> Counter[str]:
    """Return the letters of a PDF, without those that only part a word."""
    return Counter(char for page in boxes(pdf) for word in page for char in word[4] if char.isalnum())


def _planned(work: Work) -> DocumentPlan | None:
    """Return the plan of an edition, or none where it is refused."""
    try:
        plan = work.pages.document
    except SpecError:
        return None
    assert isinstance(plan, DocumentPlan)
    return plan


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[int, tuple[DocumentPlan, bytes, bytes]]:
    folder = tmp_path_factory.mktemp("acak")
    plans, docx, pdf = {}, {}, {}
    for seed in range(many(40)):
        work = Work(load_edition(random_sop(seed, folder / str(seed))), TEMPLATES)
        if planned := _planned(work):
            plans[seed] = planned
        else:
            continue
        files = dict(document(work))
        docx[str(seed)], pdf[seed] = files["sop.docx"], files["sop.pdf"]
    printed = office_pdfs(docx, folder)
    return {seed: (plan, pdf[seed], printed[str(seed)]) for seed, plan in plans.items()}


def test_most_random_sops_are_printed(made: dict[int, tuple[DocumentPlan, bytes, bytes]]) -> None:
    assert len(made) > many(40) / 2


def test_no_word_leaves_its_cell_in_both_formats(made: dict[int, tuple[DocumentPlan, bytes, bytes]]) -> None:
    found = [
        f"{seed} {kind} page {page + 1}: {fault}"
        for seed, (plan, *printed) in made.items()
        for kind, pdf in zip(("pdf", "docx"), printed, strict=True)
        for page, words in enumerate(boxes(pdf))
        for fault in faults(plan, words, page)
    ]
    assert not found, "\n".join(found[:20])


def test_both_formats_have_the_same_pages_and_letters(made: dict[int, tuple[DocumentPlan, bytes, bytes]]) -> None:
    for seed, (plan, pdf, docx) in made.items():
        assert len(boxes(pdf)) == len(boxes(docx)) == plan.page_count, seed
        assert letters(pdf) == letters(docx), seed
