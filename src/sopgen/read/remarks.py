"""From the comments of a YAML file to the remarks that silence a finding: `# abaikan LB01: alasan`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import yaml

from sopgen.read.source import Source

_REMARK: Final = re.compile(r"#\s*abaikan\s+(?P<codes>[^:#]*?)\s*(?P<colon>:\s*(?P<reason>.*?)\s*)?$", re.IGNORECASE)
_UNSETTLED: Final = re.compile(r"#\s*periksa\s*:", re.IGNORECASE)
_CODE: Final = re.compile(r"[A-Za-z]{2}\d{2}")
# As YAML counts lines.
_BREAK: Final = re.compile(r"\r\n|[\r\n\x85\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}]")
Span = tuple[int, int, int, int]


@dataclass(frozen=True)
class Remark:
    """A remark at a line and column (from 1): the line whose findings it silences, the codes as typed, the reason."""

    file: str
    line: int
    column: int
    silences: int
    codes: tuple[str, ...]
    reason: str


def remarks(source: Source) -> list[Remark]:
    """Return the remarks of a file in their order.

    A remark after a value is meant for its line, one alone on a line for the next line that is none.
    """
    if "abaikan" not in source.text.lower():
        return []
    lines = _BREAK.split(source.text)
    found = []
    for number, column in _comments(lines, source.root):
        said = _REMARK.match(lines[number], column)
        if said and (said["colon"] or _CODE.search(said["codes"])):
            codes = tuple(code.upper() for code in re.split(r"[\s,]+", said["codes"]) if code)
            target = number if lines[number][:column].strip() else _next(lines, number)
            found.append(Remark(source.file, number + 1, column + 1, target + 1, codes, said["reason"] or ""))
    return found


def unsettled(source: Source) -> list[int]:
    """Return the lines (from 1) of what `sopgen import` left to a person: `# periksa: ...`."""
    if "periksa" not in source.text.lower():
        return []
    lines = _BREAK.split(source.text)
    return [number + 1 for number, column in _comments(lines, source.root) if _UNSETTLED.match(lines[number], column)]


def _next(lines: list[str], number: int) -> int:
    """Return the first line below that is no comment."""
    below = range(number + 1, len(lines))
    return next((n for n in below if not lines[n].lstrip().startswith("#")), number)


def _comments(lines: list[str], root: yaml.Node) -> Iterator[tuple[int, int]]:
    """Yield line and column (from 0) of every comment; a `#` inside a value is none."""
    values: dict[int, list[Span]] = {}
    for span in _spans(root):
        for line in range(span[0], span[2] + 1):
            values.setdefault(line, []).append(span)
    for number, text in enumerate(lines):
        for found in re.finditer(r"(?:^|(?<=\s))#", text):
            place = (number, found.start())
            if not any(span[:2] <= place < span[2:] for span in values.get(number, [])):
                yield place
                break


def _spans(root: yaml.Node) -> Iterator[Span]:
    """Yield begin and end (line, column) of every value and key; an alias is visited once."""
    waiting, seen = [root], set()
    while waiting:
        node = waiting.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, yaml.ScalarNode):
            begin, end = node.start_mark, node.end_mark
            yield begin.line, begin.column, end.line, end.column
        elif isinstance(node, yaml.SequenceNode):
            waiting += node.value
        elif isinstance(node, yaml.MappingNode):
            waiting += [part for pair in node.value for part in pair]
