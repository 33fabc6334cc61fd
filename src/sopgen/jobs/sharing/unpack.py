"""From another office's package to a working folder: verified before anything is written, and nothing overwritten.

Whoever sends a package is not trusted: its size, its names and each file are looked at within bounds.
"""

import hashlib
import io
import re
import stat
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sopgen.errors import SopgenError, VerificationFailed, with_fix
from sopgen.files import write_folder
from sopgen.jobs.letters.codes.key_handover import counting
from sopgen.jobs.sharing.seal import CONTENTS, KEY, SIGNATURE, PackageContents, read_contents, signed_by
from sopgen.messages import say, system_fix, system_reason
from sopgen.model.base import WINDOWS_DEVICES

MOST_BYTES: Final = 50 * 1024 * 1024
MOST_UNPACKED: Final = 200 * 1024 * 1024
MOST_FILES: Final = 2_000
MOST_TOLD: Final = 1024 * 1024
LONGEST_NAME: Final = 200
DEEPEST: Final = 8
OWN: Final = (CONTENTS, SIGNATURE, KEY)
# No way up or elsewhere, nothing that Windows or a terminal takes for a sign.
PLAIN: Final = re.compile(r"[^/\\:*?\"<>|\x00-\x1f\x7f]+")
BROKEN: Final = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError)


@dataclass(frozen=True)
class Unpacked:
    """A package that holds: what it says, the name of the key that signed it, the folder where it lies now."""

    contents: PackageContents
    key: str
    folder: Path


def unpacked(file: Path, out: Path | None = None) -> Unpacked:
    """Verify a package and write it into a new folder.

    Raises SopgenError where it is no package within the bounds or the folder is there, VerificationFailed where a
    file or the signature does not hold, or nobody let its key in. Nothing is written then.
    """
    try:
        with _opened(file) as package:
            entries = _entries(package)
            told = {name: _read(package, entries, name, MOST_TOLD) for name in OWN}
            contents = read_contents(told[CONTENTS])
            key = signed_by(told[CONTENTS], told[SIGNATURE], told[KEY], counting())
            files = _verified(package, entries, contents)
    except SopgenError as error:
        raise type(error)(f"{file.as_posix()}: {error}") from error
    folder = out or Path(f"{contents.sop}-{contents.edisi}")
    if folder.exists() or folder.is_symlink():
        raise SopgenError(with_fix(say("{folder} exists already", folder=folder), say("name a new one with --out")))
    write_folder(folder, {**files, CONTENTS: told[CONTENTS], SIGNATURE: told[SIGNATURE], KEY: told[KEY]})
    return Unpacked(contents, key.name, folder)


def _opened(file: Path) -> zipfile.ZipFile:
    try:
        if file.stat().st_size > MOST_BYTES:
            what = say("the file is larger than {size} MB", size=MOST_BYTES // 1024 // 1024)
            raise SopgenError(with_fix(what, say("a package is smaller: ask the other office for it")))
        return zipfile.ZipFile(io.BytesIO(file.read_bytes()))
    except OSError as error:
        raise SopgenError(with_fix(system_reason(error), system_fix(error))) from error
    except BROKEN as error:
        raise _refused(say("this is no package of sopgen")) from error


def _refused(what: str) -> SopgenError:
    return SopgenError(with_fix(what, say("ask the other office for it")))


def _entries(package: zipfile.ZipFile) -> dict[str, zipfile.ZipInfo]:
    """Return the entries by their names; raise SopgenError where one is not a plain file within the bounds."""
    entries = package.infolist()
    if len(entries) > MOST_FILES:
        raise _refused(say("the package holds {count} files", count=len(entries)))
    for one in entries:
        if one.flag_bits & 1:
            raise _refused(say("the package is encrypted"))
        if not _is_plain(one):
            raise _refused(say('the package holds what is no plain file: "{name}"', name=one.filename[:LONGEST_NAME]))
    names = {one.filename.casefold() for one in entries}
    if len(names) < len(entries):
        raise _refused(say("the package holds a file twice"))
    if sum(one.file_size for one in entries) > MOST_UNPACKED:
        raise _refused(say("the package unpacks to more than {size} MB", size=MOST_UNPACKED // 1024 // 1024))
    found = {one.filename: one for one in entries}
    if any(name not in found for name in OWN):
        raise _refused(say("this is no package of sopgen"))
    return found


def _is_plain(entry: zipfile.ZipInfo) -> bool:
    """Tell whether an entry is a file with a name below the folder, and no link, folder or device."""
    mode, parts = entry.external_attr >> 16, entry.filename.split("/")
    kind = stat.S_IFMT(mode)
    return (
        kind in (0, stat.S_IFREG)
        and len(entry.filename) <= LONGEST_NAME
        and len(parts) <= DEEPEST
        and entry.orig_filename == entry.filename
        and all(_is_plain_name(part) for part in parts)
    )


def _is_plain_name(part: str) -> bool:
    device = part.partition(".")[0].lower() in WINDOWS_DEVICES
    return bool(PLAIN.fullmatch(part)) and part.strip(". ") == part.rstrip(". ") == part and not device


def _read(package: zipfile.ZipFile, entries: Mapping[str, zipfile.ZipInfo], name: str, most: int) -> bytes:
    """Return the bytes of a file, never more than its bound, whatever it says of its size."""
    try:
        with package.open(entries[name]) as file:
            content = file.read(most + 1)
    except BROKEN as error:
        raise _changed(name) from error
    if len(content) > most:
        raise _refused(say('"{name}" unpacks to more than it says', name=name))
    return content


def _changed(name: str) -> VerificationFailed:
    what = say('the package was changed: "{name}" is not as it was signed', name=name)
    return VerificationFailed(with_fix(what, say("ask the other office for it anew")))


def _verified(
    package: zipfile.ZipFile, entries: Mapping[str, zipfile.ZipInfo], contents: PackageContents
) -> dict[str, bytes]:
    """Return the files, each as it was signed; raise VerificationFailed where one is other, or missing."""
    for name in sorted(entries.keys() - {*OWN} ^ contents.berkas.keys()):
        raise _changed(name)
    files = {}
    for name, digest in contents.berkas.items():
        content = _read(package, entries, name, entries[name].file_size)
        if hashlib.sha256(content).hexdigest() != digest:
            raise _changed(name)
        files[name] = content
    return files
