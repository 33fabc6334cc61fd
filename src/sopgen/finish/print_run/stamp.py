"""A page with nothing but a mark in its upper right corner, to lie over another."""

from datetime import date

import typst

from sopgen.render.fonts import fonts
from sopgen.render.package import day_seconds

PAGE = b"""
#set page(width: float(sys.inputs.width) * 1pt, height: float(sys.inputs.height) * 1pt, margin: 0mm, fill: none)
#set text(font: "Arimo", lang: "id", size: 9pt, weight: "bold")
#place(top + right, dx: -15mm, dy: 8mm, box(stroke: 0.75pt, inset: 1mm, sys.inputs.mark))
"""


def stamp_pdf(mark: str, width: float, height: float, *, day: date) -> bytes:
    """Return the marked page; width and height in points."""
    compiler = typst.Compiler(PAGE, font_paths=fonts())
    inputs = {"mark": mark, "width": f"{width:.3f}", "height": f"{height:.3f}"}
    pdf = compiler.compile(format="pdf", timestamp=day_seconds(day), sys_inputs=inputs)
    assert isinstance(pdf, bytes)
    return pdf
