"""Workbooks with flows drawn as offices draw them: shapes over cells, connectors glued or not, words beside lines.

The cells are written by xlsxwriter; the drawing part is ours, since it has no connectors.
"""

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate, pairwise
from pathlib import Path
from random import Random
from typing import Final

import xlsxwriter

from sopgen.model.flow import Symbol

EMU: Final = 12_700
PIXEL: Final = 0.75
XDR: Final = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
A: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
LINKS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
SHAPES: Final = {
    Symbol.START: ("flowChartTerminator", "flowChartTerminator"),
    Symbol.END: ("flowChartTerminator", "flowChartTerminator"),
    Symbol.PROCESS: ("flowChartProcess", "rect"),
    Symbol.DECISION: ("flowChartDecision", "diamond"),
    Symbol.CONNECTOR: ("flowChartOffpageConnector", "homePlate"),
}
ROLES: Final = (
    "Pemohon",
    "Petugas Loket",
    "Kasubbag Umum",
    "Kepala Seksi",
    "Sekretaris",
    "Kepala Dinas",
    "Bendahara",
)
DEEDS: Final = (
    "Menerima berkas",
    "Memeriksa kelengkapan",
    "Mencatat di buku",
    "Menyusun konsep",
    "Menandatangani surat",
)
THINGS: Final = ("Surat permohonan", "Berkas lengkap", "Buku agenda", "Konsep surat", "Disposisi", "Surat keluar")
Box = tuple[float, float, float, float]
# Columns right of the table.
BESIDE: Final = 12
Ends = tuple[tuple[float, float], tuple[float, float]]


@dataclass(frozen=True)
class BookStep:
    """A step of a drawn flow; `exits` are the places and words of the steps that it leads to."""

    lanes: tuple[int, ...]
    symbol: Symbol
    text: str
    exits: tuple[tuple[int, str], ...]
    materials: tuple[str, ...]
    time: str
    outputs: tuple[str, ...]


@dataclass(frozen=True)
class BookLook:
    """How a workbook is laid out: where the table begins, columns a lane, sizes, and how carelessly it is drawn."""

    row: int = 0
    column: int = 0
    wide: int = 1
    lane_width: float = 12.0
    heights: tuple[float, ...] = ()
    anchor: str = "twoCell"
    grouped: bool = False
    glued: float = 1.0
    slip: float = 0.0
    bent: bool = True
    numbered_columns: bool = False
    identity: str = "beside"
    merged: bool = True
    plain: int = 0
    aside: float = 0.0
    loose: float = 0.0
    pieces: bool = False
    headless: float = 0.0
    legend: bool = False
    slips: tuple[float, ...] = ()


@dataclass
class Book:
    """A workbook's lanes and steps, and its look."""

    lanes: tuple[str, ...]
    steps: tuple[BookStep, ...]
    look: BookLook = field(default_factory=BookLook)


def random_book(seed: int) -> Book:
    """Return a random flow in a random layout."""
    random = Random(seed)
    lanes = tuple(random.sample(ROLES, random.randint(2, len(ROLES))))
    count = random.randint(3, 14)
    steps = tuple(_step(random, n, count, len(lanes)) for n in range(count))
    look = BookLook(
        row=random.choice([0, 3, 12]),
        column=random.choice([0, 1]),
        wide=random.choice([1, 1, 2, 3]),
        lane_width=random.uniform(9, 16),
        heights=tuple(random.choice([36.0, 45.0, 60.0, 90.0]) for _ in range(count)),
        anchor=random.choice(["twoCell", "twoCell", "oneCell", "absolute"]),
        grouped=random.random() < 0.2,
        glued=random.choice([1.0, 1.0, 0.95, 0.0]),
        slip=random.choice([0.0, 0.0, 0.15, 0.45]),
        bent=random.random() < 0.6,
        numbered_columns=random.random() < 0.3,
        identity=random.choice(["beside", "sheet", "none"]),
        merged=random.random() < 0.8,
        plain=random.randint(0, 1),
    )
    return Book(lanes, steps, look)


def careless_book(seed: int) -> Book:
    """Return a random flow as careless hands draw it: ends off their symbols, lines in pieces, without heads."""
    book, random = random_book(seed), Random(-seed - 1)
    look = replace(
        book.look,
        anchor="twoCell",
        glued=random.choice([0.0, 0.5, 0.9]),
        slip=random.choice([0.0, 0.2, 0.4]),
        loose=random.choice([0.0, 2.0, 5.0]),
        pieces=random.random() < 0.4,
        headless=random.choice([0.0, 0.0, 0.1]),
        legend=random.random() < 0.5,
    )
    return replace(book, look=look)


def _step(random: Random, n: int, count: int, lanes: int) -> BookStep:
    symbol = Symbol.START if n == 0 else Symbol.END if n == count - 1 else Symbol.PROCESS
    exits: tuple[tuple[int, str], ...] = ((n + 1, ""),) if n < count - 1 else ()
    if 1 < n < count - 1 and random.random() < 0.25:
        symbol, exits = Symbol.DECISION, ((n + 1, "Ya"), (random.randrange(n - 1), "Tidak"))
    own: tuple[int, ...] = (random.randrange(lanes),)
    if symbol is Symbol.PROCESS and own[0] + 1 < lanes and random.random() < 0.1:
        own = (own[0], own[0] + 1)
    text = f"{random.choice(DEEDS)} {n + 1}"
    time = f"{random.randint(1, 60)} {random.choice(['menit', 'jam', 'hari'])}"
    things = tuple(random.sample(THINGS, random.randint(0, 2)))
    return BookStep(own, symbol, text, exits, things, time, (random.choice(THINGS),))


def written(book: Book) -> bytes:
    """Return the workbook."""
    file = io.BytesIO()
    plain = xlsxwriter.Workbook(file, {"in_memory": True})
    grid = _Cells(book)
    if book.look.identity == "sheet":
        _identity(plain.add_worksheet("Identitas"), 0, 0)
    sheet = plain.add_worksheet("Alur")
    if book.look.identity == "beside" and book.look.row > 8:
        _identity(sheet, 0, book.look.column)
    grid.write(plain, sheet)
    plain.close()
    number = 2 if book.look.identity == "sheet" else 1
    return _with_drawing(file.getvalue(), number, _drawing(book, grid))


IDENTITY: Final = {
    "Nomor SOP": "503/12/SOP/2026",
    "Tanggal Pembuatan": "3 Maret 2026",
    "Tanggal Revisi": "-",
    "Tanggal Efektif": "1 April 2026",
    "Disahkan oleh": "Kepala Dinas",
    "Nama SOP": "Pelayanan Surat Masuk",
}


def _identity(sheet: xlsxwriter.worksheet.Worksheet, row: int, column: int) -> None:
    for n, (label, value) in enumerate(IDENTITY.items()):
        sheet.write(row + n, column + 1, label)
        sheet.write(row + n, column + 2, value)


class _Cells:
    """The cells of a workbook and where they are, in points."""

    def __init__(self, book: Book) -> None:
        self.book, look = book, book.look
        self.first = look.column
        widths = [
            4.0,
            30.0,
            *[look.lane_width / look.wide] * (len(book.lanes) * look.wide),
            20.0,
            10.0,
            18.0,
            8.0,
            *[8.43] * BESIDE,
        ]
        self.widths = [8.43] * look.column + widths
        self.body = look.row + 2 + look.numbered_columns
        self.heights = [15.0] * self.body + list(look.heights)
        points = [int(width * 7 + 5) * PIXEL for width in self.widths]
        self.lefts = [0.0, *accumulate(points)]
        self.tops = [0.0, *accumulate(self.heights)]

    def lane(self, lane: int) -> tuple[float, float]:
        """Return left and right of a lane."""
        first = self.first + 2 + lane * self.book.look.wide
        return self.lefts[first], self.lefts[first + self.book.look.wide]

    def row(self, step: int) -> tuple[float, float]:
        """Return top and bottom of a step's row."""
        return self.tops[self.body + step], self.tops[self.body + step + 1]

    def write(self, file: xlsxwriter.Workbook, sheet: xlsxwriter.worksheet.Worksheet) -> None:
        """Write heads and rows."""
        wrap = file.add_format({"text_wrap": True})
        for n, width in enumerate(self.widths):
            sheet.set_column(n, n, width)
        for n, height in enumerate(self.heights):
            sheet.set_row(n, height)
        self._head(sheet)
        after = self.first + 2 + len(self.book.lanes) * self.book.look.wide
        for n, step in enumerate(self.book.steps):
            row = self.body + n
            sheet.write(row, self.first, n + 1)
            texts = {self.first + 1: step.text, after: "\n".join(step.materials), after + 1: step.time}
            for column, text in {**texts, after + 2: "\n".join(step.outputs)}.items():
                sheet.write(row, column, text, wrap)

    def _head(self, sheet: xlsxwriter.worksheet.Worksheet) -> None:
        look, first = self.book.look, self.first
        top, below = look.row, look.row + 1
        after = first + 2 + len(self.book.lanes) * look.wide
        tall = {first: "No", first + 1: "Kegiatan", after + 3: "Keterangan"}
        for column, text in tall.items():
            self._put(sheet, (top, column, below, column), text)
        self._put(sheet, (top, first + 2, top, after - 1), "Pelaksana")
        self._put(sheet, (top, after, top, after + 2), "Mutu Baku")
        for n, lane in enumerate(self.book.lanes):
            begin = first + 2 + n * look.wide
            self._put(sheet, (below, begin, below, begin + look.wide - 1), lane, always=True)
        for n, text in enumerate(("Kelengkapan", "Waktu", "Output")):
            sheet.write(below, after + n, text)
        if look.numbered_columns:
            for n in range(after + 4 - first):
                sheet.write(below + 1, first + n, n + 1)

    def _put(
        self,
        sheet: xlsxwriter.worksheet.Worksheet,
        place: tuple[int, int, int, int],
        text: str,
        *,
        always: bool = False,
    ) -> None:
        top, left, bottom, right = place
        if (top, left) != (bottom, right) and (always or self.book.look.merged):
            sheet.merge_range(top, left, bottom, right, text)
        else:
            sheet.write(top, left, text)


def _drawing(book: Book, cells: _Cells) -> bytes:
    random = Random(len(book.steps))
    boxes = [_box(cells, book, random, n) for n in range(len(book.steps))]
    parts = [
        _symbol(n + 2, box, step, book.look) for n, (box, step) in enumerate(zip(boxes, book.steps, strict=True))
    ]
    number = len(boxes) + 2
    for n, step in enumerate(book.steps):
        for k, (to, label) in enumerate(step.exits):
            glued = random.random() < book.look.glued
            ends = step_ends(boxes, n, to, k)
            drawn = ends if glued else _off(random, ends, book.look.loose)
            headless = random.random() < book.look.headless
            if book.look.pieces and not glued:
                lines = _pieces(number, drawn)
            else:
                lines = [_connector(number, drawn, (n + 2, to + 2) if glued else None, bent=book.look.bent)]
            parts += [(box, xml.replace(HEAD, "")) if headless else (box, xml) for box, xml in lines]
            number += len(lines)
            if label:
                parts.append(_word(number, ends, label))
                number += 1
    if book.look.legend:
        parts += _legend(number, cells)
    if book.look.grouped:
        parts = [_group(number, parts)]
    anchored = "".join(_anchored(box, xml, book.look, cells) for box, xml in parts)
    return f'<xdr:wsDr xmlns:xdr="{XDR}" xmlns:a="{A}">{anchored}</xdr:wsDr>'.encode()


HEAD: Final = '<a:tailEnd type="triangle"/>'


def _off(random: Random, ends: Ends, most: float) -> Ends:
    (a, b), (c, d) = ends
    off = [random.uniform(-most, most) for _ in range(4)]
    return (a + off[0], b + off[1]), (c + off[2], d + off[3])


def _pieces(number: int, ends: Ends) -> list[tuple[Box, str]]:
    """Return a line of three straight pieces, of which the last has the head."""
    (a, b), (c, d) = ends
    middle = (b + d) / 2
    corners = ((a, b), (a, middle), (c, middle), (c, d))
    parts = [_connector(number + n, pair, None, bent=False) for n, pair in enumerate(pairwise(corners))]
    return [(box, xml.replace(HEAD, "") if n < 2 else xml) for n, (box, xml) in enumerate(parts)]


def _legend(number: int, cells: _Cells) -> list[tuple[Box, str]]:
    """Return a legend right of the table, and a frame about its head."""
    right, top = cells.lefts[-BESIDE] + 20, cells.tops[cells.body]
    shapes = (
        ("flowChartTerminator", "Mulai/selesai"),
        ("flowChartProcess", "Proses"),
        ("flowChartDecision", "Keputusan"),
    )
    parts = []
    for n, (preset, text) in enumerate(shapes):
        box = (right, top + n * 40, right + 60, top + n * 40 + 25)
        parts.append((box, _shape(number + n, box, preset, text)))
    frame = (cells.lefts[0] + 2, cells.tops[0] + 1, cells.lefts[2], cells.tops[cells.body] - 1)
    return [*parts, (frame, _shape(number + 9, frame, "rect", ""))]


def _box(cells: _Cells, book: Book, random: Random, n: int) -> Box:
    """Return where a step's symbol stands; a careless hand puts it a part of a row too high or too low."""
    step = book.steps[n]
    left, right = cells.lane(step.lanes[0])[0], cells.lane(step.lanes[-1])[1]
    top, bottom = cells.row(n)
    wide, tall = (right - left) * random.uniform(0.55, 0.85), (bottom - top) * random.uniform(0.4, 0.7)
    x = (left + right) / 2 + (right - left) * (random.uniform(-0.06, 0.06) + book.look.aside)
    slip = book.look.slips[n] if book.look.slips else random.uniform(-book.look.slip, book.look.slip)
    y = (top + bottom) / 2 + (bottom - top) * slip
    return x - wide / 2, y - tall / 2, x + wide / 2, y + tall / 2


def step_ends(boxes: Sequence[Box], source: int, target: int, exit_number: int) -> Ends:
    """Return where a line begins and ends: from the foot to the head, sideways for a second exit or on one row."""
    a, b = boxes[source], boxes[target]
    if exit_number or target <= source:
        left = b[0] < a[0]
        begin = (a[0] if left else a[2], (a[1] + a[3]) / 2)
        return begin, (b[2] if left and b[2] < a[0] else b[0], (b[1] + b[3]) / 2)
    return ((a[0] + a[2]) / 2, a[3]), ((b[0] + b[2]) / 2, b[1])


def _symbol(number: int, box: Box, step: BookStep, look: BookLook) -> tuple[Box, str]:
    name = SHAPES[step.symbol][look.plain]
    text = "Mulai" if step.symbol is Symbol.START else ""
    return box, _shape(number, box, name, text)


def _shape(number: int, box: Box, preset: str, text: str, *, line: bool = True) -> str:
    outline = (
        "<a:ln><a:solidFill><a:srgbClr val='000000'/></a:solidFill></a:ln>" if line else "<a:ln><a:noFill/></a:ln>"
    )
    words = f"<a:r><a:t>{text}</a:t></a:r>" if text else ""
    return (
        f'<xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="{number}" name="Shape {number}"/><xdr:cNvSpPr/>'
        f'</xdr:nvSpPr><xdr:spPr>{_transform(box)}<a:prstGeom prst="{preset}"><a:avLst/></a:prstGeom>{outline}'
        f"</xdr:spPr><xdr:txBody><a:bodyPr/><a:p>{words}</a:p></xdr:txBody></xdr:sp>"
    )


def _transform(box: Box, turned: str = "") -> str:
    left, top, right, bottom = (round(side * EMU) for side in box)
    return f'<a:xfrm{turned}><a:off x="{left}" y="{top}"/><a:ext cx="{right - left}" cy="{bottom - top}"/></a:xfrm>'


@dataclass(frozen=True)
class BookLine:
    """A connector: the box that it takes, the box as its XML has it, how it is turned, its shape."""

    box: Box
    placed: Box
    turned: str
    preset: str


def line_between(ends: Ends, *, bent: bool) -> BookLine:
    """Return the connector from one point to another, as office programs write it."""
    (x1, y1), (x2, y2) = ends
    box = (min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))
    right, down = x2 >= x1, y2 >= y1
    level = abs(x2 - x1) < 1 or abs(y2 - y1) < 1
    turned = "".join([' flipH="1"' * (not right), ' flipV="1"' * (not down)])
    if not bent or level:
        return BookLine(box, box, turned, "straightConnector1")
    if not down:
        return BookLine(box, box, turned, "bentConnector3")
    # From foot to head: the connector is turned by a quarter.
    turned = ' rot="16200000" flipH="1"' if right else ' rot="5400000"'
    (x, y), wide, tall = ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2), box[3] - box[1], box[2] - box[0]
    return BookLine(box, (x - wide / 2, y - tall / 2, x + wide / 2, y + tall / 2), turned, "bentConnector3")


def _connector(number: int, ends: Ends, glued: tuple[int, int] | None, *, bent: bool) -> tuple[Box, str]:
    line = line_between(ends, bent=bent)
    ties = f'<a:stCxn id="{glued[0]}" idx="2"/><a:endCxn id="{glued[1]}" idx="0"/>' if glued else ""
    return line.box, (
        f'<xdr:cxnSp macro=""><xdr:nvCxnSpPr><xdr:cNvPr id="{number}" name="Connector {number}"/>'
        f"<xdr:cNvCxnSpPr>{ties}</xdr:cNvCxnSpPr></xdr:nvCxnSpPr><xdr:spPr>{_transform(line.placed, line.turned)}"
        f'<a:prstGeom prst="{line.preset}"><a:avLst/></a:prstGeom><a:ln><a:tailEnd type="triangle"/></a:ln>'
        "</xdr:spPr></xdr:cxnSp>"
    )


def _word(number: int, ends: Ends, label: str) -> tuple[Box, str]:
    """Return loose words near where a line begins."""
    (x1, y1), (x2, y2) = ends
    x, y = (x1 + 4, y1 + 1) if y2 > y1 else (x1 - 26 if x2 < x1 else x1 + 2, y1 - 11)
    box = (x, y, x + 24, y + 10)
    return box, _shape(number, box, "rect", label, line=False)


def _group(number: int, parts: Sequence[tuple[Box, str]]) -> tuple[Box, str]:
    boxes = [box for box, _ in parts]
    whole = (*(min(box[n] for box in boxes) for n in (0, 1)), *(max(box[n] for box in boxes) for n in (2, 3)))
    own = _transform((whole[0], whole[1], whole[2], whole[3]))
    inner = own.replace("a:off", "a:chOff").replace("a:ext", "a:chExt").removeprefix("<a:xfrm>")
    children = "".join(xml for _, xml in parts)
    return (whole[0], whole[1], whole[2], whole[3]), (
        f'<xdr:grpSp><xdr:nvGrpSpPr><xdr:cNvPr id="{number}" name="Group"/><xdr:cNvGrpSpPr/></xdr:nvGrpSpPr>'
        f"<xdr:grpSpPr>{own.removesuffix('</a:xfrm>')}{inner}</xdr:grpSpPr>{children}</xdr:grpSp>"
    )


def _anchored(box: Box, xml: str, look: BookLook, cells: _Cells) -> str:
    left, top, right, bottom = box
    size = f'<xdr:ext cx="{round((right - left) * EMU)}" cy="{round((bottom - top) * EMU)}"/>'
    if look.anchor == "absolute":
        place = f'<xdr:pos x="{round(left * EMU)}" y="{round(top * EMU)}"/>{size}'
        return f"<xdr:absoluteAnchor>{place}{xml}<xdr:clientData/></xdr:absoluteAnchor>"
    begin = _marker("from", left, top, cells)
    if look.anchor == "oneCell":
        return f"<xdr:oneCellAnchor>{begin}{size}{xml}<xdr:clientData/></xdr:oneCellAnchor>"
    end = _marker("to", right, bottom, cells)
    return f"<xdr:twoCellAnchor>{begin}{end}{xml}<xdr:clientData/></xdr:twoCellAnchor>"


def _marker(name: str, x: float, y: float, cells: _Cells) -> str:
    column = max(n for n, left in enumerate(cells.lefts[:-1]) if left <= max(x, 0))
    row = max(n for n, top in enumerate(cells.tops[:-1]) if top <= max(y, 0))
    offsets = round((x - cells.lefts[column]) * EMU), round((y - cells.tops[row]) * EMU)
    return (
        f"<xdr:{name}><xdr:col>{column}</xdr:col><xdr:colOff>{offsets[0]}</xdr:colOff>"
        f"<xdr:row>{row}</xdr:row><xdr:rowOff>{offsets[1]}</xdr:rowOff></xdr:{name}>"
    )


def _with_drawing(plain: bytes, sheet: int, drawing: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(plain)) as source, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(name, _changed(name, source.read(name), sheet))
        target.writestr("xl/drawings/drawing1.xml", drawing)
        link = f'<Relationship Id="rId1" Type="{LINKS}/drawing" Target="../drawings/drawing1.xml"/>'
        links = f'<Relationships xmlns="{PACKAGE}/relationships">{link}</Relationships>'
        target.writestr(f"xl/worksheets/_rels/sheet{sheet}.xml.rels", links)
    return file.getvalue()


def _changed(name: str, content: bytes, sheet: int) -> bytes:
    if name == f"xl/worksheets/sheet{sheet}.xml":
        return content.replace(b"</worksheet>", f'<drawing xmlns:r="{LINKS}" r:id="rId1"/></worksheet>'.encode())
    if name == "[Content_Types].xml":
        kind = "application/vnd.openxmlformats-officedocument.drawing+xml"
        part = f'<Override PartName="/xl/drawings/drawing1.xml" ContentType="{kind}"/></Types>'
        return content.replace(b"</Types>", part.encode())
    return content


def saved(book: Book, folder: Path) -> Path:
    """Write a workbook into a folder."""
    path = folder / "lama.xlsx"
    path.write_bytes(written(book))
    return path
