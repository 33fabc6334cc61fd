"""From a path to a model: the only way in."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from sopgen.errors import SpecError
from sopgen.model.approval import ApprovalFile
from sopgen.model.deployment import OrderFile
from sopgen.model.regulation import RegulationFile, Regulations
from sopgen.model.sop import Sop
from sopgen.model.unit import Unit
from sopgen.read.emblem import load_emblem
from sopgen.read.faults import problems
from sopgen.read.source import Source, parse, parse_text
from sopgen.workspace import example

M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True)
class Edition:
    """An SOP's edition with its unit, and the sources that tell where each value stands."""

    path: Path
    sop: Sop
    unit: Unit
    sop_source: Source
    unit_source: Source
    regulations: Regulations
    emblem: bytes | None = None


def load_sop(path: Path) -> Sop:
    """Read one edition; raise SpecError with all its faults."""
    return _model(parse(path), Sop)


def load_unit(path: Path) -> Unit:
    """Read the unit; raise SpecError with all its faults."""
    return _model(parse(path), Unit)


def load_edition(path: Path) -> Edition:
    """Read an edition, its unit and the laws; raise SpecError with the faults of all files."""
    faults = []
    sources: list[tuple[Source, BaseModel]] = []
    unit_file = unit_path(path)
    for file, model in ((path, Sop), (unit_file, Unit), (regulations_path(unit_file), RegulationFile)):
        try:
            source = parse(file)
            sources.append((source, _model(source, model)))
        except SpecError as error:
            faults += error.problems
    if faults:
        raise SpecError(faults)
    (sop_source, sop), (unit_source, unit), (_, laws) = sources
    assert isinstance(sop, Sop)
    assert isinstance(unit, Unit)
    assert isinstance(laws, RegulationFile)
    emblem = load_emblem(unit.lambang, unit_source)
    return Edition(path, sop, unit, sop_source, unit_source, Regulations(laws.peraturan), emblem)


def edited(edition: Edition, text: str) -> Edition:
    """Return the edition as it would be read if its file held another text; raise SpecError with all its faults."""
    source = parse_text(edition.sop_source.file, text)
    return replace(edition, sop=_model(source, Sop), sop_source=source)


def sop_folder(path: Path) -> Path | None:
    """Return the sop/ folder that holds an edition as <sop>/<edisi>.yaml, or None where it stands elsewhere."""
    folder = path.absolute().parent.parent
    return folder if folder.name == "sop" else None


def load_folder(folder: Path, known: Mapping[Path, Sop]) -> dict[Path, Sop]:
    """Return the editions of a sop/ folder that can be read, those known as they are; each has a check of its own."""
    found: dict[Path, Sop] = {}
    for path in sorted(folder.glob("*/*.yaml")):
        with suppress(SpecError):
            found[path] = known.get(path) or load_sop(path)
    return found


def load_order(path: Path) -> tuple[OrderFile, Source]:
    """Read an order file; raise SpecError with all its faults."""
    source = parse(path)
    return _model(source, OrderFile), source


def load_approvals(path: Path) -> ApprovalFile:
    """Read the record of an edition's life; raise SpecError with all its faults."""
    return _model(parse(path), ApprovalFile)


def find_edition(home: Path, sop: str, edition: str) -> Path | None:
    """Return the file of an edition in a working folder; what stands in it counts, not how it is named."""
    for path in sorted((home / "spec" / "sop").glob("*/*.yaml"), key=lambda path: (path.stem != edition, path)):
        try:
            data = parse(path).data
        except SpecError:  # another edition's faults are not this one's
            continue
        if isinstance(data, dict) and (data.get("id"), data.get("edisi")) == (sop, edition):
            return path
    return None


def unit_path(path: Path) -> Path:
    """Return the satuan.yaml of an edition: the nearest one in a folder above it."""
    for folder in path.absolute().parents:
        if (folder / "satuan.yaml").is_file():
            found = folder / "satuan.yaml"
            return _as_given(found, path)
    return path.parent / "satuan.yaml"


def regulations_path(unit_file: Path) -> Path:
    """Return the peraturan.yaml beside a satuan.yaml; the shipped one where the unit keeps none of its own."""
    own = unit_file.parent / "peraturan.yaml"
    return own if own.exists() else example() / "spec" / "peraturan.yaml"


def _as_given(found: Path, path: Path) -> Path:
    """Name the file relative to the working folder where the edition was named so."""
    return found if path.is_absolute() or not found.is_relative_to(Path.cwd()) else found.relative_to(Path.cwd())


def _model(source: Source, model: type[M]) -> M:
    try:
        return model.model_validate(source.data)
    except ValidationError as error:
        raise SpecError(problems(source, model, error)) from error
