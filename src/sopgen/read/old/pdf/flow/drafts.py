"""From rows to steps in the making: which symbols are one step, which rows go on from the row above."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from sopgen.messages import say
from sopgen.read.old.labels import folded
from sopgen.read.old.pdf.flow.rows import PageRow
from sopgen.read.old.pdf.flow.sheets import Sheet
from sopgen.read.old.pdf.page.symbols import Mark, SymbolForm
from sopgen.read.old.pdf.page.words import Word, WordLine, lines_of, text_of

# A symbol by its sheet, and its place among the symbols of that sheet.
Place = tuple[int, int]
# Symbols whose middles are so close in height stand side by side, in points.
_SIDE_BY_SIDE = 6.0


@dataclass
class StepDraft:
    """A step in the making: its row, the sheet that this stands on, its symbols; `more` are rows that go on."""

    row: PageRow
    sheet: int
    places: list[Place]
    marks: list[Mark]
    doubts: list[str] = field(default_factory=list)
    in_row: bool = False
    parent: PageRow | None = None
    more: list[PageRow] = field(default_factory=list)

    @property
    def number(self) -> str:
        """What stands in the column of numbers."""
        return self.row.text("nomor").strip(" .)")

    @property
    def below(self) -> bool:
        """Whether it is a sub-step by its number (2a)."""
        return bool(re.fullmatch(r"\d{1,2}\s?[a-z]{1,2}", self.number))


@dataclass
class FlowDraft:
    """An activity in the making: the row of its title, where it has one, and its steps."""

    title: PageRow | None = None
    row: PageRow | None = None
    steps: list[StepDraft] = field(default_factory=list)


def by_steps(sheets: Sequence[Sheet]) -> list[FlowDraft]:
    """Return the activities of a table with one row a step."""
    flows: list[FlowDraft] = [FlowDraft()]
    waiting: PageRow | None = None
    for n, sheet in enumerate(sheets):
        for first, row, places in _rows(n, sheet):
            if row.whole:
                if text_of(row.cells[0].words):
                    flows.append(FlowDraft(title=row))
                continue
            real = [(place, mark) for place, mark in places if mark.form is not SymbolForm.CONNECTOR]
            if _goes_on(row, real, first=first, steps=flows[-1].steps):
                flows[-1].steps[-1].more.append(row)
            elif not real and _is_parent(row, sheet, sheets[n + 1 : n + 2]):
                waiting = row
            elif real or row.text("kegiatan") or row.text("nomor"):
                new = list(_steps_of(n, sheet, row, real or places))
                new[0].parent, waiting = waiting, None
                flows[-1].steps += new
    return [one for one in flows if one.steps or one.title]


def _rows(n: int, sheet: Sheet) -> Iterator[tuple[bool, PageRow, list[tuple[Place, Mark]]]]:
    """Return each row with whether it is the first on its page, and its symbols with their places."""
    count = 0
    first = next((k for k, row in enumerate(sheet.rows) if row.cells), 0)
    for k, row in enumerate(sheet.rows):
        yield k == first, row, [((n, count + m), mark) for m, mark in enumerate(row.marks)]
        count += len(row.marks)


def _goes_on(row: PageRow, real: Sequence[object], *, first: bool, steps: Sequence[StepDraft]) -> bool:
    """Return whether a row at the top of a page goes on with the last step of the page before."""
    words = any(cell.words for cell in row.cells)
    return first and bool(steps) and not real and words and not row.text("nomor")


def _is_parent(row: PageRow, sheet: Sheet, after: Sequence[Sheet]) -> bool:
    """Return whether sub-steps follow a row: it is numbered 2, the next one 2a."""
    number = row.text("nomor").strip(" .)")
    rows = [*sheet.rows, *(one for other in after for one in other.rows)]
    later = [one for one in rows[rows.index(row) + 1 :] if one.text("nomor")]
    return bool(number and row.text("kegiatan") and later) and later[0].text("nomor").strip(" .)") == f"{number}a"


def _steps_of(n: int, sheet: Sheet, row: PageRow, marks: Sequence[tuple[Place, Mark]]) -> Iterator[StepDraft]:
    """Return the steps of a row: one, or several where arrows lead from symbol to symbol within it."""
    ordered = _in_order(sheet, marks)
    linked = _linked(sheet, [place for place, _ in ordered])
    if len(ordered) > 1 and not linked:
        draft = StepDraft(row, n, [place for place, _ in ordered], [mark for _, mark in ordered])
        draft.doubts.append(say("several symbols stand in this row without an arrow between them"))
        yield draft
        return
    for k, (place, mark) in enumerate(ordered):
        yield StepDraft(row, n, [place], [mark], in_row=k > 0)
    if not ordered:
        yield StepDraft(row, n, [], [], [say("no symbol was found in this row")])


def _linked(sheet: Sheet, places: Sequence[Place]) -> bool:
    """Return whether arrows lead to each of these symbols but one from another of them."""
    mine = {place[1] for place in places}
    reached = {way.target for way in sheet.ways.every if way.source in mine and way.target in mine}
    return len(reached) >= len(mine) - 1


def _in_order(sheet: Sheet, marks: Sequence[tuple[Place, Mark]]) -> list[tuple[Place, Mark]]:
    """Return the symbols of a row as the arrows lead through them, else from the top, from the left.

    Where they lead round, the first one is that which an arrow reaches from another row.
    """
    rest = sorted(marks, key=lambda one: (round(one[1].area.middle[1] / 4), one[1].area.left))
    mine = {place[1] for place, _ in marks}
    found: list[tuple[Place, Mark]] = []
    while rest:
        left = {place[1] for place, _ in rest}
        free = [one for one in rest if not _sources(sheet, one[0]) & (left - {one[0][1]})]
        begins = [one for one in rest if one[1].form is SymbolForm.ROUNDED and sheet.from_mark(one[0][1])]
        entered = [one for one in rest if not found and _sources(sheet, one[0]) - mine]
        found.append((free or begins or entered or rest)[0])
        rest.remove(found[-1])
    return found


def _sources(sheet: Sheet, place: Place) -> set[int]:
    return {way.source for way in sheet.to_mark(place[1])}


def by_activities(sheets: Sequence[Sheet]) -> list[FlowDraft]:
    """Return the activities of a table with one row an activity: each symbol of the row is a step."""
    flows: list[FlowDraft] = []
    for n, sheet in enumerate(sheets):
        for first, row, places in _rows(n, sheet):
            real = [(place, mark) for place, mark in places if mark.form is not SymbolForm.CONNECTOR]
            anew = not flows or row.text("nomor") or (row.text("kegiatan") and not first)
            if row.whole or (anew and any(cell.words for cell in row.cells)):
                flows.append(FlowDraft(row=row))
            elif not flows:
                continue
            flow = flows[-1]
            for band in _bands(real):
                flow.steps += [StepDraft(row, n, [place], [mark]) for place, mark in _in_order(sheet, band)]
            if flow.row is not row and flow.steps and row.cells:
                flow.steps[0].more.append(row)
    return flows


def _bands(marks: Sequence[tuple[Place, Mark]]) -> list[list[tuple[Place, Mark]]]:
    """Return the symbols of a row in groups that stand side by side, from the top."""
    bands: list[list[tuple[Place, Mark]]] = []
    for one in sorted(marks, key=lambda one: (one[1].area.middle[1], one[1].area.left)):
        if bands and one[1].area.middle[1] - bands[-1][0][1].area.middle[1] < _SIDE_BY_SIDE:
            bands[-1].append(one)
        else:
            bands.append([one])
    return bands


def is_by_activity(sheets: Sequence[Sheet]) -> bool:
    """Return whether most rows hold a whole flow: symbols one below the other, or the aims of an activity."""
    rows = [(sheet, row) for sheet in sheets for row in sheet.rows if not row.whole and _has_step(row)]
    deep = [row for sheet, row in rows if _holds_flow(sheet, row)]
    return bool(rows) and len(deep) * 2 > len(rows)


def _has_step(row: PageRow) -> bool:
    return any(mark.form is not SymbolForm.CONNECTOR for mark in row.marks)


def _holds_flow(sheet: Sheet, row: PageRow) -> bool:
    if any(aim_of(line) for line in lines_of(row.words("kegiatan"))):
        return True
    count = _stacked(row.marks)
    return count >= 3 or (count == 2 and _told(sheet, row))


def aim_of(line: WordLine) -> str:
    """Return the key of the aims that a line is the head of (`1. Maksud`); empty for other lines."""
    plain = folded(re.sub(r"^\s*\(?[\da-zA-Z]{1,2}[.)]\s*", "", line.text))
    return plain if plain in ("maksud", "tujuan") else ""


def _stacked(marks: Sequence[Mark]) -> int:
    """Return how many symbols stand one below the other."""
    count, bottom = 0, 0.0
    for mark in sorted(marks, key=lambda one: one.area.top):
        if mark.area.top >= bottom - 1:
            count, bottom = count + 1, mark.area.bottom
    return count


def _told(sheet: Sheet, row: PageRow) -> bool:
    """Return whether words stand in the symbols of a row, not numbers alone."""
    texts = [text_of(inside(sheet, mark)) for mark in row.marks if mark.form is not SymbolForm.CONNECTOR]
    return sum(bool(re.search(r"[^\W\d]{2,}", one)) for one in texts) * 2 > len(texts)


def inside(sheet: Sheet, mark: Mark) -> list[Word]:
    """Return the words in a symbol, line by line."""
    words = [word for word in sheet.page.words if mark.holds(*word.area.middle)]
    return [word for line in lines_of(words) for word in line.words]
