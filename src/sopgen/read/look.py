"""From a template folder to its look: rupa.yaml, every fault with its place."""

from pathlib import Path
from typing import Final, TypeVar

from sopgen.model.look.base import Look
from sopgen.model.look.matrix import MatrixLook
from sopgen.model.look.sop import SopLook
from sopgen.read.load import validated
from sopgen.read.source import parse
from sopgen.workspace import example

L = TypeVar("L", bound=Look)
NAME: Final = "rupa.yaml"
# The look of each template folder by the folder's name.
LOOKS: Final[dict[str, type[Look]]] = {"sop": SopLook, "matriks-perubahan": MatrixLook}


def load_look(folder: Path, kind: type[L]) -> L:
    """Return the look of a template folder; one that has no rupa.yaml has the shipped one.

    Raises SpecError with all faults of the file.
    """
    return validated(parse(look_path(folder)), kind)


def look_path(folder: Path) -> Path:
    """Return the rupa.yaml of a template folder: its own, else the shipped one for a folder of that name."""
    own = folder / NAME
    return own if own.exists() else example() / "templates" / folder.name / NAME
