"""Two editions side by side: what changed, as data, as a matrix, as a Word file with tracked changes."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final, Literal

from sopgen.compare.changes import Change, changes, edition_day, unused_reasons
from sopgen.errors import SpecError, WrongUsage, with_fix
from sopgen.finish.redline import document as redline
from sopgen.jobs.compare.git_editions import edition_at, open_edition
from sopgen.jobs.outputs import document
from sopgen.jobs.soundness.sound import sound
from sopgen.jobs.work import Work
from sopgen.messages import say
from sopgen.model.base import long_date
from sopgen.model.look.matrix import MatrixLook
from sopgen.model.sop import ReasonOfChange, Sop
from sopgen.plan.contract.tags import as_data as tag_data
from sopgen.plan.matrix.plan import plan_matrix
from sopgen.read.load import Edition
from sopgen.read.look import load_look
from sopgen.render import typst
from sopgen.render.word import matrix as matrix_word
from sopgen.tools import libreoffice
from sopgen.workspace import example, templates

NAME: Final = "matriks-perubahan"
MatrixFormat = Literal["docx", "pdf"]


@dataclass(frozen=True)
class Comparison:
    """The old and the new edition, and the templates by which both are made."""

    old: Edition
    new: Edition
    templates: Path

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """Every change from the old to the new."""
        return changes(self.old.sop, self.new.sop)

    @property
    def without_reason(self) -> list[int]:
        """The numbers of the changes that the new edition gives no reason for."""
        return [n for n, change in enumerate(self.changes, 1) if not change.reason]

    @property
    def unused_reasons(self) -> list[ReasonOfChange]:
        """The reasons for places where nothing changed, or for texts that no change has.

        The reasons tell of the former edition: none is missed between two revisions of one edition.
        """
        if self.old.sop.name == self.new.sop.name:
            return []
        return [reason for _, reason in unused_reasons(self.changes, self.new.sop)]


def compared(old: str, new: str | None, spec: Path | None) -> Comparison:
    """Return two editions side by side, as a user names them.

    With `spec` the names are revisions of that file, and without `new` the file itself is the new edition.
    Raises SpecError with the faults of either, SopgenError where git does not know a revision, WrongUsage where only
    one edition is named.
    """
    if new is None and spec is None:
        raise WrongUsage(
            with_fix(say("only one edition is named"), say("name two editions, or one revision and --spec FILE"))
        )
    left, right = _both(
        lambda: edition_at(old, spec) if spec else open_edition(old),
        lambda: edition_at(new, spec) if spec and new else open_edition(new or str(spec)),
    )
    return Comparison(left, right, templates(spec or right.path))


def _both(*ways: Callable[[], Edition]) -> list[Edition]:
    """Return the editions; raise SpecError with the faults of all of them."""
    found, faults = [], []
    for open_one in ways:
        try:
            found.append(open_one())
        except SpecError as error:
            faults += [fault for fault in error.problems if fault not in faults]
    if faults:
        raise SpecError(faults)
    return found


def matrix_name(found: Comparison, fmt: MatrixFormat) -> Path:
    """Return the file of a matrix of changes where none is named."""
    return Path(f"{NAME}-{found.new.sop.name}.{fmt}")


def matrix(found: Comparison, fmt: MatrixFormat) -> bytes:
    """Return the matrix of changes as DOCX or PDF; its look is the working folder's, else the shipped one."""
    folder = found.templates / NAME
    if not folder.is_dir():
        folder = example() / "templates" / NAME
    plan = plan_matrix(found.old.sop, found.new.sop, found.new.unit, load_look(folder, MatrixLook))
    data = tag_data(plan)
    template = folder / f"{NAME}.typ"
    if fmt == "pdf" and template.is_file():
        return typst.render(template, data, day=plan.day, mark=plan.watermark)
    docx = matrix_word.to_docx(plan, data, folder / f"{NAME}.docx")
    return libreoffice.to_pdf(docx, day=plan.day) if fmt == "pdf" else docx


def tracked(found: Comparison) -> bytes:
    """Return the new edition's official DOCX with tracked changes against the old one, both by the same template.

    They bear the unit's name and the day of the new edition. Raises SpecError where either has errors.
    """
    old, new = (_official(sound(edition), found.templates) for edition in (found.old, found.new))
    sop = found.new.sop
    return redline.track(old, new, author=found.new.unit.nama, dated=edition_day(sop) or sop.day, day=sop.day)


def _official(edition: Edition, folder: Path) -> bytes:
    # The document comes before its PDF, which is then not made.
    return next(document(Work(edition, folder)))[1]


def edition_line(sop: Sop) -> str:
    """Return an edition, its number and its day in one line."""
    day = edition_day(sop)
    return f"{sop.edisi}, {sop.identitas.nomor_sop.nilai}" + (f", {long_date(day)}" if day else "")


def as_data(compared: Comparison) -> dict[str, object]:
    """Return the comparison as plain data."""
    return {
        "old": _edition_data(compared.old.sop),
        "new": _edition_data(compared.new.sop),
        "changes": [_change_data(change) for change in compared.changes],
        "unused_reasons": [reason.di for reason in compared.unused_reasons],
    }


def _edition_data(sop: Sop) -> dict[str, str | None]:
    day = edition_day(sop)
    return {
        "id": sop.id,
        "edition": sop.edisi,
        "title": sop.judul,
        "number": sop.identitas.nomor_sop.nilai,
        "date": day.isoformat() if day else None,
    }


def _change_data(change: Change) -> dict[str, object]:
    return {
        "part": change.part,
        "path": change.path,
        "kind": change.kind.value,
        "layout": change.layout,
        "old": "\n".join(change.old) or None,
        "new": "\n".join(change.new) or None,
        "reason": change.reason or None,
    }
