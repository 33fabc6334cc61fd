"""Prose SOPs: random chapters print whole, with the same pages in Word and PDF, and with right numbers."""

import re
import shutil
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from tests.documents import office_pdfs, pdf_pages, word_boxes
from tests.examples import many
from tests.random_prose import random_prose

from sopgen.errors import SpecError
from sopgen.jobs.outputs import document
from sopgen.jobs.work import Work
from sopgen.model.chapters import ProseSop
from sopgen.plan.chapters.contents import ParagraphKind, ProseParagraph, ProsePlan
from sopgen.read.load import load_edition
from sopgen.read.source import parse

pytestmark = pytest.mark.exe
TEMPLATES = Path(__file__).parents[1] / "templates"
Made = tuple[ProsePlan, Path, bytes, bytes]


def planned(work: Work) -> ProsePlan | None:
    """Return the plan of an edition, or none where its flow fits on no page."""
    try:
        plan = work.pages.document
    except SpecError as error:
        if {one.code for one in error.problems} <= {"TL01", "TL02", "TL03", "TL04", "TL07"}:
            return None
        raise
    assert isinstance(plan, ProsePlan)
    return plan


@pytest.fixture(scope="module")
def justified(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Templates whose prose ends at the right margin."""
    folder = tmp_path_factory.mktemp("rata") / "templates"
    shutil.copytree(TEMPLATES, folder)
    look = folder / "naskah-sop" / "rupa.yaml"
    look.write_text(look.read_text("utf-8").replace("rata: kiri ", "rata: kiri_kanan "), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def made(justified: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[int, Made]:
    folder = tmp_path_factory.mktemp("naskah")
    plans, paths, docx, pdf = {}, {}, {}, {}
    for seed in range(many(30)):
        paths[seed] = random_prose(seed, folder / str(seed))
        work = Work(load_edition(paths[seed]), justified if seed % 2 else TEMPLATES)
        plan = planned(work)
        if plan is None:
            continue
        files = dict(document(work))
        plans[seed], docx[str(seed)], pdf[seed] = plan, files["sop.docx"], files["sop.pdf"]
    printed = office_pdfs(docx, folder)
    return {seed: (plans[seed], paths[seed], pdf[seed], printed[str(seed)]) for seed in plans}


def before(plan: ProsePlan) -> int:
    """Return how many pages stand before the chapters: of the decree, and the cover."""
    return len(plan.decree) + bool(plan.cover)


def letters(text: str) -> str:
    return "".join(char for char in text if char.isalnum())


def test_most_of_them_are_printed(made: Mapping[int, Made]) -> None:
    assert len(made) > many(30) * 0.8


def page_letters(pdf: bytes) -> list[Counter[str]]:
    return [Counter(letters(page)) for page in pdf_pages(pdf)]


def test_both_formats_have_the_planned_pages_with_the_same_letters(made: Mapping[int, Made]) -> None:
    for seed, (plan, _, pdf, docx) in made.items():
        one, other = page_letters(pdf), page_letters(docx)
        annex = len(plan.annex.sheets or plan.annex.steps) if plan.annex else 0
        assert len(one) == len(other) == before(plan) + len(plan.sheets) + annex, seed
        assert one == other, seed


def test_no_line_leaves_the_margins(made: Mapping[int, Made]) -> None:
    for seed, (plan, _, *pdfs) in made.items():
        right, foot = plan.page.width - plan.page.right, plan.page.height - plan.page.bottom
        for pdf in pdfs:
            pages = word_boxes(pdf)[before(plan) :][: len(plan.sheets)]
            for word, left, _, end, bottom in (one for page in pages for one in page):
                inside = left > plan.page.left - 0.5 and end < right + 0.5 and bottom < foot + 1.0
                assert inside or "DRAF" in word or "CONTOH" in word, (seed, word)


def test_a_decree_stands_before_the_sop_that_is_its_annex(made: Mapping[int, Made]) -> None:
    decreed = [one for one in made.values() if one[0].decree]
    assert decreed
    for plan, _, *pdfs in decreed:
        for pdf in pdfs:
            pages = pdf_pages(pdf)
            assert ["MENIMBANG" in page.upper() for page in pages[: before(plan) + 1]].index(True) == 0
            assert "KESATU" in "".join(pages[: len(plan.decree)])
            # Its annex is named above cover or chapters, whose pages are counted from 1.
            assert "LAMPIRAN" in pages[len(plan.decree)]
            second = pages[before(plan) + 1 : before(plan) + len(plan.sheets)]
            assert [page.split()[0] for page in second] == [str(n) for n in range(2, len(plan.sheets) + 1)]


def test_lines_end_at_the_right_margin_where_the_look_says_so(made: Mapping[int, Made]) -> None:
    for kind in ("pdf", "docx"):
        shares = []
        for odd in (0, 1):
            some = [one for seed, one in made.items() if seed % 2 == odd]
            printed = [(plan, pdf if kind == "pdf" else docx) for plan, _, pdf, docx in some]
            ends = [end for plan, pages in printed for end in line_ends(plan, pages)]
            shares.append(sum(abs(end) < 0.6 for end in ends) / len(ends))
        ragged, level = shares
        # Headings, items and the ends of paragraphs are short, more of them in some documents.
        assert level > 0.2 > 5 * ragged, shares


def line_ends(plan: ProsePlan, pdf: bytes) -> Iterator[float]:
    """Yield how far each line of the chapters' pages ends from the right margin (mm)."""
    right = plan.page.width - plan.page.right
    for page in word_boxes(pdf)[before(plan) :][: len(plan.sheets)]:
        lines: dict[float, float] = {}
        for *_, end, bottom in page:
            lines[round(bottom)] = max(lines.get(round(bottom), 0.0), end)
        yield from (right - end for end in lines.values())


def texts(one: ProseParagraph) -> Iterator[str]:
    yield one.text
    if one.table:
        yield from one.table.heads
        yield from (cell for row in one.table.rows for cell in row)


def said(items: Sequence[Any]) -> Iterator[str]:
    """Yield the texts of items as they are typed, in their order, with what they list."""
    for item in items:
        one: Any = {"teks": item} if isinstance(item, str) else item
        yield from (one[key] for key in ("judul", "teks") if key in one)
        if table := one.get("tabel"):
            yield from (table["kepala"][0], *(cell for row in table["baris"] for cell in row))
        yield from said(one.get("isi", []))


def test_no_text_is_lost_and_the_order_is_kept(made: Mapping[int, Made]) -> None:
    for seed, (plan, path, *_) in made.items():
        data: Any = parse(path).data
        printed = "".join(letters(text) for sheet in plan.sheets for one in sheet.paragraphs for text in texts(one))
        place = 0
        for chapter in data["bab"]:
            for text in said([chapter]):
                found = printed.find(letters(text), place)
                assert found >= 0, (seed, text)
                place = found + len(letters(text))


# The numbers again, in another way: what comes after each, level by level.
def follows(number: str) -> str:
    inner = number.strip("().")
    if inner.isdigit():
        new = str(int(inner) + 1)
    elif inner.isupper():
        new = ROMAN[ROMAN.index(inner) + 1]
    else:
        new = "aa" if inner == "z" else inner[:-1] + chr(ord(inner[-1]) + 1)
    return number.replace(inner, new)


ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
FIRST = ("I.", "1.", "a.", "1)", "a)", "(1)", "(a)")


def test_the_numbers_follow_each_other(made: Mapping[int, Made]) -> None:
    for seed, (plan, *_) in made.items():
        assert isinstance(plan.sop, ProseSop)
        last: dict[int, str] = {}
        for one in (one for sheet in plan.sheets for one in sheet.paragraphs if one.number):
            runs_on = one.level == 1 and plan.sop.penomoran == "bersambung"
            wanted = follows(last[one.level]) if one.level in last else FIRST[one.level]
            assert one.number == wanted, (seed, one)
            kept = {0, one.level} | ({1} if one.level == 0 and plan.sop.penomoran == "bersambung" else set())
            last = {level: number for level, number in last.items() if level < one.level or level in kept}
            last[one.level] = one.number
            assert runs_on or one.level != 1 or re.fullmatch(r"\d+\.", one.number)


def test_no_head_ends_a_page_and_two_lines_stand_with_the_signature(made: Mapping[int, Made]) -> None:
    for seed, (plan, *_) in made.items():
        for sheet in plan.sheets[:-1]:
            assert not sheet.paragraphs[-1].kind.is_head, seed
        assert plan.sheets[-1].paragraphs, seed
        for sheet, following in zip(plan.sheets, plan.sheets[1:], strict=False):
            word = next(filter(None, texts(following.paragraphs[0]))).split(" ")[0].strip()
            assert not plan.sop.kata_sambung or word in sheet.catchword, seed
            first = following.paragraphs[0]
            assert first.gap == 0, seed
            assert first.number or first.kind is not ParagraphKind.ITEM, seed
