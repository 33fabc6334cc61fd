"""The unit's own emblem picture: a PNG or JPEG file in the folder of satuan.yaml."""

from pathlib import Path
from typing import Final

from sopgen.errors import SpecError
from sopgen.messages import say, system_reason
from sopgen.read.source import Source

LARGEST: Final = 2 * 1024 * 1024
KINDS: Final = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")


def load_emblem(name: str | None, source: Source) -> bytes | None:
    """Return the picture's bytes, or None where the unit names none.

    Raises SpecError where the file lies elsewhere, is missing, is over 2 MiB or no picture.
    """
    if name is None:
        return None
    folder = Path(source.file).parent
    path = folder / name
    try:
        fault = _fault(folder, path)
    except OSError as error:
        what = say("can not be read: {reason}", reason=system_reason(error))
        fault = what, say("check the name and the place")
    if fault:
        raise SpecError([source.problem("UN01", ("lambang",), *fault)])
    return path.read_bytes()


def _fault(folder: Path, path: Path) -> tuple[str, str] | None:
    if not path.resolve().is_relative_to(folder.resolve()):
        return say("the emblem lies outside the folder of satuan.yaml"), say("copy the picture beside satuan.yaml")
    if not path.is_file():
        return say('there is no picture "{name}"', name=path.name), say("copy the picture beside satuan.yaml")
    if path.stat().st_size > LARGEST:
        return say("the emblem is larger than 2 MB"), say("save the picture smaller")
    with path.open("rb") as file:
        if not file.read(8).startswith(KINDS):
            return say("the emblem is no PNG or JPEG picture"), say("save the picture as PNG")
    return None
