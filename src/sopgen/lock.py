"""One writer at a time: a file beside what is written says that somebody is at it."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, Final

from sopgen.errors import SopgenError
from sopgen.messages import say, system_reason

# Seconds: a signature through BSrE may take a minute.
LONGEST_WAIT: Final = 120.0
PAUSE: Final = 0.02


@contextmanager
def locked(path: Path, purpose: str = "") -> Iterator[None]:
    """Keep everybody else out who writes `path` for the same purpose; the system frees the lock of a killed run.

    Raises SopgenError where another run holds it too long, or the folder can not be written.
    """
    lock = path.parent / f".{path.name}{purpose}.kunci"
    try:
        lock.parent.mkdir(parents=True, exist_ok=True)
        file = _held(lock)
    except OSError as error:
        reason = system_reason(error)
        raise SopgenError(say("{folder} can not be written: {reason}.", folder=path, reason=reason)) from error
    try:
        yield
    finally:
        _release(file, lock)


def _held(lock: Path) -> BinaryIO:
    """Return the open lock file once nobody else holds it."""
    end = time.monotonic() + LONGEST_WAIT
    while True:
        file = lock.open("ab")
        if _taken(file) and _is_at(file, lock):
            return file
        file.close()
        if time.monotonic() > end:
            raise SopgenError(say("{path} is held by another run. fix: try again when it has ended", path=lock))
        time.sleep(PAUSE)


def _is_at(file: BinaryIO, lock: Path) -> bool:
    """Tell whether the file is still the one of that name: who held it before took the name away."""
    try:
        return os.path.samestat(os.fstat(file.fileno()), lock.stat())
    except OSError:
        return False


def _release(file: BinaryIO, lock: Path) -> None:
    if os.name == "nt":  # an open file keeps its name there
        file.close()
        with suppress(OSError):
            lock.unlink()
        return
    with suppress(OSError):
        lock.unlink()
    file.close()


if os.name == "nt":
    import msvcrt

    def _taken(file: BinaryIO) -> bool:
        try:
            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]  # Windows only
        except OSError:
            return False
        return True

else:
    import fcntl

    def _taken(file: BinaryIO) -> bool:
        try:
            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
