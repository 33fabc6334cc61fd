"""What was accepted last: the pictures beside git, and how those of now differ."""

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PIL import Image, ImageChops
from scripts.look.outputs import ROOT

NOW: Final = ROOT / "build" / "tampilan"
ACCEPTED: Final = ROOT / ".tampilan"
DIFFERENCES: Final = "beda"
# Of 255; below this two renderings of one line differ by the edges of letters only.
SEEN: Final = 48


@dataclass(frozen=True)
class Picture:
    """One picture of a page: where it lies below NOW, and how it stands to the accepted one.

    `state` is same, changed, new, or gone; `share` is how much of a changed one differs (0 to 1).
    """

    path: Path
    state: str
    share: float = 0.0

    @property
    def difference(self) -> Path:
        """Where the picture of what differs lies."""
        return Path(DIFFERENCES) / self.path


def compared(path: Path) -> Picture:
    """Compare a picture of now with the accepted one; what differs is drawn: what went is red, what came is blue."""
    now, before = NOW / path, ACCEPTED / path
    if not before.is_file():
        return Picture(path, "new")
    if not now.is_file():
        return Picture(path, "gone")
    if now.read_bytes() == before.read_bytes():
        return Picture(path, "same")
    with Image.open(before) as old, Image.open(now) as new:
        return _drawn(path, old.convert("L"), new.convert("L"))


def _drawn(path: Path, old: Image.Image, new: Image.Image) -> Picture:
    size = max(old.width, new.width), max(old.height, new.height)
    was, now = (Image.new("L", size, 255) for _ in range(2))
    was.paste(old)
    now.paste(new)
    differs = ImageChops.difference(was, now).point(lambda value: 255 if value > SEEN else 0)
    share = differs.histogram()[255] / (size[0] * size[1])
    if not share:
        return Picture(path, "same")
    # Red lacks where now is ink, blue where formerly was: what both have stays grey.
    both = ImageChops.lighter(was, now).point(lambda value: 128 + value // 2)
    drawn = Image.merge(
        "RGB", (ImageChops.darker(both, now), ImageChops.darker(was, now), ImageChops.darker(both, was))
    )
    made = Picture(path, "changed", share)
    (NOW / made.difference).parent.mkdir(parents=True, exist_ok=True)
    drawn.save(NOW / made.difference)
    return made


def gone(now: set[Path]) -> list[Picture]:
    """Return the accepted pictures of pages that are no more."""
    before = {one.relative_to(ACCEPTED) for one in ACCEPTED.rglob("*.png")} if ACCEPTED.is_dir() else set()
    return [Picture(path, "gone") for path in sorted(before - now)]


def accept() -> None:
    """Keep the pictures of now as those to compare with."""
    shutil.rmtree(ACCEPTED, ignore_errors=True)
    shutil.copytree(NOW, ACCEPTED, ignore=shutil.ignore_patterns(DIFFERENCES, "*.html"))
