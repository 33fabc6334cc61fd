"""The items of a list as its lines make them up: marks typed with the text, wrapped lines, lists of two columns."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from sopgen.messages import say
from sopgen.read.old.areas import Area
from sopgen.read.old.found import Found
from sopgen.read.old.pdf.numbered import NumberedText, holds_number, jumps, numbered_apart
from sopgen.read.old.pdf.page.words import Word, WordLine, found, lines_of, mark_of, starts_of

_NUMBER = re.compile(r"\(?(\d{1,2})[.)]?")
_MARK = re.compile(r"(?:[-\u2013\u2022\u25cf\u25aa\uf0b7]|\(?(?:\d{1,2}|[a-z])[.)])")
# A mark in the middle of a line begins a second column where so much is free before it; points.
_FREE = 9.0
# What a cell leaves free at its two sides, and how far a line may differ from what would fit; points.
_PADDING, _SLACK = 8.0, 4.0
# Such a share of a line left free is no chance.
_PLENTY = 0.35
_GO_ON = frozenset(
    {"dan", "atau", "serta", "untuk", "oleh", "dari", "di", "ke", "dengan", "pada", "tentang", "dalam", "yang"}
)


def items_of(words: Sequence[Word], page: int, cell: Area) -> list[Found]:
    """Return the items that the words of a cell are, each with its place; without their marks."""
    columns = columns_of(words)
    room = cell.width if len(columns) == 1 else 0.0
    return [item for column in columns for item in _items(lines_of(column), page, room)]


def over_pages(parts: Sequence[tuple[int, list[Word], Area]]) -> list[Found]:
    """Return the items of a list; the lines before the first mark of a page go on with the last item."""
    items: list[Found] = []
    for page, words, area in parts:
        lines = lines_of(words)
        first = _first_mark(lines)
        if items and first:
            rest = " ".join(line.text for line in lines[:first])
            items[-1] = Found(f"{items[-1].text} {rest}", items[-1].spot, items[-1].doubt)
            words = [word for line in lines[first:] for word in line.words]
        items += items_of(words, page, area) if words else []
    return [one for one in items if one.text]


def written_items(words: Sequence[Word], page: int, cell: Area) -> list[Found]:
    """Return the items of a cell of the flow table as written: numbers typed with the text are part of it."""
    lines = lines_of(words)
    apart = numbered_apart(lines)
    if apart:
        whole = [(one, _apart_item(one, page)) for one in apart]
        return [Found(f"{one.number} {item.text}".strip(), item.spot, item.doubt) for one, item in whole]
    starts = starts_of(lines)
    if not starts:
        return _unmarked_cell(lines, page, cell.width)
    return [
        found([word for line in part for word in line.words], page, what) for part, what in _groups(lines, starts)
    ]


def paragraphs(words: Sequence[Word], page: int, cell: Area) -> list[Found]:
    """Return the texts of a cell: each begins with a capital or a number under a line that is free by its half."""
    groups: list[list[Word]] = []
    before: WordLine | None = None
    for line in lines_of(words):
        small = line.words[0].text[:1].islower()
        if before is not None and (small or _runs_on(before) or before.area.width > cell.width / 2):
            groups[-1] += line.words
        else:
            groups.append([*line.words])
        before = line
    return [found(group, page) for group in groups]


def columns_of(words: Sequence[Word]) -> list[list[Word]]:
    """Return the words by columns, where marks stand one below the other in the middle of the lines."""
    inner = [
        word.area.left
        for line in lines_of(words)
        for before, word in zip(line.words, line.words[1:], strict=False)
        if _MARK.fullmatch(word.text)
        and word.area.left - before.area.right > _FREE
        and not _MARK.fullmatch(before.text)
    ]
    edges = sorted(
        {min(inner, key=lambda one: abs(one - x)) for x in inner if sum(abs(one - x) < 5 for one in inner) > 1}
    )
    bounds = [edge - 2 for n, edge in enumerate(edges) if not n or edge - edges[n - 1] > 20]
    columns: list[list[Word]] = [[] for _ in range(len(bounds) + 1)]
    for word in words:
        columns[sum(word.area.left >= bound for bound in bounds)].append(word)
    return [column for column in columns if column]


def _items(lines: Sequence[WordLine], page: int, room: float) -> list[Found]:
    apart = numbered_apart(lines)
    if apart:
        return _numbers_checked([_apart_item(one, page) for one in apart], [one.number for one in apart])
    starts = starts_of(lines)
    if not starts:
        return _unmarked(lines, page, room)
    groups = _groups(lines, starts)
    items = [_item(group, page, what) for group, what in groups]
    if starts[0]:
        items[0] = Found(items[0].text, items[0].spot, say("it stands before the first item with a mark"))
    return _numbers_checked(items, [mark_of(group[0]) for group, _ in groups])


def _numbers_checked(items: Sequence[Found], numbers: Sequence[str]) -> list[Found]:
    """Return items with a doubt where their numbers jump, or one seems to stand within an item."""
    told = []
    for item, jumped in zip(items, jumps(numbers), strict=True):
        what = say("the number of this item does not follow that of the item before") if jumped else ""
        what = say("a number seems to begin another item within it") if holds_number(item.text) else what
        told.append(replace(item, doubt=item.doubt or what))
    return told


def _apart_item(one: NumberedText, page: int) -> Found:
    """Return an item whose number stands beside its lines; doubted where it stands beside none of them surely."""
    what = "" if one.sure else say("it is not sure which lines belong to this number")
    what = what if one.number else say("it stands before the first item with a mark")
    return found([word for line in one.lines for word in line.words], page, what)


def _first_mark(lines: Sequence[WordLine]) -> int:
    """Return the place of the first line that no item before can go on with."""
    apart = numbered_apart(lines)
    if apart:
        return 0 if apart[0].number else len(apart[0].lines)
    return next((n for n, line in enumerate(lines) if mark_of(line)), len(lines))


def _groups(lines: Sequence[WordLine], starts: Sequence[int]) -> list[tuple[Sequence[WordLine], str]]:
    """Return the lines of each item, and what is not sure of them.

    A line left of the texts of the items after a full stop begins something else, where no other line stands there.
    """
    outer = [n for start, end in pairwise([*starts, len(lines)]) for n in _outer(lines, start, end)]
    ended = all(re.search(r"[.;]$", lines[n - 1].text) for n in outer)
    left = outer if ended else []
    bounds = sorted({*([0] if starts[0] else []), *starts, *left})
    what = say("it stands left of the texts of the items: whether it is one is not sure")
    ends = [*bounds[1:], len(lines)]
    return [(lines[start:end], what if start in left else "") for start, end in zip(bounds, ends, strict=True)]


def _outer(lines: Sequence[WordLine], start: int, end: int) -> list[int]:
    """Return the first line of an item that stands left of where the item's text begins, if one does."""
    mine = lines[start].words
    edge = mine[1].area.left - 2 if len(mine) > 1 else 0.0
    return [n for n in range(start + 1, end) if lines[n].area.left < edge][:1]


def _item(lines: Sequence[WordLine], page: int, doubt: str) -> Found:
    words = [word for line in lines for word in line.words]
    whole = found(words, page, doubt)
    return Found(whole.text.removeprefix(mark_of(lines[0])), whole.spot, whole.doubt)


def _unmarked(lines: Sequence[WordLine], page: int, room: float) -> list[Found]:
    """Return lines without marks as items: a line whose first word had room in the line before begins a new one."""
    groups: list[list[WordLine]] = []
    doubts: list[str] = []
    what = say("without marks it is not sure where one item ends and the next begins")
    for line in lines:
        begins, unsure = _begins(groups[-1][-1], line, room) if groups else (True, False)
        if begins:
            groups.append([line])
            doubts.append("")
        else:
            groups[-1].append(line)
        if unsure:
            doubts[-1] = what
    if len(groups) > 1 and any(len(group) > 1 for group in groups):
        # Lines that were ended by hand within an item look the same.
        doubts = [what, *doubts[1:]]
    return [
        found([word for line in group for word in line.words], page, doubt)
        for group, doubt in zip(groups, doubts, strict=True)
    ]


def _unmarked_cell(lines: Sequence[WordLine], page: int, room: float) -> list[Found]:
    """Return the lines of a cell of the flow table without marks as items.

    Its columns are narrow: a capital at the start of a line says nothing, only a line that had room for more words
    or ends with a full stop or a semicolon may end an item.
    """
    groups: list[list[WordLine]] = []
    doubts: list[str] = []
    what = say("without marks it is not sure where one item ends and the next begins")
    for line in lines:
        begins, unsure = _begins_in_cell(groups[-1][-1], line, room) if groups else (True, False)
        if begins:
            groups.append([line])
            doubts.append(what if unsure else "")
        else:
            groups[-1].append(line)
            doubts[-1] = what if unsure else doubts[-1]
    if len(groups) > 1 and any(len(group) > 1 for group in groups):
        doubts = [what, *doubts[1:]]
    return [
        found([word for line in group for word in line.words], page, doubt)
        for group, doubt in zip(groups, doubts, strict=True)
    ]


def _begins_in_cell(before: WordLine, line: WordLine, room: float) -> tuple[bool, bool]:
    """Return whether a line of a narrow cell begins an item, and whether that is not sure."""
    if re.search(r"[.;]$", before.text) and not line.words[0].text[:1].islower():
        return True, True
    begins, unsure = _begins(before, line, room)
    return (begins, unsure) if _free(before, line, room) > _SLACK else (False, False)


def _free(before: WordLine, line: WordLine, room: float) -> float:
    """Return how much of a line would be free beside the first word of the next one, in points."""
    return room - _PADDING - before.area.width - line.words[0].area.width - 0.25 * line.area.height


def _begins(before: WordLine, line: WordLine, room: float) -> tuple[bool, bool]:
    """Return whether a line begins an item, and whether that is not sure.

    A program that wraps lines puts a word into the line that has room for it: one that had much, and stands below it
    all the same, was put there by hand. Else a capital may begin an item where other words have small letters.
    """
    free = _free(before, line, room)
    small = line.words[0].text[:1].islower() or _runs_on(before)
    if free > _PLENTY * room:
        return True, small
    fits = free > _SLACK
    if small or not _has_small(before, line):
        return False, fits
    return True, True


def _runs_on(line: WordLine) -> bool:
    """Return whether a line can not be the end of an item: it ends with a comma, or a word that goes on."""
    last = line.words[-1].text
    return last.endswith((",", "-", "/", "&", "(")) or last.casefold() in _GO_ON


def _has_small(*lines: WordLine) -> bool:
    """Return whether words within the lines begin with a small letter: then capitals say that something begins."""
    inner = [word.text for line in lines for word in line.words[1:]]
    return lines[-1].words[0].text[:1].isupper() and any(
        one[:1].islower() and len(one) > 3 and one not in _GO_ON for one in inner
    )
