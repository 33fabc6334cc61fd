"""The cover of an old PDF, and what runs through its pages: marks of a draft above, words of a signature below."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from sopgen.read.old.found import Found
from sopgen.read.old.pdf.page.cells import Taken
from sopgen.read.old.pdf.page.opened import OldPage
from sopgen.read.old.pdf.page.words import Word, WordLine, found, lines_of

_YEAR = re.compile(r"(?:TAHUN\s+)?(20\d\d)", re.IGNORECASE)
# Words of so low a part of the page that stand in the same place on another page are no part of a table.
_FOOT = 0.1


def running_lines(pages: Sequence[OldPage]) -> set[tuple[str, str]]:
    """Return the lines that stand at the same edge of several pages: marks of a draft, a running head."""
    lines = [(_edge(line, page), line.text) for page in pages for line in lines_of(page.words)]
    return {one for one, count in Counter(lines).items() if count > 1 and one[0]}


def _edge(line: WordLine, page: OldPage) -> str:
    room = 0.12 * page.area.height
    if line.area.bottom < room:
        return "top"
    return "foot" if line.area.top > page.area.height - room else ""


def cover_of(
    pages: Sequence[OldPage], furniture: set[tuple[str, str]], taken: Taken
) -> tuple[dict[str, Found], dict[str, tuple[Found, ...]]]:
    """Return the lines of a cover: those above its year are the title, those below the office."""
    for page in pages:
        lines = [line for line in lines_of(page.words) if (_edge(line, page), line.text) not in furniture]
        years = [n for n, line in enumerate(lines) if _YEAR.fullmatch(line.text)]
        if page.rules.lying or not years:
            continue
        top, year, foot = lines[: years[0]], lines[years[0]], lines[years[0] + 1 :]
        for line in lines:
            taken.take(page.number, line.words)
        match = _YEAR.fullmatch(year.text)
        texts = {"sampul.tahun": Found(match[1] if match else year.text, found(year.words, page.number).spot)}
        parts = {"sampul.judul": top, "sampul.instansi": foot}
        return texts, {key: tuple(found(line.words, page.number) for line in part) for key, part in parts.items()}
    return {}, {}


def without_feet(pages: Sequence[OldPage]) -> tuple[list[Found], list[OldPage]]:
    """Return what stands at the foot of several pages in the same place, once, and the pages without it."""
    counts = Counter(_place(word) for page in pages for word in page.words if _is_low(word, page))
    feet: dict[str, Found] = {}
    bare: list[OldPage] = []
    for page in pages:
        low = [word for word in page.words if _is_low(word, page) and counts[_place(word)] > 1]
        for line in lines_of(low):
            feet.setdefault(line.text, found(line.words, page.number))
        rest = set(low)
        bare.append(replace(page, words=tuple(word for word in page.words if word not in rest)))
    return list(feet.values()), bare


def _place(word: Word) -> tuple[str, int, int]:
    return word.text, round(word.area.left), round(word.area.top)


def _is_low(word: Word, page: OldPage) -> bool:
    return word.area.top > page.area.bottom - _FOOT * page.area.height
