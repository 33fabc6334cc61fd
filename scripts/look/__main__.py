"""`make look`: draw every kind of page, say what differs from what was accepted; `--accept` accepts it."""

import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from PIL import Image
from scripts.look import index
from scripts.look.accepted import NOW, accept, compared, gone
from scripts.look.engines import Browser, by_libreoffice, of_pdf
from scripts.look.outputs import Output, Refused, copied, editions, outputs


def main(words: Sequence[str]) -> None:
    if words == ["--accept"] and not NOW.is_dir():
        sys.exit("there are no pictures yet: `make look` draws them")
    if words != ["--accept"]:
        look(words)
    else:
        accept()
        print("accepted")


def look(wanted: Sequence[str]) -> None:
    """Draw the editions that are named, or all."""
    with tempfile.TemporaryDirectory(prefix="sopgen-") as folder:
        place = copied(Path(folder))
        chosen = [one for one in editions(place) if not wanted or one.name in wanted]
        with ThreadPoolExecutor(2) as pool:
            made = [one for ones in pool.map(lambda edition: list(outputs(place, edition)), chosen) for one in ones]
        refused = [one for one in made if isinstance(one, Refused)]
        for one in refused:
            print(f"{one.edition} {one.name}: {one.why}")
        shutil.rmtree(NOW, ignore_errors=True)
        missing = [*_draw([one for one in made if isinstance(one, Output)], place)]
    drawn = sorted(path.relative_to(NOW) for path in NOW.rglob("*.png"))
    found = [compared(path) for path in drawn]
    found += [one for one in gone(set(drawn)) if not wanted or one.path.parts[0] in wanted]
    index.write(sorted(found, key=lambda one: one.path), refused, missing)
    told = ", ".join(
        f"{sum(one.state == state for one in found)} {state}" for state in ("same", "changed", "new", "gone")
    )
    print(f"{NOW / 'index.html'}: {len(found)} pictures, {told}")


def _draw(files: Sequence[Output], place: Path) -> Iterator[str]:
    """Draw every file by every engine that is here; yield what is missing, in words."""
    words = [one for one in files if one.path.suffix == ".docx"]
    printed, browser = by_libreoffice(words, place), Browser()
    if words and not printed:
        yield "LibreOffice is missing, or printed nothing: its column is empty."
    if browser.missing:
        print(f"no {browser.missing}: the second engine's column is empty")
        yield f"{browser.missing} is missing: the column of docx-preview is empty."
    for one in files:
        if one.path.suffix == ".pdf":
            _keep(one, "pdf", of_pdf(one.path))
        elif one.path.suffix == ".png":
            with Image.open(one.path) as picture:
                _keep(one, "pdf", [picture.convert("RGB")])
    counts = {one: _keep(one, "libreoffice", of_pdf(pdf)) for one, pdf in printed.items()}
    if not browser.missing:
        with ThreadPoolExecutor(2) as pool:
            drawn = pool.map(lambda one: browser.pages(one.path, counts.get(one, 4)), words)
            for one, pages in zip(words, drawn, strict=True):
                _keep(one, "docx-preview", pages)


def _keep(file: Output, engine: str, pages: Sequence[Image.Image]) -> int:
    """Write the pictures of a file's pages; return how many there are."""
    folder = NOW / file.edition / file.name / engine
    folder.mkdir(parents=True, exist_ok=True)
    for number, page in enumerate(pages, 1):
        page.save(folder / f"{number:02}.png")
    return len(pages)


main(sys.argv[1:])
