"""The identity part, as lines: its labelled rows, who approves, and what of the head stands beside them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from sopgen.messages import say
from sopgen.read.old.found import Found
from sopgen.read.old.front.dealt import OFFICIAL, IdentityLabel, deal_out
from sopgen.read.old.front.lines import Line
from sopgen.read.old.front.official import approver, doubt_name
from sopgen.read.old.labels import Labelled, folded, identity, labelled

# Numbers of a list's items that were copied apart from them.
_COUNTED: Final = re.compile(r"\(?\d{1,2}[.,)]")
LONGEST_LABEL: Final = 40
# A column of blanks may begin so many letters further left.
SLACK: Final = 3
# Lines that a post or a name has at most for certain.
MOST_LINES: Final = 2
# What goes on over several lines; of all others the next line is something else.
GOES_ON: Final = ("disahkan_oleh", "nama_sop")


@dataclass(frozen=True)
class IdentityPart:
    """What the identity part says, by spec path; `beside` stood left of the labels, `unplaced` belongs to none."""

    texts: dict[str, Found]
    beside: tuple[Found, ...]
    unplaced: tuple[Found, ...]


def first_label(lines: Sequence[Line]) -> int | None:
    """Return the place of the first line with a label of the identity part."""
    return next((n for n, line in enumerate(lines) if any(_labels(line)) and _is_row(line)), None)


def _labels(line: Line) -> Iterator[Labelled]:
    for cell in line.cells:
        for one in cell.split("\n"):
            if found := _label(one):
                yield found


def _is_row(line: Line) -> bool:
    """Tell a row of the identity part from a heading of one word, as "Pengesahan"."""
    return any(len(folded(one.label).split()) > 1 or one.value for one in _labels(line))


def _label(text: str) -> Labelled | None:
    """Return the label that a text begins with: with a colon, alone, or with its value right behind it."""
    if found := labelled(text):
        return found
    if len(text) <= LONGEST_LABEL and (known := identity(text)) and known.sure:
        return Labelled(known, text.strip(), "")
    words = text.split()
    for count in (3, 2):
        known = identity(" ".join(words[:count])) if len(words) > count else None
        if known and known.sure and ":" not in text:
            return Labelled(known, " ".join(words[:count]), " ".join(words[count:]))
    return None


def identity_part(lines: Sequence[Line]) -> IdentityPart:
    """Return what the lines from the first label on say."""
    rows: list[IdentityLabel] = []
    beside: list[Found] = []
    blank, column = False, 0
    for line in lines:
        for start, cell in line.placed():
            if start < column - SLACK and not _label(cell):  # left of all labels: the head beside them
                beside.append(line.found(cell))
                continue
            column = start if line.spaced and _label(cell) else column
            for text in cell.split("\n"):
                _take(line, text, rows, beside, blank)
        blank = not line.text
    if any(line.spaced for line in lines):
        doubt_name(rows)
    texts = approver(rows, beside)
    deal_out(rows)
    unplaced: list[Found] = []
    for row in rows:
        unplaced += _settle(row, texts)
    return IdentityPart(texts, tuple(beside), tuple(unplaced))


def _take(line: Line, text: str, rows: list[IdentityLabel], beside: list[Found], blank: bool) -> None:
    """Put a text where it belongs: a label, the value of the last one, more of it, or what stands at its left."""
    text = text.strip()
    if not text or text == ":" or _COUNTED.fullmatch(text):
        return
    last = rows[-1] if rows else None
    if found := _label(text):
        doubt = "" if found.known.sure else say('"{text}" may mean another name', text=found.label)
        rows.append(
            IdentityLabel(found.known.key, line.found(found.label, doubt), line.found(found.value), ":" in text)
        )
    elif last and not last.behind and (text.startswith(":") or not last.closed or _same(line, last)):
        last.value = line.found(text.removeprefix(":"))
    elif last is None or (_is_left(line, text) and not _same(line, last)):
        beside.append(line.found(text))
    else:
        pool = last.apart if last.apart or (blank and last.behind) else last.after
        pool.append(line.found(text.removeprefix(":")))


def _same(line: Line, row: IdentityLabel) -> bool:
    return line.spot == row.label.spot


def _is_left(line: Line, text: str) -> bool:
    """Tell a text of the first of several cells whose others hold a label."""
    return len(line.cells) > 1 and line.cells[0].strip() == text and any(_labels(line))


def _settle(row: IdentityLabel, texts: dict[str, Found]) -> Iterator[Found]:
    """Put a row into the texts and yield what behind it belongs to none."""
    path = f"identitas.{row.key}"
    if f"{path}.judul" in texts:
        yield from (one for one in (row.label, *row.behind) if one.text)
        return
    value, apart = row.value, [one for one in row.apart if one.text.strip(" ()._-")]
    if row.key in GOES_ON:
        parts = [one for one in (value, *row.after) if one.text.strip(" ()._-")]
        more = apart and not value.doubt
        doubt = say("more lines stand behind it: {text}", text=apart[0].text) if more else ""
        if len(parts) > MOST_LINES and not doubt:
            doubt = say("{count} lines are put together", count=len(parts))
        spot = parts[0].spot if parts else value.spot
        value = Found(" ".join(one.text for one in parts), spot, value.doubt or doubt)
    else:
        yield from row.after
    value = replace(value, doubt=value.doubt or _odd(row.key, value.text))
    yield from apart
    texts[f"{path}.judul"] = row.label
    texts[f"{path}.nilai"] = value


def _odd(key: str, text: str) -> str:
    """Return the doubt of a value that is not as such values are: a number without a digit, no post."""
    if key == "nomor_sop" and text and not re.search(r"\d", text):
        return say('"{text}" has no digit, as numbers have', text=text)
    if key == "disahkan_oleh" and text and not OFFICIAL.match(text):
        return say('"{text}" may not be the post of who approves', text=text)
    return ""
