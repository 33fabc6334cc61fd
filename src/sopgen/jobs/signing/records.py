"""The signatures in spec/pengesahan/<sop>-<edisi>.yaml."""

from collections.abc import Sequence
from pathlib import Path

from sopgen.jobs.signing.final_files import Manifest
from sopgen.model.life.record import Signature
from sopgen.read.load import load_approvals


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
