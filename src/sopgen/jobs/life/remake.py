"""An edition's files made anew, from nothing that an earlier run kept: what a file is compared with."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from pathlib import PurePosixPath
from typing import Final

from sopgen.jobs.outputs import document, outputs
from sopgen.jobs.work import Work
from sopgen.model.life.record import FINAL
from sopgen.model.page import PdfEngine
from sopgen.model.sop import Status
from sopgen.read.load import Edition
from sopgen.tools import libreoffice
from sopgen.workspace import templates

DOCUMENT: Final = ("sop.docx", FINAL)


def as_signed(edition: Edition) -> Edition:
    """Return the edition as it is printed to be signed: without a word across its pages."""
    return replace(edition, sop=edition.sop.model_copy(update={"status": Status.READY}))


class Remake:
    """The files of an edition, made when they are asked for."""

    def __init__(self, edition: Edition, pdf_engine: PdfEngine = "typst") -> None:
        self._work = Work(edition, templates(edition.path), pdf_engine)

    @cached_property
    def document(self) -> Mapping[str, bytes]:
        """The official document, DOCX and PDF."""
        return dict(document(self._work))

    @cached_property
    def everything(self) -> Mapping[str, bytes]:
        """Every file of a build."""
        return dict(outputs(self._work))

    @property
    def digests(self) -> dict[str, str]:
        """The SHA-256 of the document's files, as an approval keeps them."""
        return {name: sha256(content) for name, content in self.document.items()}

    def makes(self, name: str, digest: str) -> bool:
        """Tell whether the file of that name comes out with a digest."""
        files = self.document if name in DOCUMENT else self.everything
        return name in files and sha256(files[name]) == digest

    def differing(self, files: Mapping[str, str]) -> list[str]:
        """Return the names of files that do not come out with their digests."""
        return [name for name, digest in files.items() if not self.makes(name, digest)]


def remakes(edition: Edition) -> Iterator[Remake]:
    """Yield what makes an edition's files: its PDFs by Typst, then by LibreOffice where that is installed."""
    yield Remake(edition)
    if libreoffice.program():
        yield Remake(edition, "libreoffice")


class Remade:
    """An edition made anew by Typst, and by LibreOffice where its Word files are those of the manifest."""

    def __init__(self, edition: Edition) -> None:
        self._by_typst, *self._by_office = remakes(edition)

    def makes(self, name: str, files: Mapping[str, str]) -> bool:
        """Tell whether the file of that name comes out with its digest among `files` (name, SHA-256)."""
        if self._by_typst.makes(name, files[name]):
            return True
        printed = str(PurePosixPath(name).with_suffix(".docx"))
        if not name.endswith(".pdf") or printed not in files or not self._by_typst.makes(printed, files[printed]):
            return False  # LibreOffice makes nothing but the PDF of a Word file
        return any(one.makes(name, files[name]) for one in self._by_office)


def prints(edition: Edition, name: str, digest: str) -> bool:
    """Tell whether the file of that name comes out with a digest in one of the two ways."""
    return any(made.makes(name, digest) for made in remakes(edition))


def sha256(content: bytes) -> str:
    """Return the SHA-256 of a file's content."""
    return hashlib.sha256(content).hexdigest()
