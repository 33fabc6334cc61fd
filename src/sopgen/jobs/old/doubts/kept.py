"""The pages of an old file, and where each doubt stands on them, kept beside the drafts of a working folder.

They lie in the folder `.meja`, which only its owner reads, and may be deleted: the draft has its doubts without them.
"""

import json
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from sopgen.files import write_file
from sopgen.jobs.old.notes import Doubt
from sopgen.jobs.old.pictures import pages_of
from sopgen.read.old.found import Spot
from sopgen.read.old.text.reader import text_of

FOLDER: Final = Path(".meja", "lama")
# Files whose doubts name lines.
TEXTS: Final = (".txt", ".csv")


@dataclass(frozen=True)
class KeptPages:
    """The old file's name, its pages as PDF or its lines where it has any, the doubts that the draft began with."""

    name: str
    pdf: Path | None
    lines: tuple[str, ...]
    doubts: tuple[Doubt, ...]


def keep_pages(home: Path, draft: Path, file: Path, name: str, doubts: Sequence[Doubt]) -> None:
    """Keep the pages, or the lines, of the file that a draft was made of; `name` is what its user calls it."""
    pdf = pages_of(file)
    lines = text_of(file.read_bytes()).splitlines() if pdf is None and file.suffix.lower() in TEXTS else []
    told = {
        "nama": name,
        "baris": lines,
        "ragu": [[one.path, one.line, one.spot.page, one.spot.box, one.text] for one in doubts],
    }
    place = _place(home, draft)
    (home / FOLDER.parts[0]).mkdir(mode=0o700, exist_ok=True)
    if pdf is not None:
        write_file(place.with_suffix(".pdf"), pdf)
    write_file(place, json.dumps(told, ensure_ascii=False).encode())


def kept_pages(home: Path, draft: Path) -> KeptPages | None:
    """Return what is kept of the file that a draft was made of; None where nothing is."""
    place = _place(home, draft)
    with suppress(
        OSError, ValueError, KeyError, TypeError
    ):  # a file that a power cut left, or one of another version
        told: dict[str, Any] = json.loads(place.read_bytes())
        pdf = place.with_suffix(".pdf")
        doubts = tuple(
            Doubt(str(path), int(line), Spot(int(page), tuple(box) if box else None), str(text))
            for path, line, page, box, text in told["ragu"]
        )
        return KeptPages(str(told["nama"]), pdf if pdf.is_file() else None, tuple(told["baris"]), doubts)
    return None


def with_boxes(doubts: Sequence[Doubt], kept: KeptPages | None) -> list[Doubt]:
    """Return doubts with the boxes of their texts: by their words, the one at the same place first."""
    left = list(kept.doubts) if kept else []
    found = []
    for one in doubts:
        same = [other for other in left if " ".join(other.text.split()) == " ".join(one.text.split())]
        match = next((other for other in same if other.path == one.path), same[0] if same else None)
        if match:
            left.remove(match)
            spot = replace(one.spot, page=match.spot.page or one.spot.page, box=match.spot.box)
            found.append(replace(one, spot=spot, path=match.path if not one.path else one.path))
        else:
            found.append(one)
    return found


def _place(home: Path, draft: Path) -> Path:
    return home / FOLDER / f"{draft.parent.name}-{draft.stem}.json"
