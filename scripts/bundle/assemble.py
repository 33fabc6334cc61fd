"""All files of the bundle, by where they stand in its folder."""

import hashlib
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Final

from scripts.bundle import fetch, licences, packages
from scripts.bundle.icon import icon
from scripts.bundle.python import embedded

ROOT: Final = Path(__file__).parents[2]
INSIDE: Final = Path(__file__).parent / "inside"
PROGRAM: Final = PurePosixPath("program")
# What sopgen.exe, a renamed pythonw.exe, has to have beside itself to start.
BESIDE: Final = ("python313.dll", "vcruntime140.dll")
PATH_FILE: Final = "python313._pth"

Files = Mapping[PurePosixPath, bytes]


def bundle(version: str) -> Files:
    """Return the bundle's files. Raises NotFetched, NotPinned, NotSigned or Unlicensed."""
    with tempfile.TemporaryDirectory(prefix="sopgen-") as folder:
        python = embedded(fetch.python(Path(folder, "python")))
        wheels = [*fetch.wheels(Path(folder, "wheels")), _own_wheel(Path(folder, "own"))]
        laid = packages.laid_out(wheels)
        texts = licences.texts(wheels)
    program = {
        **{PurePosixPath(name): content for name, content in python.items() if name != "pythonw.exe"},
        **laid,
        **{PurePosixPath("LISENSI", name): windows_text(text) for name, text in texts.items()},
        PurePosixPath("LISENSI", "Python.txt"): python["LICENSE.txt"],
        PurePosixPath("sopgen.ico"): icon(),
        **{PurePosixPath(name): _inside(name).encode() for name in ("sopgen_bundel.py", "sopgen_mulai.py")},
    }
    return _with_starts({PROGRAM / path: content for path, content in program.items()}, python, version)


def _with_starts(program: Files, python: Mapping[str, bytes], version: str) -> Files:
    """Return the program with what starts it: for a double click, for the command line, for every Python in it."""
    edition = _digest(program)
    # One line: what stands in a .pth is run as it is, and leaves no compiled module in the folder.
    every = (
        f'import sys; sys.dont_write_bytecode = True; import sopgen_bundel; sopgen_bundel.keep_outside("{edition}")'
    )
    click = f"{every}; import sopgen_mulai; sopgen_mulai.main()"
    return {
        **program,
        PROGRAM / PATH_FILE: windows_text("python313.zip\n.\nimport site\n"),
        PROGRAM / packages.LIBRARY / "sopgen.pth": windows_text(f"{every}\n"),
        PurePosixPath("sopgen.exe"): python["pythonw.exe"],
        **{PurePosixPath(name): python[name] for name in BESIDE},
        PurePosixPath(PATH_FILE): windows_text("program\\python313.zip\nprogram\nimport site\n"),
        PurePosixPath("sopgen.pth"): windows_text(f"{click}\n"),
        PurePosixPath("sopgen.cmd"): windows_text(_inside("sopgen.cmd")),
        # With a byte order mark: older editions of Notepad take it for UTF-8 only so.
        PurePosixPath("BACA-SAYA.txt"): b"\xef\xbb\xbf"
        + windows_text(_inside("BACA-SAYA.txt").format(version=version)),
    }


def windows_text(text: str) -> bytes:
    """Return a text with the ends of lines of Windows."""
    return text.replace("\r\n", "\n").replace("\n", "\r\n").encode()


def _inside(name: str) -> str:
    return (INSIDE / name).read_text("utf-8")


def _digest(files: Files) -> str:
    """Return a name for exactly these files."""
    whole = hashlib.sha256()
    for path in sorted(files):
        whole.update(f"{path} {hashlib.sha256(files[path]).hexdigest()}\n".encode())
    return whole.hexdigest()[:12]


def _own_wheel(folder: Path) -> Path:
    """Build sopgen's own wheel from the checkout: with spec/, templates/ and starter/ inside."""
    command = (sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder))
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    return wheel
