"""The head of a controlled document: who it is from, its number and page, who made, examined and approved it."""

from collections.abc import Callable
from typing import Final

from sopgen.model.base import label_of, long_date
from sopgen.model.identity import IdentityRow
from sopgen.model.look.sop import SopLook
from sopgen.model.sop import Sop
from sopgen.model.unit import Unit
from sopgen.plan.contract.boxes import CellLine, FrontSheet, MeasuredTable, TableCell
from sopgen.plan.front.body import chart_rows, history_table, initialled
from sopgen.plan.front.lists import FrontList, ListPart, front_lists
from sopgen.plan.front.rows import Row as LabelledRow
from sopgen.plan.front.rows import printed_rows
from sopgen.plan.front.tables import Row, SheetFiller, column_of, emblem_cell, list_lines, measured

# Columns of the head: emblem, label and value (mm); the title takes the rest.
EMBLEM, LABEL, VALUE = 28.0, 29.0, 42.0
# What a value that is one long word leaves the title at least (mm).
TITLE: Final = 50.0
COLON: Final = 2.5
# The column of what the rows of signatures are (mm).
WHAT: Final = 26.0
# What a controlled document tells where the office does not say it itself.
ROWS: Final = (
    IdentityRow.default(judul="No. Dokumen", nilai=None, dari="nomor_sop"),
    IdentityRow.default(judul="No. Revisi", nilai=None, dari="nomor_revisi"),
    IdentityRow.default(judul="Tanggal Terbit", nilai=None, dari="tanggal_efektif"),
    IdentityRow.default(judul="Halaman", nilai=None, dari="halaman"),
)
# These have places of their own in this head.
ELSEWHERE: Final = frozenset({"nama_sop", "disahkan_oleh"})


def controlled_sheets(
    sop: Sop,
    unit: Unit,
    look: SopLook,
    width: float,
    room: float,
    page: Callable[[int], str],
    above: tuple[MeasuredTable, ...] = (),
) -> tuple[FrontSheet, ...]:
    """Return the front pages; every one begins with the head. `page` tells what a page's number prints, from 0."""
    filler = SheetFiller(room, look, lambda n: (*(() if n else above), _head(sop, unit, look, width, page(n))))
    filler.begin()
    filler.add(_signatures(sop, look, width), ("identitas", "kendali"))
    for one in front_lists(sop, look):
        _add(filler, one, sop, look, width)
    return initialled(filler, sop, look, width)


def _add(filler: SheetFiller, one: FrontList, sop: Sop, look: SopLook, width: float) -> None:
    size = look.identitas.ukuran

    def made(part: ListPart) -> MeasuredTable:
        return measured([width], [((TableCell(list_lines(part, size, titled=True)),), 0.0)], look, ruled=False)

    if one.history is not None:
        table = history_table(one.history, look, width)
        filler.add(made(ListPart(one.whole.title, ())), one.loc, with_next=table.height)
        filler.add(table, one.loc)
    elif one.charts:
        for n, chart in enumerate(chart_rows(sop, look, width)):
            table = measured(chart.lanes, chart.rows, look)
            if title := " ".join(filter(None, (one.whole.title if n == 0 else "", chart.above))):
                filler.add(made(ListPart(title, ())), one.loc, with_next=table.height)
            filler.add(table, ("kegiatan", n))
    else:
        filler.add_list(one, made)


def labelled(rows: tuple[LabelledRow, ...], size: float) -> list[tuple[TableCell, TableCell]]:
    """Return the cells of labelled rows, without a rule between label and value."""
    return [
        (
            TableCell((CellLine(label, size),), middle=True, open_right=True),
            TableCell((CellLine(value, size, mark=":", indent=COLON),), middle=True, open_left=True),
        )
        for label, value, _ in rows
    ]


def unit_lines(sop: Sop, unit: Unit, size: float) -> tuple[CellLine, ...]:
    """Return the letterhead and under it the unit of the SOP, which may be the last line of the letterhead."""
    name = sop.identitas.satuan_kerja
    above = (line for line in unit.kop if line.casefold() != name.casefold())
    return (*(CellLine(line, size, centred=True) for line in above), CellLine(name, size, bold=True, centred=True))


def _head(sop: Sop, unit: Unit, look: SopLook, width: float, page: str) -> MeasuredTable:
    size, identity = look.identitas.ukuran, sop.identitas
    told = printed_rows(identity, ROWS, page, ELSEWHERE)
    rows = labelled(told, size)
    title = (
        *unit_lines(sop, unit, size),
        CellLine("STANDAR OPERASIONAL PROSEDUR", size, bold=True, centred=True, before=1.5),
        CellLine(identity.nama_sop.nilai, look.identitas.satuan_kerja.ukuran, bold=True, centred=True, heading=True),
    )
    first = (
        emblem_cell(look, EMBLEM, len(rows)),
        TableCell(title, down=len(rows), middle=True),
    )
    cells: list[Row] = [((*(first if n == 0 else ()), *pair), 0.0) for n, pair in enumerate(rows)]
    label, value = _columns(told, look, width - EMBLEM)
    return measured([EMBLEM, width - EMBLEM - label - value, label, value], cells, look)


def _columns(rows: tuple[LabelledRow, ...], look: SopLook, width: float) -> tuple[float, float]:
    """Return the columns of labels and values; for a value that is one long word, as the others can spare it."""
    lacks = max(0.0, column_of((value for _, value, _ in rows), look) + COLON - VALUE)
    of_title = min(lacks, max(0.0, width - LABEL - VALUE - TITLE))
    of_label = min(lacks - of_title, max(0.0, LABEL - column_of((label for label, *_ in rows), look)))
    return LABEL - of_label, VALUE + of_title + of_label


def _signatures(sop: Sop, look: SopLook, width: float) -> MeasuredTable:
    """Return the table of who made, examined and approved the SOP; the signature is written by hand."""
    size, identity = look.identitas.ukuran, sop.identitas
    approver, approved = identity.pengesah, identity.tanggal_pengesahan
    people = [
        (
            one.judul,
            one.jabatan,
            one.nama,
            one.pangkat,
            f"{label_of(one.nrp)} {one.nrp}" if one.nrp else "",
            long_date(one.tanggal) if one.tanggal else "",
        )
        for one in identity.kendali
    ]
    number = f"{label_of(approver.nrp)} {approver.nrp}"
    people.append(
        (
            identity.disahkan_oleh.judul,
            identity.disahkan_oleh.nilai,
            approver.nama,
            approver.pangkat,
            number,
            long_date(approved) if approved else "",
        )
    )

    def row(what: str, texts: list[tuple[str, ...]], least: float = 0.0, *, bold: bool = False) -> Row:
        cells = (
            TableCell(tuple(CellLine(line, size, bold=bold, centred=True) for line in lines if line), middle=True)
            for lines in texts
        )
        return (TableCell((CellLine(what, size),), middle=True), *cells), least

    rows = [
        row("", [(one[0],) for one in people], bold=True),
        row("Jabatan", [(one[1],) for one in people]),
        row("Tanda tangan", [()] * len(people), look.identitas.ruang_pengesahan - look.identitas.jarak_sel.tegak * 2),
        row("Nama", [(one[2],) for one in people], bold=True),
        row("Pangkat, nomor", [(one[3], one[4]) for one in people]),
        row("Tanggal", [(one[5],) for one in people]),
    ]
    return measured([WHAT, *[(width - WHAT) / len(people)] * len(people)], rows, look)
