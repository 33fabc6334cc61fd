"""The reader of an old file, by what it is; what only LibreOffice reads comes through it."""

import tempfile
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

from sopgen.errors import SopgenError, with_fix
from sopgen.jobs.old.kinds import ENDINGS, FileKind, content_of, kind_of
from sopgen.messages import say
from sopgen.model.sop import UNDATED
from sopgen.read.old.cells.reader import read_workbook as read_drawn_workbook
from sopgen.read.old.found import OldSop
from sopgen.read.old.pdf.reader import read_pdf
from sopgen.read.old.steps.reader import read_csv, read_workbook
from sopgen.read.old.text.reader import read_text
from sopgen.read.old.word.reader import read_word
from sopgen.tools import libreoffice


def read_old(path: Path) -> OldSop:
    """Return what an old file says; raise SopgenError where it can not be read, or holds no SOP."""
    content = content_of(path)
    kind = kind_of(path, content)
    old = _converted(content, ENDINGS[kind]) if kind in ENDINGS else READERS[kind](path)
    if not (old.heads or old.activities or any(name.endswith(".judul") for name in old.texts)):
        what = say("{file}: no part of an SOP was found in it", file=path.as_posix())
        fix = say("look whether it is the right file, and whole: number, legal basis, table of the flow")
        raise SopgenError(with_fix(what, fix))
    return old


def _text(path: Path) -> OldSop:
    return read_text(path.read_bytes())


def _workbook(path: Path) -> OldSop:
    """Return what a workbook says: by its drawn shapes where these tell a flow, else by its rows.

    A picture of an emblem and remarks at cells are drawn, too, and tell none.
    """
    if not _is_drawn(path):
        return read_workbook(path)
    drawn = read_drawn_workbook(path)
    if _tells_roles(drawn):
        return drawn
    try:
        rows = read_workbook(path)
    except SopgenError:  # it has no table of steps either: what was read of the rest counts
        return drawn
    return rows if _tells_roles(rows) else drawn


def _is_drawn(path: Path) -> bool:
    with zipfile.ZipFile(path) as package:
        return any(name.startswith(("xl/drawings/drawing", "xl/drawings/vmlDrawing")) for name in package.namelist())


def _word(path: Path) -> OldSop:
    """Return what a Word document says; a flow that its shapes do not tell is read from its printed pages."""
    old = read_word(path)
    if _tells_roles(old) or libreoffice.program() is None:
        return old
    with tempfile.TemporaryDirectory(prefix="sopgen-") as folder:
        printed = Path(folder) / "lama.pdf"
        printed.write_bytes(libreoffice.to_pdf(path.read_bytes(), day=UNDATED))
        pages = read_pdf(printed)
    return replace(old, activities=pages.activities, layout=pages.layout) if _tells_roles(pages) else old


def _tells_roles(old: OldSop) -> bool:
    return any(step.roles for one in old.activities for step in one.steps)


def _converted(content: bytes, suffix: str) -> OldSop:
    """Return what a document says that LibreOffice makes a DOCX of."""
    document = libreoffice.to_docx(content, suffix)
    with tempfile.TemporaryDirectory(prefix="sopgen-") as folder:
        made = Path(folder) / "lama.docx"
        made.write_bytes(document)
        return _word(made)


READERS: Final[Mapping[FileKind, Callable[[Path], OldSop]]] = {
    FileKind.TEXT: _text,
    FileKind.CSV: read_csv,
    FileKind.PDF: read_pdf,
    FileKind.WORKBOOK: _workbook,
    FileKind.WORD: _word,
}
