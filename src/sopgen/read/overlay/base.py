"""The base that a unit's edition rests on: where it stands, what it is known by, the copies of former ones.

A base is known by the digest of what it says, so that a comment or another layout does not move it. A copy of each
base that an overlay was brought to is kept under its digest: what changed since is told without git.
"""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Final

from pydantic import StringConstraints

from sopgen.errors import SpecError
from sopgen.messages import nearest, say
from sopgen.model.base import Model, Sha256
from sopgen.model.printed import NotPrinted
from sopgen.read.source import Source

FOLDER: Final = "dasar"
KEPT: Final = "riwayat"
# Of a digest in the name of a copy: enough to tell copies apart, all of it is compared.
SHORT: Final = 16
# What a base says of its own life only: a unit's edition begins its own.
NOT_INHERITED: Final = ("status", "sebagaimana_terbit", "alasan_perubahan")
_SLUG: Final = r"[A-Za-z0-9](?:[A-Za-z0-9_-]*[A-Za-z0-9])?"
NAME: Final = rf"^{_SLUG}/{_SLUG}$"
BaseName = Annotated[
    str, NotPrinted("it names the base of an edition"), StringConstraints(pattern=NAME, max_length=121)
]


class OverlayHead(Model):
    """Which base an overlay is of, as `<sop>/<edisi>`, and the digest of the one that it was last brought to."""

    dasar: BaseName
    sidik_dasar: Sha256 | None = None


def base_digest(data: object) -> str:
    """Return the digest of what units have of a base: the same for any layout, order of keys and comments."""
    said = json.dumps(inherited(data), ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(said.encode()).hexdigest()


def inherited(data: object) -> object:
    """Return what units have of a base."""
    return {key: one for key, one in data.items() if key not in NOT_INHERITED} if isinstance(data, dict) else data


def shelves(near: Path) -> Iterator[Path]:
    """Yield the folders of bases around a file or folder, the nearest first."""
    for folder in (near.absolute(), *near.absolute().parents):
        for shelf in (folder / FOLDER, folder / "spec" / FOLDER):
            if shelf.is_dir():
                yield shelf


def find_base(overlay: Source, name: str) -> Path:
    """Return the file of an overlay's base; raise SpecError where there is none."""
    there = list(shelves(Path(overlay.file)))
    for shelf in there:
        if (path := shelf / f"{name}.yaml").is_file():
            return path
    known = [f"{path.parent.name}/{path.stem}" for shelf in there for path in base_files(shelf)]
    what = say('there is no base "{name}"', name=name)
    fix = say("put it at spec/dasar/{name}.yaml", name=name)
    raise SpecError([overlay.problem("DS02", ("dasar",), what, f"{nearest(name, known)}; {fix}" if known else fix)])


def base_files(shelf: Path) -> list[Path]:
    """Return the bases of a folder of bases, without copies of former ones."""
    return sorted(path for path in shelf.glob("*/*.yaml") if path.parent.name != KEPT)


def kept_path(base: Path, digest: str) -> Path:
    """Return where the copy of a base is kept that had a digest: dasar/riwayat/<sop>/<edisi>-<digest>.yaml."""
    return base.parents[1] / KEPT / base.parent.name / f"{base.stem}-{digest[:SHORT]}.yaml"
