"""The template folder of an SOP: all that its document is printed from, and nothing that lies elsewhere."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from sopgen.errors import TemplateError
from sopgen.messages import say

# Word's lock files and those of file managers come and go; the list of tags is the program's, for people to read.
NOT_READ: Final = re.compile(r"~\$.*|tanda\.md|\.DS_Store|Thumbs\.db|desktop\.ini")
PACKAGE: Final = re.compile(r"@[a-z][a-z0-9-]*/[a-z][a-z0-9-]*:[0-9.]+")


def own_files(folder: Path) -> Iterator[tuple[str, Path]]:
    """Yield name and path of every file in the order of their names; hidden ones can be read, too."""
    found = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*")}
    for name, path in sorted(found.items()):
        if path.is_symlink() or (path.is_file() and not NOT_READ.fullmatch(path.name)):
            yield name, path


def refuse_foreign(folder: Path) -> None:
    """Raise TemplateError where a template would read what is not approved: behind a link, in a package."""
    for path in (folder, *folder.rglob("*")):
        if path.is_symlink():
            what = say("{path} is a link: what lies behind it is not approved with the SOP", path=path)
            raise TemplateError(f"{what}. {say('fix: put the files themselves there')}")
        if path.suffix == ".typ" and path.is_file():
            found = PACKAGE.search(path.read_bytes().decode("utf-8", errors="replace"))
            if found:
                what = say(
                    "{path} uses the package {name}, which is not approved with the SOP", path=path, name=found[0]
                )
                raise TemplateError(f"{what}. {say('fix: put what it gives into the template folder')}")
