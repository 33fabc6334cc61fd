"""How large the streams of a PDF become when they are unpacked: a small file may hold more than there is room for."""

import re
import zlib
from collections.abc import Iterator
from typing import Final

# The words and lines of a page take some hundred kilobytes, a picture some megabytes.
LARGEST_STREAM: Final = 200_000_000
LARGEST_WHOLE: Final = 600_000_000
_BEGIN: Final = re.compile(rb"stream\r?\n")
# Bytes that are unpacked, and that are made of them, at a time.
_FEED: Final = 1 << 15
_PIECE: Final = 1 << 20
# Streams packed so many times over are no document's.
_DEEPEST: Final = 3


def is_bomb(data: bytes) -> bool:
    """Return whether a stream of a PDF, or all of them together, would become too large."""
    whole = 0
    for start in _BEGIN.finditer(data):
        size = _size(data, start.end(), LARGEST_STREAM)
        whole += size
        if size > LARGEST_STREAM or whole > LARGEST_WHOLE:
            return True
    return False


def _size(data: bytes, start: int, most: int, depth: int = 0) -> int:
    """Return how large the packed stream that begins here becomes; what is not packed counts nothing."""
    if data[start : start + 1] not in (b"\x78", b"\x58", b"\x48", b"\x68"):
        return 0
    size, first = 0, b""
    for piece in _pieces(data, start):
        first = first or piece
        size += len(piece)
        if size > most:
            return size
    inner = _size(first, 0, most, depth + 1) if depth < _DEEPEST else most + 1
    return max(size, inner)


def _pieces(data: bytes, start: int) -> Iterator[bytes]:
    unpacking = zlib.decompressobj()
    packed, at = data[start : start + _FEED], start + _FEED
    try:
        while packed and not unpacking.eof:
            yield unpacking.decompress(packed, _PIECE)
            packed = unpacking.unconsumed_tail
            if not packed:
                packed, at = data[at : at + _FEED], at + _FEED
    except zlib.error:
        return
