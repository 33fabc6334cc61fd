"""Two documents block by block as one, with every change between them tracked.

Accepting all changes gives the new document, rejecting them the old one. What Word can not track is never changed in
place: a table of other columns, a drawing are deleted, and the new one is inserted. A row whose changes need more
room than its exact height, and one of another height, is from then on at least as high as it was to be exactly.
"""

import copy
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from docx.oxml.ns import qn
from lxml import etree

from sopgen.compare.likeness import align, likeness
from sopgen.finish.redline.paragraphs import note_properties, paragraph, shell, untracked
from sopgen.finish.redline.room import HEIGHT, fits, let_grow, same_room
from sopgen.finish.redline.tokens import Canon, Sides, between, come, gone, tokens
from sopgen.finish.redline.track import (
    Way,
    child,
    first,
    mark_paragraph,
    mark_properties,
    mark_row,
    new,
)

P, TBL, TR, TC, TC_PR = (qn(f"w:{name}") for name in ("p", "tbl", "tr", "tc", "tcPr"))
TABLE_PROPERTIES: Final = (qn("w:tblPr"), qn("w:tblGrid"))
EXACT: Final = f"{qn('w:trPr')}/{qn('w:trHeight')}[@{qn('w:hRule')}='exact']"
Blocks = Sequence[etree._Element]
Score = Callable[[etree._Element, etree._Element], float]


@dataclass(frozen=True)
class AlignedBlock:
    """A block of the old document, one of the new, or (both) one that stayed and may have changed inside."""

    old: etree._Element | None
    new: etree._Element | None

    @property
    def stays(self) -> bool:
        """Tell a block that both documents have."""
        return self.old is not None and self.new is not None

    @property
    def block(self) -> etree._Element:
        """The block, the new one where there are two."""
        found = self.new if self.new is not None else self.old
        assert found is not None
        return found


def merge(old: Blocks, now: Blocks, sides: Sides, *, closed: bool) -> list[etree._Element]:
    """Return the blocks of both as one list; in a `closed` container (a cell, the body) the last paragraph stays."""
    entries = _entries(old, now, sides, _block_score)
    closed = closed and [one[-1].tag for one in (old, now) if one] == [P, P]
    last = max((n for n, entry in enumerate(entries) if entry.stays), default=0) if closed else len(entries)
    made = [block for entry in entries[:last] for block in _blocks(entry, sides)]
    return _parted(made + _ending(entries[last:], sides), sides)


def _entries(old: Blocks, now: Blocks, sides: Sides, score: Score) -> list[AlignedBlock]:
    keys = {id(one): sides.old(one) for one in old} | {id(one): sides.new(one) for one in now}
    pairs = align(old, now, lambda one: keys[id(one)], score)
    return [AlignedBlock(None if i is None else old[i], None if j is None else now[j]) for i, j in pairs]


def _ending(entries: list[AlignedBlock], sides: Sides) -> list[etree._Element]:
    """Return the end of a closed container: the last block that stayed, and what went or came after it.

    The mark of the last paragraph can neither go nor come. So where paragraphs came after the last one, its mark is
    the one that came, as if Enter had been typed there; and so, the other way round, where paragraphs went.
    """
    if not entries or (len(entries) == 1 and entries[0].stays):
        return [block for entry in entries for block in _blocks(entry, sides)]
    went = [entry.old for entry in entries if entry.new is None and entry.old is not None]
    came = [entry.new for entry in entries if entry.old is None and entry.new is not None]
    if went and came:
        rest = [entry for entry in entries if entry.block is not went[-1] and entry.block is not came[-1]]
        pair = AlignedBlock(went[-1], came[-1])
        return [block for entry in [*rest, pair] for block in _blocks(entry, sides)]
    return _typed(entries, came, sides) if came else _joined(entries, went, sides)


def _typed(entries: list[AlignedBlock], came: Blocks, sides: Sides) -> list[etree._Element]:
    stayed = entries[0]
    old, now, end = stayed.old, stayed.new, came[-1]
    assert old is not None
    assert now is not None
    inside = [block for entry in entries[1:-1] for block in _blocks(entry, sides)]
    if {block.tag for block in (now, *came)} != {P}:
        return [*_blocks(AlignedBlock(None, now), sides), *inside, paragraph(old, end, sides)]
    before = shell(now)
    before.extend(between(tokens(old, sides.old), tokens(now, sides.new), sides))
    mark_paragraph(before, ("ins",), sides.by)
    after = shell(end)
    after.extend(come(tokens(end, sides.new), sides))
    note_properties(after, old, sides)
    return [before, *inside, after]


def _joined(entries: list[AlignedBlock], went: Blocks, sides: Sides) -> list[etree._Element]:
    stayed = entries[0]
    old, now, end = stayed.old, stayed.new, went[-1]
    assert old is not None
    assert now is not None
    inside = [block for entry in entries[1:-1] for block in _blocks(entry, sides)]
    if {block.tag for block in (old, *went)} != {P}:
        return [*_blocks(AlignedBlock(old, None), sides), *inside, paragraph(end, now, sides)]
    before = shell(old)
    before.extend(between(tokens(old, sides.old), tokens(now, sides.new), sides))
    mark_paragraph(before, ("del",), sides.by)
    after = shell(now)
    after.extend(gone(tokens(end, sides.old), sides))
    note_properties(after, end, sides)
    return [before, *inside, after]


def _block_score(old: etree._Element, now: etree._Element) -> float:
    """Tables of a place belong together; paragraphs do where they are alike."""
    if old.tag != now.tag or old.tag not in {P, TBL}:
        return 0.0
    alike = likeness(text_of(old), text_of(now))
    return (1 + alike) / 2 if old.tag == TBL else alike


def text_of(block: etree._Element) -> str:
    """Return the words of a block, a blank between paragraphs."""
    paragraphs = ("".join(t.text or "" for t in p.iter(qn("w:t"))) for p in block.iter(P))
    return " ".join(paragraphs)


def _blocks(entry: AlignedBlock, sides: Sides) -> list[etree._Element]:
    if entry.old is not None and entry.new is not None:
        return _stayed(entry.old, entry.new, sides)
    way: Way = "del" if entry.new is None else "ins"
    return [_whole(entry.block, way, sides)]


def _stayed(old: etree._Element, now: etree._Element, sides: Sides) -> list[etree._Element]:
    if sides.old(old) == sides.new(now):
        return [copy.deepcopy(now)]
    if now.tag == P:
        return [paragraph(old, now, sides)]
    if now.tag == TBL:
        return _tables(old, now, sides)
    raise untracked(now)


def _parted(blocks: list[etree._Element], sides: Sides) -> list[etree._Element]:
    """See to what stands before a table.

    Tables that touch, which Word would make one, are parted by a paragraph that goes whatever is decided. A paragraph
    that goes before a table is left there empty by LibreOffice: it must then begin no page.
    """
    made: list[etree._Element] = []
    for block in blocks:
        before = made[-1] if made else None
        if before is not None and block.tag == TBL:
            if before.tag == TBL:
                made.append(_parting(sides))
            elif before.tag == P:
                _begin_no_page(before, sides)
        made.append(block)
    return made


def _parting(sides: Sides) -> etree._Element:
    paragraph_ = new("p")
    spacing = new("spacing")
    for key, value in (("before", "0"), ("after", "0"), ("line", "20"), ("lineRule", "exact")):
        spacing.set(qn(f"w:{key}"), value)
    first(paragraph_, "pPr").append(spacing)
    mark_paragraph(paragraph_, ("ins", "del"), sides.by)
    return paragraph_


def _begin_no_page(block: etree._Element, sides: Sides) -> None:
    """Have a paragraph that goes begin no page, as if that had changed first."""
    properties = first(block, "pPr")
    page = child(properties, "pageBreakBefore")
    goes = properties.find(f"{qn('w:rPr')}/{qn('w:del')}") is not None
    if page is not None and goes and child(properties, "pPrChange") is None:
        before = copy.deepcopy(properties)
        properties.remove(page)
        mark_properties(properties, before, sides.by)


def _whole(block: etree._Element, way: Way, sides: Sides) -> etree._Element:
    """Return a block that went or came as a whole."""
    if block.tag == P:
        made = shell(block)
        made.extend(gone(tokens(block, sides.old), sides) if way == "del" else come(tokens(block, sides.new), sides))
        mark_paragraph(made, (way,), sides.by)
        return made
    if block.tag != TBL:
        raise untracked(block)
    table = _table_shell(block)
    table.extend(_whole_row(row, way, sides) for row in block.iterchildren(TR))
    return table


def _table_shell(table: etree._Element) -> etree._Element:
    made = new("tbl")
    made.extend(copy.deepcopy(one) for one in table if one.tag in TABLE_PROPERTIES)
    return made


def _whole_row(row: etree._Element, way: Way, sides: Sides) -> etree._Element:
    made = copy.deepcopy(row)
    mark_row(made, way, sides.by)
    for cell, source in zip(made.iterchildren(TC), row.iterchildren(TC), strict=True):
        _fill(cell, [_whole(block, way, sides) for block in source if block.tag != TC_PR])
    return made


def _fill(cell: etree._Element, blocks: Blocks) -> None:
    for block in [block for block in cell if block.tag != TC_PR]:
        cell.remove(block)
    cell.extend(blocks)


def _tables(old: etree._Element, now: etree._Element, sides: Sides) -> list[etree._Element]:
    """Return a table of both documents; of other columns, the old one as deleted and the new one as inserted."""
    if _looks(old, sides.old, TABLE_PROPERTIES) != _looks(now, sides.new, TABLE_PROPERTIES):
        return [_whole(old, "del", sides), _whole(now, "ins", sides)]
    table = _table_shell(now)

    def score(left: etree._Element, right: etree._Element) -> float:
        return _row_score(left, right, sides)

    for entry in _entries(list(old.iterchildren(TR)), list(now.iterchildren(TR)), sides, score):
        table.extend(_rows(entry, sides))
    return [table]


def _rows(entry: AlignedBlock, sides: Sides) -> list[etree._Element]:
    old, now = entry.old, entry.new
    if old is not None and now is not None:
        if sides.old(old) == sides.new(now):
            return [copy.deepcopy(now)]
        return [_row(old, now, sides)]
    went = [_whole_row(old, "del", sides)] if old is not None else []
    return went + ([_whole_row(now, "ins", sides)] if now is not None else [])


def _row(old: etree._Element, now: etree._Element, sides: Sides) -> etree._Element:
    made = copy.deepcopy(now)
    for cell, before, after in zip(*(row.iterchildren(TC) for row in (made, old, now)), strict=True):
        left, right = ([block for block in one if block.tag != TC_PR] for one in (before, after))
        _fill(cell, merge(left, right, sides, closed=True))
    if not (same_room(old, now, sides) and fits(made, sides.size_pt)):
        let_grow(made, old, sides)
    return made


def _row_score(old: etree._Element, now: etree._Element, sides: Sides) -> float:
    """Return how alike two rows are that can change inside; 0 for those that can only go and come.

    Rows that grow with their words are those of a form: they belong together in their order.
    """
    if _row_looks(old, sides.old) != _row_looks(now, sides.new):
        return 0.0
    alike = likeness(text_of(old), text_of(now))
    return alike if old.find(EXACT) is not None else (1 + alike) / 2


def _row_looks(row: etree._Element, canon: Canon) -> list[str]:
    """Return all of a row but its words, its drawings and how high it is: properties and cells."""
    cells = [look for cell in row.iterchildren(TC) for look in _looks(cell, canon, (TC_PR,))]
    bare = etree.Element(TR)
    bare.extend(copy.deepcopy(one) for one in row if one.tag in (qn("w:trPr"), qn("w:tblPrEx")))
    for height in bare.findall(HEIGHT):
        height.clear()
    return [*(canon(one) for one in bare), f"{len(cells)}", *cells]


def _looks(element: etree._Element, canon: Canon, tags: Sequence[str]) -> list[str]:
    return [canon(one) for one in element if one.tag in tags]
