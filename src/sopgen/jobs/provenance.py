"""What an edition's outputs were made from: the digests that tell whether they would still come out the same."""

from dataclasses import dataclass
from pathlib import Path

from sopgen import VERSION
from sopgen.read import digest
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
    return Provenance(
        sop=edition.sop.id,
        edisi=edition.sop.edisi,
        spec=spec_digest(edition),
        peraturan=digest.file_digest(regulations_path(Path(edition.unit_source.file))),
        templates=digest.templates_digest(templates),
        sopgen=VERSION,
    )


def spec_digest(edition: Edition) -> str:
    """Return the digest of an edition's spec, as manifest.json names it."""
    specs = [edition.path, *(Path(one.file) for one in edition.sop_source.files[1:])]
    return digest.spec_digest(specs, Path(edition.unit_source.file), edition.emblems)
