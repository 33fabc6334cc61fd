"""The shape of all ways to sign: the final file and its signer go in, the signed bytes and their facts come out."""

import itertools
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final, Protocol

from sopgen.model.life.record import Officer, SigningWay

SHA256: Final = "sha256"
IN_PDF: Final = (SigningWay.PADES, SigningWay.BSRE)


@dataclass(frozen=True)
class Document:
    """A final file on its way to be signed.

    `content` may carry earlier signatures already; `place` is where the visible block was asked for (page,x,y in
    mm), empty for the place above the signer's printed name.
    """

    name: str
    content: bytes
    reason: str
    location: str
    place: str = ""


@dataclass(frozen=True)
class Signed:
    """What came out: the signed file (the scan, or the detached signature) and what it tells of itself.

    `certificate` is the SHA-256 of the signer's, `holder` whose it says it is.
    """

    result: bytes
    at: datetime | None = None
    certificate: str | None = None
    holder: str | None = None
    id_dokumen: str | None = None


class SigningMeans(Protocol):
    """A way to sign."""

    @property
    def cara(self) -> SigningWay:
        """Its name in the record."""

    def sign(self, document: Document, officer: Officer) -> Signed:
        """Return the signed file. Raises SopgenError where it can not be signed."""

    def result_path(self, file: Path) -> Path:
        """Return where the result of signing a file of the archive goes."""


@dataclass(frozen=True)
class Ink:
    """Wet ink: the paper was signed; its scan is registered with the digest of what was printed."""

    scan: bytes
    ending: str
    cara: SigningWay = SigningWay.INK

    def sign(self, document: Document, officer: Officer) -> Signed:  # noqa: ARG002  (the shape of all ways)
        """Return the scan as it is."""
        return Signed(self.scan)

    def result_path(self, file: Path) -> Path:
        """Return a free name for the scan beside the file."""
        first = file.with_name(f"{file.stem}-pindaian{self.ending}")
        more = (file.with_name(f"{file.stem}-pindaian-{n}{self.ending}") for n in itertools.count(2))
        return next(path for path in itertools.chain([first], more) if not path.exists())
