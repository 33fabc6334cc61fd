"""The digest of all that the outputs of an edition depend on, taken of the files themselves.

A file that would change the outputs by being there at all (a nearer satuan.yaml, the unit's own laws, a base) counts
by its place. Nothing is parsed, and no library loaded: where nothing changed, this is all the work there is.
"""

import hashlib
import json
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Final

from sopgen import VERSION
from sopgen.workspace import example, templates

# In any folder above an edition: its unit, its laws, the records of its life, the bases of overlays.
FILES: Final = ("satuan.yaml", "peraturan.yaml", "spec/peraturan.yaml")
SHELVES: Final = (("pengesahan", "*.yaml"), ("dasar", "*/*.yaml"), ("spec/dasar", "*/*.yaml"))
PROGRAM: Final = Path(__file__).parents[2]
# Hours before UTC of the computers' and the units' clocks: a draft names its unit as of today.
CLOCKS: Final = (7, 8, 9)


def causes_digest(spec: Path) -> str:
    """Return the SHA-256 of what makes an edition's outputs, but for the pictures that its unit names.

    Raises OSError where a file can not be read.
    """
    # Where they lie counts: messages name places, and which of two files is the nearer one.
    parts = [f"{path}  {file_digest(path)}" for path in _around(spec.absolute())]
    return hashlib.sha256("\n".join([*_program(), *_days(), *parts]).encode()).hexdigest()


def base_digest(spec: Path) -> str:
    """Return the SHA-256 of what every plan of an edition is printed by: the program and the templates.

    Raises OSError where a file can not be read.
    """
    parts = [f"{path}  {file_digest(path)}" for path in _templates(spec)]
    return hashlib.sha256("\n".join([*_program(), *parts]).encode()).hexdigest()


def file_digest(path: Path) -> str:
    """Return the SHA-256 of a file as it is; "-" where there is none."""
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "-"


def _around(spec: Path) -> Iterator[Path]:
    """Yield every file that an edition may be made from: what its working folder has, and the templates."""
    yield spec
    for folder in spec.parents:
        yield from (folder / name for name in FILES)
        for shelf, pattern in SHELVES:
            yield from sorted((folder / shelf).glob(pattern))
    yield example() / "spec" / "peraturan.yaml"
    yield from _templates(spec)


def _templates(spec: Path) -> Iterator[Path]:
    """Yield the files of the templates; a form that the unit's own lack is made with the shipped one."""
    for root in dict.fromkeys((templates(spec), example() / "templates")):
        yield from sorted(path for path in root.rglob("*") if path.is_file())


def _program() -> Iterator[str]:
    """Yield what tells this program from another: its version, Python's, each library's, each module.

    Of a module its size and time count, by which Python, too, knows whether it must be compiled anew.
    """
    yield from (VERSION, sys.version)
    for folder in filter(None, sys.path):
        yield from sorted(path.name for path in Path(folder).glob("*.dist-info"))
    for path in sorted(PROGRAM.rglob("*.py")):
        told = path.stat()
        yield f"{path} {told.st_size} {told.st_mtime_ns}"


def _days() -> list[str]:
    """Return which day it is, here and in each zone of the country."""
    now = datetime.now(UTC)
    return [date.today().isoformat(), *((now + timedelta(hours=hours)).date().isoformat() for hours in CLOCKS)]


def typeset_alone(spec: Path) -> bool:
    """Tell whether Typst prints every form: LibreOffice, which prints what has no .typ, changes with the machine."""
    folders = [path for path in templates(spec).iterdir() if path.is_dir() and (path / f"{path.name}.docx").is_file()]
    return all((path / f"{path.name}.typ").is_file() for path in folders)


def read_record(path: Path) -> dict[str, object]:
    """Return what a file of JSON says; nothing where it is missing or damaged."""
    try:
        found = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}
