"""The texts that documents were issued from, kept by the digest of what they say, in a folder that may be deleted."""

from pathlib import Path
from typing import Final

from sopgen.errors import SopgenError
from sopgen.files import write_file
from sopgen.jobs.overlays.units import FOLDER as UNITS
from sopgen.read.digest import meaning_digest
from sopgen.read.load import Edition

# In build/ where it was built, in .meja/ where something of it was accepted.
FOLDER: Final = ".terbit"
PLACES: Final = (Path("build", FOLDER), Path(".meja", "terbit"))


def keep_issued(edition: Edition, folder: Path) -> None:
    """Keep the text of an edition's file, as it is when its document is made."""
    path = _path(edition, folder)
    if not path.exists():
        write_file(path, edition.sop_source.text.encode())


def keep_built(edition: Edition, out: Path) -> None:
    """Keep the text beside what was built; where it can not be written, git may know it when it is asked for."""
    try:
        keep_issued(edition, out / FOLDER)
    except SopgenError:
        return


def built_path(edition: Edition, out: Path) -> Path:
    """Return where the text beside what was built is kept."""
    return _path(edition, out / FOLDER)


def _path(edition: Edition, folder: Path) -> Path:
    return folder / f"{meaning_digest(edition.sop)}.yaml"


def keep_accepted(edition: Edition, office: Path) -> None:
    """Keep the text before its file is written with what was accepted."""
    keep_issued(edition, office / PLACES[1])


def kept_text(office: Path, digest: str) -> str | None:
    """Return the text that was kept under a digest; None where there is none."""
    places = [office / place for place in PLACES]
    if office.absolute().parent.name == UNITS:  # a unit's is built by the office around it
        build = office.absolute().parents[1] / "build"
        places += [build / FOLDER, build / office.absolute().name / FOLDER]
    found = (place / f"{digest}.yaml" for place in places)
    return next((path.read_text("utf-8") for path in found if path.is_file()), None)
