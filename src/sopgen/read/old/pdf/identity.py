"""The identity part of an old PDF: rows of a label and a value, who approves, and whose office it is."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sopgen.messages import say
from sopgen.read.old.areas import Area, around
from sopgen.read.old.found import Found
from sopgen.read.old.labels import Known, identity
from sopgen.read.old.pdf.page.cells import FilledCell, Taken, at, words_in
from sopgen.read.old.pdf.page.opened import OldPage
from sopgen.read.old.pdf.page.words import Word, WordLine, blocks, found, lines_of, text_of

_NUMBER = re.compile(r"(.*?)\s*\b(?:NIP|NRP)\b\.?\s*:?\s*([\d .]{8,})", re.IGNORECASE)
# What begins the name of a unit under the letterhead of its office.
_UNIT = re.compile(r"(?:TIM|BAGIAN|SUB|SEKSI|BIDANG|BIRO|UNIT|INSTALASI|URUSAN|SAT\w*)\b", re.IGNORECASE)
# The official form has six rows; a head of fewer than this is of another form.
_FEWEST = 4


@dataclass(frozen=True, slots=True)
class IdentityLine:
    """A row of the identity part: what it is, its label, its value and the cell of each."""

    known: Known
    label: tuple[Word, ...]
    value: tuple[Word, ...]
    area: Area
    room: Area


def rows_of(page: OldPage, cells: Sequence[FilledCell]) -> list[IdentityLine]:
    """Return the rows of the identity part on a page, from the top; each key once."""
    every = [row for cell in cells if cell.ruled for row in _rows(page, cell)]
    first: dict[str, IdentityLine] = {}
    for row in every:
        known = first.get(row.known.key)
        if known is None or (not known.value and row.value) or (row.known.sure and not known.known.sure):
            first[row.known.key] = row
    return sorted(first.values(), key=lambda one: one.area.top)


def _rows(page: OldPage, cell: FilledCell) -> list[IdentityLine]:
    one = _row(page, cell)
    return _lines(cell) or ([one] if one else [])


def _row(page: OldPage, cell: FilledCell) -> IdentityLine | None:
    return _beside_colon(cell) or _beside_cell(page, cell) or _below_label(cell)


def _lines(cell: FilledCell) -> list[IdentityLine]:
    """Return the rows of a cell that holds several, line by line; what has no label goes on with the row above."""
    told: list[tuple[Known, list[Word], list[Word]]] = []
    for line in lines_of(cell.words):
        parts = _label_of(line)
        if parts:
            told.append(parts)
        elif told and line.area.left >= min((one.area.left for one in told[-1][2]), default=line.area.left) - 8:
            told[-1][2].extend(line.words)
        elif len(told) > 1:
            break
        else:
            return []
    if len(told) < 2:
        return []
    return [
        IdentityLine(known, tuple(label), tuple(value), around(one.area for one in [*label, *value]), cell.area)
        for known, label, value in told
    ]


def _label_of(line: WordLine) -> tuple[Known, list[Word], list[Word]] | None:
    """Return label and value of a line that has a label before a colon."""
    for n, word in enumerate(line.words[:5]):
        if word.text.endswith(":") or word.text.startswith(":"):
            label = [one for one in line.words[: n + 1] if not one.text.startswith(":")]
            known = identity(text_of(label)) if label else None
            rest = [one for one in line.words[n:] if one not in label and one.text != ":"]
            return (known, label, rest) if known else None
    return None


def _beside_colon(cell: FilledCell) -> IdentityLine | None:
    """Return the row of a cell that holds label, colon and value."""
    for colon in sorted((one for one in cell.words if one.text.endswith(":")), key=lambda one: one.area.left)[:2]:
        label = tuple(one for one in cell.words if one.area.right <= colon.area.right + 0.5 and one.text != ":")
        value = tuple(one for one in cell.words if one.area.left >= colon.area.right - 0.5)
        known = identity(text_of(label)) if label else None
        if known and len(label) + len(value) + (colon.text == ":") >= len(cell.words):
            room = Area(colon.area.right, cell.area.top, cell.area.right, cell.area.bottom)
            return IdentityLine(known, label, value, cell.area, room)
    return None


def _beside_cell(page: OldPage, cell: FilledCell) -> IdentityLine | None:
    """Return the row of a cell that is a label alone: its value is in the cell at its right."""
    known = identity(cell.text)
    if known is None:
        return None
    room = cell.area
    for _ in range(2):
        room = page.rules.cell(room.right + 3, cell.area.middle[1])
        words = tuple(words_in(page, room))
        if text_of(words) != ":":
            break
    else:
        return None
    if not page.rules.is_cell(room) or (words and identity(text_of(words))):
        return None
    return IdentityLine(known, cell.words, tuple(one for one in words if one.text != ":"), cell.area, room)


def _below_label(cell: FilledCell) -> IdentityLine | None:
    """Return the row of a cell whose first line is a label and whose others are its value."""
    lines = lines_of(cell.words)
    known = identity(lines[0].text) if len(lines) in (2, 3) else None
    if known is None or not known.sure:
        return None
    value = tuple(word for line in lines[1:] for word in line.words)
    return IdentityLine(known, lines[0].words, value, cell.area, cell.area)


def texts_of(
    page: OldPage, cells: Sequence[FilledCell], rows: Sequence[IdentityLine], taken: Taken
) -> dict[str, Found]:
    """Return the labels and values of the rows by their spec paths, and who approves."""
    texts: dict[str, Found] = {}
    for row in rows:
        place = f"identitas.{row.known.key}"
        unsure = "" if row.known.sure else say("the label is only like one that is known")
        texts[f"{place}.judul"] = _clean(found(row.label, page.number, unsure))
        taken.take(page.number, [*row.label, *_colons(row, cells)])
        if row.known.key == "disahkan_oleh":
            texts |= dict(_approval(page, cells, row, taken))
        elif row.value:
            number, value = _without_number(row.value)
            texts[f"{place}.nilai"] = _clean(found(value, page.number))
            taken.take(page.number, row.value)
            if number:
                unsure = say("it stands in another row than the name")
                texts["identitas.pengesah.nrp"] = Found(
                    _digits(number.text), found(number.words, page.number).spot, unsure
                )
    return texts


def _without_number(words: Sequence[Word]) -> tuple[WordLine | None, list[Word]]:
    """Return the number of who approves (NIP), where it slipped into the row below the name, and the other words."""
    lines = lines_of(words)
    if len(lines) < 2 or not _NUMBER.fullmatch(lines[0].text):
        return None, list(words)
    return lines[0], [word for line in lines[1:] for word in line.words]


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def _clean(text: Found) -> Found:
    return Found(text.text.strip(" :"), text.spot, text.doubt)


def _colons(row: IdentityLine, cells: Sequence[FilledCell]) -> Iterator[Word]:
    """Return the colon between label and value, wherever it stands."""
    for cell in cells:
        if cell.area.overlap(around([row.area, row.room])) > 0:
            yield from (word for word in cell.words if word.text == ":")


def _approval(
    page: OldPage, cells: Sequence[FilledCell], row: IdentityLine, taken: Taken
) -> Iterator[tuple[str, Found]]:
    """Return the post of who approves, the name, rank and number: below a free space, or in the cell below."""
    groups = blocks(lines_of(row.value))
    if len(groups) == 1:
        groups = _parted(groups[0])
    lines = [line for group in groups[1:] for line in group]
    below = at(cells, *page.rules.cell(row.area.middle[0], row.area.bottom + 2).middle) if len(groups) <= 1 else None
    below = below or _below(cells, row, groups)
    if below is not None and identity(below.text) is None and _row(page, below) is None:
        lines += lines_of(below.words)
    if groups:
        post = [word for line in groups[0] for word in line.words]
        yield "identitas.disahkan_oleh.nilai", _clean(found(post, page.number))
        taken.take(page.number, post)
    yield from _approver(lines, page.number)
    taken.take(page.number, [word for line in lines for word in line.words])


def _parted(lines: list[WordLine]) -> list[list[WordLine]]:
    """Return post and person apart where only the words tell them: a number (NIP, NRP) stands under a name."""
    number = next((n for n, line in enumerate(lines) if _NUMBER.match(line.text)), None)
    if number is None or number < 2:
        return [lines] if lines else []
    return [lines[: number - 1], lines[number - 1 :]]


def _below(cells: Sequence[FilledCell], row: IdentityLine, groups: Sequence[object]) -> FilledCell | None:
    """Return the cell under the row, as wide as it is: the person stands there where the row has the post alone."""
    if len(groups) > 1:
        return None
    under = (
        one
        for one in cells
        if abs(one.area.top - row.area.bottom) < 3
        and one.area.left >= row.area.left - 3
        and one.area.right <= row.room.right + 3
    )
    return next(under, None)


def _approver(lines: Sequence[WordLine], page: int) -> Iterator[tuple[str, Found]]:
    if not lines:
        return
    name = found(lines[0].words, page)
    yield "identitas.pengesah.nama", name
    if len(lines) == 1:
        return
    words = [word for line in lines[1:] for word in line.words]
    rest = found(words, page)
    number = _NUMBER.fullmatch(rest.text)
    if number:
        if number[1].strip():
            yield "identitas.pengesah.pangkat", Found(number[1].strip(), rest.spot)
        yield "identitas.pengesah.nrp", Found(_digits(number[2]), rest.spot)
    else:
        yield "identitas.pengesah.pangkat", Found(rest.text, rest.spot, say("rank and number can not be told apart"))


def office_of(
    page: OldPage, cells: Sequence[FilledCell], rows: Sequence[IdentityLine], taken: Taken
) -> dict[str, list[Found]]:
    """Return the lines of the letterhead ("kop"), the unit and its short name, beside the identity part."""
    area = around(row.area for row in rows)
    beside = [
        one
        for one in cells
        if one.area.right <= area.left + 3 and one.area.top < area.bottom - 3 and one.area.bottom > area.top + 3
    ]
    words = [word for cell in beside if cell.ruled for word in cell.words]
    groups = blocks(lines_of(words), gap=0.9)
    doubt = say("the head has another form: what these lines are is not sure") if len(rows) < _FEWEST else ""
    if len(groups) == 1 and len(groups[0]) > 1:
        groups = [groups[0][:-1], groups[0][-1:]]
        doubt = (
            doubt
            if _UNIT.match(groups[1][0].text)
            else doubt or say("where the letterhead ends and the unit begins is not sure")
        )
    told = dict(_office(groups, page.number, doubt))
    taken.take(page.number, [word for group in groups[:3] for line in group for word in line.words])
    return told


def _office(groups: Sequence[Sequence[WordLine]], page: int, doubt: str) -> Iterator[tuple[str, list[Found]]]:
    """Yield the letterhead, unit and short name; further groups of lines find no place."""
    if groups:
        yield "kop", [found(line.words, page, doubt) for line in groups[0]]
    for key, group in zip(("identitas.satuan_kerja", "identitas.nama_singkat"), groups[1:], strict=False):
        yield key, [found([word for line in group for word in line.words], page, doubt)]
