"""From bytes to files: a whole folder appears at once, or the former one stays as it was."""

import errno
import hashlib
import json
import os
import shutil
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from secrets import token_hex
from typing import BinaryIO, Final

from sopgen.errors import SopgenError
from sopgen.messages import say, system_reason

NEW, OLD = ".baru-", ".lama-"
FLUSHED_AT_ONCE: Final = 8
# Seconds after which a file without its name belongs to no run any more.
STALE: Final = 3600


def manifest(files: Mapping[str, bytes], *, origin: Mapping[str, str]) -> bytes:
    """Return manifest.json: the SHA-256 of every file, and what they were made from (see provenance.py)."""
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
        reason = system_reason(error)
        fix = say("close files of this folder that are open in Word, and look at free space and rights")
        raise SopgenError(
            say("{folder} can not be written: {reason}. fix: {fix}", folder=folder, reason=reason, fix=fix)
        ) from error


def write_file(path: Path, content: bytes) -> None:
    """Write one file so that it is whole or not there."""
    write_files({path: content})


def write_files(files: Mapping[Path, bytes]) -> None:
    """Write files so that each is whole or not there; all are on the disk when this returns.

    Raises SopgenError where the disk or an open file does not let us; a file is then as it was, or new and whole.
    """
    path = Path()
    fresh: dict[Path, BinaryIO] = {}
    try:
        with ExitStack() as written:
            for path, content in files.items():
                path.parent.mkdir(parents=True, exist_ok=True)
                fresh[path] = written.enter_context((path.parent / f"{NEW}{token_hex(8)}").open("xb"))
                fresh[path].write(content)
                fresh[path].flush()
            _flush(list(fresh.values()))
        for path, file in fresh.items():
            Path(file.name).replace(path)
        for folder in {path.parent for path in fresh}:
            _flush_folder(folder)
    except OSError as error:
        raise _unwritten(path, error) from error
    finally:
        for file in fresh.values():
            _discard(Path(file.name))


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """Open a file that is written bit by bit; it gets its name when all of it is on the disk."""
    fresh = path.parent / f"{NEW}{token_hex(8)}"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with fresh.open("xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
        _flush_folder(path.parent)
    except OSError as error:
        raise _unwritten(path, error) from error
    finally:
        _discard(fresh)


def _discard(fresh: Path) -> None:
    """Take away a file that did not get its name, if it is there."""
    with suppress(OSError):
        fresh.unlink()


def sweep_files(folder: Path) -> None:
    """Delete the half-made files that a killed run left in a folder; those of a run under way are young."""
    for stale in folder.glob(f"{NEW}*"):
        with suppress(OSError):
            if stale.is_file() and time.time() - stale.stat().st_mtime > STALE:
                stale.unlink()


def _unwritten(path: Path, error: OSError) -> SopgenError:
    return SopgenError(say("{folder} can not be written: {reason}.", folder=path, reason=system_reason(error)))


def _flush(files: Sequence[BinaryIO]) -> None:
    """Have the disk keep the files; together they wait for it once or twice, one by one each would."""
    if len(files) == 1:
        os.fsync(files[0].fileno())
        return
    with ThreadPoolExecutor(FLUSHED_AT_ONCE) as pool:
        for _ in pool.map(lambda file: os.fsync(file.fileno()), files):
            pass


def _flush_folder(folder: Path) -> None:
    """Have the disk keep the names of the files in a folder; Windows does so by itself."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno != errno.EINVAL:  # some shared folders know no such thing
            raise
    finally:
        os.close(handle)


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
