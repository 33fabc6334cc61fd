"""A PDF written object after object into a file: in memory are only the places of its objects (ISO 32000-1, 7.5).

qpdf holds a whole document until it is saved; a print run of thousands of letters would not fit.
"""

import hashlib
import re
from array import array
from collections.abc import Sequence
from typing import BinaryIO, Final

import pikepdf

# A string, which may hold anything, or a reference.
TOKEN: Final = re.compile(rb"\((?:[^\\()]|\\.)*\)|\b(\d+) (\d+) R\b", re.DOTALL)


class Volume:
    """A PDF under way; each object gets the next number."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._digest = hashlib.sha256()
        self._end = 0
        self._places = array("Q")
        self._write(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")

    def number(self) -> int:
        """Return the number of an object that is written later."""
        self._places.append(0)
        return len(self._places)

    def put(self, body: bytes, number: int = 0) -> int:
        """Write an object; return its number, a new one where none is given."""
        number = number or self.number()
        self._places[number - 1] = self._end
        self._write(b"%d 0 obj\n%b\nendobj\n" % (number, body))
        return number

    def put_stream(self, content: bytes, entries: bytes = b"", number: int = 0) -> int:
        """Write a stream with the entries of its dictionary; return its number."""
        head = b"<< %b /Length %d >>\nstream\n" % (entries, len(content))
        return self.put(head + content + b"\nendstream", number)

    def finish(self, root: int) -> None:
        """Write the table of the objects' places; the same objects give the same file."""
        start, size = self._end, len(self._places) + 1
        self._write(b"xref\n0 %d\n0000000000 65535 f \n" % size)
        for place in self._places:
            self._write(b"%010d 00000 n \n" % place)
        mark = self._digest.hexdigest()[:32].encode()
        self._write(b"trailer\n<< /Size %d /Root %d 0 R /ID [<%b> <%b>] >>\n" % (size, root, mark, mark))
        self._write(b"startxref\n%d\n%%%%EOF\n" % start)

    def _write(self, content: bytes) -> None:
        self._file.write(content)
        self._digest.update(content)
        self._end += len(content)


class CopiedObjects:
    """What a volume takes over from another PDF: each object once, with all that it refers to."""

    def __init__(self, source: pikepdf.Pdf, volume: Volume) -> None:
        self._source = source
        self._volume = volume
        self._numbers: dict[tuple[int, int], int] = {}
        self._waiting: list[tuple[int, int]] = []

    def text(self, found: pikepdf.Object) -> bytes:
        """Return an object in the words of the volume; what it refers to is written before this returns."""
        own = self._renumbered(found.unparse())
        while self._waiting:
            key = self._waiting.pop()
            self._take_over(self._source.get_object(key), self._numbers[key])
        return own

    def entries(self, found: pikepdf.Object, *besides: str) -> bytes:
        """Return the entries of a dictionary in the words of the volume, without some of them."""
        return self.text(_without(found, besides))[2:-2]

    def _take_over(self, found: pikepdf.Object, number: int) -> None:
        if isinstance(found, pikepdf.Stream):
            entries = self._renumbered(_without(found, ["/Length"]).unparse())[2:-2]
            self._volume.put_stream(found.read_raw_bytes(), entries, number)
        else:
            self._volume.put(self._renumbered(found.unparse(resolved=True)), number)

    def _renumbered(self, text: bytes) -> bytes:
        return TOKEN.sub(self._token, text)

    def _token(self, token: re.Match[bytes]) -> bytes:
        if token[1] is None:
            return token[0]
        key = int(token[1]), int(token[2])
        if key not in self._numbers:
            self._numbers[key] = self._volume.number()
            self._waiting.append(key)
        return b"%d 0 R" % self._numbers[key]


def _without(found: pikepdf.Object, names: Sequence[str]) -> pikepdf.Dictionary:
    return pikepdf.Dictionary({key: value for key, value in found.items() if key not in names})
