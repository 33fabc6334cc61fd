"""The unit's emblem pictures: PNG or JPEG files in the folder of satuan.yaml, and which of them an SOP prints."""

import io
import struct
import warnings
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sopgen.errors import SpecError
from sopgen.messages import say
from sopgen.model.identity import HeadStyle
from sopgen.model.sop import Sop
from sopgen.model.unit import Unit
from sopgen.read.source import Source

LARGEST: Final = 2 * 1024 * 1024
# Of a picture unpacked, its sides (pixels), and one side to the other: an emblem is printed a few centimetres high.
MOST_PIXELS: Final = 16_000_000
SMALLEST: Final = 16
STRETCHED: Final = 8
# Of a name in a message.
LONGEST: Final = 80
PNG: Final = b"\x89PNG\r\n\x1a\n"
JPEG: Final = b"\xff\xd8\xff"
MODES: Final = ("1", "L", "LA", "P", "RGB", "RGBA", "I;16", "I")

Fault = tuple[str, str]
# The keys of satuan.yaml that name a picture.
PICTURES: Final = ("lambang", "lambang_kanan")


@dataclass(frozen=True)
class Emblems:
    """The pictures of a unit: its own, and the one at the right of some heads; None where it names none."""

    own: bytes | None = None
    right: bytes | None = None

    @property
    def content(self) -> bytes:
        """The bytes of both, for a digest."""
        return (self.own or b"") + (self.right or b"")

    def printed_in(self, sop: Sop) -> "Emblems":
        """Return those that an SOP prints; one as issued had none, unless it says so."""
        shown = not sop.sebagaimana_terbit if sop.berlambang is None else sop.berlambang
        has_right = sop.bentuk_kepala is HeadStyle.PUSKESMAS
        return Emblems(self.own, self.right if has_right else None) if shown else NO_EMBLEMS


NO_EMBLEMS: Final = Emblems()


def load_emblems(unit: Unit, source: Source) -> Emblems:
    """Return the pictures that a unit names; raises SpecError with the first that can not be printed."""
    return Emblems(*(_load(getattr(unit, key), key, source) for key in PICTURES))


def _load(name: str | None, key: str, source: Source) -> bytes | None:
    """Return a picture's bytes, or None where the unit names none.

    Raises SpecError where the file lies elsewhere, is missing, is over 2 MiB or no picture that can be printed.
    """
    if name is None:
        return None
    folder = Path(source.file).parent
    try:
        found = _fault(folder, folder / name) or _content(folder / name)
    except (OSError, ValueError):  # a name that is too long, a file that nobody may read
        found = (
            say('the picture "{name}" can not be read', name=_short(name)),
            say("copy the picture beside satuan.yaml"),
        )
    if isinstance(found, bytes):
        return found
    raise SpecError([source.problem("UN01", (key,), *found)])


def _fault(folder: Path, path: Path) -> Fault | None:
    if not path.resolve().is_relative_to(folder.resolve()):
        return say("the emblem lies outside the folder of satuan.yaml"), say("copy the picture beside satuan.yaml")
    if path.is_dir():
        return say('"{name}" is a folder', name=_short(path.name)), say("name a file of it")
    if not path.is_file():
        what = say('there is no picture "{name}"', name=_short(path.name))
        return what, say("copy the picture beside satuan.yaml")
    if path.stat().st_size > LARGEST:
        return say("the emblem is larger than 2 MB"), say("save the picture smaller")
    return None


def _short(name: str) -> str:
    return name if len(name) <= LONGEST else f"{name[:LONGEST]}…"


def _content(path: Path) -> bytes | Fault:
    content = path.read_bytes()
    return picture_fault(content) or content


def picture_fault(content: bytes) -> Fault | None:
    """Return why a picture can not be an emblem, and what helps; None where it can."""
    if len(content) > LARGEST:
        return say("the emblem is larger than 2 MB"), say("save the picture smaller")
    if not content.startswith((PNG, JPEG)):
        return say("the emblem is no PNG or JPEG picture"), say("save the picture as PNG")
    if content.startswith(PNG) and not _is_whole(content):
        return _damaged()
    return _of_pixels(content) or _for_word(content)


def _damaged() -> Fault:
    return say("the emblem is damaged: it can not be unpacked"), say("copy the picture anew, or save it as PNG")


def _is_whole(png: bytes) -> bool:
    """Tell whether every part of a PNG has its length and its sum: viewers forgive what printing does not."""
    place, kind = len(PNG), b""
    while place + 12 <= len(png) and kind != b"IEND":
        (length,), kind = struct.unpack_from(">I", png, place), png[place + 4 : place + 8]
        end = place + 8 + length
        if png[end : end + 4] != struct.pack(">I", zlib.crc32(png[place + 4 : end])):
            return False
        place = end + 4
    return kind == b"IEND"


def _of_pixels(content: bytes) -> Fault | None:
    """Return what is wrong with the picture itself; it is unpacked only where its size lets it."""
    from PIL import Image  # here, since few units have an emblem

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(content), formats=("PNG", "JPEG")) as picture:
                fault = _of_size(*picture.size) or _of_kind(picture.mode)
                if fault is None:
                    picture.load()
                return fault
    except (Image.DecompressionBombWarning, Image.DecompressionBombError):
        return say("the emblem unpacks to far too many pixels"), say("save it with 2,000 pixels a side or less")
    # Pillow tells of a damaged file by any of these.
    except (OSError, ValueError, SyntaxError, ArithmeticError, LookupError):
        return _damaged()


def _for_word(content: bytes) -> Fault | None:
    """Return that Word's format does not take the file as it is: it reads its head more strictly than viewers do."""
    from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError
    from docx.image.image import Image

    unread = (InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError)
    try:
        Image.from_blob(content).scaled_dimensions(height=SMALLEST)
    except (*unread, ValueError, ArithmeticError, LookupError, AttributeError, TypeError, struct.error):
        return say("the emblem is of a kind that Word does not know"), say("save the picture as PNG anew")
    return None


def _of_size(width: int, height: int) -> Fault | None:
    size = {"width": width, "height": height}
    if width * height > MOST_PIXELS:
        return say("the emblem has {width} x {height} pixels", **size), say(
            "save it with 2,000 pixels a side or less"
        )
    if min(width, height) < SMALLEST or max(width, height) > STRETCHED * min(width, height):
        return say("the emblem has {width} x {height} pixels", **size), say(
            "save the whole emblem, not a strip of it"
        )
    return None


def _of_kind(mode: str) -> Fault | None:
    if mode not in MODES:
        return say("the emblem has the colours of a printing press"), say("save the picture as RGB PNG")
    return None
