"""From a text with marks of HTML and Markdown to its lines of cells; a cell may hold paragraphs, a line each."""

import html
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from sopgen.messages import say
from sopgen.read.old.found import Spot
from sopgen.read.old.front.lines import Line
from sopgen.read.old.letters import typed

_BLOCKS: Final = "p|div|br|ul|ol|li|pre|code|h[1-6]|table|thead|tbody|tr|center|section|article|body|html|head|title"
_CELLS: Final = "td|th"
_INLINE: Final = "b|i|u|em|strong|span|font|a|sup|sub|small|big|s|tt|meta|link|o:p|st1:\\w+|img|hr|colgroup|col"
_TAG: Final = re.compile(rf"<(/?)({_BLOCKS}|{_CELLS}|{_INLINE})\b[^<>]*>", re.IGNORECASE)
_PAIRS: Final = (("<!--", "-->"), ("<!doctype", ">"), (r"<style\b", r"</style\s*>"), (r"<script\b", r"</script\s*>"))
_HIDDEN: Final = tuple((re.compile(one, re.IGNORECASE), re.compile(end, re.IGNORECASE)) for one, end in _PAIRS)
_SPAN: Final = re.compile(r"""\bcolspan\s*=\s*["']?(\d{1,2})""", re.IGNORECASE)
_FENCE: Final = re.compile(r"\s*```")
_RULE: Final = re.compile(r"\s*\|?(?:\s*:?-{2,}:?\s*\|)+\s*(?::?-{2,}:?\s*)?")
# Columns that a program kept apart by blanks; fewer are those of a line that was stretched.
_SPACED: Final = re.compile(r"\S {3,}(?=\S)|^ {12,}\S")
_CELL: Final = re.compile(r"\S+(?: {1,2}\S+)*")
_LONGEST_ROW: Final = 400
CHART: Final = re.compile(r"\b(?:graph|flowchart)\s+(?:TB|TD|BT|RL|LR)\b", re.IGNORECASE)
_ARROW: Final = re.compile(r"--+>|-\.+->|==+>|---")


def line_at(number: int, cells: tuple[str, ...]) -> Line:
    """Return the line of a text with this number, from 1."""
    return Line(cells, Spot(name=say("line {number}", number=number)))


def lines_of(text: str) -> tuple[Line, ...]:
    """Return the lines of a text, empty ones too; of one that several stand in (a table's row), its first number."""
    numbered = enumerate(_without_hidden(typed(text)).replace("\r\n", "\n").replace("\r", "\n").split("\n"), 1)
    return tuple(_charts_whole(line for one in _rows_whole(numbered) for line in _parted(*one)))


def _without_hidden(text: str) -> str:
    """Return the text without comments and styles; their line ends stay, so that lines keep their numbers."""
    for begin, end in _HIDDEN:
        pieces, place = [], 0
        while opened := begin.search(text, place):
            closed = end.search(text, opened.end())
            if closed is None:
                break
            pieces += [text[place : opened.start()], "\n" * text.count("\n", opened.start(), closed.end())]
            place = closed.end()
        text = "".join([*pieces, text[place:]])
    return text


def _rows_whole(numbered: Iterator[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """Yield the lines, those of a table's row of HTML as one."""
    row: list[str] = []
    begun = 0
    for number, text in numbered:
        row.append(text)
        begun = begun or number
        opened = len(re.findall(r"<tr\b", "\n".join(row), re.IGNORECASE))
        closed = len(re.findall(r"</tr\b", "\n".join(row), re.IGNORECASE))
        if opened <= closed:
            yield begun, "\n".join(row)
            row, begun = [], 0
        elif len(row) > _LONGEST_ROW:  # its end was lost
            yield from enumerate(row, begun)
            row, begun = [], 0
    if row:
        yield from enumerate(row, begun)


def _parted(number: int, text: str) -> Iterator[Line]:
    """Yield the lines that one line of the file is: a row of cells, or the paragraphs that its marks part."""
    if re.search(r"<t[dh]\b", text, re.IGNORECASE):
        yield from _html_rows(number, text)
    elif _RULE.fullmatch(text):
        return
    elif text.count("|") > 2 and text.strip().startswith("|"):
        yield line_at(number, tuple(_plain(cell) for cell in text.strip().strip("|").split("|")))
    elif "\t" in text:
        yield line_at(number, tuple(_plain(cell) for cell in text.split("\t")))
    elif _SPACED.search(text) and not _TAG.search(text):
        found = list(_CELL.finditer(text))
        cells = tuple(_plain(cell[0]) for cell in found)
        yield replace(line_at(number, cells), spaced=True, starts=tuple(cell.start() for cell in found))
    else:
        yield from (line_at(number, (one,)) for one in _plain(text).split("\n"))


def _html_rows(number: int, text: str) -> Iterator[Line]:
    for row in re.split(r"(?i)<tr\b[^<>]*>", text):
        before, *_ = re.split(r"(?i)<t[dh]\b", row, maxsplit=1)
        yield from (line_at(number, (one,)) for one in _plain(before).split("\n") if one)
        if len(before) < len(row):
            yield line_at(number, _html_cells(row))


def _html_cells(row: str) -> tuple[str, ...]:
    cells: list[str] = []
    for piece in re.split(r"(?i)(?=<t[dh]\b)", row)[1:]:
        span = _SPAN.search(piece.partition(">")[0])
        cells += [_plain(piece), *[""] * (int(span[1]) - 1 if span else 0)]
    return tuple(cells)


def _plain(text: str) -> str:
    """Return a text without marks, its paragraphs on lines of their own, without blanks around them."""
    parted = _TAG.sub(lambda tag: "" if re.fullmatch(_INLINE, tag[2], re.IGNORECASE) else "\n", text)
    words = html.unescape(re.sub(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1", r"\2", parted))
    kept = (" ".join(line.split()) for line in typed(words).split("\n"))
    return "\n".join(re.sub(r"^#{1,6} ", "", line) for line in kept if line)


def _charts_whole(lines: Iterator[Line]) -> Iterator[Line]:
    """Yield the lines, those of a chart in Mermaid as one cell; the fences around it are left out."""
    chart: Line | None = None
    for line in lines:
        if _FENCE.match(line.text):
            continue
        if chart and (_ARROW.search(line.text) or not line.text or re.match(r"\w+[\[({]", line.text)):
            chart = Line((f"{chart.cells[0]}\n{line.text}",), chart.spot)
            continue
        if chart:
            yield chart
        chart = line if len(line.cells) == 1 and CHART.match(line.text) else None
        if not chart:
            yield line
    if chart:
        yield chart
