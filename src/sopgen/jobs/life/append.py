"""Add to the record of an edition's life; its comments stay as they are."""

import io
from enum import StrEnum
from pathlib import Path
from typing import Any, Final, Literal

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq

from sopgen.errors import SopgenError
from sopgen.files import write_file
from sopgen.jobs.life.lock import locked
from sopgen.messages import say
from sopgen.model.base import Model
from sopgen.model.life.record import RecordFile
from sopgen.model.sop import Sop
from sopgen.read.load import validated
from sopgen.read.source import parse_bytes

Key = Literal["riwayat", "tanda_tangan", "pemantauan"]
HEAD: Final = "# yaml-language-server: $schema=../skema/pengesahan.schema.json\n"


def append(path: Path, key: Key, item: Model, *, sop: Sop) -> None:
    """Add an item to a list of the record; the first one begins the record.

    One at a time: what others add meanwhile stays. Raises SpecError or SopgenError where the record would then not
    say what it said and the item; the file stays.
    """
    with locked(path):
        while not _appended(path, key, item, sop):
            pass


def _appended(path: Path, key: Key, item: Model, sop: Sop) -> bool:
    """Add the item; False, and nothing written, where an editor saved the record meanwhile."""
    name, old = path.as_posix(), path.read_bytes() if path.is_file() else None
    before = validated(parse_bytes(name, old), RecordFile) if old else RecordFile(sop=sop.id, edisi=sop.edisi)
    new = _added(old, key, item, sop)
    wanted = before.model_copy(update={key: (*getattr(before, key), item)})
    if validated(parse_bytes(name, new), RecordFile) != wanted:
        what = say("the record can not keep these words as they are. fix: write them without unusual characters")
        raise SopgenError(what)
    if (path.read_bytes() if path.is_file() else None) != old:
        return False
    write_file(path, new)
    return True


def _added(old: bytes | None, key: Key, item: Model, sop: Sop) -> bytes:
    yaml, out = _yaml(), io.BytesIO()
    content = yaml.load(old) if old else CommentedMap({"sop": sop.id, "edisi": sop.edisi})
    if not content.get(key):
        content[key] = CommentedSeq()
    said = item.model_dump(exclude_none=True)
    content[key].append(_plain({name: value for name, value in said.items() if value != {}}))
    yaml.dump(content, out)
    new = (b"" if old else HEAD.encode()) + out.getvalue()
    return new.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n") if old and b"\r\n" in old else new


def _yaml() -> YAML:
    yaml = YAML()
    yaml.width = 120
    yaml.preserve_quotes = True
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return CommentedMap({key: _plain(one) for key, one in value.items()})
    return str(value) if isinstance(value, StrEnum) else value
