"""From what belongs to an activity to its steps: texts of the rows, symbols and lanes, exits."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from sopgen.messages import say
from sopgen.model.flow import Symbol
from sopgen.read.old.found import Found, FoundActivity, FoundStep
from sopgen.read.old.labels import END, START, answer, folded
from sopgen.read.old.tables.activity_text import told
from sopgen.read.old.tables.doers import doers_of
from sopgen.read.old.tables.nodes import ActivityParts, Edge, Node, joined, over_connectors
from sopgen.read.old.tables.order import beside_each_other, exits_of, in_order, symbol_of
from sopgen.read.old.tables.placing import is_parent
from sopgen.read.old.tables.rows import NUMBER, OldRow, listed
from sopgen.read.old.tables.words import ToldStep, squeezed, steps_told, whole_text

# So many symbols of one form are no flow: it begins and ends.
MANY: Final = 4


@dataclass(frozen=True)
class _Flow:
    """An activity's steps in their order, its lines, and what was drawn in vain."""

    parts: ActivityParts
    steps: tuple[Node, ...]
    edges: tuple[Edge, ...]
    open: tuple[Node, ...]
    told: list[list[ToldStep]]


def _flow(parts: ActivityParts) -> _Flow:
    edges, alone = over_connectors(parts.nodes, parts.edges)
    marks = {node.key for node in parts.nodes if node.figure.symbol is Symbol.CONNECTOR}
    nodes, edges = joined([node for node in parts.nodes if node.key not in marks], edges)
    edges = [edge for edge in edges if edge.source not in marks and edge.target not in marks]
    titles = [lane.text for lane in parts.lanes]
    told_steps = [steps for text in parts.described if (steps := steps_told(text, titles))]
    ordered = in_order(nodes, edges, told_steps, titles, by_height=parts.by_row)
    return _Flow(parts, tuple(ordered), tuple(edges), tuple(alone), told_steps)


def activity_of(parts: ActivityParts) -> tuple[FoundActivity, tuple[Found, ...]]:
    """Return an activity, and what stands in it that belongs nowhere."""
    flow = _flow(parts)
    unplaced = tuple(
        Found(node.figure.text or node.figure.name, doubt=say("a connector without its other end"))
        for node in flow.open
    )
    if parts.by_row:
        return _of_a_row(flow), unplaced
    title, sections, others = told([row.title for row in parts.heads if row.title])
    steps = _steps(flow)
    doubt = say("no line leads from step to step") if len(steps) > 1 and not flow.edges else _drawn_before(parts)
    activity = FoundActivity(title or Found(""), parts.lanes, steps, sections=sections, doubt=doubt)
    return activity, (*unplaced, *others, *_said_in_symbols(flow))


def _said_in_symbols(flow: _Flow) -> list[Found]:
    """Return the words in symbols that are neither the row's own, nor a number, nor say that it begins or ends."""
    found = []
    for node in flow.steps:
        row = flow.parts.rows[node.row]
        text = node.figure.text.strip()
        usual = NUMBER.fullmatch(text) or folded(text) in START | END | {"mulai selesai"}
        if text and not usual and squeezed(text) not in squeezed(row.text.text if row.text else ""):
            found.append(Found(" ".join(text.split()), row.text.found("").spot if row.text else Found("").spot))
    return found


def _of_a_row(flow: _Flow) -> FoundActivity:
    rows = flow.parts.rows
    cells = [cell for row in rows for cell in (row.title, row.text) if cell]
    title, sections, others = told(cells)
    numbers = [row for row in rows if row.number]
    steps = [replace(_step(flow, n, None), text=text, in_row=_beside(flow, n)) for n, text in enumerate(_shown(flow))]
    number = Found(numbers[0].number) if numbers else None
    items = {
        kind: tuple(one for row in rows for one in row.items(kind))
        for kind in ("kelengkapan", "keluaran", "keterangan")
    }
    times = [time for row in rows if (time := _time(row))]
    return FoundActivity(
        title or Found(""),
        flow.parts.lanes,
        tuple(steps),
        number=number,
        sections=sections,
        materials=items["kelengkapan"],
        time=times[0] if times else None,
        outputs=items["keluaran"],
        notes=(*items["keterangan"], *others),
        more=_more(rows),
        doubt=_drawn_before(flow.parts),
    )


def _drawn_before(parts: ActivityParts) -> str:
    kinds = {node.figure.symbol for node in parts.nodes}
    if len(parts.nodes) >= MANY and kinds == {Symbol.PROCESS}:
        return say("all symbols are of one form: was it lost when the file was saved?")
    return say("drawn with an old program: compare symbols and lines") if parts.old else ""


def _beside(flow: _Flow, n: int) -> bool:
    return n > 0 and beside_each_other(flow.steps[n], flow.steps[n - 1], by_height=True)


def _shown(flow: _Flow) -> list[Found]:
    """Return the text of each step: what its symbol shows, else what the descriptions of the drawings tell."""
    told_steps = [one for steps in flow.told for one in steps]
    alike = len(told_steps) == len(flow.steps)
    found = []
    for n, node in enumerate(flow.steps):
        shown = node.figure.text
        if not NUMBER.fullmatch(shown.strip()):
            found.append(Found(whole_text(shown, flow.parts.described)))
        elif alike and len(told_steps[n].lanes) == len(node.lanes):
            found.append(Found(told_steps[n].text))
        else:
            found.append(Found("", doubt=say("the symbol shows only a number")))
    return found


def _steps(flow: _Flow) -> tuple[FoundStep, ...]:
    rows = flow.parts.rows
    found: list[FoundStep] = []
    parent: OldRow | None = None
    own = [[n for n, node in enumerate(flow.steps) if node.row == row] for row in range(len(rows))]
    for at, row in enumerate(rows):
        if row.title or (row.empty and not own[at]):
            continue
        if not own[at] and is_parent(rows, at):
            parent = row
            continue
        number = NUMBER.fullmatch(row.number)
        below = number is not None and not number[1].isdigit()
        steps = _of_row(flow, _with_parent(row, parent), own[at])
        before = next((one for one in reversed(rows[:at]) if not one.empty and not one.title), row)
        if row.first and row.bare and not before.bare:
            steps[0] = replace(
                steps[0], doubt=steps[0].doubt or say("cells that go on from the page before are empty")
            )
        steps[0] = replace(steps[0], below=below and parent is None, parent=_text(parent) if parent else None)
        parent = None
        found += steps
    return tuple(found)


def _with_parent(row: OldRow, parent: OldRow | None) -> OldRow:
    """Return the first row below a row of text alone, with the cells that begin there and go on to it."""
    if parent is None:
        return row
    cells = {kind: cell for kind, cell in parent.cells if kind in row.shared or cell.text}
    return replace(
        row, cells=(*row.cells, *cells.items()), shared=tuple(one for one in row.shared if one not in cells)
    )


def _of_row(flow: _Flow, row: OldRow, places: Sequence[int]) -> list[FoundStep]:
    if not places and not flow.steps and (doers := doers_of(row, flow.parts.lanes)):
        return [replace(_texts(row), roles=doers)]
    if not places:
        return [replace(_texts(row), doubt=say("no symbol stands in this row"))]
    texts = _parted(flow, row, places)
    steps = []
    for n, (place, text) in enumerate(zip(places, texts, strict=True)):
        words = _texts(row) if n == 0 else FoundStep(Found(""))
        drawn = _step(flow, place, words)
        steps.append(replace(drawn, text=text, in_row=n > 0))
    return steps


def _parted(flow: _Flow, row: OldRow, places: Sequence[int]) -> list[Found]:
    """Return the text of each step of a row: a line each, or as the description parts it."""
    whole = _text(row)
    if len(places) == 1:
        return [whole]
    lines = whole.text.split("\n")
    for told_steps in flow.told:
        said = "".join("".join(one.text for one in told_steps).split())
        if len(told_steps) == len(places) and said == "".join("".join(lines).split()):
            return [replace(whole, text=one.text) for one in told_steps]
    doubt = say("several symbols stand in this row: which words are whose?")
    if len(lines) == len(places):
        return [replace(whole, text=line, doubt=doubt) for line in lines]
    return [replace(whole, doubt=doubt), *(replace(whole, text="", doubt=doubt) for _ in places[1:])]


def _text(row: OldRow) -> Found:
    return row.text.whole if row.text else Found("", doubt=say("no words stand in this row"))


def _time(row: OldRow) -> Found | None:
    items = row.items("waktu")
    text = "\n".join(one.text for one in items).replace("\u00a0", " ")
    if text and (unit := row.items("satuan")):
        text = f"{text} {unit[0].text}"
    return replace(items[0], text=text) if text else None


def _texts(row: OldRow) -> FoundStep:
    return FoundStep(
        _text(row),
        materials=row.items("kelengkapan"),
        time=_time(row),
        outputs=row.items("keluaran"),
        notes=row.items("keterangan"),
        shared=row.shared,
        more=_more([row]),
    )


def _more(rows: Sequence[OldRow]) -> tuple[tuple[Found, ...], ...]:
    """Return the items of each further column."""
    columns = zip(*(row.further for row in rows if not row.title), strict=False)
    return tuple(tuple(one for cell in cells if cell for one in listed(cell)) for cells in columns)


def _step(flow: _Flow, place: int, words: FoundStep | None) -> FoundStep:
    leads, comes = Counter(edge.source for edge in flow.edges), Counter(edge.target for edge in flow.edges)
    node = flow.steps[place]
    asked = {edge.source for edge in flow.edges if answer(edge.label) is not None}
    symbol, doubt = symbol_of(place, flow.steps, leads, comes, asked)
    exits = exits_of(place, flow.steps, flow.edges, symbol)
    missing = flow.edges and not leads[node.key] and symbol is not Symbol.END and place < len(flow.steps) - 1
    if symbol is Symbol.DECISION and len(exits) < 2:
        doubt = doubt or say("a decision with fewer than two lines out of it")
    elif symbol is not Symbol.DECISION and len(exits) > 1:
        doubt = doubt or say("several lines lead on from this step, which is no decision")
    elif missing:
        doubt = doubt or say("no line leads on from this step")
    base = words or FoundStep(Found(""))
    return replace(base, symbol=symbol, roles=node.lanes, exits=exits, doubt=node.doubt or doubt or base.doubt)
