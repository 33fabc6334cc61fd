"""Processes of our own: they end with the one that began them, and leave nothing of theirs behind."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from multiprocessing import parent_process
from pathlib import Path
from secrets import token_hex
from threading import Thread
from typing import Final

NAME: Final = ".kerja-"
LOCK: Final = ".kunci"


def begun(folder: str) -> None:
    """Begin a worker: its temporary files lie in a folder, and it ends when its parent does, however that ends."""
    tempfile.tempdir = folder
    parent = parent_process()
    if parent:
        Thread(target=_end_after, args=(parent,), daemon=True).start()


def _end_after(parent: object) -> None:
    parent.join()  # type: ignore[attr-defined]
    os._exit(1)


@contextmanager
def work_folder(beside: Path) -> Iterator[str]:
    """Make a folder in `beside` for what workers write, readable by its owner alone; it is gone in the end.

    What a killed run left is swept first: the system freed its lock. Raises OSError where it can not be made.
    """
    from filelock import FileLock  # here, since what makes letters in one process needs no lock

    beside.mkdir(parents=True, exist_ok=True)
    _sweep(beside)
    folder = beside / f"{NAME}{token_hex(8)}"
    # Locked before it is there, so that no other run takes it for a killed one's.
    with FileLock(f"{folder}{LOCK}"):
        folder.mkdir(mode=0o700)
        try:
            yield str(folder)
        finally:
            shutil.rmtree(folder, ignore_errors=True)
            _forget(folder)


def _sweep(beside: Path) -> None:
    from filelock import FileLock, Timeout

    for folder in [path for path in beside.glob(f"{NAME}*") if path.suffix != LOCK]:
        with suppress(Timeout), FileLock(f"{folder}{LOCK}", timeout=0):
            shutil.rmtree(folder, ignore_errors=True)
            _forget(folder)


def _forget(folder: Path) -> None:
    """Delete the lock of a folder that is gone; Windows keeps the name until it is free, and deletes it then."""
    with suppress(OSError):
        Path(f"{folder}{LOCK}").unlink()
