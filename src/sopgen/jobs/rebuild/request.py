"""Which editions are to be built; what builds them is loaded by whoever does."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sopgen.model.page import PdfEngine


@dataclass(frozen=True)
class BuildRequest:
    """Which editions are to be made (none named: all here), where to, how; `release`: only what is approved."""

    specs: Sequence[Path] = ()
    out: Path = Path("build")
    pdf_engine: PdfEngine = "typst"
    release: bool = False
