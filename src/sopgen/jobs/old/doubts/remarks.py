"""The doubts that a draft still has, its `# periksa:` remarks: each at its place, taken out when it is settled."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import yaml

from sopgen.errors import Loc, path_text
from sopgen.jobs.edit.changes import place_of
from sopgen.jobs.old.notes import Doubt
from sopgen.messages import say, spoken
from sopgen.read.old.found import Spot
from sopgen.read.source import Source
from sopgen.splice.places import data_at

REMARK: Final = re.compile(r"\s*# periksa: (?P<text>.+)")
# The key below the line, where the remark is about that: `mutu_baku.waktu: ...`.
INNER: Final = re.compile(r"(?P<path>\w+(?:\[\d+\])*(?:\.\w+(?:\[\d+\])*)*): (?P<rest>.+)")
WHERE: Final = re.compile(r"(?P<text>.+?) \((?P<where>[^()]*)\)")
PAGE: Final = re.compile(r"halaman (\d+)(?:, )?")
LEFT: Final = re.compile(r"# - (?P<text>.+)")


@dataclass(frozen=True, slots=True)
class LeftOver:
    """What the old file says and the draft has no place for, as its comment tells it."""

    text: str


def open_doubts(source: Source) -> list[Doubt]:
    """Return the doubts that stand in a draft, in its order; each spot as far as its remark tells it."""
    return [doubt for _, doubt in _remarks(source)]


def _remarks(source: Source) -> Iterator[tuple[int, Doubt]]:
    """Yield the line (from 0) of each remark, and its doubt."""
    own = source.files[0]
    inside = set(_inside_texts(own.root))
    lines = own.text.splitlines()
    for n, line in enumerate(lines):
        said = REMARK.fullmatch(line)
        if said and n not in inside:
            below = next((m for m in range(n + 1, len(lines)) if not _is_blank(lines[m])), n)
            yield n, _doubt(own, below + 1, said["text"].strip(), _at(own.root, below) or ())


def settled(source: Source, doubt: str, line: int) -> Source:
    """Return the draft without a remark: of those with these words the one about the line nearest to `line` (from 1).

    Raises LookupError where no remark says so any more.
    """
    same = [(abs(one.line - line), place) for place, one in _remarks(source) if one.text == doubt]
    if not same:
        raise LookupError(doubt)
    _, place = min(same)
    lines = source.text.splitlines(keepends=True)
    return source.reread("".join([*lines[:place], *lines[place + 1 :]]))


def left_over_in(source: Source) -> list[LeftOver]:
    """Return what the end of a draft tells of the old file that it has no place for."""
    with spoken("id"):  # a draft is Indonesian
        head = f"# {say('From the old file, without a place in this draft:')}"
    lines = [line.strip() for line in source.text.splitlines()]
    if head not in lines:
        return []
    behind = lines[lines.index(head) + 1 :]
    return [LeftOver(found["text"]) for line in behind if (found := LEFT.fullmatch(line))]


def _is_blank(line: str) -> bool:
    return not line.strip() or line.lstrip().startswith("#")


def _doubt(source: Source, line: int, said: str, at: Loc) -> Doubt:
    inner = INNER.fullmatch(said)
    loc, text = at, said
    if inner and (below := _below(source, at, inner["path"])):
        loc, text = below, inner["rest"]
    where = WHERE.fullmatch(text)
    place = where["where"] if where else ""
    text = where["text"] if where else text
    page = PAGE.match(place)
    spot = Spot(int(page[1]) if page else 0, None, PAGE.sub("", place, count=1))
    return Doubt(path_text(loc), line, spot, text)


def _below(source: Source, at: Loc, path: str) -> Loc | None:
    """Return the place that a remark names below its line: of the item, or of the entry that begins there."""
    for start in (at, at[:-1]):
        loc = (*start, *place_of(path))
        try:
            data_at(source.data, loc)
        except (LookupError, TypeError):
            continue
        return loc
    return None


def _at(node: yaml.Node, line: int, loc: Loc = ()) -> Loc | None:
    """Return the outermost entry or item that begins on a line (from 0)."""
    for part, begins, value in _parts(node):
        if begins.start_mark.line == line:
            return (*loc, part)
        if value.start_mark.line <= line <= value.end_mark.line and (found := _at(value, line, (*loc, part))):
            return found
    return None


def _parts(node: yaml.Node) -> Iterator[tuple[str | int, yaml.Node, yaml.Node]]:
    if isinstance(node, yaml.MappingNode):
        yield from ((key.value, key, value) for key, value in node.value)
    elif isinstance(node, yaml.SequenceNode):
        yield from ((n, item, item) for n, item in enumerate(node.value))


def _inside_texts(node: yaml.Node) -> Iterator[int]:
    """Yield the lines (from 0) that belong to a text of several lines: a `#` there is no remark."""
    if isinstance(node, yaml.ScalarNode):
        yield from range(node.start_mark.line + 1, node.end_mark.line)
    for _, begins, value in _parts(node):
        yield from _inside_texts(value)
        if begins is not value:
            yield from _inside_texts(begins)
