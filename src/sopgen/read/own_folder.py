"""The template folder of an SOP: all that its document is printed from, and nothing that lies elsewhere."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from sopgen.errors import TemplateError
from sopgen.messages import say

# Word's lock files and those of file managers come and go; the list of tags is the program's, for people to read.
NOT_READ: Final = re.compile(r"~\$.*|tanda\.md|\.DS_Store|Thumbs\.db|desktop\.ini")
PACKAGE: Final = re.compile(rb"@[A-Za-z][\w-]*/[\w-]+:\d[\w.]*")


def own_files(folder: Path) -> Iterator[tuple[str, Path]]:
    """Yield name and path of every file in the order of their names; hidden ones can be read, too."""
    found = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*")}
    for name, path in sorted(found.items()):
        if path.is_symlink() or (path.is_file() and not NOT_READ.fullmatch(path.name)):
            yield name, path


def refuse_foreign(folder: Path) -> None:
    """Raise TemplateError where a template would read what is not approved: behind a link, in a package."""
    for path in (folder, *sorted(folder.rglob("*"))):
        if fault := foreign(path):
            raise refused(folder, path, *fault)


def foreign(path: Path) -> tuple[str, str] | None:
    """Return what leads from a file to what lies elsewhere, and how to mend it; None where nothing does."""
    if path.is_symlink():
        return say("is a link"), say("copy the file itself into the folder")
    found = PACKAGE.search(path.read_bytes()) if path.suffix == ".typ" and path.is_file() else None
    if found:
        what = say('takes the package "{package}" from elsewhere', package=found[0].decode())
        return what, say("copy what it needs into the folder, or do without")
    return None


def refused(root: Path, path: Path, what: str, fix: str) -> TemplateError:
    """Return the refusal of a file of a folder, named by the folder's name and its own place there."""
    place = Path(root.name, path.relative_to(root)).as_posix()
    return TemplateError(say("{place} {what}. fix: {fix}", place=place, what=what, fix=fix))
