"""From a template folder to its look: rupa.yaml, every fault with its place."""

from pathlib import Path
from typing import Final, TypeVar

from pydantic import BaseModel

from sopgen.model.look.form import (
    AgreementLook,
    AttendanceLook,
    EvaluationLook,
    FormsLook,
    InvitationLook,
    MinutesLook,
    MonitoringLook,
    ReportLook,
)
from sopgen.model.look.letter import AssignmentLook, LetterLook, OrderLook
from sopgen.model.look.matrix import MatrixLook
from sopgen.model.look.prose import ProseLook
from sopgen.model.look.sop import SopLook
from sopgen.model.unit import LetterKind
from sopgen.read.load import validated
from sopgen.read.source import parse
from sopgen.workspace import example

L = TypeVar("L", bound=BaseModel)
NAME: Final = "rupa.yaml"
# The look of each template folder by the folder's name.
LOOKS: Final[dict[str, type[BaseModel]]] = {
    "sop": SopLook,
    "naskah-sop": ProseLook,
    "matriks-perubahan": MatrixLook,
    "surat-perintah": OrderLook,
    "surat-tugas": AssignmentLook,
    "laporan-hasil": ReportLook,
    "daftar-hadir": AttendanceLook,
    "notulen": MinutesLook,
    "kesepakatan-bersama": AgreementLook,
    "monitoring": MonitoringLook,
    "evaluasi": EvaluationLook,
    "undangan": InvitationLook,
}
# What all forms share stands beside their folders.
FORMS: Final = "formulir.yaml"


def load_look(folder: Path, kind: type[L]) -> L:
    """Return the look of a template folder; one that has no rupa.yaml has the shipped one.

    Raises SpecError with all faults of the file.
    """
    return validated(parse(look_path(folder)), kind)


def load_letter_look(folder: Path, kind: LetterKind) -> LetterLook:
    """Return the look of a kind of letter. Raises SpecError with all faults of the file."""
    looks: dict[LetterKind, type[LetterLook]] = {LetterKind.ORDER: OrderLook, LetterKind.ASSIGNMENT: AssignmentLook}
    return load_look(folder, looks[kind])


def look_path(folder: Path) -> Path:
    """Return the rupa.yaml of a template folder: its own, else the shipped one for a folder of that name."""
    own = folder / NAME
    return as_seen(own) if own.exists() else example() / "templates" / folder.name / NAME


def as_seen(path: Path) -> Path:
    """Return a path as who stands in the working folder types it."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def load_forms_look(templates: Path) -> FormsLook:
    """Return the look that all forms of a templates folder share; one without formulir.yaml has the shipped one.

    Raises SpecError with all faults of the file.
    """
    own = templates / FORMS
    return validated(parse(as_seen(own) if own.exists() else example() / "templates" / FORMS), FormsLook)
