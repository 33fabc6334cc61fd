"""From a value to how YAML writes it: on one line, or as a block of lines."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, TypeAlias

from sopgen.splice.layout import Part
from sopgen.splice.lines import column
from sopgen.splice.scalar import written

Value: TypeAlias = "str | int | float | date | Sequence[Value] | Mapping[str, Value] | None"
_STEP: Final = 2


@dataclass(frozen=True)
class Indents:
    """By how many columns a mapping, and the dash of a list, is indented below its key."""

    mapping: int = _STEP
    dash: int = _STEP


def indents(text: str, root: Part) -> Indents:
    """Return how the text itself indents: as its first mapping and its first list below a key do."""
    found = dict(reversed(list(_below_keys(text, root))))
    return Indents(found.get("mapping", _STEP), found.get("list", _STEP))


def _below_keys(text: str, part: Part) -> Iterator[tuple[str, int]]:
    for entry in part.entries:
        inner = entry.value
        if part.kind == "mapping" and inner.entries and not inner.flow:
            yield inner.kind, column(text, inner.start) - column(text, entry.start)
        yield from _below_keys(text, inner)


def as_read(value: Value) -> object:
    """Return a value as the reader gives it back: texts, None, lists, mappings."""
    if isinstance(value, Mapping):
        return {key: as_read(one) for key, one in value.items()}
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bool):
        return str(value).lower()
    return [as_read(one) for one in value] if isinstance(value, Sequence) else str(value)


def on_one_line(value: Value) -> bool:
    """Tell whether a value always stands on one line: a text, a number, nothing, an empty list or mapping."""
    return isinstance(value, str) or not (isinstance(value, Mapping | Sequence) and value)


def flow_text(value: Value, *, in_flow: bool = True) -> str:
    """Return a value on one line; `in_flow` where commas divide."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{written(key, in_flow=True)}: {flow_text(one)}" for key, one in value.items()) + "}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "[" + ", ".join(map(flow_text, value)) + "]"
    return written(value, in_flow=in_flow)


def block_lines(value: Value, indent: Indents) -> list[str]:
    """Return the lines of a value, from column 0."""
    if on_one_line(value):
        return [flow_text(value, in_flow=False)]
    if isinstance(value, Mapping):
        return [line for key, one in value.items() for line in pair_lines(key, one, indent)]
    assert isinstance(value, Sequence)
    return [line for one in value for line in item_lines("- ", block_lines(one, indent))]


def pair_lines(key: str, value: Value, indent: Indents) -> list[str]:
    """Return the lines of a key with its value."""
    lines = block_lines(value, indent)
    if on_one_line(value):
        return [f"{written(key)}: {lines[0]}"]
    step = indent.mapping if isinstance(value, Mapping) else indent.dash
    return [f"{written(key)}:", *(" " * step + line for line in lines)]


def item_lines(lead: str, lines: Sequence[str]) -> list[str]:
    """Return lines with their first one after a lead (`- `) and the others below it."""
    return [lead + lines[0], *(" " * len(lead) + line for line in lines[1:])]
