"""Who draws: PDFium the PDFs, LibreOffice the DOCX files, and docx-preview in Chromium, from scratch.

A program that is missing is said; what the others draw is there all the same.
"""

import base64
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import pypdfium2 as pdfium
from PIL import Image, ImageChops
from scripts.look.outputs import ROOT, Output

from sopgen.tools.libreoffice import program

SCALE: Final = 1.0  # 72 dots an inch
MODULES: Final = ROOT / "tests" / "browser" / "node_modules"
SCRIPTS: Final = ("jszip/dist/jszip.min.js", "docx-preview/dist/docx-preview.min.js")
WIDTH: Final = 1400  # of the window, in CSS pixels
PAGE_HEIGHT: Final = 1500  # more than any page takes
MOST: Final = 16000  # Chromium draws no taller picture
PATIENCE_S: Final = 120
PAGE: Final = """<!doctype html><meta charset="utf-8"><body style="margin:0">
{scripts}<script>
const bytes = Uint8Array.from(atob("{docx}"), c => c.charCodeAt(0));
docx.renderAsync(bytes, document.body, null, {{useBase64URL: true, renderChanges: true}});
</script>"""


def of_pdf(path: Path) -> list[Image.Image]:
    """Return the pages of a PDF, with what stands in its fields."""
    with pdfium.PdfDocument(path) as document:
        document.init_forms()
        return [page.render(scale=SCALE, may_draw_forms=True).to_pil().convert("RGB") for page in document]


def by_libreoffice(files: Sequence[Output], place: Path) -> dict[Output, Path]:
    """Return the PDF that LibreOffice makes of each DOCX: one start for all, which costs more than a print."""
    office = program()
    if office is None:
        print("no LibreOffice: its column is empty (see `sopgen doctor`)")
        return {}
    flat, out = place / "docx", place / "libreoffice"
    flat.mkdir()
    names = {one: f"{n:04}.docx" for n, one in enumerate(files)}
    for one, name in names.items():
        shutil.copy(one.path, flat / name)
    command = [
        str(office),
        f"-env:UserInstallation={(place / 'profil').as_uri()}",
        "--headless",
        "--convert-to",
        "pdf",
    ]
    quiet = subprocess.DEVNULL
    subprocess.run(
        [*command, "--outdir", str(out), *(str(flat / name) for name in names.values())],
        stdout=quiet, stderr=quiet, check=False, timeout=PATIENCE_S * 10,
    )  # fmt: skip
    return {one: made for one, name in names.items() if (made := (out / name).with_suffix(".pdf")).is_file()}


class Browser:
    """docx-preview in Chromium; `missing` says what is not there, in words."""

    def __init__(self) -> None:
        self._program = shutil.which("chromium") or shutil.which("google-chrome") or shutil.which("chrome")
        lacks = [] if self._program else ["Chromium"]
        lacks += (
            [] if all((MODULES / one).is_file() for one in SCRIPTS) else ["docx-preview (npm ci in tests/browser)"]
        )
        self.missing = " and ".join(lacks)

    def pages(self, docx: Path, count: int) -> list[Image.Image]:
        """Return what it draws of a DOCX, one picture of all pages; none where it draws nothing."""
        assert self._program, self.missing
        scripts = "".join(f'<script src="{(MODULES / one).as_uri()}"></script>' for one in SCRIPTS)
        packed = base64.b64encode(docx.read_bytes()).decode()
        with tempfile.TemporaryDirectory(prefix="sopgen-") as folder:
            page, shot = Path(folder, "page.html"), Path(folder, "page.png")
            page.write_text(PAGE.format(scripts=scripts, docx=packed), encoding="utf-8")
            size = f"--window-size={WIDTH},{min(MOST, PAGE_HEIGHT * max(count, 1))}"
            flags = ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--virtual-time-budget=8000"]
            own = [f"--user-data-dir={folder}/profil", size, f"--screenshot={shot}", page.as_uri()]
            quiet = subprocess.DEVNULL
            subprocess.run([self._program, *flags, *own], stdout=quiet, stderr=quiet, check=False, timeout=PATIENCE_S)
            if not shot.is_file():
                return []
            with Image.open(shot) as picture:
                return [_cropped(picture.convert("RGB"))]


def _cropped(picture: Image.Image) -> Image.Image:
    """Return a picture without the even ground below and beside what is drawn, at the scale of the others."""
    ground = Image.new("RGB", picture.size, picture.getpixel((0, picture.height - 1)))
    box = ImageChops.difference(picture, ground).getbbox()
    drawn = picture.crop(box) if box else picture
    return drawn.resize((max(1, drawn.width * 3 // 4), max(1, drawn.height * 3 // 4)))
