"""From a chart in Mermaid to the steps of an activity: which box is whose step, which is a column of the table."""

from collections.abc import Sequence
from dataclasses import replace

from sopgen.messages import say
from sopgen.model.flow import Symbol
from sopgen.read.old.found import Found, FoundExit, FoundStep, Spot
from sopgen.read.old.labels import END, START, column, folded
from sopgen.read.old.text.mermaid import Chart, chart_of


def steps_of(text: str, lanes: Sequence[Found], spot: Spot) -> tuple[tuple[FoundStep, ...], str, str]:
    """Return the steps of a chart's text, the doubt of the whole flow, and what in the text is no chart."""
    chart = chart_of(text)
    roles = {folded(lane.text): n for n, lane in enumerate(lanes)}
    columns = {name for name, box in chart.boxes.items() if _is_column(box.label, roles)}
    marks = {name for name, box in chart.boxes.items() if not box.label}
    names = [name for name in chart.boxes if name not in columns | marks]
    steps = [_step(chart, name, roles, spot, names) for name in names]
    if not steps:
        return (), say("the chart names no step"), chart.left
    steps = [_left(step, chart, name, columns) for step, name in zip(steps, names, strict=True)]
    return tuple(_ended(steps, names, chart, columns | marks)), _doubt(steps, roles), chart.left


def _is_column(label: str, roles: dict[str, int]) -> bool:
    """Tell a box that is the head of a column beside the roles."""
    known = column(label) if folded(label) not in roles else None
    return known is not None and known.sure and known.key not in ("ya", "tidak", "ke")


def _step(chart: Chart, name: str, roles: dict[str, int], spot: Spot, names: Sequence[str]) -> FoundStep:
    box = chart.boxes[name]
    role, words = _role(box.label, roles)
    plain = folded(words)
    symbol = box.symbol
    if plain in END or (symbol is Symbol.START and plain not in START and _is_last(chart, name)):
        symbol = Symbol.END
    exits = [
        FoundExit(names.index(target), label)
        for source, target, label in chart.arrows
        if source == name and target in names
    ]
    follows = names.index(name) + 1
    if [one.to for one in exits] == [follows] and not exits[0].label:
        exits = []
    doubt = "" if role is not None else say("who does this step can not be told")
    found = () if role is None else (role,)
    return FoundStep(Found(words, spot), symbol, found, tuple(exits), doubt=doubt)


def _role(label: str, roles: dict[str, int]) -> tuple[int | None, str]:
    """Return the lane that a box names, alone or before a colon, and its words."""
    if (whole := roles.get(folded(label))) is not None:
        return whole, label
    before, colon, rest = label.partition(":")
    place = roles.get(folded(before)) if colon else None
    return (place, rest.strip()) if place is not None else (None, label)


def _is_last(chart: Chart, name: str) -> bool:
    return not any(source == name for source, _, _ in chart.arrows)


def _left(step: FoundStep, chart: Chart, name: str, columns: set[str]) -> FoundStep:
    """Say of a step that its arrow leads into columns that are no roles; one after the other is told once."""
    onward = [target for source, target, _ in chart.arrows if source == name and target in columns]
    if not onward:
        return step
    led = [chart.boxes[target].label for target in columns]
    told = [box.label for box in chart.boxes.values() if box.label in led]
    doubt = say("the arrows go on to {columns}: these are columns, not roles", columns=", ".join(told))
    return replace(step, doubt="; ".join(filter(None, (step.doubt, doubt))))


def _ended(steps: list[FoundStep], names: Sequence[str], chart: Chart, others: set[str]) -> list[FoundStep]:
    """Set the symbols of the ends of a flow that is drawn with boxes of one form: where no arrow comes or goes."""
    inner = [(source, target) for source, target, _ in chart.arrows if not {source, target} & others]
    symbols = {step.symbol for step in steps}
    for n, name in enumerate(names):
        if steps[n].symbol is not Symbol.PROCESS:
            continue
        if Symbol.START not in symbols and not any(target == name for _, target in inner) and n == 0:
            steps[n] = replace(steps[n], symbol=Symbol.START)
        elif Symbol.END not in symbols and not any(source == name for source, _ in inner):
            steps[n] = replace(steps[n], symbol=Symbol.END)
    return steps


def _doubt(steps: Sequence[FoundStep], roles: dict[str, int]) -> str:
    if all(folded(step.text.text) in roles for step in steps):
        return say("each step of the chart names only who does it, not what is done")
    return ""
