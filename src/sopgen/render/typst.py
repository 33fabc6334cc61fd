"""From a template folder's .typ and a plan as JSON data to a PDF/A-2b, typeset by Typst.

Values reach the template as data (`json(bytes(sys.inputs.data))`), never as markup: no value can run as code.
"""

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Final, TypeVar

import typst

from sopgen.errors import TemplateError
from sopgen.plan.watermark import Watermark
from sopgen.render.fonts import fonts
from sopgen.render.package import day_seconds
from sopgen.render.watermark import square_svg

# Set before the template is read, so that no template can leave the word out.
MARKED: Final = """
#let mark = json(bytes(sys.inputs.mark))
#set document(keywords: (mark.word,))
#set page(background: image(bytes(mark.svg), format: "svg", width: mark.side * 1mm, alt: mark.word))
#include "/{name}"
"""

Main = TypeVar("Main", str, bytes)
# Where no package can be, and none be put.
NO_FOLDER: Final = str(Path(os.devnull) / "paket")


class Typesetter:
    """One template, ready to typeset document after document: its fonts and files are read once.

    It may import what stands in `root`, by default beside its folder (`/formulir.typ`), and nothing outside: no
    package, no network.
    """

    def __init__(self, template: Path, root: Path | None = None) -> None:
        folder = root or template.parents[1]
        self.name, self._main = template.name, template.relative_to(folder).as_posix()
        self._root = str(folder)
        self._compiler = _compiler(str(template), self._root)

    def pdf(self, data: Mapping[str, object], *, day: date, mark: Watermark | None = None) -> bytes:
        """Typeset `data` as PDF/A-2b; `day` is the date in the document's properties, `mark` stands on every page.

        Raises TemplateError with Typst's own words where the template does not compile.
        """
        inputs = {"data": _json(data)}
        if mark is None:
            return _compile(self._compiler, self.name, inputs, day)
        svg, side = square_svg(mark)
        inputs["mark"] = _json({"word": mark.word, "svg": svg, "side": side})
        # One a call: a compiler knows a text that is in no file for its first document only.
        marked = _compiler(MARKED.format(name=self._main).encode(), self._root)
        return _compile(marked, self.name, inputs, day)


def _compiler(main: Main, root: str) -> typst.Compiler:
    return typst.Compiler(main, root=root, font_paths=fonts(), package_path=NO_FOLDER, package_cache_path=NO_FOLDER)


def render(
    template: Path,
    data: Mapping[str, object],
    *,
    day: date,
    mark: Watermark | None = None,
    root: Path | None = None,
) -> bytes:
    """Typeset one document (see Typesetter)."""
    return Typesetter(template, root).pdf(data, day=day, mark=mark)


PICTURE: Final = b"""
#let picture = json(bytes(sys.inputs.data))
#set document(title: picture.title, author: picture.author, keywords: picture.keywords)
#set text(font: "Arimo", lang: "id")
#set page(width: picture.width * 1mm, height: picture.height * 1mm, margin: 0mm)
#image(bytes(picture.svg), format: "svg", width: 100%, height: 100%, alt: picture.description)
"""


@dataclass(frozen=True)
class SvgPage:
    """A drawing that becomes a page of its own size (millimetres)."""

    svg: bytes
    width: float
    height: float
    title: str
    description: str
    author: str
    keywords: tuple[str, ...] = ()


def picture_pdf(picture: SvgPage, *, day: date) -> bytes:
    """Return the drawing as a one-page PDF/A-2b of its exact size."""
    return _compile(_picture_compiler(), "picture", {"data": _json(_picture_data(picture))}, day)


def picture_png(picture: SvgPage, *, dots_per_inch: int = 200) -> bytes:
    """Return the drawing as PNG."""
    inputs = {"data": _json(_picture_data(picture))}
    png = _picture_compiler().compile(format="png", ppi=float(dots_per_inch), sys_inputs=inputs)
    assert isinstance(png, bytes)
    return png


def _picture_compiler() -> typst.Compiler:
    # One a call: a compiler that two threads use at once refuses to work.
    return typst.Compiler(PICTURE, font_paths=fonts())


def _picture_data(picture: SvgPage) -> dict[str, object]:
    return {**asdict(picture), "svg": picture.svg.decode()}


def _json(data: Mapping[str, object]) -> str:
    return json.dumps(data, ensure_ascii=False, sort_keys=True)


def _compile(compiler: typst.Compiler, name: str, inputs: dict[str, str], day: date) -> bytes:
    try:
        pdf = compiler.compile(
            format="pdf",
            pdf_standards=["a-2b"],
            timestamp=day_seconds(day),
            sys_inputs=inputs,
        )
    except typst.TypstError as error:
        raise TemplateError(f"{name}: {error}") from error
    assert isinstance(pdf, bytes)
    return pdf
