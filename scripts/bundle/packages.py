"""Wheels, laid out as a Windows Python finds them."""

import zipfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import Final

LIBRARY: Final = PurePosixPath("Lib", "site-packages")
SCRIPTS: Final = PurePosixPath("Scripts")


def laid_out(wheels: Sequence[Path]) -> Mapping[PurePosixPath, bytes]:
    """Return the files of the wheels by where they go under the folder of python.exe.

    Of a wheel's scripts only programs go along: the others name a Python of their own. Raises ValueError where two
    wheels bring a file of one name.
    """
    found: dict[PurePosixPath, bytes] = {}
    for wheel in wheels:
        for path, content in _files(wheel):
            if path in found:
                raise ValueError(f"{wheel.name} brings {path}, which another wheel brought")
            found[path] = content
    return found


def _files(wheel: Path) -> Iterator[tuple[PurePosixPath, bytes]]:
    with zipfile.ZipFile(wheel) as archive:
        for name in archive.namelist():
            place = _place(PurePosixPath(name))
            if place and not name.endswith("/"):
                yield place, archive.read(name)


def _place(path: PurePosixPath) -> PurePosixPath | None:
    """Return where a member of a wheel goes, or None where it stays behind."""
    if not path.parts[0].endswith(".data"):
        return LIBRARY / path
    kind, *rest = path.parts[1:]
    if kind in ("purelib", "platlib"):
        return LIBRARY.joinpath(*rest)
    return SCRIPTS.joinpath(*rest) if kind == "scripts" and path.suffix == ".exe" else None
