"""Drawings that were made before, by the digest of what was drawn: an unchanged chart is not drawn again."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from sopgen.errors import SopgenError
from sopgen.files import write_file

FOLDER = ".gambar"


@dataclass(frozen=True)
class ChartCache:
    """A folder of drawings, always safe to delete; each file begins with the digest of its content."""

    folder: Path

    def find(self, text: str) -> bytes | None:
        """Return the drawing of a text, or None where there is none or its file was changed."""
        try:
            digest, _, drawing = self._path(text).read_bytes().partition(b"\n")
        except OSError:
            return None
        return drawing if digest == _digest(drawing).encode() else None

    def keep(self, text: str, drawing: bytes) -> None:
        """Keep a drawing; where the folder can not be written, it is drawn again the next time."""
        try:
            write_file(self._path(text), _digest(drawing).encode() + b"\n" + drawing)
        except SopgenError:
            return

    def _path(self, text: str) -> Path:
        return self.folder / f"{_digest(text.encode())}.svg"


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
