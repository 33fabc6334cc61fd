"""What the build will refuse of a template, as a problem of `check`; and what of it depends on an edition."""

import re
from pathlib import Path
from typing import Final

from sopgen.errors import Problem, SopgenError, TemplateError
from sopgen.jobs.pages import plan_edition
from sopgen.model.chapters import template_of
from sopgen.plan.contract.document import DocumentPlan
from sopgen.plan.contract.tags import as_data
from sopgen.read.load import Edition
from sopgen.render.templates import is_shipped, refuse_narrow
from sopgen.workspace import template_folder, templates

# How a TemplateError goes on, in both languages.
FIX: Final = re.compile(r"\. (?:fix|perbaikan): ")


def refused(file: Path, error: TemplateError, code: str = "TP01") -> Problem:
    """Return what the build will refuse."""
    what, _, fix = FIX.sub("\n", str(error).removeprefix(file.name).lstrip(": ")).partition("\n")
    return Problem(file.as_posix(), 1, 1, code, what, fix)


def page_problems(edition: Edition) -> list[Problem]:
    """Return what an edition needs that its own templates lack: columns, room on a page."""
    return [*_narrow(edition), *_without_room(edition)]


def _narrow(edition: Edition) -> list[Problem]:
    name = template_of(edition.sop)
    typst = template_folder(templates(edition.path), name) / f"{name}.typ"
    try:
        if typst.is_file() and not is_shipped(typst):
            refuse_narrow([column.judul for column in edition.sop.kolom_tambahan], typst)
    except TemplateError as error:
        return [refused(typst, error)]
    return []


def _without_room(edition: Edition) -> list[Problem]:
    """Return what the Word template adds to a page that has no room for it; other faults are told apart."""
    folder = template_folder(templates(edition.path), "sop")
    word = folder / "sop.docx"
    if is_shipped(word):
        return []
    # Here, since they load Word's library, which the shipped template needs not.
    from sopgen.render.word.official.document import refuse_pages
    from sopgen.render.word.official.room import NoRoom

    try:
        plan = plan_edition(edition, folder.parent).document
        if isinstance(plan, DocumentPlan):
            refuse_pages(plan, as_data(plan), word)
    except NoRoom as error:
        return [refused(word, error, "TP04")]
    except SopgenError:  # told with the edition, or as TP01
        pass
    return []
