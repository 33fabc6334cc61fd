"""A working folder whose edition went out as a Word document, and came back edited."""

import shutil
from functools import cache
from pathlib import Path

from tests.edited.editor import Editor
from tests.edited.truth import ROOT, TEMPLATES, once

from sopgen.jobs.accept_word.proposals import WordOffer, WordRequest, proposals
from sopgen.jobs.accept_word.remade import without_pictures
from sopgen.read.load import load_edition

ISSUED, DRAFT = Path("spec/sop/fkpm/2019.yaml"), Path("spec/sop/fkpm/2026-draf.yaml")
NAME = "dari-kapolres.docx"


@cache
def _sent(spec: Path) -> tuple[bytes, dict[str, str]]:
    """Return the document of a shipped edition, and its texts that stand there once."""
    edition = load_edition(ROOT / spec)
    return without_pictures(edition, TEMPLATES), once(edition.sop)


class Office:
    """The folder with the edition of 2019, which is in force, and the draft of its next one."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.issued, self.draft = folder, folder / ISSUED, folder / DRAFT
        self.issued.parent.mkdir(parents=True)
        for one in (ISSUED, DRAFT, Path("spec/satuan.yaml")):
            shutil.copy(ROOT / one, folder / one)

    def editor(self, spec: Path, seed: object = 1) -> Editor:
        """Return the document of an edition as it went out."""
        return Editor(*_sent(spec.relative_to(self.folder)), seed)

    def comes_back(self, docx: bytes, name: str = NAME) -> Path:
        path = self.folder / name
        path.write_bytes(docx)
        return path

    def offered(self, docx: bytes, *, spec: Path | None = None, into: Path | None = None) -> WordOffer:
        return proposals(WordRequest(self.comes_back(docx), self.folder, spec, into, "2027"))
