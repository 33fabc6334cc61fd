"""What an edition's outputs were made from: the digests that tell whether they would still come out the same."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sopgen import VERSION
from sopgen.read.load import Edition, regulations_path


@dataclass(frozen=True)
class Provenance:
    """The edition, and the SHA-256 of its spec, of the laws that orders cite and of the templates.

    The fields are keys of manifest.json.
    """

    sop: str
    edisi: str
    spec: str
    peraturan: str
    templates: str
    sopgen: str


def provenance_of(edition: Edition, templates: Path) -> Provenance:
    """Return what the edition's outputs are made from; `templates` is the folder that holds the template folders."""
    laws = regulations_path(Path(edition.unit_source.file)).read_bytes()
    return Provenance(
        sop=edition.sop.id,
        edisi=edition.sop.edisi,
        spec=spec_digest(edition),
        peraturan=hashlib.sha256(laws).hexdigest(),
        templates=templates_digest(templates),
        sopgen=VERSION,
    )


def spec_digest(edition: Edition) -> str:
    """Return the SHA-256 of the edition's file, the unit's file and the emblem."""
    parts = (edition.path.read_bytes(), Path(edition.unit_source.file).read_bytes(), edition.emblem or b"")
    return hashlib.sha256(b"".join(parts)).hexdigest()


def templates_digest(templates: Path) -> str:
    """Return the SHA-256 of the templates' names and bytes, wherever their folder is."""
    lines = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {name}\n" for name, path in _files(templates)]
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def _files(templates: Path) -> Iterator[tuple[str, Path]]:
    """Yield name and path of every template; Word's lock files and hidden files come and go."""
    names = {path.relative_to(templates).as_posix(): path for path in templates.rglob("*") if path.is_file()}
    for name, path in sorted(names.items()):
        if not path.name.startswith((".", "~$")):
            yield name, path
