"""The working folder of a unit: where its editions and templates are, and how a new one begins."""

import shutil
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

from sopgen.errors import Problem, SopgenError, SpecError, with_fix
from sopgen.messages import say, system_fix, system_reason

PACKAGED: Final = Path(__file__).parent / "contoh"
CHECKOUT: Final = Path(__file__).parents[2]
# The template folder of task orders.
ORDER_FOLDER: Final = "surat-perintah"


def example() -> Path:
    """Return the folder that holds the shipped spec/, templates/ and starter/: in the wheel, or the checkout."""
    return PACKAGED if PACKAGED.is_dir() else CHECKOUT


def start(directory: Path) -> None:
    """Write a new working folder, all of it or nothing; an existing one that holds anything is left alone."""
    there = directory.exists()
    if there and any(directory.iterdir()):
        raise SopgenError(say("{folder} is not empty. fix: name a new folder", folder=directory))
    fresh = directory / ".baru"
    try:
        for room in ("spec", "templates"):
            _copy(example() / room, fresh / room)
        # What git, pre-commit and a server look for in the folder itself.
        _copy(example() / "starter", fresh)
        for path in list(fresh.iterdir()):
            path.rename(directory / path.name)
        fresh.rmdir()
    except OSError as error:
        what = say("{folder} can not be written: {reason}", folder=directory, reason=system_reason(error))
        shutil.rmtree(fresh, ignore_errors=True)
        if not there:
            with suppress(OSError):  # somebody else's file is in it by now
                directory.rmdir()
        raise SopgenError(with_fix(what, system_fix(error))) from error


def _copy(source: Path, target: Path) -> None:
    """Copy a folder; the first file that the system refuses ends it, with its reason."""
    target.mkdir(parents=True, exist_ok=True)
    for path in source.iterdir():
        if path.is_dir():
            _copy(path, target / path.name)
        else:
            shutil.copy(path, target / path.name)


def editions(specs: Sequence[Path]) -> list[Path]:
    """Return the named editions, or all under spec/sop/."""
    if specs:
        return list(specs)
    found = sorted(Path("spec", "sop").glob("*/*.yaml"))
    if not found:
        what, fix = (
            say("there is no edition here"),
            say("go to the working folder, or name a spec; `sopgen new` makes one"),
        )
        raise SpecError([Problem("spec/sop", 1, 1, "YM01", what, fix)])
    return found


def home(path: Path) -> Path | None:
    """Return the working folder that holds a file, else the current one; None where neither has a spec/."""
    folders = [*path.absolute().parents, Path.cwd()]
    return next((folder for folder in folders if (folder / "spec").is_dir()), None)


def working_folder(near: Path | None = None) -> Path | None:
    """Return the unit's folder (it holds spec/satuan.yaml) that a file stands in, else the one that we are in."""
    places = [*(near.absolute().parents if near else ()), Path.cwd(), *Path.cwd().parents]
    return next((folder for folder in places if (folder / "spec" / "satuan.yaml").is_file()), None)


def templates(spec: Path) -> Path:
    """Return the templates of the working folder that holds the spec, else the shipped ones."""
    for folder in spec.absolute().parents:
        if (folder / "spec").is_dir() and (folder / "templates").is_dir():
            return folder / "templates"
    return example() / "templates"


def template_folder(folder: Path, name: str) -> Path:
    """Return a template folder in a templates folder; one that is older than the template has the shipped one."""
    own = folder / name
    return own if own.is_dir() else example() / "templates" / name
