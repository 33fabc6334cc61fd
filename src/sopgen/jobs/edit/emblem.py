"""From a picture to the unit's emblem: checked, copied beside satuan.yaml, and named in it."""

from pathlib import Path
from typing import Literal

from sopgen.errors import SopgenError, with_fix
from sopgen.files import one_writer, write_file
from sopgen.jobs.edit.changes import with_value
from sopgen.model.unit import Unit
from sopgen.read.emblem import JPEG, load_emblems, picture_fault
from sopgen.read.load import validated
from sopgen.read.source import parse

EmblemKey = Literal["lambang", "lambang_kanan"]


def emblem_put(home: Path, content: bytes, key: EmblemKey = "lambang") -> Path:
    """Let a picture be the emblem of a working folder's unit, and return its file; a former picture stays beside.

    Raises SopgenError where it is no picture that can be printed, SpecError with the faults of satuan.yaml.
    """
    if fault := picture_fault(content):
        raise SopgenError(with_fix(*fault))
    unit = home / "spec" / "satuan.yaml"
    picture = _free(unit.parent / f"{key.replace('_', '-')}{'.jpg' if content.startswith(JPEG) else '.png'}", content)
    with one_writer(unit):
        source = parse(unit)
        validated(source, Unit)
        made = with_value(source, (key,), picture.name)
        write_file(picture, content)
        load_emblems(validated(made, Unit), made)
        write_file(unit, made.text.encode())
    return picture


def _free(path: Path, content: bytes) -> Path:
    """Return the path, or one with a number where another picture stands there: an issued edition may have it."""
    number, found = 1, path
    while found.exists() and found.read_bytes() != content:
        number += 1
        found = path.with_name(f"{path.stem}-{number}{path.suffix}")
    return found
