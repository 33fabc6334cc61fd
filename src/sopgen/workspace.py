"""The working folder of a unit: where its editions and templates are, and how a new one begins."""

import re
import shutil
from collections.abc import Sequence
from contextlib import suppress
from fnmatch import fnmatch
from pathlib import Path
from typing import Final

from sopgen.errors import Problem, SopgenError, SpecError, WrongUsage, with_fix
from sopgen.messages import say, system_fix, system_reason

PACKAGED: Final = Path(__file__).parent / "contoh"
CHECKOUT: Final = Path(__file__).parents[2]
# The folder of the samples in spec/, and what of spec/ a working folder that begins with one does not get.
SAMPLES: Final = "contoh"
NOT_OF_A_SAMPLE: Final = (SAMPLES, "sop", "surat-perintah", "satuan.yaml", "pengesahan")


def example() -> Path:
    """Return the folder that holds the shipped spec/, templates/ and starter/: in the wheel, or the checkout."""
    return PACKAGED if PACKAGED.is_dir() else CHECKOUT


def start(directory: Path, sample: str | None = None) -> None:
    """Write a new working folder, all of it or nothing, with the shipped editions or a sample.

    One that holds anything is left alone.
    """
    spec = sample_folder(sample) if sample else None
    _start(directory, NOT_OF_A_SAMPLE if spec else (SAMPLES,), spec)


def start_empty(directory: Path) -> None:
    """Write a new working folder without an edition, all of it or nothing; its satuan.yaml is the shipped one."""
    _start(directory, tuple(name for name in NOT_OF_A_SAMPLE if name != "satuan.yaml"), None)


def _start(directory: Path, leave_out: Sequence[str], spec: Path | None) -> None:
    there = directory.exists()
    if there and any(directory.iterdir()):
        raise SopgenError(say("{folder} is not empty. fix: name a new folder", folder=directory))
    fresh = directory / ".baru"
    try:
        _copy(example() / "spec", fresh / "spec", leave_out)
        _copy(example() / "templates", fresh / "templates")
        if spec:
            _begin_with(spec, fresh / "spec")
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


def _copy(source: Path, target: Path, leave_out: Sequence[str] = ()) -> None:
    """Copy a folder but what some names match; the first file that the system refuses ends it, with its reason."""
    target.mkdir(parents=True, exist_ok=True)
    for path in source.iterdir():
        if any(fnmatch(path.name, pattern) for pattern in leave_out):
            continue
        if path.is_dir():
            _copy(path, target / path.name, leave_out)
        else:
            shutil.copy(path, target / path.name)


def _begin_with(sample: Path, spec: Path) -> None:
    """Put a sample's unit and edition where a working folder has them."""
    text = (sample / "sop.yaml").read_text("utf-8")
    keys = dict(re.findall(r'^(id|edisi): "?([\w-]+)', text, re.MULTILINE))
    (spec / "sop" / keys["id"]).mkdir(parents=True)
    (spec / "sop" / keys["id"] / f"{keys['edisi']}.yaml").write_text(text, "utf-8", newline="\n")
    unit = (sample / "satuan.yaml").read_text("utf-8").replace("$schema=../../", "$schema=", 1)
    (spec / "satuan.yaml").write_text(unit, "utf-8", newline="\n")


def samples() -> list[str]:
    """Return the names of the samples that a working folder can begin with: one of each form of an SOP."""
    return sorted(path.name for path in (example() / "spec" / SAMPLES).iterdir() if path.is_dir())


def sample_folder(name: str) -> Path:
    """Return the folder of a sample; raise WrongUsage, naming all, where there is none of that name."""
    if name not in samples():
        what = say('there is no sample "{name}"', name=name)
        raise WrongUsage(with_fix(what, say("known: {known}", known=", ".join(samples()))))
    return example() / "spec" / SAMPLES / name


def editions(specs: Sequence[Path]) -> list[Path]:
    """Return the named editions, or all under spec/sop/."""
    if specs:
        return list(specs)
    found = sorted(Path("spec", "sop").glob("*/*.yaml"))
    if not found:
        fix = say("go to the working folder, or name a spec; `sopgen new` makes one")
        if of_unit := min(Path("satuan").glob("*/spec/sop/*/*.yaml"), default=None):
            fix = say(
                "name those of a unit, such as {path}; `sopgen build --units` makes all", path=of_unit.as_posix()
            )
        raise SpecError([Problem("spec/sop", 1, 1, "YM01", say("there is no edition here"), fix)])
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


def as_given(found: Path, path: Path) -> Path:
    """Name a file relative to the working folder where another was named so."""
    return found if path.is_absolute() or not found.is_relative_to(Path.cwd()) else found.relative_to(Path.cwd())


def template_folder(folder: Path, name: str) -> Path:
    """Return a template folder in a templates folder; one that is older than the template has the shipped one."""
    own = folder / name
    return own if own.is_dir() else example() / "templates" / name
