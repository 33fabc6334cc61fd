"""A page with a mark in its upper right corner, and a row for initials at its foot, to lie over another."""

import json
from collections.abc import Sequence
from datetime import date

import typst

from sopgen.render.fonts import fonts
from sopgen.render.package import day_seconds

PAGE = b"""
#set page(width: float(sys.inputs.width) * 1pt, height: float(sys.inputs.height) * 1pt, margin: 0mm, fill: none)
#set text(font: "Arimo", lang: "id", size: 9pt, weight: "bold")
#place(top + right, dx: -15mm, dy: 8mm, box(stroke: 0.75pt, inset: 1mm, sys.inputs.mark))
#let initials = json(bytes(sys.inputs.initials))
#if initials.len() > 0 {
  place(bottom + center, dy: -4mm, table(
    columns: initials.map(_ => 30mm), rows: 10.5mm, stroke: 0.5pt, inset: 0.6mm, align: left + top,
    ..initials.map(who => text(size: 6.5pt, weight: "regular", who)),
  ))
}
"""


def stamp_pdf(mark: str, width: float, height: float, *, day: date, initials: Sequence[str] = ()) -> bytes:
    """Return the marked page; width and height in points. The row for `initials` stands in the lower margin."""
    compiler = typst.Compiler(PAGE, font_paths=fonts())
    inputs = {
        "mark": mark,
        "width": f"{width:.3f}",
        "height": f"{height:.3f}",
        "initials": json.dumps(list(initials)),
    }
    pdf = compiler.compile(format="pdf", timestamp=day_seconds(day), sys_inputs=inputs)
    assert isinstance(pdf, bytes)
    return pdf
