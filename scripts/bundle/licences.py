"""The licence of each package that the bundle carries, in one text a package."""

import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from email.message import Message
from email.parser import HeaderParser
from pathlib import Path
from typing import Final

OWN: Final = Path(__file__).parent / "own-licences"
TEXT: Final = re.compile(r"(licen[cs]e|copying|notice|authors|third-party)", re.IGNORECASE)


class Unlicensed(Exception):
    """A package carries no text of its licence, and none lies in own-licences/."""


def texts(wheels: Sequence[Path]) -> Mapping[str, str]:
    """Return the licence texts by file name, with a list of all packages. Raises Unlicensed."""
    found = {name: text for name, _, text in map(_of, wheels)}
    listed = "".join(f"{name.removesuffix('.txt')}: {licence}\n" for name, licence, _ in map(_of, wheels))
    return found | {"DAFTAR.txt": listed}


def _of(wheel: Path) -> tuple[str, str, str]:
    """Return a package's file name, the licence that its metadata names, and the texts."""
    with zipfile.ZipFile(wheel) as archive:
        (metadata,) = (name for name in archive.namelist() if re.fullmatch(r"[^/]+\.dist-info/METADATA", name))
        about = HeaderParser().parsestr(archive.read(metadata).decode())
        parts = list(_parts(archive, metadata.removesuffix("METADATA")))
    name, version = about["Name"], about["Version"]
    own = OWN / f"{name}.txt"
    if not parts and own.is_file():
        parts = [own.read_text("utf-8")]
    if not parts:
        raise Unlicensed(f"{name} {version}")
    return f"{name}-{version}.txt", _named(about.get_all("Classifier", []), about), "\n\n".join(parts)


def _parts(archive: zipfile.ZipFile, folder: str) -> Iterator[str]:
    for name in sorted(archive.namelist()):
        if name.startswith(folder) and TEXT.search(name.removeprefix(folder)) and not name.endswith("/"):
            yield f"== {name.removeprefix(folder)}\n\n{archive.read(name).decode('utf-8', 'replace')}"


def _named(classifiers: Sequence[str], about: Message) -> str:
    stated = about.get("License-Expression") or about.get("License", "").strip().partition("\n")[0]
    kinds = [each.rpartition(" :: ")[2] for each in classifiers if each.startswith("License :: ")]
    return stated or ", ".join(kinds)
