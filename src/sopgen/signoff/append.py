"""Add to the record of an edition's life; its comments stay as they are."""

import io
from enum import StrEnum
from pathlib import Path
from typing import Any, Final, Literal

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import YAMLError

from sopgen.errors import SopgenError
from sopgen.messages import say
from sopgen.model.approval import ApprovalFile
from sopgen.model.base import Model
from sopgen.model.sop import Sop
from sopgen.publish import write_file
from sopgen.read.load import validated
from sopgen.read.source import parse_bytes

Key = Literal["riwayat", "pemantauan"]
HEAD: Final = "# yaml-language-server: $schema=../skema/pengesahan.schema.json\n"


def append(path: Path, key: Key, item: Model, *, sop: Sop) -> None:
    """Add an item to a list of the record; the first one begins the record.

    Raises SpecError where the record could not be read back, and then leaves the file as it was.
    """
    old = path.read_bytes() if path.is_file() else None
    new = _added(old, key, item, sop)
    validated(parse_bytes(path.as_posix(), new), ApprovalFile)
    write_file(path, new)


def _added(old: bytes | None, key: Key, item: Model, sop: Sop) -> bytes:
    yaml, out = _yaml(), io.BytesIO()
    try:
        content = yaml.load(old) if old else CommentedMap({"sop": sop.id, "edisi": sop.edisi})
    except YAMLError as error:
        what = str(error).splitlines()[0]
        raise SopgenError(say("the record can not be edited: {reason}", reason=what)) from error
    if not content.get(key):
        content[key] = CommentedSeq()
    content[key].append(_plain(item.model_dump(exclude_none=True)))
    yaml.dump(content, out)
    return (b"" if old else HEAD.encode()) + out.getvalue()


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
