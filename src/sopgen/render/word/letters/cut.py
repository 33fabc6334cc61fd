"""A Word package cut at its slots: what never changes keeps its compressed bytes, the rest is joined anew.

The records of a zip file are those of PKWARE's APPNOTE, 4.3.7 (local) and 4.3.12 (central).
"""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from html import escape
from typing import Final

from sopgen.render.package import LEVEL

SLOT: Final = re.compile("\ue000([0-9]+)\ue001".encode())
LOCAL_METHOD, LOCAL_SIZES, LOCAL_NAMES, LOCAL_LENGTH = 8, 14, 26, 30
CENTRAL_SIZES, CENTRAL_OFFSET, CENTRAL_NAMES, CENTRAL_LENGTH = 16, 42, 28, 46
END_OFFSET: Final = 16
SIZES: Final = struct.Struct("<III")
OFFSET: Final = struct.Struct("<I")


@dataclass(frozen=True)
class _Part:
    """A part that changes: `pieces` (text, slot, text, ...), or none for the picture.

    `record` is where its central record stands; `after` are the parts behind it that never change, and `offsets`
    where their offsets are told, with their distance from this part's end.
    """

    header: bytes
    stored: bool
    pieces: tuple[bytes, ...]
    record: int
    after: bytes = b""
    offsets: tuple[tuple[int, int], ...] = ()

    def packed(self, texts: Sequence[bytes], picture: bytes) -> tuple[bytes, bytes, bytes]:
        """Return the part's local header, its content as packed, and the sizes that its record tells."""
        content = picture
        if self.pieces:
            content = b"".join(piece if n % 2 == 0 else texts[int(piece)] for n, piece in enumerate(self.pieces))
        packed = content
        if not self.stored:
            packer = zlib.compressobj(LEVEL, zlib.DEFLATED, -15)
            packed = packer.compress(content) + packer.flush()
        sizes = SIZES.pack(zlib.crc32(content), len(packed), len(content))
        return self.header[:LOCAL_SIZES] + sizes + self.header[LOCAL_SIZES + SIZES.size :], packed, sizes


@dataclass(frozen=True)
class CutPackage:
    """A package to fill: what stands first and never changes, the parts that do, the directory at its end."""

    before: bytes
    parts: tuple[_Part, ...]
    directory: bytes
    end: int

    def fill(self, told: Sequence[str], picture: bytes) -> bytes:
        """Return the package with a text in each slot and the picture in its place."""
        texts = [escape(text, quote=False).encode() for text in told]
        out, offset, directory = [self.before], len(self.before), bytearray(self.directory)
        for part in self.parts:
            header, packed, sizes = part.packed(texts, picture)
            directory[part.record + CENTRAL_SIZES : part.record + CENTRAL_SIZES + SIZES.size] = sizes
            OFFSET.pack_into(directory, part.record + CENTRAL_OFFSET, offset)
            offset += len(header) + len(packed)
            for place, distance in part.offsets:
                OFFSET.pack_into(directory, place, offset + distance)
            out += (header, packed, part.after)
            offset += len(part.after)
        OFFSET.pack_into(directory, self.end + END_OFFSET, offset)
        return b"".join([*out, directory])


def cut(package: bytes, picture: bytes) -> CutPackage:
    """Cut a package at its slots; `picture` is the part that changes with each letter (empty: none)."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        infos = archive.infolist()
        contents = [archive.read(info) for info in infos]
        start = archive.start_dir
    ends = [*(info.header_offset for info in infos[1:]), start]
    records, end = _records(package, start, len(infos))
    before, parts = b"", list[_Part]()
    for info, stop, content, record in zip(infos, ends, contents, records, strict=True):
        local = package[info.header_offset : stop]
        if part := _part(local, record, content, picture):
            parts.append(part)
        elif parts:
            parts[-1] = _followed(parts[-1], local, record)
        else:
            before += local
    return CutPackage(before, tuple(parts), package[start:], end)


def _records(package: bytes, start: int, count: int) -> tuple[list[int], int]:
    """Return where in the directory each part's record begins, and where the last of all stands."""
    records, place = [], 0
    for _ in range(count):
        records.append(place)
        place += CENTRAL_LENGTH + sum(struct.unpack_from("<HHH", package, start + place + CENTRAL_NAMES))
    return records, place


def _part(local: bytes, record: int, content: bytes, picture: bytes) -> _Part | None:
    """Return the part where it changes from letter to letter."""
    pieces = SLOT.split(content)
    pictured = bool(picture) and content == picture
    if len(pieces) == 1 and not pictured:
        return None
    header = local[: LOCAL_LENGTH + sum(struct.unpack_from("<HH", local, LOCAL_NAMES))]
    stored = struct.unpack_from("<H", local, LOCAL_METHOD) == (zipfile.ZIP_STORED,)
    return _Part(header, stored, () if pictured else tuple(pieces), record)


def _followed(part: _Part, local: bytes, record: int) -> _Part:
    offsets = (*part.offsets, (record + CENTRAL_OFFSET, len(part.after)))
    return replace(part, after=part.after + local, offsets=offsets)
