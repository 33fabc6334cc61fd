"""The paragraphs of a prose SOP in their order: numbered, indented, broken into lines."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from sopgen.model.chapters import DEEPEST, SEE, Chapter, ChapterItem, NumberRun, ProseSop
from sopgen.model.look.prose import ProseLook
from sopgen.plan.chapters.contents import ParagraphKind, ProseParagraph
from sopgen.plan.chapters.lines import prose_lines
from sopgen.plan.chapters.numbers import cited, item_number
from sopgen.plan.chapters.tables import BrokenTable, broken_table
from sopgen.plan.columns import BOLD
from sopgen.plan.letter.wording import clean, ended
from sopgen.plan.measure import text_width

# The least room between a number and its text (mm).
BESIDE_NUMBER: Final = 1.5
Places = tuple[int, ...]


@dataclass(frozen=True)
class BrokenParagraph:
    """A paragraph and its lines."""

    paragraph: ProseParagraph
    lines: tuple[str, ...]


@dataclass(frozen=True)
class _Numbered:
    """An item with its place in the numbering: that of its chapter, and of each item down to it; `shown` or not.

    `heads` is how many of those above it have a head: no level is left out in the outline of the heads.
    """

    item: ChapterItem
    places: Places
    heads: int = 0
    shown: bool = True

    @property
    def level(self) -> int:
        return min(len(self.places) - 1, DEEPEST)

    @property
    def number(self) -> str:
        return item_number(self.level, self.places[-1]) if self.shown else ""


def paragraphs(sop: ProseSop, look: ProseLook, width: float) -> tuple[BrokenParagraph | BrokenTable, ...]:
    """Return all paragraphs, in lines of at most `width` less their indents (mm), and tables."""
    items = tuple(_numbered(sop))
    columns = _columns(items, look)
    named = references(sop)
    found: list[BrokenParagraph | BrokenTable] = []
    for item in items:
        found += [_broken(_resolved(one, named), look, width) for one in _of_item(item, columns, look)]
        if item.item.tabel:
            indent = sum(columns[: item.level]) + (columns[item.level] if item.shown else 0.0)
            found.append(broken_table(item.item.tabel, item.level, indent, look, width))
    return tuple(found)


def references(sop: ProseSop) -> Mapping[str, str]:
    """Return how each item with an id is cited."""
    chapter = sop.penomoran is NumberRun.ANEW
    found = {one.item.id: cited(one.places, chapter=chapter) for one in _numbered(sop) if one.item.id}
    return {key: value for key, value in found.items() if key}


def _numbered(sop: ProseSop) -> Iterator[_Numbered]:
    """Yield chapters and items in the order of the document; a chapter is its head as an item."""
    before = 0
    for n, chapter in enumerate(sop.bab, 1):
        yield _Numbered(_head(chapter), (n,))
        for one in _inside(sop, chapter.isi, (n,), heads=1, before=before):
            yield one
            if one.level == 1 and one.shown and sop.penomoran is NumberRun.ON:
                before = one.places[-1]


def _head(chapter: Chapter) -> ChapterItem:
    return ChapterItem.default(
        id=chapter.id, judul=chapter.judul, teks=chapter.teks, tabel=None, daftar=None, tanpa_nomor=False, isi=()
    )


def _inside(
    sop: ProseSop, items: Sequence[ChapterItem | str], above: Places, *, heads: int, before: int = 0
) -> Iterator[_Numbered]:
    place = before
    for item in map(ChapterItem.of, items):
        place += not item.tanpa_nomor
        here = (*above, place)
        yield _Numbered(item, here, heads, shown=not item.tanpa_nomor)
        yield from _inside(sop, (*_listed(sop, item), *item.isi), here, heads=heads + bool(item.judul))


def _listed(sop: ProseSop, item: ChapterItem) -> tuple[str, ...]:
    """Return the entries of the list that an item prints."""
    entries = getattr(sop, item.daftar).isi if item.daftar else ()
    return ended([clean(one) for one in entries]) if entries else ()


def _columns(items: Sequence[_Numbered], look: ProseLook) -> tuple[float, ...]:
    """Return the width of each level's column of numbers: that of the look, or of the widest number."""
    needed = list(look.kolom_nomor)
    for one in items:
        bold = BOLD if one.level == 0 or one.item.judul else 1.0
        wide = round(text_width(one.number, look.isi.ukuran) * bold + BESIDE_NUMBER, 2) if one.number else 0.0
        needed[one.level] = max(needed[one.level], wide)
    return tuple(needed)


def _of_item(one: _Numbered, columns: Sequence[float], look: ProseLook) -> Iterator[ProseParagraph]:
    """Yield the head and the paragraphs of an item; the first of them has its number."""
    item, gaps = one.item, look.jarak
    head = ParagraphKind.CHAPTER if one.level == 0 else ParagraphKind.HEAD
    texts = [text for text in (item.teks or "").split("\n") if text.strip()]
    said = [(head, item.judul, gaps.bab if one.level == 0 else gaps.judul)] if item.judul else []
    said += [(ParagraphKind.ITEM, text, gaps.butir) for text in texts]
    indent, hanging = sum(columns[: one.level]), columns[one.level] if one.shown else 0.0
    for n, (kind, text, gap) in enumerate(said):
        numbered = n == 0 and one.number
        if not numbered and not kind.is_head:
            kind, gap = ParagraphKind.TEXT, gaps.paragraf
        column = hanging if numbered else 0.0
        left = indent if numbered or n == 0 else indent + hanging
        number = one.number if numbered else ""
        yield ProseParagraph(kind, one.level, one.heads + 1, number, text, left, column, gap)


def _resolved(one: ProseParagraph, named: Mapping[str, str]) -> ProseParagraph:
    """Return a paragraph whose references are the numbers of what they name; an id that is not known stays."""
    return replace(one, text=SEE.sub(lambda found: named.get(found[1], found[0]), one.text))


def _broken(one: ProseParagraph, look: ProseLook, width: float) -> BrokenParagraph:
    room = width - one.indent - one.hanging
    lines = prose_lines(one.text, room / BOLD if one.kind.is_head else room, look.isi.ukuran)
    return BrokenParagraph(one, lines)
