"""Whose edition a file is: of the working folder itself, or of one of its units in satuan/."""

from collections.abc import Callable
from pathlib import Path

from sopgen.errors import SpecError
from sopgen.jobs.overlays.units import FOLDER
from sopgen.jobs.provenance import spec_digest
from sopgen.read.load import Edition, find_edition, load_edition
from sopgen.workspace import working_folder


def editions_of(office: Path, sop: str, edition: str) -> list[Path]:
    """Return the files of an edition in a working folder: its own first, then those of its units by name."""
    found = (find_edition(home, sop, edition) for home in (office, *sorted((office / FOLDER).glob("*"))))
    return [path for path in found if path]


def those(files: list[Path], wanted: Callable[[Edition], bool]) -> list[Path]:
    """Return the files whose edition is the wanted one; one with faults is not."""
    return [path for path in files if _is(path, wanted)]


def home_of_built(office: Path, folder: Path | None, sop: str, edition: str, spec: str) -> Path:
    """Return the working folder whose edition was built into `folder`: that of a unit, or `office` itself.

    The digest of the spec in its manifest tells it; where that tells two or none, the unit of build/<unit>/ does.
    """
    files = editions_of(office, sop, edition)
    if not [path for path in files if not path.is_relative_to(office / "spec")]:
        return office
    unit = folder.absolute().parent.name if folder else ""
    files.sort(key=lambda path: not path.is_relative_to(office / FOLDER / unit) if unit else False)
    found = those(files, lambda one: spec_digest(one) == spec) or files
    return working_folder(found[0]) or office


def _is(path: Path, wanted: Callable[[Edition], bool]) -> bool:
    try:
        return wanted(load_edition(path))
    except SpecError:
        return False
