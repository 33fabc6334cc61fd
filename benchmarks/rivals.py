"""The other side of each ratio: docxtpl alone, zlib alone, WeasyPrint, a bare loop over Typst's compiler."""

import base64
import io
import json
import zipfile
import zlib
from collections.abc import Callable, Sequence
from html import escape
from itertools import cycle
from pathlib import Path

import fontpkg_arimo
import typst
from docx.shared import Mm
from docxtpl import DocxTemplate, InlineImage
from office import NAME, TEMPLATES

from sopgen.plan.contract.tags import as_data
from sopgen.plan.letter.contents import OrderPlan
from sopgen.render.fonts import fonts
from sopgen.render.package import LEVEL, day_seconds

WORD = TEMPLATES / f"{NAME}.docx"


def bare_docxtpl(plan: OrderPlan) -> bytes:
    """Fill and save, nothing else: no measures of tables, no properties, no fixed times."""
    document = DocxTemplate(str(WORD))
    context: dict[str, object] = as_data(plan)
    if plan.code:
        context["kode"] = InlineImage(document, io.BytesIO(plan.code), height=Mm(plan.look.kode.sisi))
    document.render(context, autoescape=True)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def zlib_floor(letters: Sequence[bytes]) -> Callable[[], bytes]:
    """Return what packs the parts that differ from letter to letter and joins a file's bytes in memory.

    A part that the file holds as it is (a picture) is copied. Each call is for the next letter.
    """
    packages = [zipfile.ZipFile(io.BytesIO(letter)) for letter in letters]
    first, second = packages[:2]
    names = [
        info.filename
        for info in first.infolist()
        if info.compress_type == zipfile.ZIP_DEFLATED and first.read(info) != second.read(info.filename)
    ]
    turn = cycle([[package.read(name) for name in names] for package in packages])
    rest = bytes(len(letters[0]) - sum(first.getinfo(name).compress_size for name in names))

    def write() -> bytes:
        parts = [rest]
        for content in next(turn):
            packer = zlib.compressobj(LEVEL, zlib.DEFLATED, -15)
            parts += (packer.compress(content), packer.flush())
        return b"".join(parts)

    return write


def typst_loop(plans: Sequence[OrderPlan]) -> Callable[[], bytes]:
    """Return one step of a loop over the compiler with the same template; its data are made beforehand."""
    compiler = typst.Compiler(str(TEMPLATES / f"{NAME}.typ"), root=str(TEMPLATES), font_paths=fonts())
    data = iter([json.dumps(as_data(plan), ensure_ascii=False, sort_keys=True) for plan in plans])
    seconds = day_seconds(plans[0].day)
    return lambda: compiler.compile(
        format="pdf", pdf_standards=["a-2b"], timestamp=seconds, sys_inputs={"data": next(data)}
    )


STYLE = """
@font-face { font-family: Arimo; src: url(FONT) }
@page { size: WIDTHmm HEIGHTmm; margin: TOPmm RIGHTmm BOTTOMmm LEFTmm }
body { font-family: Arimo; font-size: SIZEpt; line-height: 1.12; margin: 0 }
p, ol { margin: 0; padding: 0 }
ol { padding-left: 6mm }
h1 { font-size: SIZEpt; text-decoration: underline }
h1, .c { text-align: center; font-weight: normal; margin: 0 }
.kop { border-bottom: .75pt solid; width: 85mm }
table { border-collapse: collapse; width: 100%; margin-top: 2mm }
td { vertical-align: top }
td:first-child { width: 26mm }
td:nth-child(2) { width: 4mm }
.list * { width: auto !important }
.list td, .list th { border: .5pt solid; height: 7.5mm; padding: 0 1mm }
.foot td { width: 50% !important; text-align: center }
img { width: 26mm; image-rendering: pixelated }
"""


class WeasyLetter:
    """The same letter as HTML, its style read once, its fonts kept."""

    def __init__(self, plan: OrderPlan) -> None:
        from weasyprint import CSS
        from weasyprint.text.fonts import FontConfiguration

        style = STYLE.replace("FONT", (Path(fontpkg_arimo.ROOT) / "files" / "Arimo[wght].ttf").as_uri())
        for name in ("width", "height", "top", "right", "bottom", "left"):
            style = style.replace(name.upper(), str(getattr(plan.page, name)))
        self._fonts = FontConfiguration()
        self._style = CSS(string=style.replace("SIZE", str(plan.size_pt)), font_config=self._fonts)

    def pdf(self, plan: OrderPlan) -> bytes:
        """Typeset one letter."""
        from weasyprint import HTML

        made: bytes = HTML(string=_html(plan)).write_pdf(stylesheets=[self._style], font_config=self._fonts)
        return made


def _html(plan: OrderPlan) -> str:
    def rows(*pairs: tuple[str, str]) -> str:
        return "<table>" + "".join(f"<tr><td>{label}<td>: <td>{text}" for label, text in pairs) + "</table>"

    def listed(items: Sequence[str]) -> str:
        return "<ol>" + "".join(f"<li>{escape(item)}" for item in items) + "</ol>"

    kop = "<br>".join(map(escape, plan.kop))
    people = "".join(
        "<tr>" + "".join(f"<td>{escape(text)}" for text in (line.head, line.number, line.label, ":", line.value))
        for line in plan.recipients
    )
    code = base64.b64encode(plan.code).decode()
    picture = f'<img src="data:image/png;base64,{code}"><br>{plan.code_title}' if code else ""
    left = f"{plan.receiver.title}<br><br><br><br>{escape(plan.receiver.name)}<br>{escape(plan.receiver.rank)}"
    right = f"Dikeluarkan di : {plan.place}<br>pada tanggal : {plan.issued}<br>{plan.signer.post}<br><br><br><br>"
    right += f"<b><u>{escape(plan.signer.name)}</u></b><br>{plan.signer.rank}"
    equipment = "<br>".join(escape(one) for pair in plan.equipment for one in pair)
    copies = f"<u>Tembusan :</u>{listed(plan.copies)}"
    return (
        f"<html lang=id><title>{escape(plan.title)}</title><div class='c kop'>{kop}</div><br>"
        f"<h1>{plan.letter}</h1><p class=c>Nomor : {escape(plan.number)}</p>"
        + rows(("Pertimbangan", escape(plan.consideration)), ("Dasar", listed(plan.basis)))
        + "<p class=c><b>DIPERINTAHKAN</b></p>"
        + f"<table class=list>{people}</table>"
        + rows(
            ("Untuk", listed(plan.duties)),
            ("Kelengkapan", equipment),
        )
        + f"<p>Selesai.</p><table class=foot><tr><td>{left}<td>{right}<tr><td>{copies}<td>{picture}</table>"
    )
