"""The file of an edition: read and written whole, and never over what somebody else wrote meanwhile."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sopgen.errors import SopgenError, with_fix
from sopgen.files import one_writer, text_bytes, write_file
from sopgen.messages import say


class ChangedOutside(SopgenError):
    """The file holds another text than the one that was read; `text` is it, as far as it can be read."""

    def __init__(self, text: str) -> None:
        what = say("the file was changed by another program meanwhile")
        fix = say("open it again where it is written: what was typed is kept, and you choose which text counts")
        super().__init__(with_fix(what, fix))
        self.text = text


@dataclass
class EditionFile:
    """A file and the digest of what it held when it was last read or written here."""

    path: Path
    digest: str = ""

    def read(self) -> str:
        """Return its text, and remember what it holds."""
        raw = self.path.read_bytes()
        self.digest = _digest(raw)
        return _decoded(raw)

    @property
    def is_changed(self) -> bool:
        """Whether it holds other bytes than those that are remembered; also where it is gone."""
        raw = self._raw()
        return raw is None or _digest(raw) != self.digest

    def write(self, text: str) -> None:
        """Write another text. Raises ChangedOutside."""
        with one_writer(self.path):
            raw = self._raw()
            if raw is None or _digest(raw) != self.digest:
                raise ChangedOutside(_decoded(raw or b""))
            content = text_bytes(self.path, text)
            write_file(self.path, content)
            self.digest = _digest(content)

    def _raw(self) -> bytes | None:
        """Return what it holds now; None where it can not be read."""
        try:
            return self.path.read_bytes()
        except OSError:
            return None


def _decoded(raw: bytes) -> str:
    return raw.decode("utf-8", "replace").removeprefix("\ufeff")


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def leaves(data: object, path: str = "") -> Mapping[str, object]:
    """Return every value of a spec's data by its path."""
    if isinstance(data, dict) and data:
        return {k: v for key, one in data.items() for k, v in leaves(one, f"{path}.{key}" if path else key).items()}
    if isinstance(data, list) and data:
        return {k: v for n, one in enumerate(data) for k, v in leaves(one, f"{path}[{n}]").items()}
    return {path: data}
