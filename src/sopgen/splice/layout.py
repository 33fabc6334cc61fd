"""From a YAML text to where each of its values stands: a tree of marks, in the order of the text.

It is made from the reader's own events; unlike nodes they tell an alias where it stands from what it stands for.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

import yaml

from sopgen.read.source import LOADER
from sopgen.splice.lines import skip

Kind = Literal["scalar", "alias", "list", "mapping"]
_ANCHOR: Final = re.compile(r"&[^\s,\[\]{}]+")
_KEEPS: Final = re.compile(r"[|>][0-9-]*\+")
# YAML 1.1 breaks lines at these too, editors and git do not: nobody sees where a line ends.
ODD_BREAK: Final = re.compile("\r(?!\n)|[\x85\u2028\u2029]")


class OddLayout(Exception):
    """What stands at a place of the text is written in a way that can not be edited surely."""

    def __init__(self, at: int) -> None:
        super().__init__(at)
        self.at = at


@dataclass(frozen=True)
class Part:
    """A value: where it begins, after its anchor, and ends, before comments and empty lines.

    `head` is where it could be written: right after the dash, colon or anchor before it. In a `flow` commas divide
    what stands in brackets or braces. A `bare` one is the nothing after a key without a colon: `{key}`.
    """

    kind: Kind
    start: int
    end: int
    head: int
    flow: bool = False
    bare: bool = False
    entries: tuple["Entry", ...] = ()


@dataclass(frozen=True)
class Entry:
    """An item of a list with its dash, or a key with its value, and the comma that follows it."""

    start: int
    value: Part
    comma: int | None = None


def layout(text: str) -> Part:
    """Return the layout of a text that the reader has read; raise OddLayout."""
    if odd := ODD_BREAK.search(text):
        raise OddLayout(odd.start())
    return _Reading(text, yaml.parse(text, LOADER)).root()


def _marks(event: yaml.Event) -> tuple[int, int]:
    """Return where an event begins and ends; one made by the reader has both marks."""
    assert event.start_mark
    assert event.end_mark
    return event.start_mark.index, event.end_mark.index


@dataclass(frozen=True)
class _Reading:
    text: str
    events: Iterator[yaml.Event]

    def root(self) -> Part:
        while isinstance(event := next(self.events), yaml.StreamStartEvent | yaml.DocumentStartEvent):
            pass
        return self.part(event, _marks(event)[0])

    def part(self, event: yaml.Event, head: int, *, bare: bool = False) -> Part:
        """Return the value that begins with an event, and go on to its last event."""
        start, end = _marks(event)
        if isinstance(event, yaml.AliasEvent):
            return Part("alias", start, end, head)
        anchor = _ANCHOR.match(self.text, start) if getattr(event, "anchor", None) else None
        if anchor:
            head = anchor.end()
            start = skip(self.text, head)
        if isinstance(event, yaml.ScalarEvent):
            if not event.value and (end <= head or start == end):  # nothing is written there
                return Part("scalar", head, head, head, bare=bare)
            return Part("scalar", start, self.scalar_end(start, end), head)
        kind: Kind = "list" if isinstance(event, yaml.SequenceStartEvent) else "mapping"
        return self.collection(kind, bool(getattr(event, "flow_style", False)), start, head)

    def scalar_end(self, start: int, end: int) -> int:
        raw = self.text[start:end]
        return end if _KEEPS.match(raw) else start + len(raw.rstrip(" \t\r\n"))

    def collection(self, kind: Kind, flow: bool, start: int, head: int) -> Part:
        opened = flow and self.text[start] in "[{"
        floor, end = start + opened, start
        entries: list[Entry] = []
        while not isinstance(event := next(self.events), yaml.CollectionEndEvent):
            entry = self.entry(kind, flow, event, skip(self.text, floor))
            entries.append(entry)
            end = entry.value.end
            floor = end if entry.comma is None else entry.comma + 1
        return Part(kind, start, _marks(event)[1] if opened else end, head, flow, entries=tuple(entries))

    def entry(self, kind: Kind, flow: bool, event: yaml.Event, start: int) -> Entry:
        if kind == "mapping":
            value = self.keyed(event, start)
        elif flow:
            value = self.part(event, start)
        elif self.text[start : start + 1] == "-":
            value = self.part(event, start + 1)
        else:
            raise OddLayout(start)
        if flow and kind == "list" and _marks(event)[0] != start:
            raise OddLayout(start)
        after = skip(self.text, value.end)
        return Entry(start, value, after if flow and self.text[after : after + 1] == "," else None)

    def keyed(self, key: yaml.Event, start: int) -> Part:
        if _marks(key)[0] != start or not isinstance(key, yaml.ScalarEvent | yaml.AliasEvent):
            raise OddLayout(start)  # `? key`
        end = _marks(key)[1]
        colon = skip(self.text, end)
        if self.text[colon : colon + 1] == ":":
            return self.part(next(self.events), colon + 1)
        return self.part(next(self.events), end, bare=True)
