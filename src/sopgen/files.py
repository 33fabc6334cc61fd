"""From bytes to files: a whole folder appears at once, or the former one stays as it was."""

import codecs
import errno
import hashlib
import json
import os
import shutil
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from secrets import token_hex
from typing import BinaryIO, Final

from sopgen.errors import SopgenError, with_fix
from sopgen.messages import say, system_fix, system_reason

NEW, OLD = ".baru-", ".lama-"
FLUSHED_AT_ONCE: Final = 8
# Seconds that one run waits for another to be done with a folder or a record: a signature may take a minute.
LONGEST_WAIT: Final = 120.0
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
        with one_writer(folder):
            sweep(folder)
            fresh = _new(folder)
            try:
                fresh.mkdir(mode=0o755)
                _write(fresh, files)
                _swap(fresh, folder)
            finally:
                shutil.rmtree(fresh, ignore_errors=True)
    except OSError as error:
        reason = system_reason(error)
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        open_files = say("close files of this folder that are open in Word, and look at free space and rights")
        fix = system_fix(error) if full else open_files
        raise SopgenError(
            say("{folder} can not be written: {reason}. fix: {fix}", folder=folder, reason=reason, fix=fix)
        ) from error


@contextmanager
def one_writer(path: Path) -> Iterator[None]:
    """Keep every other run out that writes this file or folder; the system frees the lock of a killed run.

    Raises SopgenError where another run holds it longer than LONGEST_WAIT, or no lock can be made in its folder.
    """
    from filelock import FileLock, Timeout  # here, since what only reads needs no lock

    # No name that looks like a record or a spec: who lists those meanwhile would read an empty one.
    name = path.parent / f".kunci-{path.name}.lock"
    lock = FileLock(name, timeout=LONGEST_WAIT)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        lock.acquire()
    except Timeout as error:
        what = say("{path} is held by another run. fix: try again when it has ended", path=path)
        raise SopgenError(what) from error
    except OSError as error:
        raise unwritten(path, error) from error
    try:
        yield
    finally:
        with suppress(OSError):  # Windows keeps the name until the lock is free, and filelock deletes it then
            name.unlink()
        lock.release()


def write_file(path: Path, content: bytes) -> None:
    """Write one file so that it is whole or not there."""
    write_files({path: content})


def text_bytes(path: Path, text: str) -> bytes:
    """Return the bytes of another text for a file, with the byte order mark that it may have from Notepad."""
    try:
        with path.open("rb") as file:
            marked = file.read(len(codecs.BOM_UTF8)) == codecs.BOM_UTF8
    except FileNotFoundError:
        marked = False
    return codecs.BOM_UTF8 * marked + text.encode()


def write_files(files: Mapping[Path, bytes]) -> None:
    """Write files so that each is whole or not there; all are on the disk when this returns.

    Raises SopgenError where the disk or an open file does not let us; a file is then as it was, or new and whole.
    """
    for path in files:
        if path.exists() and not path.is_file():
            raise SopgenError(say("{path} is no file but a folder or a device. fix: name another file", path=path))
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
        raise unwritten(path, error) from error
    finally:
        for file in fresh.values():
            _discard(Path(file.name))


def refuse_unwritable(folder: Path) -> None:
    """Make a folder where there is none. Raises SopgenError where no file can be written into it."""
    probe = folder / f"{NEW}{token_hex(8)}"
    write_file(probe, b"")
    _discard(probe)


@contextmanager
def owner_only() -> Iterator[None]:
    """Have what is made meanwhile, letters and other files with personal data, be read by its owner alone.

    Windows keeps no such modes: there a file has the rights of its folder.
    """
    former = os.umask(0o077)
    try:
        yield
    finally:
        os.umask(former)


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
        raise unwritten(path, error) from error
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


def unwritten(path: Path, error: OSError) -> SopgenError:
    """Return what is said where the system refused to write, with what helps."""
    what = say("{folder} can not be written: {reason}", folder=path, reason=system_reason(error))
    return SopgenError(with_fix(what, system_fix(error)))


def _flush(files: Sequence[BinaryIO]) -> None:
    """Have the disk keep the files; together they wait for it once or twice, one by one each would."""
    if len(files) == 1:
        os.fsync(files[0].fileno())
        return
    from concurrent.futures import ThreadPoolExecutor  # here: a command that writes little loads no threads

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
    """Put right what a killed run left: bring back the former folder, delete the half-made one."""
    former = _former(folder)
    if former.exists() and not folder.exists():
        former.rename(folder)
    for stale in (former, _new(folder)):
        _remove(stale)


def _new(folder: Path) -> Path:
    return folder.parent / f"{NEW}{folder.name}"


def _former(folder: Path) -> Path:
    return folder.parent / f"{OLD}{folder.name}"


def _remove(path: Path) -> None:
    """Delete a folder with all that is in it, or a file or link that stands in its place; what a link names stays."""
    if path.is_symlink() or path.is_file():
        path.unlink()
    else:
        shutil.rmtree(path, ignore_errors=True)


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())


def _swap(fresh: Path, folder: Path) -> None:
    former = _former(folder)
    if folder.exists() or folder.is_symlink():
        folder.rename(former)
    try:
        fresh.rename(folder)
    except OSError:
        if former.exists():
            former.rename(folder)
        raise
    _remove(former)
