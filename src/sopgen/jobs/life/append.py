"""Add to the record of an edition's life; its comments stay as they are."""

from pathlib import Path
from typing import Final, Literal

from sopgen.errors import SopgenError
from sopgen.files import one_writer, text_bytes, write_file
from sopgen.messages import say
from sopgen.model.base import Model
from sopgen.model.life.record import RecordFile
from sopgen.model.sop import Sop
from sopgen.read.load import validated
from sopgen.read.source import parse_bytes, parse_text
from sopgen.splice import append as lists
from sopgen.splice.scalar import written

Key = Literal["riwayat", "tanda_tangan", "pemantauan"]
HEAD: Final = "# yaml-language-server: $schema=../skema/pengesahan.schema.json\n"


def append(path: Path, key: Key, item: Model, *, sop: Sop) -> None:
    """Add an item to a list of the record; the first one begins the record.

    One at a time: what others add meanwhile stays. Raises SpecError or SopgenError where the record would then not
    say what it said and the item; the file stays.
    """
    with one_writer(path):
        while not _appended(path, key, item, sop):
            pass


def _appended(path: Path, key: Key, item: Model, sop: Sop) -> bool:
    """Add the item; False, and nothing written, where an editor saved the record meanwhile."""
    old = _content(path)
    source = parse_bytes(path.as_posix(), old) if old else parse_text(path.as_posix(), _begun(sop))
    before = validated(source, RecordFile)
    wanted = before.model_copy(update={key: (*getattr(before, key), item)})
    said = item.model_dump(exclude_none=True)
    made = lists.append(source, key, [{name: value for name, value in said.items() if value != {}}])
    if validated(made, RecordFile) != wanted:
        what = say("the record can not keep these words as they are. fix: write them without unusual characters")
        raise SopgenError(what)
    if _content(path) != old:
        return False
    write_file(path, text_bytes(path, made.text))
    return True


def _content(path: Path) -> bytes:
    return path.read_bytes() if path.is_file() else b""


def _begun(sop: Sop) -> str:
    """Return a record that holds nothing yet."""
    return f"{HEAD}sop: {written(sop.id)}\nedisi: {written(sop.edisi)}\n"
