"""The pages of a document for the screen while it is written: the real template, typeset again and again.

A kept compiler sets anew only what changed. The contents lie in a file beside it: a value given otherwise would let
all be set anew. Each text that has a place of the spec is a link to it, `isian:<path>`; the printed words and where
they stand are the same as in the PDF.
"""

import json
import re
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import typst

from sopgen.errors import TemplateError
from sopgen.messages import say
from sopgen.plan.watermark import Watermark
from sopgen.render.fonts import fonts
from sopgen.render.templates import is_shipped, readable_files
from sopgen.render.typst_words import refused
from sopgen.render.watermark import square_svg
from sopgen.tools.bounded import Bounded, Overrun

SCHEME: Final = "isian:"
# The properties of the file: a page does not show them, and with one of them all pages would be set anew.
PROPERTIES: Final = re.compile(r"^#set document\([^()]*\)$", re.MULTILINE)
# How every template takes its contents.
GIVEN: Final = "json(bytes(sys.inputs.data))"
CONTENTS, MARK, MAIN = "isi-halaman.json", "tanda-halaman.json", "pratinjau.typ"
LINKED: Final = """
#let tertaut(isi) = if type(isi) == dictionary {
  if isi.len() == 2 and "t" in isi and "p" in isi { link("isian:" + isi.p, isi.t) } else {
    isi.pairs().map(((nama, nilai)) => (nama, tertaut(nilai))).to-dict()
  }
} else if type(isi) == array { isi.map(tertaut) } else { isi }
"""
PREVIEW: Final = """
#let mark = json("/{mark}")
#set page(background: if mark != none {{ image(bytes(mark.svg), format: "svg", width: mark.side * 1mm) }})
#include "/{name}"
"""


class LivePages:
    """A template that is typeset for the screen; one thread at a time uses it."""

    def __init__(self, template: Path, root: Path) -> None:
        """Copy what the template may read into a folder of its own, where its contents are put beside it."""
        self._folder = tempfile.TemporaryDirectory(prefix="sopgen-meja-")
        self._home, self._name = Path(self._folder.name), template.name
        for name, content in readable_files(root):
            place = self._home / name
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content)
        main = self._home / template.relative_to(root)
        text = PROPERTIES.sub("", main.read_text("utf-8"))
        main.write_text(LINKED + text.replace(GIVEN, f'tertaut(json("/{CONTENTS}"))'), "utf-8")
        relative = main.relative_to(self._home).as_posix()
        (self._home / MAIN).write_text(PREVIEW.format(mark=MARK, name=relative), "utf-8")
        self._trusted = is_shipped(template)
        self._mark: Watermark | None = None
        self._put_mark(None)

    def svgs(self, data: Mapping[str, Any], mark: Watermark | None) -> list[bytes]:
        """Return the pages. Raises TemplateError where the template can not be typeset."""
        if mark != self._mark:
            self._put_mark(mark)
        (self._home / CONTENTS).write_text(json.dumps(data, ensure_ascii=False), "utf-8")
        try:
            if self._trusted:
                return typeset_pages(str(self._home))
            return APART.call(typeset_pages, str(self._home))
        except typst.TypstError as error:
            raise refused(self._name, error) from error
        except Overrun as error:
            what = say("{file}: it takes too long to show its pages here", file=self._name)
            raise TemplateError(what) from error

    def _put_mark(self, mark: Watermark | None) -> None:
        told = None
        if mark:
            svg, side = square_svg(mark)
            told = {"svg": svg, "side": side}
        (self._home / MARK).write_text(json.dumps(told), "utf-8")
        self._mark = mark

    def close(self) -> None:
        """Forget the compiler and its folder."""
        COMPILERS.pop(str(self._home), None)
        self._folder.cleanup()


# A template that is not the shipped one has bounds, in a process that keeps its compiler as well.
APART: Final = Bounded()
COMPILERS: Final[dict[str, typst.Compiler]] = {}
# What each holds of fonts and former pages is some 30 MB.
MOST_KEPT: Final = 4


def typeset_pages(folder: str) -> list[bytes]:
    """Return the pages of the preview in a folder as SVG, by its compiler that is kept."""
    if folder not in COMPILERS:
        while len(COMPILERS) >= MOST_KEPT:
            COMPILERS.pop(next(iter(COMPILERS)))
        COMPILERS[folder] = typst.Compiler(str(Path(folder, MAIN)), root=folder, font_paths=fonts())
    made = COMPILERS[folder].compile(format="svg")
    return made if isinstance(made, list) else [made or b""]
