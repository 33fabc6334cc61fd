"""From a template folder's .typ and a plan as JSON data to a PDF/A-2a that is PDF/UA-1 too, typeset by Typst.

Values reach the template as data (`json(bytes(sys.inputs.data))`), never as markup: no value can run as code.
"""

import json
import os
import re
import struct
import tempfile
import zlib
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Concatenate, Final, ParamSpec, TypeVar

import typst

from sopgen.errors import TemplateError
from sopgen.messages import say
from sopgen.plan.watermark import Watermark
from sopgen.render.fonts import fonts
from sopgen.render.package import day_seconds
from sopgen.render.planned_pages import refuse_other_pages
from sopgen.render.templates import is_shipped, readable_files
from sopgen.render.typst_words import refused
from sopgen.render.watermark import square_svg
from sopgen.tools.bounded import MEMORY, SECONDS, Bounded, Overrun

# Set before the template is read, so that no template can leave the word out.
MARKED: Final = """
#let mark = json(bytes(sys.inputs.mark))
#set document(keywords: (mark.word,))
#set page(background: image(bytes(mark.svg), format: "svg", width: mark.side * 1mm, alt: mark.word))
#include "/{name}"
"""


# What Typst's own checks pass: archives (with the structure of the text), and readers who hear a page.
STANDARDS: Final[list["typst.PDFStandard"]] = ["a-2a", "ua-1"]
WITHOUT_CLAIM: Final[list["typst.PDFStandard"]] = ["a-2b"]
CLAIMS: Final = ("PDF/A-2a", "PDF/UA-1")
LAST_OBJECT: Final = re.compile(
    rb"(/ViewerPreferences<<)([^<>]*>>[^<>]*>>\nendobj\nxref\n.*startxref\n)(\d+)(\n%%EOF)\Z", re.DOTALL
)
UNSCALED: Final = b"/PrintScaling/None"
# Between the heads of a PNG and its pixels; its first chunk, IHDR, ends there (ISO/IEC 15948, 5.6, 11.3.5.3).
PNG_HEAD: Final = 33
INCH: Final = 0.0254


Main = TypeVar("Main", str, bytes)
P = ParamSpec("P")
R = TypeVar("R")
# Where no package can be, and none be put.
NO_FOLDER: Final = str(Path(os.devnull) / "paket")


class Typesetter:
    """One template, ready to typeset document after document: its fonts and files are read once.

    It may import what stands in `root`, by default beside its folder (`/formulir.typ`), and nothing outside: no
    package, no network. A template that is not the shipped one is typeset in a process with bounds, from a copy of
    what it may read, and its pages are looked at.
    """

    def __init__(self, template: Path, root: Path | None = None) -> None:
        self._root = root or template.parents[1]
        self.name, self._main = template.name, template.relative_to(self._root).as_posix()
        self._compiler = _compiler(str(template), self._root) if is_shipped(template) else None

    def pdf(self, data: Mapping[str, object], *, day: date, mark: Watermark | None = None) -> bytes:
        """Typeset `data` as PDF/A-2a and PDF/UA-1, as PDF/A-2b where a template describes a picture by no words.

        `day` is the date in the document's properties, `mark` stands on every page.

        Raises TemplateError with the place and the reason where the template does not compile.
        """
        inputs = {"data": _json(data)}
        if mark:
            svg, side = square_svg(mark)
            inputs["mark"] = _json({"word": mark.word, "svg": svg, "side": side})
        if self._compiler is None:
            made = self._apart(inputs, day)
            refuse_other_pages(made, data, self.name)
            return made
        if mark is None:
            return _compile(self._compiler, self.name, inputs, day)
        return _compile(_marked(self._main, self._root), self.name, inputs, day)

    def svg(self, data: Mapping[str, object]) -> list[bytes]:
        """Typeset `data` as pictures, one a page, to be looked at on a screen. Raises TemplateError as `pdf`."""
        inputs = {"data": _json(data)}
        if self._compiler is None:
            return self._bounded(draw_copy, inputs)
        return _drawn(self._compiler, self.name, inputs)

    def _apart(self, inputs: dict[str, str], day: date) -> bytes:
        return self._bounded(typeset_copy, inputs, day)

    def _bounded(self, make: Callable[Concatenate[str, str, P], R], *args: P.args, **values: P.kwargs) -> R:
        """Return what is made of a copy of the templates in a process with bounds."""
        try:
            with tempfile.TemporaryDirectory(prefix="sopgen-") as folder:
                for name, content in readable_files(self._root):
                    place = Path(folder, "templates", name)
                    place.parent.mkdir(parents=True, exist_ok=True)
                    place.write_bytes(content)
                return APART.call(make, folder, self._main, *args, **values)
        except Overrun as error:
            raise TemplateError(
                say(
                    "{file}: it takes more than {seconds} s or {memory} MB to typeset. fix: look for a loop or a "
                    "text without end, or copy the shipped template anew (`sopgen new` writes it)",
                    file=self.name,
                    seconds=SECONDS,
                    memory=MEMORY // 1024**2,
                )
            ) from error


# Shared by all templates of a run: what it reads is another folder each time.
APART: Final = Bounded()


def typeset_copy(folder: str, main: str, inputs: dict[str, str], day: date) -> bytes:
    """Typeset the template `main` of the copy in folder/templates; there are no packages, and no way to get any."""
    root = Path(folder, "templates")
    compiler = _marked(main, root) if "mark" in inputs else _compiler(str(root / main), root)
    return _compile(compiler, main.rpartition("/")[2], inputs, day)


def draw_copy(folder: str, main: str, inputs: dict[str, str]) -> list[bytes]:
    """Draw the pages of the template `main` of the copy in folder/templates, as `typeset_copy` typesets them."""
    root = Path(folder, "templates")
    return _drawn(_compiler(str(root / main), root), main.rpartition("/")[2], inputs)


def _drawn(compiler: typst.Compiler, name: str, inputs: dict[str, str]) -> list[bytes]:
    try:
        made = compiler.compile(format="svg", sys_inputs=inputs)
    except typst.TypstError as error:
        raise refused(name, error) from error
    return made if isinstance(made, list) else [made or b""]


def _compiler(main: Main, root: Path) -> typst.Compiler:
    folder = str(root)
    return typst.Compiler(main, root=folder, font_paths=fonts(), package_path=NO_FOLDER, package_cache_path=NO_FOLDER)


def _marked(main: str, root: Path) -> typst.Compiler:
    # One a call: a compiler knows a text that is in no file for its first document only.
    return _compiler(MARKED.format(name=main).encode(), root)


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
    """Return the drawing as a one-page PDF/A-2a, PDF/UA-1 of its exact size."""
    return _compile(_picture_compiler(), "picture", {"data": _json(_picture_data(picture))}, day)


def picture_png(picture: SvgPage, *, dots_per_inch: int = 200) -> bytes:
    """Return the drawing as PNG."""
    inputs = {"data": _json(_picture_data(picture))}
    png = _picture_compiler().compile(format="png", ppi=float(dots_per_inch), sys_inputs=inputs)
    assert isinstance(png, bytes)
    return png[:PNG_HEAD] + _dots(dots_per_inch) + png[PNG_HEAD:]


def _dots(an_inch: int) -> bytes:
    """Return the chunk of a PNG that tells how large it is on paper: its dots a metre."""
    a_metre = round(an_inch / INCH)
    chunk = b"pHYs" + struct.pack(">IIB", a_metre, a_metre, 1)
    return struct.pack(">I", len(chunk) - 4) + chunk + struct.pack(">I", zlib.crc32(chunk))


def _picture_compiler() -> typst.Compiler:
    # One a call: a compiler that two threads use at once refuses to work.
    return typst.Compiler(PICTURE, font_paths=fonts())


def _picture_data(picture: SvgPage) -> dict[str, object]:
    return {**asdict(picture), "svg": picture.svg.decode()}


def _json(data: Mapping[str, object]) -> str:
    return json.dumps(data, ensure_ascii=False, sort_keys=True)


def _compile(compiler: typst.Compiler, name: str, inputs: dict[str, str], day: date) -> bytes:
    def made(standards: list["typst.PDFStandard"]) -> bytes:
        pdf = compiler.compile(format="pdf", pdf_standards=standards, timestamp=day_seconds(day), sys_inputs=inputs)
        assert isinstance(pdf, bytes)
        return _printed_at_its_size(pdf)

    try:
        try:
            return made(STANDARDS)
        except typst.TypstError as error:
            if not any(claim in str(error) for claim in CLAIMS):
                raise
            return made(WITHOUT_CLAIM)  # a unit's own template, with a picture that nothing describes
    except typst.TypstError as error:
        raise refused(name, error) from error


def _printed_at_its_size(pdf: bytes) -> bytes:
    """Return the PDF with the wish that no viewer scales it for a printer: forms are measured in millimetres.

    Typst writes the catalog last, so that only the place of the table of objects behind it moves.
    """
    found = LAST_OBJECT.search(pdf)
    assert found, "Typst writes its catalog otherwise"
    place = b"%d" % (int(found[3]) + len(UNSCALED))
    # With the end of line that an object which a signature adds behind it must have before it (ISO 19005-2, 6.1.9).
    return b"".join((pdf[: found.end(1)], UNSCALED, found[2], place, found[4], b"\n"))
