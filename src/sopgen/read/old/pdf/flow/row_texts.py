"""The texts of a row: its cells with what goes on of them on the next page, and the words in its symbols."""

import re
from collections.abc import Sequence
from dataclasses import replace

from sopgen.messages import say
from sopgen.read.old.found import Found
from sopgen.read.old.labels import END, START, duration, folded
from sopgen.read.old.pdf.flow.checks import doubts_of_cell
from sopgen.read.old.pdf.flow.drafts import StepDraft, inside
from sopgen.read.old.pdf.flow.rows import PageRow
from sopgen.read.old.pdf.flow.sheets import Sheet
from sopgen.read.old.pdf.lists import written_items
from sopgen.read.old.pdf.page.cells import Taken
from sopgen.read.old.pdf.page.words import Word, found, joined, lines_of, place, text_of


def row_text(rows: Sequence[PageRow], key: str) -> Found:
    """Return the text of a cell, with what goes on of it on the next page."""
    first = next((one for one in rows[0].cells if one.key == key), None)
    if first is None:
        return Found("", place(rows[0].page, rows[0].area), say("the cell is empty"))
    texts = [joined(lines_of(row.words(key))) for row in rows]
    whole = " ".join(one for one in texts if one)
    spot = found(first.words, rows[0].page).spot if first.words else place(rows[0].page, first.area)
    doubt = doubts_of_cell(first) if whole else say("the cell is empty")
    return Found(
        whole, spot, doubt or (say("it goes on from the page before") if len(texts) > 1 and texts[1] else "")
    )


def row_items(rows: Sequence[PageRow], key: str, taken: Taken) -> tuple[Found, ...]:
    """Return the items in the column of this key; an empty cell has none, a dash is kept as written."""
    items: list[Found] = []
    for row in rows:
        cell = next((one for one in row.cells if one.key == key), None)
        if cell is None or not cell.words:
            continue
        taken.take(row.page, cell.words)
        unsure = doubts_of_cell(cell)
        found_here = written_items(cell.words, row.page, cell.area)
        items += [replace(one, doubt=one.doubt or unsure) for one in found_here if one.text]
    return tuple(items)


def row_time(rows: Sequence[PageRow], taken: Taken) -> Found | None:
    """Return the time as written, doubted where it is a number alone; None where there is none."""
    words = [word for row in rows for key in ("waktu", "satuan") for word in row.words(key)]
    if not words:
        return None
    for row in rows:
        taken.take(row.page, [*row.words("waktu"), *row.words("satuan")])
    time = Found(
        " ".join(one for row in rows for key in ("waktu", "satuan") for one in [row.text(key)] if one),
        found(words, rows[0].page).spot,
    )
    if re.fullmatch(r"[-\u2013\s]*", time.text):
        return None
    bare = re.fullmatch(r"[\d\s.,'\"]+", time.text) and not duration(time.text)
    return replace(time, doubt=say("the time has no unit")) if bare else time


def own_words(sheet: Sheet, step: StepDraft, text: str, taken: Taken) -> Found | None:
    """Return the words in the symbols that say more than their number, start or end, or the row's text again."""
    own: list[Word] = []
    for mark in step.marks:
        words = inside(sheet, mark)
        written = folded(text_of(words))
        taken.take(sheet.page.number, words)
        if not (written in START | END or re.fullmatch(r"\d{1,3}\s?[a-z]?", written) or written in folded(text)):
            own += words
    return found(own, sheet.page.number) if own else None
