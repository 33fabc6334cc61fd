"""From a CSV file to rows of cells, as Excel in Indonesia writes it: comma, semicolon or tab, `sep=` or none."""

import csv
import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Final

from sopgen.errors import Problem, SpecError
from sopgen.messages import say
from sopgen.read.roster.files.encoding import csv_text
from sopgen.read.roster.heads import HEAD_WITHIN, part_of
from sopgen.read.roster.table import MOST_COLUMNS, MOST_ROWS, Cell, Row, refuse

SEPARATORS: Final = (";", ",", "\t", "|")
NAMED: Final = re.compile(r'\s*"?sep=(.)"?\s*', re.IGNORECASE)
LINE: Final = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
# Letters of a line, lines of a row: more is no roster, and would fill the memory.
LONGEST_LINE: Final = 20_000
MOST_LINES: Final = 50


def csv_rows(path: Path) -> tuple[Iterator[Row], list[Problem]]:
    """Return the rows of a CSV file, and notes on its encoding. A row's number is that of its first line.

    Raises SpecError, some of it while the rows are read, where the file is too large or its quotes do not close.
    """
    text, notes = csv_text(path)
    return text_rows(path, text), notes


def text_rows(path: Path, text: str) -> Iterator[Row]:
    """Return the rows of a table's text; raise SpecError as `csv_rows` does."""
    if text.count("\n") > MOST_ROWS:
        raise _too_long(path)
    first = LINE.match(text)
    named = NAMED.fullmatch(first[0].rstrip("\r\n")) if first else None
    if first and named and named[1] not in '"\r\n ':
        return _rows(_Lines(path, text, named[1], first.end(), 1))
    return _rows(_Lines(path, text, _separator(text)))


def _too_long(path: Path) -> SpecError:
    what = say("the table has more than {most} rows", most=MOST_ROWS)
    return refuse(path, what, say("split the roster into several files"), place=(MOST_ROWS + 1, 1))


class _Lines:
    """The lines of the text one by one: nothing is copied as a whole. `number` is that of the last line given."""

    def __init__(self, path: Path, text: str, separator: str, start: int = 0, before: int = 0) -> None:
        self.path, self.text, self.separator = path, text, separator
        self.number, self.row = before, before + 1
        self._start = self._row_start = start

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        if self._start >= len(self.text):
            raise StopIteration
        found = LINE.match(self.text, self._start)
        assert found  # the pattern matches everywhere
        self._start = found.end()
        self.number += 1
        self._refuse_endless(found[0])
        return found[0]

    def _refuse_endless(self, line: str) -> None:
        if len(line) > LONGEST_LINE:
            pieces = [len(piece) for piece in line.split(self.separator, MOST_COLUMNS)]
            what = say("the line has {count} letters, a row has {most} at most", count=len(line), most=LONGEST_LINE)
            place = (self.number, pieces.index(max(pieces)) + 1)
            raise refuse(self.path, what, say("shorten its texts"), place=place)
        if self.number > MOST_ROWS:
            raise _too_long(self.path)
        if self.number - self.row >= MOST_LINES:
            raise self.unclosed()

    def end_row(self) -> None:
        """Note that a row is whole; the next line begins another one."""
        self.row, self._row_start = self.number + 1, self._start

    def unclosed(self) -> SpecError:
        """Return the error of a row whose quotes do not close, at the quote that opens."""
        found = LINE.match(self.text, self._row_start)
        line = found[0] if found else ""
        quotes = [found.start() for found in re.finditer('"', line)]
        column = line.count(self.separator, 0, quotes[-1]) + 1 if quotes else 1
        what = say("the quotes of this row do not close")
        return refuse(self.path, what, say("close them, or save it again from Excel"), place=(self.row, column))


def _rows(lines: _Lines) -> Iterator[Row]:
    reader, parted = csv.reader(lines, delimiter=lines.separator, strict=True), False
    try:
        for texts in reader:
            if len(texts) > MOST_COLUMNS and any(text.strip() for text in texts[MOST_COLUMNS:]):
                what = say(
                    "the row has {count} cells, a roster has {most} at most", count=len(texts), most=MOST_COLUMNS
                )
                raise refuse(lines.path, what, say("delete what is not of the list"), place=(lines.row, len(texts)))
            parted = parted or len(texts) > 1
            if parted and len(texts) == 1:
                _refuse_other_separator(lines, texts[0])
            yield lines.row, tuple(Cell(_unwrapped(text)) for text in texts)
            lines.end_row()
    except csv.Error as error:
        raise lines.unclosed() from error


def _refuse_other_separator(lines: _Lines, text: str) -> None:
    """Refuse a person's row parted by another sign than those above: it would pass for a line below the list."""
    for mark in SEPARATORS:
        if text.count(mark) > 1 and re.search(r"\d{8}", text):
            what = say('this row is parted by "{sign}", those above by "{other}"', sign=mark, other=lines.separator)
            raise refuse(lines.path, what, say("part all rows alike"), place=(lines.row, 1))


def _separator(text: str) -> str:
    """Return the separator by which the heads are found; without heads, the one that is used most."""
    lines = [found[0] for found in islice(LINE.finditer(text), HEAD_WITHIN + 5) if len(found[0]) <= LONGEST_LINE]

    def fitness(mark: str) -> tuple[int, int]:
        heads = (sum(part_of(piece.strip(' "')) is not None for piece in line.split(mark)) for line in lines)
        return max(heads, default=0), sum(line.count(mark) for line in lines)

    return max(SEPARATORS, key=fitness)


def _unwrapped(text: str) -> str:
    """Return a cell's text; Excel keeps leading zeros of a text in CSV as ="0012", people by an apostrophe."""
    text = text.strip()
    if found := re.fullmatch(r'="([^"]*)"', text):
        return found[1]
    return re.sub(r"^'(?=\d)", "", text)
