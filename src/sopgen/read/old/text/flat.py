"""A flow table that was copied without its columns, a cell a line: its steps by their numbers, the rest left over."""

import re
from collections.abc import Sequence
from typing import Final

from sopgen.messages import say
from sopgen.read.old.found import Found, FoundActivity, FoundStep
from sopgen.read.old.front.lines import Line
from sopgen.read.old.labels import column, duration

# Lines with words in which two heads of the first row stand.
HEADS_WITHIN: Final = 12
FIRST_ROW: Final = frozenset({"nomor", "kegiatan", "pelaksana", "mutu_baku"})
OTHERS: Final = frozenset({"mutu_baku", "kelengkapan", "waktu", "keluaran"})
_NUMBER: Final = re.compile(r"(\d{1,3})\.?")
# A number may be left out (1, 2, 4), more than this is another one.
_GAP: Final = 2


def flat_table(lines: Sequence[Line]) -> int | None:
    """Return the place of the first head of a table whose heads stand in a line each; None where there is none."""
    filled = [(n, _head(line)) for n, line in enumerate(lines) if line.text]
    for at, (n, key) in enumerate(filled):
        near = {one for _, one in filled[at : at + HEADS_WITHIN]} & FIRST_ROW
        behind = {one for _, one in filled[at:]}
        if key in FIRST_ROW and len(near) > 1 and len(behind & OTHERS) > 1:
            return n
    return None


def _head(line: Line) -> str:
    alone = len([cell for cell in line.cells if cell]) == 1
    known = column(line.text) if alone and len(line.text.split()) <= 3 else None
    return known.key if known and known.sure else ""


def spaced_table(lines: Sequence[Line]) -> int | None:
    """Return the place of the first line of heads that blanks keep apart; None where there is none."""
    for n, line in enumerate(lines):
        known = [column(cell) for cell in line.cells] if line.spaced else []
        keys = {one.key for one in known if one and one.sure}
        if len(keys & (FIRST_ROW | OTHERS | {"keterangan"})) > 1:
            return n
    return None


def flat_steps(lines: Sequence[Line], title: Found) -> tuple[tuple[FoundActivity, ...], tuple[Found, ...]]:
    """Return the activity of such a table, where its numbers tell steps, and all other lines."""
    steps: list[FoundStep] = []
    rest: list[Found] = []
    wanted, place = 1, 0
    while place < len(lines):
        number = _NUMBER.fullmatch(lines[place].text)
        words, end = _words(lines, place + 1) if number and 0 <= int(number[1]) - wanted < _GAP else ("", place)
        if number and words:
            steps.append(FoundStep(lines[place + 1 if lines[place + 1].text else place].found(words)))
            wanted, place = int(number[1]) + 1, end
            continue
        if lines[place].text:
            rest.append(lines[place].found(lines[place].text))
        place += 1
    if len(steps) < 2:
        return (), tuple(line.found(line.text) for line in lines if line.text)
    doubt = say("the table was copied without its columns: only the words of the steps were read, by their numbers")
    return (FoundActivity(title, (), tuple(steps), doubt=doubt),), tuple(rest)


def _words(lines: Sequence[Line], place: int) -> tuple[str, int]:
    """Return the paragraph that begins at a place, if it is words of a step, and the place behind it."""
    while place < len(lines) and not lines[place].text:
        place += 1
    end = place
    while end < len(lines) and lines[end].text and not _NUMBER.fullmatch(lines[end].text):
        end += 1
    text = " ".join(line.text for line in lines[place:end])
    is_step = len(text.split()) > 1 and text[:1].isupper() and duration(text) is None
    return (text, end) if is_step else ("", place)
