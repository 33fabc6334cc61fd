"""What a look makes of a page before it is saved: the sample document of a template folder, DOCX and PDF."""

import io
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import Final

from sopgen.errors import SpecError
from sopgen.files import write_file
from sopgen.jobs.templates.sample import makers, shipped_edition
from sopgen.jobs.work import Work
from sopgen.model.chapters import template_of
from sopgen.plan.forms.table import FORMS
from sopgen.read.load import Edition, load_edition
from sopgen.workspace import template_folder

# One picture at a time: who changes a size asks for the next one before the last is drawn.
ONE: Final = Lock()
# Of a picture's points an inch, of the 72 of a PDF.
SCALE: Final = 1.5
# The form in which the look that all forms share is seen.
SHARED: Final = "formulir"
SEEN_IN: Final = "laporan-hasil"


def look_file(templates: Path, name: str) -> Path:
    """Return the file of a look in a templates folder, by the name of its template folder; `formulir` is shared."""
    return templates / "formulir.yaml" if name == SHARED else templates / name / "rupa.yaml"


def look_sample(home: Path, name: str, text: str, ending: str) -> bytes:
    """Return the sample, docx or pdf, that a template folder of a working folder makes by the text of a look.

    It is an edition of the office's own where there is one, else the shipped example.
    Raises SopgenError with what keeps the look from being printed.
    """
    with ONE, tempfile.TemporaryDirectory(prefix="sopgen-rupa-") as place:
        folder = Path(place) / "templates"
        folder.mkdir()
        for file in (home / "templates").glob("*.*"):
            if file.is_file():
                shutil.copy(file, folder)
        for one in {"sop", "naskah-sop", "surat-perintah", "surat-tugas", *FORMS, name} - {SHARED}:
            shutil.copytree(template_folder(home / "templates", one), folder / one)
        write_file(look_file(folder, name), text.encode())
        shown = SEEN_IN if name == SHARED else name
        return makers(shown, Work(_edition(home, shown), folder))[ending]()


def _edition(home: Path, name: str) -> Edition:
    """Return an edition that the template prints: the newest draft of the office, else the shipped one."""
    wanted = name if name == "naskah-sop" else "sop"
    for path in sorted((home / "spec" / "sop").glob("*/*.yaml"), reverse=True):
        with suppress(SpecError):
            edition = load_edition(path)
            if template_of(edition.sop) == wanted and edition.sop.kegiatan:
                return edition
    return shipped_edition(name)


def page_picture(pdf: bytes, number: int) -> tuple[bytes, int]:
    """Return a page of a PDF (from 0) as PNG, and how many there are."""
    import pypdfium2  # here, since only what is looked at is drawn

    with pypdfium2.PdfDocument(pdf) as opened:
        out, last = io.BytesIO(), len(opened) - 1
        opened[min(max(number, 0), last)].render(scale=SCALE).to_pil().save(out, "PNG")
        return out.getvalue(), last + 1
