"""What the program knows of each Word template: its tables by name, and what its look says of its styles."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from sopgen.model.look.letter import LetterLook
from sopgen.model.look.matrix import MatrixLook
from sopgen.model.look.prose import ProseLook
from sopgen.model.look.sop import SopLook
from sopgen.model.unit import LetterKind
from sopgen.plan.forms.table import FORMS
from sopgen.read.look import FORMS as FORMS_FILE
from sopgen.read.look import LOOKS, NAME, load_forms_look, load_letter_look, load_look
from sopgen.render.word import matrix
from sopgen.render.word.letters import form, order
from sopgen.render.word.look import StyleLook
from sopgen.render.word.official import look as official
from sopgen.render.word.prose import document as prose
from sopgen.workspace import template_folder


@dataclass(frozen=True)
class TemplateLook:
    """What a folder's look says of its styles: the face, and the styles at each size that may come to be printed.

    `file` is where it says so.
    """

    face: str
    styles: Sequence[Mapping[str, StyleLook]]
    file: str = NAME


@dataclass(frozen=True)
class WordTemplate:
    """The tables of a Word template by name, those that it must have, and how its folder's look is read.

    Reading raises SpecError with the faults of the look.
    """

    look: Callable[[Path], TemplateLook]
    tables: Sequence[str]
    needed: Sequence[str] = ()


def _sop(folder: Path) -> TemplateLook:
    look = load_look(folder, SopLook)
    return TemplateLook(look.huruf, [official.looks_at(look, one.ukuran) for one in look.alur.pilihan])


def _prose(folder: Path) -> TemplateLook:
    look, table = load_look(folder, ProseLook), load_look(template_folder(folder.parent, "sop"), SopLook)
    sizes = (look.isi.ukuran, *(one.ukuran for one in table.alur.pilihan))
    return TemplateLook(look.huruf, [prose.style_looks(look, size) for size in sizes])


def _matrix(folder: Path) -> TemplateLook:
    look = load_look(folder, MatrixLook)
    return TemplateLook(look.huruf, [matrix.style_looks(look)])


def _order(folder: Path) -> TemplateLook:
    look: LetterLook = load_letter_look(folder, LetterKind(folder.name))
    return TemplateLook(look.huruf, [order.style_looks(look, size) for size in look.ukuran])


def _form(folder: Path) -> TemplateLook:
    own: Any = load_look(folder, LOOKS[folder.name])
    shared = load_forms_look(folder.parent)
    return TemplateLook(shared.huruf, [form.style_looks(shared, own)], f"{FORMS_FILE}, {NAME}")


ORDER_TABLES: Final = (*order.TABLES, *order.ANNEX_TABLES)
WORD_TEMPLATES: Final = {
    "sop": WordTemplate(_sop, ("identitas",), ("identitas",)),
    "naskah-sop": WordTemplate(_prose, prose.TABLES, prose.TABLES),
    "matriks-perubahan": WordTemplate(_matrix, matrix.TABLES, matrix.TABLES),
    **dict.fromkeys(LetterKind, WordTemplate(_order, ORDER_TABLES, ORDER_TABLES)),
    **dict.fromkeys(FORMS, WordTemplate(_form, form.TABLES, form.NEEDED)),
}
