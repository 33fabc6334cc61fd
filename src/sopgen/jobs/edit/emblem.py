"""From a picture to the unit's emblem: checked, copied beside satuan.yaml, and named in it."""

from pathlib import Path
from typing import Literal

from sopgen.errors import SopgenError, with_fix
from sopgen.files import one_writer, text_bytes, write_file
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
    unit = home / "spec" / "satuan.yaml"
    with one_writer(unit):
        source = parse(unit)
        validated(source, Unit)
        picture = picture_put(unit.parent, content, key)
        made = with_value(source, (key,), picture.name)
        load_emblems(validated(made, Unit), made)
        write_file(unit, text_bytes(unit, made.text))
    return picture


def picture_put(folder: Path, content: bytes, key: EmblemKey) -> Path:
    """Copy a picture beside satuan.yaml, and return its file; raise SopgenError where it can not be printed."""
    if fault := picture_fault(content):
        raise SopgenError(with_fix(*fault))
    picture = _free(folder / f"{key.replace('_', '-')}{'.jpg' if content.startswith(JPEG) else '.png'}", content)
    write_file(picture, content)
    return picture


def _free(path: Path, content: bytes) -> Path:
    """Return the path, or one with a number where another picture stands there: an issued edition may have it."""
    number, found = 1, path
    while found.exists() and found.read_bytes() != content:
        number += 1
        found = path.with_name(f"{path.stem}-{number}{path.suffix}")
    return found
