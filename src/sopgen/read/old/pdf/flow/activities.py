"""Activities as they are found: titles, lanes, steps with their texts, symbols, roles and exits."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sopgen.messages import say
from sopgen.model.flow import STANDARD_CELLS, Symbol
from sopgen.model.sop import Layout
from sopgen.read.old.areas import Area
from sopgen.read.old.found import Found, FoundActivity, FoundList, FoundStep
from sopgen.read.old.pdf.flow.checks import check_rows, check_symbols
from sopgen.read.old.pdf.flow.drafts import (
    FlowDraft,
    StepDraft,
    aim_of,
    by_activities,
    by_steps,
    inside,
    is_by_activity,
)
from sopgen.read.old.pdf.flow.exits import exits_of
from sopgen.read.old.pdf.flow.head import Column
from sopgen.read.old.pdf.flow.over_rows import in_own_rows, over_page, parted_texts, without_numbers
from sopgen.read.old.pdf.flow.row_texts import own_words, row_items, row_text, row_time
from sopgen.read.old.pdf.flow.rows import PageRow
from sopgen.read.old.pdf.flow.sheets import Sheet
from sopgen.read.old.pdf.flow.tables import heads_differ, tables_of, title_above
from sopgen.read.old.pdf.lists import over_pages
from sopgen.read.old.pdf.page.cells import Taken, words_in
from sopgen.read.old.pdf.page.symbols import Mark, SymbolForm
from sopgen.read.old.pdf.page.words import Word, WordLine, found, lines_of, text_of

_SHARED = (*STANDARD_CELLS, "keterangan")


def further_columns(sheets: Sequence[Sheet], taken: Taken) -> Iterator[Found]:
    """Return the texts of columns that the reader does not know, each with the head of its column."""
    for sheet in sheets:
        heads = {round(column.left): column.head.text for column in sheet.head.columns if not column.key}
        for row in sheet.rows:
            for cell in row.cells:
                if cell.words and not cell.key and not row.whole:
                    taken.take(row.page, cell.words)
                    text = found(cell.words, row.page)
                    head = heads.get(round(cell.area.left), "")
                    unsure = say('it stands in the column "{head}" of the flow table', head=head)
                    yield replace(text, doubt=unsure)


def activities_of(sheets: Sequence[Sheet], taken: Taken) -> tuple[Layout, tuple[FoundActivity, ...]]:
    """Return the layout of a flow table and its activities."""
    if not sheets:
        return Layout.PER_STEP, ()
    if is_by_activity(sheets):
        flows = by_activities(sheets)
        return Layout.PER_ACTIVITY, tuple(_in_one_row(sheets, flow, taken) for flow in flows)
    tables = tables_of(sheets)
    told: list[FoundActivity] = []
    for table in tables:
        flows = by_steps(table)
        read = [_in_rows(table, flow, taken) for flow in flows]
        if len(tables) > 1 and read and not flows[0].title:
            read[0] = replace(read[0], title=title_above(table[0], taken))
        told += read
    return Layout.PER_STEP, tuple(told)


def _in_rows(sheets: Sequence[Sheet], flow: FlowDraft, taken: Taken) -> FoundActivity:
    check_rows(flow)
    check_symbols(flow)
    numbered = sheets[0].head.column("nomor") is None
    exits = exits_of(sheets, flow.steps, taken)
    steps = [_step(sheets, step, n, len(flow.steps), taken) for n, step in enumerate(flow.steps)]
    steps = parted_texts(flow.steps, over_page(flow.steps, steps))
    steps = without_numbers(steps) if numbered else steps
    steps = in_own_rows(flow.steps, steps)
    whole = tuple(
        replace(step, exits=out, doubt="; ".join(dict.fromkeys(draft.doubts)))
        for step, draft, out in zip(steps, flow.steps, exits, strict=True)
    )
    title, sections = _head_of([flow.title], taken) if flow.title else (Found(""), {})
    return FoundActivity(title, _lanes(sheets), whole, sections=sections, doubt=_doubt_of(sheets))


def _doubt_of(sheets: Sequence[Sheet]) -> str:
    """Return what is not sure of a flow as a whole."""
    if any(sheet.is_pictured for sheet in sheets):
        return say("the symbols stand in a picture: their form, their lane and their arrows must be looked at")
    if heads_differ(sheets):
        return say("the heads of the lanes are not the same on all pages")
    if not any(sheet.ways.every for sheet in sheets):
        return say("no arrow could be followed: the steps are taken one after the other")
    if not any(sheet.head.column("kelengkapan") for sheet in sheets):
        return say("no column of requirements was found in the flow table")
    return ""


def _lanes(sheets: Sequence[Sheet]) -> tuple[Found, ...]:
    """Return the heads of the lanes, doubted where words stand below one and no symbol: it may be no lane."""
    told = []
    for n, lane in enumerate(sheets[0].head.lanes):
        head = lane.head
        if not head.doubt and head.text and not any(_stands_in(sheet, lane) for sheet in sheets):
            words = any(_words_below(sheet, lane) for sheet in sheets if len(sheet.head.lanes) > n)
            what = say("words stand below this head and no symbol: it may be no lane") if words else ""
            head = replace(head, doubt=what)
        told.append(head)
    return tuple(told)


def _stands_in(sheet: Sheet, lane: Column) -> bool:
    return any(_common(mark, lane) > 0.5 * mark.area.width or _under(mark, [lane]) for mark in sheet.marks)


def _words_below(sheet: Sheet, lane: Column) -> bool:
    cells = [Area(lane.left, row.area.top, lane.right, row.area.bottom) for row in sheet.rows if row.cells]
    words = [word for cell in cells for word in words_in(sheet.page, cell)]
    return any(re.search(r"[^\W\d]{2,}", word.text) for word in words)


def _in_one_row(sheets: Sequence[Sheet], flow: FlowDraft, taken: Taken) -> FoundActivity:
    row = flow.row
    assert row is not None
    exits = exits_of(sheets, flow.steps, taken)
    count = len(flow.steps)
    steps = []
    for n, (step, out) in enumerate(zip(flow.steps, exits, strict=True)):
        sheet, mark = sheets[step.sheet], step.marks[0]
        words = inside(sheet, mark)
        taken.take(row.page if step.row is row else step.row.page, words)
        text = found(words, step.row.page, _doubt_of_words(text_of(words)))
        symbol = _symbol(step, n, count, leads=bool(out))
        roles = _roles(step, sheet.head.lanes)
        steps.append(FoundStep(text, symbol, roles, out, doubt="; ".join(dict.fromkeys(step.doubts))))
    rows = [row, *(more for step in flow.steps[:1] for more in step.more)]
    title, sections = _head_of(rows, taken)
    cells = {key: row_items(rows, key, taken) for key in ("kelengkapan", "keluaran", "keterangan")}
    number = row.words("nomor")
    taken.take(row.page, number)
    return FoundActivity(
        title,
        _lanes(sheets),
        tuple(steps),
        found(number, row.page) if number else None,
        sections,
        cells["kelengkapan"],
        row_time(rows, taken),
        cells["keluaran"],
        cells["keterangan"],
        "" if steps else say("no symbol was found in the row of this activity"),
    )


def _doubt_of_words(text: str) -> str:
    if not text:
        return say("the symbol is empty")
    return say("the symbol holds its number alone") if re.fullmatch(r"(?:\d{1,3}[a-z]?\s*)+", text) else ""


def _head_of(rows: Sequence[PageRow], taken: Taken) -> tuple[Found, dict[str, FoundList]]:
    """Return the title of an activity and its aims (Maksud, Tujuan) from the rows that they stand in, over pages."""
    title = Found("")
    heads: dict[str, Found] = {}
    parts: dict[str, list[tuple[int, list[Word], Area]]] = {}
    key = ""
    for row in rows:
        words = row.cells[0].words if row.whole else row.words("kegiatan")
        room = row.area if row.whole else next((cell.area for cell in row.cells if cell.key == "kegiatan"), row.area)
        taken.take(row.page, words)
        for start, lines in _by_aims(lines_of(words)):
            inner = [word for line in lines for word in line.words]
            if start is not None:
                key = aim_of(start)
                heads[key] = found(start.words, row.page)
            if key:
                parts.setdefault(key, []).append((row.page, inner, room))
            elif not title.text:
                title = found(inner, row.page)
    return title, {key: FoundList(head, tuple(over_pages(parts[key]))) for key, head in heads.items()}


def _by_aims(lines: Sequence[WordLine]) -> Iterator[tuple[WordLine | None, Sequence[WordLine]]]:
    """Return the lines by the heads of aims that they stand under; those before the first one under none."""
    starts = [n for n, line in enumerate(lines) if aim_of(line)]
    first = starts[0] if starts else len(lines)
    if first:
        yield None, lines[:first]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=False):
        yield lines[start], lines[start + 1 : end]


def _step(sheets: Sequence[Sheet], step: StepDraft, n: int, count: int, taken: Taken) -> FoundStep:
    sheet = sheets[step.sheet]
    rows = [step.row, *step.more]
    text = row_text(rows, "kegiatan")
    for row in rows:
        for key in ("nomor", "kegiatan"):
            taken.take(row.page, row.words(key))
    own = own_words(sheet, step, text.text, taken)
    symbol = _symbol(step, n, count, leads=any(sheet.from_mark(place[1]) for place in step.places))
    roles = _roles(step, sheet.head.lanes)
    if step.in_row:
        return FoundStep(own or Found("", text.spot), symbol, roles, in_row=True)
    if own and not text.text:
        text = own
    elif own:
        step.doubts.append(say('in the symbol stands "{words}"', words=own.text))
    return replace(_with_standard(step, rows, taken), text=text, symbol=symbol, roles=roles, below=step.below)


def _with_standard(step: StepDraft, rows: Sequence[PageRow], taken: Taken) -> FoundStep:
    """Return a step with the cells of its row, which a row above sub-steps may have in common with it."""
    parent = None
    if step.parent is not None:
        parent = found(step.parent.words("kegiatan"), step.parent.page)
        taken.take(step.parent.page, [*step.parent.words("kegiatan"), *step.parent.words("nomor")])
        rows = [step.parent, *rows]
    return FoundStep(
        Found(""),
        materials=row_items(rows, "kelengkapan", taken),
        time=row_time(rows, taken),
        outputs=row_items(rows, "keluaran", taken),
        notes=row_items(rows, "keterangan", taken),
        parent=parent,
        shared=() if parent else tuple(cell.key for cell in step.row.cells if cell.shared and cell.key in _SHARED),
    )


def _symbol(step: StepDraft, n: int, count: int, *, leads: bool) -> Symbol:
    """Return the symbol of a step by its form and place: a rounded box begins or ends a flow."""
    forms = {mark.form for mark in step.marks}
    if SymbolForm.DIAMOND in forms:
        return Symbol.DECISION
    if SymbolForm.ROUNDED in forms:
        if n == 0:
            return Symbol.START
        if n == count - 1 or not leads:
            return Symbol.END
        step.doubts.append(say("a rounded symbol stands in the middle of the flow"))
        return Symbol.PROCESS
    if n and n == count - 1 and not leads and any(mark.soft and mark.form is SymbolForm.BOX for mark in step.marks):
        step.doubts.append(say("the corners of the last symbol are rounded a little: it is taken for the end"))
        return Symbol.END
    if forms - {SymbolForm.BOX}:
        step.doubts.append(say("the form of the symbol is none of the official ones"))
    return Symbol.PROCESS


def _roles(step: StepDraft, lanes: Sequence[Column]) -> tuple[int, ...]:
    """Return the lanes of a step's symbols: a wide one stands in each whose middle it covers."""
    roles: list[int] = []
    for mark in step.marks:
        mine = _under(mark, lanes)
        if not mine:
            widest = max(range(len(lanes)), key=lambda n: _common(mark, lanes[n]))
            mine = [widest]
            if _common(mark, lanes[widest]) < 0.7 * mark.area.width:
                step.doubts.append(say("the symbol stands between two lanes"))
        roles += [one for one in mine if one not in roles]
    return tuple(roles)


def _under(mark: Mark, lanes: Sequence[Column]) -> list[int]:
    return [n for n, lane in enumerate(lanes) if mark.area.left < lane.middle < mark.area.right]


def _common(mark: Mark, lane: Column) -> float:
    return max(0.0, min(mark.area.right, lane.right) - max(mark.area.left, lane.left))
