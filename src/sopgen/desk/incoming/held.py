"""Files that were handed in and are asked about several times: the newest few, in the memory of the desk alone."""

import re
import secrets
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from sopgen.desk.calls import HandedFile
from sopgen.errors import SopgenError, with_fix
from sopgen.files import write_file
from sopgen.messages import say

MOST: Final = 4
LONGEST_NAME: Final = 100
# What no system takes in a file's name.
STRANGE: Final = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
_HELD: Final[dict[str, HandedFile]] = {}
_TURN: Final = threading.Lock()


def hold(file: HandedFile) -> str:
    """Keep a file that was handed in, and return the key by which the page asks about it."""
    key = secrets.token_urlsafe(12)
    with _TURN:
        _HELD[key] = file
        while len(_HELD) > MOST:
            _HELD.pop(next(iter(_HELD)))
    return key


def let_go(key: str) -> None:
    """Forget a file."""
    with _TURN:
        _HELD.pop(key, None)


def held(key: str) -> HandedFile:
    """Return a file that was handed in; raise SopgenError where it is kept no more."""
    with _TURN:
        found = _HELD.get(key)
    if found is None:
        raise SopgenError(with_fix(say("this file is no longer here"), say("hand it in again")))
    return found


@contextmanager
def as_file(file: HandedFile) -> Iterator[Path]:
    """Let a file that was handed in be a file of the disk meanwhile, by a name that every system takes."""
    with TemporaryDirectory(prefix="sopgen-") as folder:
        path = Path(folder, file_name(file.name))
        write_file(path, file.content)
        yield path


def file_name(name: str) -> str:
    """Return the name of a file without folders and without what a system would not take."""
    own = STRANGE.sub("_", name.replace("\\", "/").rpartition("/")[2]).strip(". ")
    stem, dot, ending = own.rpartition(".")
    return f"{stem[:LONGEST_NAME]}{dot}{ending[:10]}" if stem else own[:LONGEST_NAME] or "berkas"
