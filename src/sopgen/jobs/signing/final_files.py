"""The final files of an edition: what its manifest says of them, and which of them a signed PDF began as."""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Final

from pydantic import StringConstraints, ValidationError

from sopgen.errors import SopgenError, with_fix
from sopgen.messages import say, system_fix, system_reason
from sopgen.model.base import WINDOWS_DEVICES, Model, Sha256, Slug, Text

NAME: Final = "manifest.json"
# `forms/` and `charts/` are the deepest folders of an edition.
DEPTH: Final = 2


# A plain name below the folder: no way up or elsewhere, nothing that a terminal or Windows takes for a sign.
FileName = Annotated[
    str,
    StringConstraints(
        pattern=r"^(?:[A-Za-z0-9_-][A-Za-z0-9._-]*/){0,2}[A-Za-z0-9_-](?:[A-Za-z0-9._-]*[A-Za-z0-9_-])?$"
    ),
]


class Manifest(Model):
    """What a manifest.json says: the edition, what it was made from (provenance.py), the digest of every file."""

    sop: Slug
    edisi: Slug
    spec: Sha256
    peraturan: Sha256
    templates: Sha256
    sopgen: Text
    files: Mapping[FileName, Sha256]

    @property
    def edition(self) -> str:
        """The name of the edition's folder."""
        return f"{self.sop}-{self.edisi}"


def read_manifest(path: Path) -> Manifest:
    """Return what a manifest says.

    Raises SopgenError where it can not be read, is none, or of a sopgen that named no edition.
    """
    content = read_bytes(path)
    try:
        read = Manifest.model_validate_json(content)
    except ValidationError as error:
        for one in error.errors():
            if one["type"] == "string_pattern_mismatch" and one["loc"][0] == "files" and one["loc"][-1] == "[key]":
                odd = str(one["loc"][1])
                what = say('{path} names a file beyond its folder: "{name}"', path=path, name=odd)
                raise SopgenError(with_fix(what, say("take the manifest.json that `sopgen build` wrote"))) from error
        what = say("{path} is no manifest of this version. fix: `sopgen build` makes it anew", path=path)
        raise SopgenError(what) from error
    for odd in _no_file_of_its_own(content):
        raise SopgenError(say('{path} names "{name}", which is no file of its own everywhere', path=path, name=odd))
    return read


def _no_file_of_its_own(manifest: bytes) -> Iterator[str]:
    """Yield the names that stand twice in a manifest, or would elsewhere: Windows knows no case, and has devices."""
    said: list[str] = []

    def keep(pairs: Sequence[tuple[str, object]]) -> dict[str, object]:
        said.extend(name for name, _ in pairs)
        return dict(pairs)

    json.loads(manifest, object_pairs_hook=keep)
    folded = [name.casefold() for name in said]
    for name, low in zip(said, folded, strict=True):
        devices = {part.partition(".")[0] for part in low.split("/")} & WINDOWS_DEVICES
        if devices or folded.count(low) > 1:
            yield name


def manifest_path(file: Path) -> Path | None:
    """Return the manifest beside a file, or in the folder of its edition above it."""
    for folder in file.absolute().parents[:DEPTH]:
        if (folder / NAME).is_file():
            return folder / NAME
    return None


def read_bytes(path: Path) -> bytes:
    """Return a file's content. Raises SopgenError where it can not be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        what = say("{path} can not be read: {reason}", path=path, reason=system_reason(error))
        raise SopgenError(with_fix(what, system_fix(error))) from error


def digest(content: bytes) -> str:
    """Return the SHA-256 of a file's content."""
    return hashlib.sha256(content).hexdigest()


@dataclass(frozen=True)
class SignedBase:
    """The file of a manifest that a signed PDF began as: its name and its length in bytes."""

    name: str
    length: int


def base_of(pdf: bytes, files: Mapping[str, str]) -> SignedBase | None:
    """Return which file of a manifest the PDF begins with, byte for byte; None where it is none of them."""
    names = {value: name for name, value in files.items()}
    hashed, position = hashlib.sha256(), 0
    for end in _ends(pdf):
        hashed.update(pdf[position:end])
        position = end
        found = names.get(hashed.copy().hexdigest())
        if found:
            return SignedBase(found, end)
    return None


def name_of(content: bytes, manifest: Manifest | None) -> str | None:
    """Return which file of a manifest this is, or began as."""
    if manifest is None:
        return None
    value = digest(content)
    for name, one in manifest.files.items():
        if one == value:
            return name
    base = base_of(content, manifest.files)
    return base.name if base else None


def _ends(pdf: bytes) -> Iterator[int]:
    """Yield every place where a revision may end: after %%EOF and a line end or none (ISO 32000-1, 7.5.5)."""
    for match in re.finditer(rb"%%EOF", pdf):
        yield match.end()
        for line_end in (b"\r\n", b"\n", b"\r"):
            if pdf.startswith(line_end, match.end()):
                yield match.end() + len(line_end)
                break
