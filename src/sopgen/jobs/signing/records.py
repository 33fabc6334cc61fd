"""The signatures in spec/pengesahan/<sop>-<edisi>.yaml, and their copy in the archive for who has no such file."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from sopgen.errors import SopgenError, with_fix
from sopgen.jobs.signing.final_files import Manifest
from sopgen.messages import say
from sopgen.model.life.record import RecordFile, Signature
from sopgen.read.load import load_approvals

# Beside the manifest of an archive: who signed which of its files, for who receives them without the record.
COPY: Final = "tanda-tangan.json"


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


def copied(records: Sequence[Signature], manifest: Manifest) -> bytes:
    """Return the copy for the archive: the signatures on the files of its build, in the order of the record."""
    own = {one.hasil for name in manifest.files for one in records_of(records, name, manifest)}
    kept = tuple(one for one in records if one.hasil in own)
    told = RecordFile(sop=manifest.sop, edisi=manifest.edisi, tanda_tangan=kept).model_dump(
        mode="json", exclude_none=True, exclude_defaults=True
    )
    return (json.dumps(told, indent=2, ensure_ascii=False) + "\n").encode()


def read_copy(folder: Path, manifest: Manifest) -> tuple[Signature, ...]:
    """Return the signatures that the copy beside a manifest names; none where there is no copy.

    Raises SpecError where it has faults, SopgenError where it is of another edition.
    """
    path = folder / COPY
    if not path.is_file():
        return ()
    read = load_approvals(path)
    if (read.sop, read.edisi) != (manifest.sop, manifest.edisi):
        what = say(
            "{path} is of {other}, not of {edition}",
            path=path,
            other=f"{read.sop}-{read.edisi}",
            edition=manifest.edition,
        )
        raise SopgenError(with_fix(what, say("take the one of the same archive")))
    return read.tanda_tangan
