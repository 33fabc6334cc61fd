"""Word documents with flows drawn by hand over a table: shapes anchored in cells or beside it, groups, old shapes."""

import io
import zipfile
from itertools import accumulate
from pathlib import Path
from random import Random
from typing import Final
from xml.sax.saxutils import escape

from tests.read.old.drawn_book import EMU, SHAPES, Book, BookStep, Box, Ends, line_between, step_ends

from sopgen.model.flow import Symbol

W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMES: Final = " ".join(
    f'xmlns:{prefix}="{name}"'
    for prefix, name in {
        "w": W,
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
    }.items()
)
WAYS: Final = ("own", "first", "before", "group", "vml")
MARGIN: Final = 5.4
LINE: Final = 12.5
OLD_TYPES: Final = {
    "flowChartTerminator": 116,
    "flowChartProcess": 109,
    "flowChartDecision": 110,
    "rect": 1,
    "diamond": 4,
    "bentConnector3": 34,
    "straightConnector1": 32,
}
# A shape by its place on the table, in points, and as XML.
Part = tuple[Box, str]


class _Table:
    """The places of a table's columns and rows, in points."""

    def __init__(self, book: Book) -> None:
        lanes = [55.0] * len(book.lanes)
        self.widths = [25.0, 130.0, *lanes, 90.0, 50.0, 80.0, 40.0]
        self.heights = [18.0, 30.0, *(height + 10 for height in book.look.heights)]
        self.lefts = [0.0, *accumulate(self.widths)]
        self.tops = [0.0, *accumulate(self.heights)]

    def box(self, random: Random, step: BookStep, n: int) -> Box:
        """Return where a step's symbol stands."""
        left, right = self.lefts[2 + step.lanes[0]], self.lefts[3 + step.lanes[-1]]
        top, bottom = self.tops[2 + n], self.tops[3 + n]
        wide, tall = (right - left) * random.uniform(0.6, 0.85), (bottom - top) * random.uniform(0.4, 0.6)
        x, y = (left + right) / 2, (top + bottom) / 2
        return x - wide / 2, y - tall / 2, x + wide / 2, y + tall / 2


def written(book: Book, way: str) -> bytes:
    """Return the document of a book's flow, drawn in one of the ways."""
    table, random = _Table(book), Random(len(book.steps))
    boxes = [table.box(random, step, n) for n, step in enumerate(book.steps)]
    old = way == "vml"
    parts = [
        _symbol(n + 2, box, step, book, old=old) for n, (box, step) in enumerate(zip(boxes, book.steps, strict=True))
    ]
    number = len(parts) + 2
    for n, step in enumerate(book.steps):
        for k, (to, label) in enumerate(step.exits):
            ends = step_ends(boxes, n, to, k)
            glued = random.random() < book.look.glued
            parts.append(_connector(number, ends, (n + 2, to + 2) if glued else None, old=old, bent=book.look.bent))
            number += 1
            if label:
                parts.append(_word(number, ends, label, old=old))
                number += 1
    body = _body(book, table, parts, way)
    return _packed(f"<w:document {NAMES}><w:body>{body}</w:body></w:document>")


def _body(book: Book, table: _Table, parts: list[Part], way: str) -> str:
    if way == "before":
        drawn = "".join(_anchored(part, (MARGIN * 0, -LINE), n) for n, part in enumerate(parts, 100))
        return _paragraph("", drawn) + _rows(book, table, {}) + _paragraph("")
    if way == "group":
        parts = [_group(parts)]
    cells: dict[tuple[int, int], str] = {}
    for n, part in enumerate(parts, 100):
        (x, y, *_), _ = part
        row, column = (2, 2) if way != "own" else (_at(table.tops, y), _at(table.lefts, x))
        origin = table.lefts[column] + MARGIN, table.tops[row]
        drawn = _old(part, origin) if way == "vml" else _anchored(part, origin, n)
        cells[row, column] = cells.get((row, column), "") + drawn
    return _rows(book, table, cells) + _paragraph("")


def _at(edges: list[float], place: float) -> int:
    return max(n for n, edge in enumerate(edges[:-1]) if edge <= max(place, 0.0))


def _rows(book: Book, table: _Table, drawn: dict[tuple[int, int], str]) -> str:
    lanes = len(book.lanes)
    first = ["No", "Kegiatan", f"Pelaksana|{lanes}", "Mutu Baku|3", "Ket"]
    below = ["", "", *book.lanes, "Kelengkapan", "Waktu", "Output", ""]
    rows = [_row(table.heights[0], [_head(text, tall=n in (0, 1, 4)) for n, text in enumerate(first)])]
    tall = (0, 1, lanes + 5)
    rows.append(
        _row(
            table.heights[1],
            [_cell(_paragraph(text), down="" if n not in tall else "continue") for n, text in enumerate(below)],
        )
    )
    for n, step in enumerate(book.steps):
        texts = [
            [str(n + 1)],
            [step.text],
            *[[""]] * lanes,
            list(step.materials),
            [step.time],
            list(step.outputs),
            [""],
        ]
        cells = [
            _cell(
                "".join(
                    _paragraph(text, drawn.get((n + 2, column), "") if k == 0 else "")
                    for k, text in enumerate(lines or [""])
                )
            )
            for column, lines in enumerate(texts)
        ]
        rows.append(_row(table.heights[n + 2], cells))
    grid = "".join(f'<w:gridCol w:w="{round(width * 20)}"/>' for width in table.widths)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def _head(text: str, *, tall: bool) -> str:
    words, _, across = text.partition("|")
    return _cell(_paragraph(words), across=int(across or 1), down="restart" if tall else "")


def _row(height: float, cells: list[str]) -> str:
    return f'<w:tr><w:trPr><w:trHeight w:val="{round(height * 20)}"/></w:trPr>{"".join(cells)}</w:tr>'


def _cell(content: str, across: int = 1, down: str = "") -> str:
    merged = f'<w:vMerge w:val="{down}"/>' if down else ""
    return f'<w:tc><w:tcPr><w:gridSpan w:val="{across}"/>{merged}</w:tcPr>{content}</w:tc>'


def _paragraph(text: str, drawn: str = "") -> str:
    words = f"<w:r><w:t>{escape(text)}</w:t></w:r>" if text else ""
    return f"<w:p>{drawn}{words}</w:p>"


def _symbol(number: int, box: Box, step: BookStep, book: Book, *, old: bool) -> Part:
    preset = SHAPES[step.symbol][book.look.plain]
    text = "Mulai" if step.symbol is Symbol.START else ""
    return box, _old_shape(number, preset, text) if old else _shape(number, box, preset, text)


def _shape(number: int, box: Box, preset: str, text: str, *, line: bool = True) -> str:
    outline = (
        '<a:ln><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln>' if line else "<a:ln><a:noFill/></a:ln>"
    )
    words = f"<wps:txbx><w:txbxContent>{_paragraph(text)}</w:txbxContent></wps:txbx>" if text else ""
    return (
        f'<wps:wsp><wps:cNvPr id="{number}" name="S{number}"/><wps:cNvSpPr/><wps:spPr>{_transform(box)}'
        f'<a:prstGeom prst="{preset}"><a:avLst/></a:prstGeom>{outline}</wps:spPr>{words}<wps:bodyPr/></wps:wsp>'
    )


def _transform(box: Box, turned: str = "") -> str:
    left, top, right, bottom = (round(side * EMU) for side in box)
    return f'<a:xfrm{turned}><a:off x="{left}" y="{top}"/><a:ext cx="{right - left}" cy="{bottom - top}"/></a:xfrm>'


def _connector(number: int, ends: Ends, glued: tuple[int, int] | None, *, old: bool, bent: bool) -> Part:
    line = line_between(ends, bent=bent and not old)
    if old:
        flips = "".join(["x" * ("flipH" in line.turned), "y" * ("flipV" in line.turned)])
        arrow = '<v:stroke endarrow="block"/>'
        return line.box, f'<v:shape id="c{number}" type="#_x0000_t32" style="STYLE;flip:{flips}">{arrow}</v:shape>'
    ties = f'<a:stCxn id="{glued[0]}" idx="2"/><a:endCxn id="{glued[1]}" idx="0"/>' if glued else ""
    return line.box, (
        f'<wps:wsp><wps:cNvPr id="{number}" name="C{number}"/><wps:cNvCnPr>{ties}</wps:cNvCnPr><wps:spPr>'
        f'{_transform(line.placed, line.turned)}<a:prstGeom prst="{line.preset}"><a:avLst/></a:prstGeom>'
        '<a:ln><a:tailEnd type="triangle"/></a:ln></wps:spPr><wps:bodyPr/></wps:wsp>'
    )


def _word(number: int, ends: Ends, label: str, *, old: bool) -> Part:
    (x1, y1), (x2, y2) = ends
    x, y = (x1 + 4, y1 + 1) if y2 > y1 else (x1 - 26 if x2 < x1 else x1 + 2, y1 - 11)
    box = (x, y, x + 24, y + 10)
    if old:
        return box, _old_shape(number, "rect", label).replace("STYLE", 'STYLE" stroked="f', 1)
    return box, _shape(number, box, "rect", label, line=False)


def _old_shape(number: int, preset: str, text: str) -> str:
    words = f"<v:textbox><w:txbxContent>{_paragraph(text)}</w:txbxContent></v:textbox>" if text else ""
    return f'<v:shape id="s{number}" type="#_x0000_t{OLD_TYPES[preset]}" style="STYLE">{words}</v:shape>'


def _old(part: Part, origin: tuple[float, float]) -> str:
    (left, top, right, bottom), xml = part
    place = f"margin-left:{left - origin[0]:.2f}pt;margin-top:{top - origin[1]:.2f}pt"
    style = f"position:absolute;{place};width:{right - left:.2f}pt;height:{bottom - top:.2f}pt"
    return f"<w:r><w:pict>{xml.replace('STYLE', style, 1)}</w:pict></w:r>"


def _group(parts: list[Part]) -> Part:
    boxes = [box for box, _ in parts]
    left, top = (min(box[n] for box in boxes) for n in (0, 1))
    right, bottom = (max(box[n] for box in boxes) for n in (2, 3))
    own = _transform((left, top, right, bottom)).removesuffix("</a:xfrm>")
    inner = own.replace("a:off", "a:chOff").replace("a:ext", "a:chExt").removeprefix("<a:xfrm>")
    children = "".join(xml for _, xml in parts)
    return (
        left,
        top,
        right,
        bottom,
    ), f"<wpg:wgp><wpg:grpSpPr>{own}{inner}</a:xfrm></wpg:grpSpPr>{children}</wpg:wgp>"


def _anchored(part: Part, origin: tuple[float, float], number: int) -> str:
    (left, top, right, bottom), xml = part
    x, y = round((left - origin[0]) * EMU), round((top - origin[1]) * EMU)
    kind = "Group" if xml.startswith("<wpg") else "Shape"
    uri = f"http://schemas.microsoft.com/office/word/2010/wordprocessing{kind}"
    drawing = (
        '<w:drawing><wp:anchor layoutInCell="1">'
        f'<wp:positionH relativeFrom="column"><wp:posOffset>{x}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="paragraph"><wp:posOffset>{y}</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{round((right - left) * EMU)}" cy="{round((bottom - top) * EMU)}"/>'
        f'<wp:docPr id="{number}" name="D{number}"/>'
        f'<a:graphic><a:graphicData uri="{uri}">{xml}</a:graphicData></a:graphic></wp:anchor></w:drawing>'
    )
    old = '<w:pict><v:rect id="old" style="width:10pt;height:10pt"/></w:pict>'
    choice = f'<mc:Choice Requires="wps">{drawing}</mc:Choice><mc:Fallback>{old}</mc:Fallback>'
    return f"<w:r><mc:AlternateContent>{choice}</mc:AlternateContent></w:r>"


def _packed(document: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", document)
    return file.getvalue()


def saved(book: Book, way: str, folder: Path) -> Path:
    """Write a document into a folder."""
    path = folder / "lama.docx"
    path.write_bytes(written(book, way))
    return path
