"""The bundle as a folder and as a ZIP with the same bytes every time."""

import shutil
import zipfile
from pathlib import Path, PurePosixPath
from typing import Final

from scripts.bundle.assemble import Files

# The folder that a ZIP unpacks to; short, since Windows refuses paths of more than 260 characters.
NAME: Final = "sopgen"
# The first day that a ZIP can tell.
DAY: Final = (1980, 1, 1, 0, 0, 0)
# A level that halves the time of the highest for a hundredth of the size.
LEVEL: Final = 6


def write_folder(files: Files, folder: Path) -> None:
    """Write the files into a folder that holds nothing else afterwards."""
    shutil.rmtree(folder, ignore_errors=True)
    for path, content in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


def write_zip(files: Files, target: Path) -> None:
    """Write the ZIP, whole or not at all."""
    unfinished = target.with_suffix(".part")
    with zipfile.ZipFile(unfinished, "w") as archive:
        for path in sorted(files):
            entry = zipfile.ZipInfo(str(PurePosixPath(NAME, path)), DAY)
            entry.create_system = 0  # Windows, wherever it was made
            archive.writestr(entry, files[path], zipfile.ZIP_DEFLATED, LEVEL)
    unfinished.replace(target)
