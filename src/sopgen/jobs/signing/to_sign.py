"""The files of an edition that are to be signed and given out: made, listed, read."""

from pathlib import Path
from typing import Final

from sopgen.errors import SopgenError, with_fix
from sopgen.jobs.build import build_all
from sopgen.jobs.rebuild.request import BuildRequest
from sopgen.jobs.signing.final_files import NAME, read_bytes, read_manifest
from sopgen.messages import say
from sopgen.model.life.record import FINAL
from sopgen.model.sop import Status
from sopgen.read.load import Edition

OUT: Final = Path("build")


def folder_of(edition: Edition) -> Path:
    """Return where an edition's files are made."""
    return OUT / edition.sop.name


def made_to_sign(edition: Edition) -> Path:
    """Make an edition's files and return their folder.

    Raises SpecError where it is not approved as it stands; one as issued is made to be compared with its original.
    """
    as_issued = edition.sop.sebagaimana_terbit and edition.sop.status is Status.IN_FORCE
    (folder,) = build_all(BuildRequest((edition.path,), OUT, "typst", not as_issued))
    return folder


def files_to_sign(edition: Edition) -> list[str]:
    """Return the names of the files that were made of an edition, the document first; none where nothing was made."""
    folder = folder_of(edition)
    if not (folder / NAME).is_file():
        return []
    names = [name for name in read_manifest(folder / NAME).files if (folder / name).is_file()]
    return sorted(names, key=lambda name: (name != FINAL, "/" in name, name))


def file_to_sign(edition: Edition, name: str) -> bytes:
    """Return one of the files that were made of an edition. Raises SopgenError where it is none of them."""
    if name not in files_to_sign(edition):
        what = say("{name} was not made of {sop}", name=name, sop=edition.sop.name)
        raise SopgenError(with_fix(what, say("make the files anew")))
    return read_bytes(folder_of(edition) / name)
