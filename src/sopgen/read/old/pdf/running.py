"""Lists that stand in no cells: under heads in running text, numbered or not, up to the next head."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sopgen.read.old.areas import Area, around
from sopgen.read.old.labels import section
from sopgen.read.old.pdf.page.cells import Taken
from sopgen.read.old.pdf.page.opened import OldPage
from sopgen.read.old.pdf.page.words import Word, WordLine, found, lines_of
from sopgen.read.old.pdf.sections import Sections

_NUMBERED = re.compile(r"\(?(\d{1,2}|[A-Z]|[IVX]{1,4})[.)]\s+(\S.*)")
# A head is no longer than this (letters), and begins where the others begin (points).
_LONGEST, _SAME_EDGE = 60, 4.0


@dataclass(frozen=True, slots=True)
class _Line:
    page: OldPage
    line: WordLine

    @property
    def number(self) -> str:
        """What numbers it: 4, D, IV; empty where nothing does."""
        match = _NUMBERED.fullmatch(self.line.text)
        return match[1] if match else ""

    @property
    def key(self) -> str:
        """The list that it is the head of, where it is one for certain."""
        match = _NUMBERED.fullmatch(self.line.text)
        known = section(match[2] if match else self.line.text)
        return known.key if known and known.sure else ""


def read_running(pages: Sequence[OldPage], told: Sections, taken: Taken) -> None:
    """Add the lists in running text to those that cells told of."""
    lines = [_Line(page, line) for page in pages for line in lines_of(_loose(page, taken))]
    heads = [n for n, one in enumerate(lines) if one.key and one.key not in told.heads]
    for n in heads:
        head = lines[n]
        if head.key in told.heads:
            continue
        body = list(_body(lines, n))
        told.heads[head.key] = found(head.line.words, head.page.number)
        told.words[head.key] = [
            (page.number, [word for one in body if one.page is page for word in one.line.words], _room(page, body))
            for page in pages
            if any(one.page is page for one in body)
        ]
        for one in (head, *body):
            taken.take(one.page.number, one.line.words)


def _loose(page: OldPage, taken: Taken) -> list[Word]:
    return [word for word in taken.free(page) if not page.rules.is_cell(page.rules.cell(*word.anchor))]


def _body(lines: Sequence[_Line], n: int) -> Iterator[_Line]:
    """Return the lines under a head, up to the next: of a list, of a chapter, or with the next number."""
    head = lines[n]
    for one in lines[n + 1 :]:
        aligned = abs(one.line.area.left - head.line.area.left) < _SAME_EDGE
        follows = head.number.isdigit() and one.number.isdigit() and int(one.number) == int(head.number) + 1
        chapter = one.line.text.isupper() and not head.line.text.isupper() and len(one.line.text) > 4
        if one.key or chapter or (aligned and follows and len(one.line.text) < _LONGEST):
            return
        yield one


def _room(page: OldPage, body: Sequence[_Line]) -> Area:
    return around(one.line.area for one in body if one.page is page)
