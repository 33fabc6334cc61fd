"""An edition made anew, once a process for all tests that do so from the same content.

Who signs, checks and gives out has every file made anew; a hundred tests do so with the same small edition. What
comes out is kept by all that it is made from: the SOP, its unit, its laws, its pictures, every file of the templates.
"""

import hashlib
import pickle
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeAlias

from sopgen.jobs.work import Work

Made: TypeAlias = tuple[tuple[str, bytes], ...]
Make: TypeAlias = Callable[[Work], Iterator[tuple[str, bytes]]]


def kept(make: Make) -> Make:
    """Let a function give again what it made of the same content."""
    made: dict[str, Made] = {}

    def again(work: Work) -> Iterator[tuple[str, bytes]]:
        key = content(work)
        if key not in made:
            made[key] = tuple(make(work))
        yield from made[key]

    return again


def content(work: Work) -> str:
    """Return the SHA-256 of all that the files of an edition are made from."""
    edition = work.edition
    told = pickle.dumps((edition.sop, edition.unit, edition.regulations.known, edition.emblems, work.pdf_engine))
    return hashlib.sha256(told + "".join(_files(work.templates)).encode()).hexdigest()


def _files(folder: Path) -> Iterator[str]:
    for path in sorted(folder.rglob("*")):
        yield f"{path.relative_to(folder)} {path.is_symlink()} {path.is_file()}\n"
        if path.is_file():
            yield hashlib.sha256(path.read_bytes()).hexdigest()
