"""The list of the tags of each template folder, `templates/<folder>/tanda.md`, from the plans themselves."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, partial
from pathlib import Path
from typing import Final

from sopgen.jobs.templates.sample import PROSE, PROSE_WITH_FLOW
from sopgen.model.chapters import ProseSop
from sopgen.model.look.matrix import MatrixLook
from sopgen.model.look.prose import ProseLook
from sopgen.model.look.sop import SopLook
from sopgen.model.unit import LetterKind
from sopgen.plan.basis import order_ground
from sopgen.plan.chapters.plan import plan_prose
from sopgen.plan.contract.tags import TagLine, tag_lines
from sopgen.plan.document import plan_document
from sopgen.plan.forms.table import FORMS, FormLooks, plan_form
from sopgen.plan.letter.plan import plan_order
from sopgen.plan.letter.task import OrderTask, PersonRow
from sopgen.plan.matrix.plan import plan_matrix
from sopgen.read.load import Edition, load_edition
from sopgen.read.look import load_forms_look, load_letter_look, load_look
from sopgen.workspace import example

NAME: Final = "tanda.md"
LONGEST: Final = 60
INTRODUCTION: Final = """# Tanda dalam templat {folder}

Ditulis oleh `make rules`; jangan diubah dengan tangan. Nama tanda sama di .docx (`{{{{ tanda }}}}`) dan .typ
(`d.tanda`). `[]` berarti daftar: di Word diulang dengan `{{%p for satu in tanda %}}` sampai `{{%p endfor %}}`.

| tanda | arti | contoh |
|---|---|---|
"""


def tag_lists() -> dict[str, str]:
    """Return the text of each list by the name of its template folder, with examples of the shipped editions."""
    return {folder: _text(folder, _known(lines())) for folder, lines in FOLDERS.items()}


def _document() -> Iterator[TagLine]:
    look = load_look(_templates() / "sop", SopLook)
    for edition in (_edition("fkpm/2019"), _edition("mediasi/contoh")):
        yield from tag_lines(plan_document(edition.sop, edition.unit, look))
    yield TagLine("lambang_sampul", "tempat lambang pada sampul (hanya Word)", "")
    yield TagLine("lambang_identitas", "tempat lambang pada halaman identitas (hanya Word)", "")
    yield TagLine(
        "halaman_depan", "tempat halaman kepala kendali atau puskesmas, sendirian dalam paragrafnya (hanya Word)", ""
    )
    yield TagLine("tabel_alur", "tempat tabel alur, sendirian dalam paragrafnya (hanya Word)", "")
    yield TagLine("halaman_depan", "tempat kepala bentuk lain, sendirian dalam paragrafnya (hanya Word)", "")


def _prose() -> Iterator[TagLine]:
    look, table = load_look(_templates() / "naskah-sop", ProseLook), load_look(_templates() / "sop", SopLook)
    for edition in (load_edition(example() / path) for path in (PROSE, PROSE_WITH_FLOW)):
        if isinstance(edition.sop, ProseSop):
            yield from tag_lines(plan_prose(edition.sop, edition.unit, look, table))
    yield TagLine("tabel_alur", "tempat tabel alur, sendirian dalam paragrafnya (hanya Word)", "")


def _matrix() -> Iterator[TagLine]:
    look = load_look(_templates() / "matriks-perubahan", MatrixLook)
    old, new = _edition("fkpm/2019"), _edition("mediasi/contoh")
    yield from tag_lines(plan_matrix(old.sop, new.sop, new.unit, look))


def _letter(kind: LetterKind) -> Iterator[TagLine]:
    edition = _edition("fkpm/2019")
    look = load_letter_look(_templates() / kind, kind)
    ground = order_ground(edition.sop, edition.unit.sending(kind), edition.regulations, edition.sop.day)
    people = tuple(PersonRow(f"Personel Contoh {n}", "BRIPDA", f"0000000{n}", "Anggota") for n in range(1, 8))
    for task in (OrderTask(people=people[:1], day=edition.sop.day), OrderTask(people=people, day=edition.sop.day)):
        yield from tag_lines(plan_order(ground, edition.sop.kegiatan[0], look, task))


def _form(name: str) -> Iterator[TagLine]:
    edition, form = _edition("fkpm/2019"), FORMS[name]
    looks = FormLooks(load_forms_look(_templates()), load_look(_templates() / name, form.look))
    plan = plan_form(form, (edition.sop, edition.unit), looks, activity=edition.sop.kegiatan[0])
    yield from tag_lines(plan)
    yield from tag_lines(plan.content)


FOLDERS: Final[Mapping[str, Callable[[], Iterator[TagLine]]]] = {
    "sop": _document,
    "naskah-sop": _prose,
    "matriks-perubahan": _matrix,
    **{kind: partial(_letter, kind) for kind in LetterKind},
    **{name: partial(_form, name) for name in FORMS},
}


@cache
def _edition(name: str) -> Edition:
    return load_edition(example() / "spec" / "sop" / f"{name}.yaml")


def _templates() -> Path:
    return example() / "templates"


def _known(lines: Iterable[TagLine]) -> list[TagLine]:
    """Return each tag once, with an example where any edition has one.

    A list that is empty in one edition is told by its items in another.
    """
    found: dict[str, TagLine] = {}
    for line in lines:
        if line.name not in found or not found[line.name].example:
            found[line.name] = line
    lists = {name[: mark.start()] for name in found for mark in re.finditer(r"\[\]", name)}
    return [line for name, line in found.items() if name not in lists]


def _text(folder: str, lines: Iterable[TagLine]) -> str:
    rows = "".join(f"| `{line.name}` | {line.meaning} | {_cell(line.example)} |\n" for line in lines)
    return INTRODUCTION.format(folder=folder) + rows


def _cell(example: str) -> str:
    short = example if len(example) <= LONGEST else f"{example[:LONGEST].rstrip()}…"
    return " ".join(short.replace("|", "\\|").split())
