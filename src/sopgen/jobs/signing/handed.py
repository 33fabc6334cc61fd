"""What a file proves that is handed in by its content; its manifest is one of those that the working folder keeps."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from sopgen.errors import SopgenError
from sopgen.files import owner_only
from sopgen.jobs.signing.final_files import NAME, digest, name_of, read_manifest
from sopgen.jobs.signing.proof.files import verify
from sopgen.jobs.signing.proof.result import Statement
from sopgen.jobs.signing.proof.signers import fingerprints
from sopgen.jobs.signing.records import read_records
from sopgen.read.load import record_path

# The archive first: what was signed is kept there.
KEPT: Final = ("arsip", "build")


def proven(home: Path, name: str, content: bytes, known: Sequence[str] = ()) -> list[Statement]:
    """Return what a file proves by the manifests of a working folder, as `verify` tells of it with `--manifest`.

    `known` are fingerprints of certificates that an office read out. Raises SopgenError where one is none.
    """
    with owner_only(), TemporaryDirectory(dir=home, prefix=".periksa-") as folder:
        path = Path(folder) / (Path(name).name or "berkas")
        path.write_bytes(content)
        return list(verify(path, (), manifest_of(home, content), fingerprints(known)))


def manifest_of(home: Path, content: bytes) -> Path | None:
    """Return the manifest whose file this is, began as, or is the scan of; None where there is none."""
    return next((path for path in _manifests(home) if _knows(home, path, content)), None)


def _manifests(home: Path) -> Iterator[Path]:
    for place in KEPT:
        yield from sorted((home / place).glob(f"*/{NAME}"))


def _knows(home: Path, path: Path, content: bytes) -> bool:
    with suppress(SopgenError):  # a manifest or record that can not be read vouches for nothing
        manifest = read_manifest(path)
        if name_of(content, manifest):
            return True
        scans = {one.hasil for one in read_records(record_path(home / "spec", manifest.edition))}
        return digest(content) in scans and path.parent.name == manifest.edition
    return False
