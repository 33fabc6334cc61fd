"""The widths of the flow table's columns (millimetres) and the type size of its texts.

Where many lanes need room, the type gets smaller first, then the columns of text get narrower.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import inf
from typing import Final

from sopgen.errors import Refusal
from sopgen.model.flow import FurtherColumn
from sopgen.model.look.sop import FlowColumns, SopLook
from sopgen.model.sop import Sop, SymbolText, TableHeads
from sopgen.plan.flow.one_sheet import SHORT_TEXT
from sopgen.plan.flow.symbols.placing import USUAL_LANE
from sopgen.plan.lanes import own_widths, sharing, wide_lanes
from sopgen.plan.measure import line_height, softened, unbroken, widest_part, wrap

# Bold letters are wider than regular ones.
BOLD: Final = 1.1
# Programs differ by a hair in how wide and how high they set a line.
HAIR: Final = 0.4
# Columns right of the lanes, without those that an SOP adds.
BESIDE: Final = 4
# The part of the page that a word can ask for its column.
WIDEST: Final = 1 / 3
# What a head keeps from the rules above and below, together; Word and LibreOffice set lines a little higher, too.
HEAD_AIR: Final = 1.2
Beside = tuple[float, ...]


@dataclass(frozen=True)
class Columns:
    """The table's columns from left to right, the width of a lane, the type size, and the distances in its cells.

    `lane` is the width of those that have none of their own. `cell` is the distance of texts from the rules, `dash`
    the place of the dash before an item (mm). After the four columns right of the lanes come `extra` further ones.
    `refused` says where lanes' own widths leave the others too little.
    """

    widths: tuple[float, ...]
    lane: float
    font_pt: float
    cell: float
    dash: float
    extra: int = 0
    refused: tuple[Refusal, ...] = ()

    def of_cell(self, cell: int) -> int:
        """Return the column of a cell: 0 the text of a step, 1 and on those right of the lanes."""
        return len(self.widths) - BESIDE - self.extra + cell - 1 if cell else 1

    def inner(self, column: int) -> float:
        """Return the width that a text of a column has between the rules (mm)."""
        return self.widths[column] - 2 * self.cell - HAIR


def columns(
    sop: Sop,
    look: SopLook,
    texts: FlowColumns | None = None,
    least: Beside = (),
    *,
    widest: float = 0.0,
) -> Columns:
    """Return the columns of an SOP's flow table; lanes get narrower than usual where the text would have too little.

    `texts` are the columns beside the lanes, the look's first choice where none is named; `widest` is the width of a
    lane where there is room, the usual one where none is named; `least` are the widths that the columns right of the
    lanes need for their words.
    """
    texts = texts or look.alur.pilihan[0]
    page, extra = sop.halaman.tabel, len(sop.kolom_tambahan)
    own, others = own_widths(sop.pelaksana), sharing(sop.pelaksana)
    wanted = (*texts.beside, *(_further_width(column, look, texts.ukuran) for column in sop.kolom_tambahan))
    # A word that no page holds takes the lanes no room: it is told as what it is.
    most = page.text_width * WIDEST
    beside = [max(has, min(needs, most)) for has, needs in zip(wanted, least or wanted, strict=True)]
    lane = min(
        widest or look.alur.jalur.biasa,
        (page.text_width - texts.nomor - sum(beside) - texts.kegiatan - own) / others if others else inf,
    )
    text = page.text_width - texts.nomor - sum(beside) - own - lane * others
    wide = tuple(wide_lanes(sop.pelaksana, look, texts, text, lane))
    # Beside few lanes there is room for all: the texts of the standards get their share of what an activity leaves.
    standard, further = beside[:BESIDE], beside[BESIDE:]
    left = max(0.0, text - look.alur.kegiatan_terlebar)
    text, beside = text - left, [width * (1 + left / sum(standard)) for width in standard] + further
    widths = (texts.nomor, text, *(role.lebar or lane for role in sop.pelaksana), *beside)
    return Columns(widths, lane, texts.ukuran, look.alur.jarak_sel, look.inden_butir, extra, wide)


def _further_width(column: FurtherColumn, look: SopLook, font_pt: float) -> float:
    """Return the width of a column that the SOP adds: its own, more where a word of its head needs it."""
    words = max((widest_part(word, font_pt) for word in unbroken(column.judul)), default=0.0)
    return max(column.lebar, words * BOLD + 2 * look.alur.jarak_sel_kepala + HAIR)


def choices(sop: Sop, look: SopLook, least: Callable[[float], Beside]) -> Iterator[Columns]:
    """Yield the columns to try, the most readable first; those with lanes that are too narrow are left out.

    A few lanes with more lines than they hold may become wider in the end, those with long words at first.
    `least` tells for a type size what the columns right of the lanes need.
    """
    widths = look.alur.jalur
    found = [columns(sop, look, texts, least(texts.ukuran)) for texts in look.alur.pilihan]
    usual = [one for one in found if one.lane >= widths.paling_sempit] or found[-1:]
    wide = columns(sop, look, least=least(found[0].font_pt), widest=widths.paling_lebar)
    wider = [wide] if wide.lane > widths.biasa else []
    yield from [*wider, *usual] if long_words(sop) else [*usual, *wider]


def long_words(sop: Sop) -> bool:
    """Tell whether symbols show more than a few words, for which lanes are wide where there is room."""
    steps = (step for activity in sop.kegiatan for step in activity.alur)
    return sop.symbol_text is SymbolText.WORDS and any(len(step.uraian) > SHORT_TEXT for step in steps)


def usual_lane(sop: Sop, table: Columns) -> float:
    """Return the width (mm) that symbols use of a lane; what is more is for lines."""
    return max(table.lane, USUAL_LANE) if long_words(sop) else USUAL_LANE


@dataclass(frozen=True)
class PrintedHeads:
    """The heads of the table as they are printed: words that are wider than their column have soft hyphens."""

    heads: TableHeads
    lanes: tuple[str, ...]
    extra: tuple[str, ...]


def printed_heads(sop: Sop, look: SopLook, widths: tuple[float, ...], font_pt: float) -> PrintedHeads:
    """Return the heads of a table whose columns are so wide (mm)."""
    around = 2 * look.alur.jarak_sel_kepala

    def fitted(text: str, width: float) -> str:
        return softened(text, (width - around) / BOLD, font_pt)

    first = 2 + len(sop.pelaksana)
    lanes, beside, extra = widths[2:first], widths[first : first + BESIDE], widths[first + BESIDE :]
    places = (widths[0], widths[1], sum(lanes), sum(beside[:-1]), *beside)
    heads = sop.kepala_tabel
    texts = {
        name: fitted(getattr(heads, name), width) for name, width in zip(TableHeads.model_fields, places, strict=True)
    }
    labels = tuple(fitted(lane.label, width) for lane, width in zip(sop.pelaksana, lanes, strict=True))
    further = tuple(fitted(one.judul, width) for one, width in zip(sop.kolom_tambahan, extra, strict=True))
    return PrintedHeads(heads.model_copy(update=texts), labels, further)


def head_rows(sop: Sop, look: SopLook, table: Columns) -> tuple[float, float]:
    """Return the heights of the two rows of the table's head: those of the look, more where a head takes more."""
    heads, widths = sop.kepala_tabel, table.widths
    upper, lower = look.alur.tinggi_kepala
    inner = 2 * look.alur.jarak_sel_kepala

    def tall(text: str, width: float) -> float:
        return len(wrap(text, (width - inner) / BOLD, table.font_pt)) * line_height(table.font_pt) + HEAD_AIR

    first, remark = table.of_cell(1), table.of_cell(BESIDE)
    upper = max(upper, tall(heads.pelaksana, sum(widths[2:first])), tall(heads.mutu_baku, sum(widths[first:remark])))
    below = [*(lane.label for lane in sop.pelaksana), heads.kelengkapan, heads.waktu, heads.keluaran]
    lower = max(lower, *(tall(text, width) for text, width in zip(below, widths[2:remark], strict=True)))
    over_both = [heads.keterangan, *(one.judul for one in sop.kolom_tambahan)]
    across = ((heads.nomor, widths[0]), (heads.kegiatan, widths[1]), *zip(over_both, widths[remark:], strict=True))
    return upper, max(lower, *(tall(text, width) - upper for text, width in across))
