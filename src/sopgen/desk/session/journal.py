"""What is not in the file yet, kept beside it: what was typed just now, or a state that is no SOP.

It lies in the folder `.meja` of the working folder, which only its owner reads. After a power cut the desk offers it.
"""

import json
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sopgen.errors import Loc
from sopgen.files import write_file

FOLDER: Final = ".meja"


@dataclass(frozen=True)
class Kept:
    """What a journal holds: the digest of the file that the work began with, the text, and what was only typed."""

    file: str
    text: str
    typed: dict[Loc, object]


@dataclass(frozen=True)
class Journal:
    """The journal of one edition."""

    path: Path

    def keep(self, kept: Kept) -> None:
        """Write it anew, whole or not."""
        self.path.parent.mkdir(mode=0o700, exist_ok=True)
        typed = [[list(loc), value] for loc, value in kept.typed.items()]
        content = {"berkas": kept.file, "naskah": kept.text, "diketik": typed}
        write_file(self.path, json.dumps(content, ensure_ascii=False).encode())

    def kept(self) -> Kept | None:
        """Return what it holds; None where there is none, or nothing that can be read."""
        with suppress(OSError, ValueError, KeyError, TypeError):
            found = json.loads(self.path.read_text("utf-8"))
            typed = {tuple(loc): value for loc, value in found["diketik"]}
            return Kept(str(found["berkas"]), str(found["naskah"]), typed)
        return None

    def drop(self) -> None:
        """Forget it: the file holds all."""
        self.path.unlink(missing_ok=True)


def journal_of(path: Path) -> Journal:
    """Return the journal of the edition in `<folder>/spec/sop/<sop>/<edisi>.yaml`."""
    home = path.absolute().parents[3]
    return Journal(home / FOLDER / f"{path.parent.name}-{path.stem}.json")
