"""The pages between cover and head: what stands on which page (daftar isi), what the symbols mean (penjelasan)."""

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from sopgen.model.flow import Symbol
from sopgen.model.look.sop import SopLook
from sopgen.model.sop import Sop
from sopgen.plan.contract.boxes import CellChart, CellLine, FrontSheet, MeasuredTable, TableCell
from sopgen.plan.contract.frame import PageFrame
from sopgen.plan.flow.geometry import Connector, FlowPlan, LaneBand, Point, Shape
from sopgen.plan.front.lists import FrontList, ListPart, part
from sopgen.plan.front.tables import SIDEWAYS, Row, SheetFiller, list_lines, measured
from sopgen.plan.measure import line_height, text_width, wrap

# A line of the contents: what it names, and its page.
Entry = tuple[str, int]
Places = Callable[[int, int], Sequence[Entry]]
# The column of the page numbers, and what lies between the last dot and it (mm).
NUMBER, AFTER_DOTS = 14.0, 2.0
# Where an arrow is told, which has no shape of its own.
ARROW: Final = "\u2192"
# What each symbol tells (Permenpan RB 35/2012, annex, symbols of the flow chart).
MEANINGS: Final = (
    ((Symbol.START, Symbol.END), "Kapsul", "Kegiatan mulai atau berakhir."),
    ((Symbol.PROCESS,), "Kotak", "Proses atau pelaksanaan kegiatan."),
    ((Symbol.DECISION,), "Belah ketupat", "Pengambilan keputusan."),
    ((), "Anak panah", "Arah kegiatan."),
    ((Symbol.CONNECTOR,), "Segilima", "Hubungan antarsimbol yang berbeda halaman; hurufnya sama."),
)
# The cell of a symbol, and the symbol in it (mm).
CELL, HIGH = 30.0, 13.0
SIZES: Final = {Symbol.DECISION: (18.0, 9.0), Symbol.CONNECTOR: (7.0, 8.0)}
USUAL: Final = (18.0, 7.5)
COLUMNS: Final = (10.0, CELL, 38.0)


def opening_sheets(
    sop: Sop,
    look: SopLook,
    frame: PageFrame,
    flows: Iterable[FlowPlan],
    places: Places,
    above: tuple[MeasuredTable, ...] = (),
) -> tuple[FrontSheet, ...]:
    """Return the pages; `places` tells the lines of the contents, given how many pages it and all of these have.

    `above` stands at the top of the first page.
    """
    used = {shape.symbol for flow in flows for shape in flow.shapes}
    if not sop.daftar_isi:
        return _explained(sop, look, frame, used, above)
    told = _explained(sop, look, frame, used, ())
    count = len(_contents(look, frame, places(1, 1 + len(told)), above))
    return (*_contents(look, frame, places(count, count + len(told)), above), *told)


def _filler(look: SopLook, frame: PageFrame, above: tuple[MeasuredTable, ...]) -> SheetFiller:
    room = frame.text_height - line_height(look.identitas.ukuran)
    filler = SheetFiller(room, look, lambda n: () if n else above)
    filler.begin()
    return filler


def _title(text: str, look: SopLook, width: float) -> MeasuredTable:
    line = CellLine(text, look.identitas.satuan_kerja.ukuran, bold=True, centred=True, heading=True)
    return measured([width], [((TableCell((line,)),), 12.0)], look, ruled=False)


def _contents(
    look: SopLook, frame: PageFrame, entries: Sequence[Entry], above: tuple[MeasuredTable, ...]
) -> tuple[FrontSheet, ...]:
    filler = _filler(look, frame, above)
    filler.add(_title("DAFTAR ISI", look, frame.text_width), ("daftar_isi",))
    for title, page in entries:
        filler.add(_entry(title, page, look, frame.text_width), ("daftar_isi",))
    return filler.done()


def _entry(title: str, page: int, look: SopLook, width: float) -> MeasuredTable:
    """Return a line of the contents, filled with dots as far as its page number."""
    size, columns = look.identitas.ukuran, (width - NUMBER, NUMBER)
    inner = columns[0] - 2 * look.identitas.jarak_sel.mendatar - SIDEWAYS
    *_, last = wrap(title, inner, size) or ("",)
    dots = int((inner - AFTER_DOTS - text_width(f"{last} ", size)) / text_width(".", size))
    cells = (
        TableCell((CellLine(f"{title} {'.' * dots}" if dots > 0 else title, size),)),
        TableCell((CellLine(str(page), size, centred=True),)),
    )
    return measured(columns, [(cells, 0.0)], look, ruled=False)


def _explained(
    sop: Sop, look: SopLook, frame: PageFrame, used: set[Symbol], above: tuple[MeasuredTable, ...]
) -> tuple[FrontSheet, ...]:
    if sop.penjelasan is None:
        return ()
    size, width, filler = look.identitas.ukuran, frame.text_width, _filler(look, frame, above)
    filler.add(_title("PENJELASAN", look, width), ("penjelasan",))

    def made(one: ListPart) -> MeasuredTable:
        return measured([width], [((TableCell(list_lines(one, size, titled=True)),), 0.0)], look, ruled=False)

    if sop.penjelasan.isi:
        listed = part("", sop.penjelasan.isi, sop.penjelasan.butir, look)
        filler.add_list(FrontList(("penjelasan",), listed), made)
    if sop.penjelasan.simbol:
        filler.add(_legend(look, width, used), ("penjelasan", "simbol"))
    return filler.done()


def _legend(look: SopLook, width: float, used: set[Symbol]) -> MeasuredTable:
    size = look.identitas.ukuran
    heads = (("No.", "Simbol", "Nama", "Arti"), True)
    rows: list[Row] = [(_cells(heads[0], size, bold=heads[1]), 0.0)]
    kept = (one for one in MEANINGS if not one[0] or used & {*one[0]})
    for n, (symbols, name, meaning) in enumerate(kept, 1):
        number, _, named, told = _cells((f"{n}.", "", name, meaning), size)
        shown = TableCell(chart=_symbol(symbols[0], name)) if symbols else _cells((ARROW,), size + 6)[0]
        rows.append(((number, shown, named, told), HIGH))
    return measured([*COLUMNS, width - sum(COLUMNS)], rows, look)


def _cells(texts: Sequence[str], size: float, *, bold: bool = False) -> tuple[TableCell, ...]:
    """Return cells of a row; the last two begin at their left, unless they are heads."""
    centred = len(texts) if bold else max(1, len(texts) - 2)
    lines = (CellLine(text, size, bold=bold, centred=n < centred) for n, text in enumerate(texts))
    return tuple(TableCell((line,), middle=True) for line in lines)


def _symbol(symbol: Symbol, name: str) -> CellChart:
    """Return a symbol alone, as the charts draw it."""
    wide, tall = SIZES.get(symbol, USUAL)
    joint = Connector("A", "", leaves=True, at_foot=True) if symbol is Symbol.CONNECTOR else None
    lines = ("A",) if joint else ()
    shape = Shape(
        "s1", 1, 0, symbol, Point(CELL / 2, HIGH / 2), wide, tall, lines, 8.0, text="".join(lines), connector=joint
    )
    band = LaneBand("simbol", name, 0.0, CELL, CELL)
    return CellChart(f"simbol-{symbol.value}", name, FlowPlan(CELL, HIGH, (band,), ((0.0, HIGH),), (shape,), ()))
