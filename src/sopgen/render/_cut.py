"""A Word package cut at its slots: what never changes keeps its compressed bytes, the rest is joined anew.

The records of a zip file are those of PKWARE's APPNOTE, 4.3.7 (local) and 4.3.12 (central).
"""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from xml.sax.saxutils import escape

SLOT: Final = re.compile("\ue000([0-9]+)\ue001".encode())
LOCAL_SIZES, CENTRAL_SIZES, CENTRAL_OFFSET = 14, 16, 42
LOCAL_NAMES, LOCAL_LENGTH = 26, 30


@dataclass(frozen=True)
class _Part:
    """A part of the package: its records as they stand; `pieces` (text, slot, text, ...) where it has slots."""

    local: bytes
    central: bytes
    header: bytes
    pieces: tuple[bytes, ...] = ()
    picture: bool = False


@dataclass(frozen=True)
class Cut:
    """A package to fill: the parts in their order, and the record at its end."""

    parts: tuple[_Part, ...]
    end: bytes

    def fill(self, told: Sequence[str], picture: bytes) -> bytes:
        """Return the package with a text in each slot and the picture in its place."""
        texts = [escape(text).encode() for text in told]
        out, central, offset = [], [], 0
        for part in self.parts:
            local, record = _filled(part, texts, picture)
            out.append(local)
            central.append(record[:CENTRAL_OFFSET] + struct.pack("<I", offset) + record[CENTRAL_OFFSET + 4 :])
            offset += len(local)
        directory = b"".join(central)
        end = self.end[:12] + struct.pack("<II", len(directory), offset) + self.end[20:]
        return b"".join([*out, directory, end])


def cut(package: bytes, picture: bytes) -> Cut:
    """Cut a package at its slots; `picture` is the part that changes with each letter (empty: none)."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        infos = archive.infolist()
        contents = [archive.read(info) for info in infos]
        start = archive.start_dir
    ends = [*(info.header_offset for info in infos[1:]), start]
    locals_ = [package[info.header_offset : end] for info, end in zip(infos, ends, strict=True)]
    records, end = _records(package, start, len(infos))
    parts = [_part(*one, picture) for one in zip(locals_, records, contents, strict=True)]
    return Cut(tuple(parts), end)


def _records(package: bytes, start: int, count: int) -> tuple[list[bytes], bytes]:
    records = []
    for _ in range(count):
        name, extra, comment = struct.unpack_from("<HHH", package, start + 28)
        length = 46 + name + extra + comment
        records.append(package[start : start + length])
        start += length
    return records, package[start:]


def _part(local: bytes, central: bytes, content: bytes, picture: bytes) -> _Part:
    name, extra = struct.unpack_from("<HH", local, LOCAL_NAMES)
    header = local[: LOCAL_LENGTH + name + extra]
    if picture and content == picture:
        return _Part(local, central, header, picture=True)
    pieces = SLOT.split(content)
    return _Part(local, central, header, tuple(pieces) if len(pieces) > 1 else ())


def _filled(part: _Part, texts: Sequence[bytes], picture: bytes) -> tuple[bytes, bytes]:
    if part.picture:
        content = picture
    elif part.pieces:
        pieces = [piece if n % 2 == 0 else texts[int(piece)] for n, piece in enumerate(part.pieces)]
        content = b"".join(pieces)
    else:
        return part.local, part.central
    packer = zlib.compressobj(6, zlib.DEFLATED, -15)
    packed = packer.compress(content) + packer.flush()
    sizes = struct.pack("<III", zlib.crc32(content), len(packed), len(content))
    header = part.header[:LOCAL_SIZES] + sizes + part.header[LOCAL_SIZES + 12 :]
    return header + packed, part.central[:CENTRAL_SIZES] + sizes + part.central[CENTRAL_SIZES + 12 :]
