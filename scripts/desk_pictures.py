"""Pictures of the desk for README and guide: docs/gambar/*.png, from a fresh folder with made-up people.

Run by hand where a screen changed: `python -m scripts.desk_pictures`.
"""

import tempfile
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from typing import Final

from PIL import Image
from playwright.sync_api import Page
from tests.desk.sample import CLEAN
from tests.desk_fixture import browser, desk_in, opened_page

from sopgen.workspace import start

OUT: Final = Path(__file__).parents[1] / "docs" / "gambar"
COLOURS: Final = 64
PASTE: Final = """text => { const data = new DataTransfer(); data.setData("text/plain", text);
document.body.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true})); }"""


def shown(hash_: str, wait_for: str) -> Callable[[Page], None]:
    def show(page: Page) -> None:
        page.evaluate(f"location.hash = '#/{hash_}'")
        page.wait_for_selector(wait_for)

    return show


def letter(page: Page) -> None:
    shown("surat", "#tempel")(page)
    page.get_by_label("Tempat", exact=True).fill("Kelurahan Contoh")
    page.evaluate(PASTE, CLEAN)
    page.get_by_alt_text("Surat, halaman 1").first.wait_for()


SCREENS: Final[Mapping[str, Callable[[Page], None]]] = {
    "beranda": shown("beranda", "table.list .state.berlaku"),
    "surat": letter,
    "naskah": shown("naskah/fkpm/2026-draf", ".paper svg"),
    "alur": shown("alur/mediasi/contoh", ".fit.good"),
    "pengesahan": shown("pengesahan/fkpm/2026-draf", "ol.steps"),
}


def main() -> None:
    OUT.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        office = Path(place, "kantor")
        start(office)
        with (
            desk_in(office, Path(place, "setelan")) as desk,
            browser() as chrome,
            opened_page(chrome, desk.address) as (page, _),
        ):
            for name, show in SCREENS.items():
                show(page)
                page.wait_for_timeout(3000)
                kept(page.screenshot(), OUT / f"{name}.png")


def kept(picture: bytes, path: Path) -> None:
    """Keep a picture small: a screen has few colours."""
    Image.open(BytesIO(picture)).convert("RGB").quantize(COLOURS).save(path, optimize=True)
    print(path.name, path.stat().st_size)


if __name__ == "__main__":
    main()
