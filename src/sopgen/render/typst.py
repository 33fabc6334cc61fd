"""From a template folder's .typ and a plan as JSON data to a PDF/A-2b, typeset by Typst.

Values reach the template as data (`json(bytes(sys.inputs.data))`), never as markup: no value can run as code.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Final

import typst

from sopgen.errors import TemplateError
from sopgen.render._fonts import fonts
from sopgen.render._package import day_seconds


class Typesetter:
    """One template, ready to typeset document after document: its fonts and files are read once.

    It may import what stands beside its folder (`/formulir.typ`), and nothing outside.
    """

    def __init__(self, template: Path) -> None:
        self.name = template.name
        self._compiler = typst.Compiler(str(template), root=str(template.parents[1]), font_paths=fonts())

    def pdf(self, data: Mapping[str, object], *, day: date) -> bytes:
        """Typeset `data` as PDF/A-2b; `day` is the date in the document's properties.

        Raises TemplateError with Typst's own words where the template does not compile.
        """
        return _compile(self._compiler, self.name, data, day)


def render(template: Path, data: Mapping[str, object], *, day: date) -> bytes:
    """Typeset one document (see Typesetter)."""
    return Typesetter(template).pdf(data, day=day)


PICTURE: Final = b"""
#let picture = json(bytes(sys.inputs.data))
#set document(title: picture.title, author: picture.author)
#set text(font: "Arimo", lang: "id")
#set page(width: picture.width * 1mm, height: picture.height * 1mm, margin: 0mm)
#image(bytes(picture.svg), format: "svg", width: 100%, height: 100%, alt: picture.description)
"""


@dataclass(frozen=True)
class Picture:
    """A drawing that becomes a page of its own size (millimetres)."""

    svg: bytes
    width: float
    height: float
    title: str
    description: str
    author: str


def picture_pdf(picture: Picture, *, day: date) -> bytes:
    """Return the drawing as a one-page PDF/A-2b of its exact size."""
    return _compile(_picture_compiler(), "picture", _picture_data(picture), day)


def picture_png(picture: Picture, *, dots_per_inch: int = 200) -> bytes:
    """Return the drawing as PNG."""
    inputs = {"data": _json(_picture_data(picture))}
    png = _picture_compiler().compile(format="png", ppi=float(dots_per_inch), sys_inputs=inputs)
    assert isinstance(png, bytes)
    return png


def _picture_compiler() -> typst.Compiler:
    # One a call: a compiler that two threads use at once refuses to work.
    return typst.Compiler(PICTURE, font_paths=fonts())


def _picture_data(picture: Picture) -> dict[str, object]:
    return {**asdict(picture), "svg": picture.svg.decode()}


def _json(data: Mapping[str, object]) -> str:
    return json.dumps(data, ensure_ascii=False, sort_keys=True)


def _compile(compiler: typst.Compiler, name: str, data: Mapping[str, object], day: date) -> bytes:
    try:
        pdf = compiler.compile(
            format="pdf",
            pdf_standards=["a-2b"],
            timestamp=day_seconds(day),
            sys_inputs={"data": _json(data)},
        )
    except typst.TypstError as error:
        raise TemplateError(f"{name}: {error}") from error
    assert isinstance(pdf, bytes)
    return pdf
