"""The lists of the identity page over further pages in Word, a table a page, broken where the plan says."""

from collections.abc import Iterator, Sequence
from copy import deepcopy
from typing import cast

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.table import CT_Row, CT_Tbl
from docx.table import Table

from sopgen.errors import TemplateError
from sopgen.messages import say
from sopgen.plan.contract.document import DocumentPlan
from sopgen.plan.front.identity import IdentityPages, ListPair
from sopgen.render.word.named import of_style, styles
from sopgen.render.word.sheet import new_page_before

TITLE, ITEM = "Judul daftar", "Butir"
# The parts of a pair of lists, each with its page.
Parts = list[tuple[int, ListPair]]


def over_pages(document: Document, table: Table, plan: DocumentPlan, template: str) -> None:
    """Break the table where the plan says. Raises TemplateError where its rows are not those of the lists."""
    named = styles(document, [TITLE, ITEM], template)
    title, item = named[TITLE].style_id, named[ITEM].style_id
    rows = [row for row in table._tbl.tr_lst if any(of_style(cell, title) for cell in row.tc_lst)]
    pairs = _parts(plan.identity_pages)
    if len(rows) != len(pairs) or not all(_fits(row, parts, item) for row, parts in zip(rows, pairs, strict=True)):
        raise other_rows(template)
    pages: list[list[CT_Row]] = [[] for _ in plan.identity_pages]
    for row, parts in zip(rows, pairs, strict=True):
        for (page, _), part in zip(parts, list(_broken(row, parts, item)), strict=True):
            pages[page].append(part)
    _put(table, pages, rows)


def other_rows(template: str) -> TemplateError:
    """Return the refusal of a template whose table has other rows than the lists."""
    return TemplateError(
        say(
            '{file}: table "identitas" has other rows than the lists, two a row, with titles of the style "{title}" '
            'and items of the style "{item}": not all of them can be printed. fix: put the rows back as in the '
            "shipped template",
            file=template,
            title=TITLE,
            item=ITEM,
        )
    )


def _parts(pages: IdentityPages) -> list[Parts]:
    """Return the parts of each pair of lists; one that goes on has no title."""
    found: list[Parts] = []
    for n, page in enumerate(pages):
        for part in page:
            if any(one.title for one in part):
                found.append([])
            found[-1].append((n, part))
    return found


def _fits(row: CT_Row, parts: Parts, item: str) -> bool:
    cells = [len(of_style(cell, item)) for cell in row.tc_lst]
    return cells == [sum(len(part[side].items) for _, part in parts) for side in (0, 1)]


def _broken(row: CT_Row, parts: Parts, item: str) -> Iterator[CT_Row]:
    """Yield the row once a part; the first is the row itself."""
    copies = [row, *(deepcopy(row) for _ in parts[1:])]
    done = [0, 0]
    for n, (one, (_, part)) in enumerate(zip(copies, parts, strict=True)):
        for side, cell in enumerate(one.tc_lst):
            count = len(part[side].items)
            kept = of_style(cell, item)[done[side] : done[side] + count]
            done[side] += count
            for paragraph in cell.p_lst:
                if paragraph not in kept and (n or paragraph.style == item):
                    cell.remove(paragraph)
            if not cell.p_lst:
                cell.append(OxmlElement("w:p"))
        yield one


def _put(table: Table, pages: Sequence[Sequence[CT_Row]], rows: Sequence[CT_Row]) -> None:
    """Put the rows of further pages into tables of their own behind the first."""
    after = table._tbl
    first = [one for one in after if one not in rows]
    for page in pages[1:]:
        other = cast("CT_Tbl", OxmlElement("w:tbl"))
        other.extend([deepcopy(table._tbl.tblPr), deepcopy(table._tbl.tblGrid), *page])
        after.addnext(other)
        new_page_before(Table(other, table._parent))
        after = other
    table._tbl[:] = [*first, *pages[0]]
