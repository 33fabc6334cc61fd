"""From bytes to files: a whole folder appears at once, or the former one stays as it was."""

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from sopgen.errors import SopgenError
from sopgen.messages import say

NEW, OLD = ".baru-", ".lama-"


def manifest(files: Mapping[str, bytes], *, origin: Mapping[str, str]) -> bytes:
    """Return manifest.json: the SHA-256 of every file, and what they were made from (see origin.py)."""
    digests = {name: hashlib.sha256(files[name]).hexdigest() for name in sorted(files)}
    content = {**origin, "files": digests}
    return (json.dumps(content, indent=2, sort_keys=True) + "\n").encode()


def write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write all files, then put them in the place of the former folder.

    Raises SopgenError with one clear line where the disk or an open file does not let us.
    """
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        sweep(folder)
        fresh = Path(tempfile.mkdtemp(prefix=f"{NEW}{folder.name}-", dir=folder.parent))
        try:
            _write(fresh, files)
            _swap(fresh, folder)
        finally:
            shutil.rmtree(fresh, ignore_errors=True)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        fix = say("close files of this folder that are open in Word, and look at free space and rights")
        raise SopgenError(
            say("{folder} can not be written: {reason}. fix: {fix}", folder=folder, reason=reason, fix=fix)
        ) from error


def write_file(path: Path, content: bytes) -> None:
    """Write one file so that it is whole or not there."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(prefix=NEW, dir=path.parent, delete=False) as fresh:
            fresh.write(content)
            fresh.flush()
            os.fsync(fresh.fileno())
        _readable(Path(fresh.name))
        Path(fresh.name).replace(path)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise SopgenError(say("{folder} can not be written: {reason}.", folder=path, reason=reason)) from error


def sweep(folder: Path) -> None:
    """Put right what a killed run left: bring back the former folder, delete half-made ones."""
    former = folder.parent / f"{OLD}{folder.name}"
    if former.exists() and not folder.exists():
        former.rename(folder)
    for stale in [former, *folder.parent.glob(f"{NEW}{folder.name}-*")]:
        shutil.rmtree(stale, ignore_errors=True)


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    folder.chmod(0o755)
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())


def _swap(fresh: Path, folder: Path) -> None:
    former = folder.parent / f"{OLD}{folder.name}"
    if folder.exists():
        folder.rename(former)
    try:
        fresh.rename(folder)
    except OSError:
        if former.exists():
            former.rename(folder)
        raise
    shutil.rmtree(former, ignore_errors=True)


def _readable(path: Path) -> None:
    """Give a temporary file, which only its owner may read, the rights of an ordinary one."""
    mask = os.umask(0)
    os.umask(mask)
    path.chmod(0o666 & ~mask)
