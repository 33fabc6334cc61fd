"""The signatures in spec/pengesahan/<sop>-<edisi>.yaml: read with their faults, added to with the file's comments."""

import io
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Any, Final

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq

from sopgen.model.approval import Signature
from sopgen.publish import write_file
from sopgen.read.load import load_approvals
from sopgen.signoff.final import Manifest

KEY: Final = "tanda_tangan"
HEAD: Final = "# yaml-language-server: $schema=../skema/pengesahan.schema.json\n"


def record_path(home: Path, edition: str) -> Path:
    """Return where an edition's record is kept."""
    return home / "spec" / "pengesahan" / f"{edition}.yaml"


def read_records(path: Path) -> tuple[Signature, ...]:
    """Return the signatures on an edition's files, in their order. Raises SpecError where the record has faults."""
    return load_approvals(path).tanda_tangan if path.is_file() else ()


def records_of(records: Sequence[Signature], name: str, manifest: Manifest) -> tuple[Signature, ...]:
    """Return the signatures on a file of one build: each on what the build made or on what an earlier one left."""
    known, found = {manifest.files.get(name)}, []
    for one in records:
        if one.berkas == name and one.sidik in known:
            known.add(one.hasil)
            found.append(one)
    return tuple(found)


def add_record(path: Path, signature: Signature, *, sop: str, edition: str) -> None:
    """Add a signature to an edition's record; the first one begins it."""
    yaml = YAML()
    yaml.width = 120
    yaml.preserve_quotes = True
    yaml.indent(mapping=2, sequence=4, offset=2)
    begun = CommentedMap({"sop": sop, "edisi": edition})
    content = yaml.load(path.read_bytes()) if path.is_file() else begun
    content.setdefault(KEY, CommentedSeq()).append(_plain(signature.model_dump(exclude_none=True)))
    out = io.BytesIO()
    yaml.dump(content, out)
    write_file(path, (b"" if path.is_file() else HEAD.encode()) + out.getvalue())


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return CommentedMap({key: _plain(one) for key, one in value.items()})
    return str(value) if isinstance(value, StrEnum) else value
