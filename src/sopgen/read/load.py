"""From a path to a model: the only way in."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TypeVar, cast

from pydantic import BaseModel, ValidationError

from sopgen.errors import Problem, SpecError
from sopgen.messages import say
from sopgen.model.chapters import kind_of
from sopgen.model.deployment import OrderFile
from sopgen.model.law.regulation import RegulationFile, Regulations
from sopgen.model.life import state
from sopgen.model.life.record import FINAL, LifeEvent, RecordFile, SigningWay
from sopgen.model.life.state import Digests, Life
from sopgen.model.printed import printed
from sopgen.model.sop import Sop, Status
from sopgen.model.unit import Unit
from sopgen.read.digest import digests
from sopgen.read.emblem import Emblems, load_emblems
from sopgen.read.faults import problems
from sopgen.read.laws import known_twice, laws_in, with_laws
from sopgen.read.overlay.spec import read_spec
from sopgen.read.remarks import remarks
from sopgen.read.source import Source, parse
from sopgen.typeface import unshown
from sopgen.workspace import as_given, example, templates

M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True)
class Record:
    """The record of an edition's life, and where each part of it stands."""

    file: RecordFile
    source: Source


@dataclass(frozen=True)
class Edition:
    """An SOP's edition with its unit, and the sources that tell where each value stands.

    The SOP's status is the one that its record gives it; `said` is the one that its file states.
    """

    path: Path
    sop: Sop
    unit: Unit
    sop_source: Source
    unit_source: Source
    regulations: Regulations
    emblems: Emblems
    digests: Digests
    life: Life
    record: Record | None = None
    said: Status = Status.DRAFT

    @property
    def events(self) -> tuple[LifeEvent, ...]:
        """The events of its life, in their order."""
        return self.record.file.riwayat if self.record else ()


def load_sop(path: Path) -> Sop:
    """Read one edition; raise SpecError with all its faults."""
    return validated(read_spec(path), Sop)


def load_unit(path: Path) -> Unit:
    """Read the unit; raise SpecError with all its faults."""
    return validated(parse(path), Unit)


def load_edition(path: Path) -> Edition:
    """Read an edition, its record, its unit and the laws; raise SpecError with the faults of all files."""
    faults: list[Problem] = []
    unit_file = unit_path(path)
    sop = _read(path, Sop, faults)
    if not path.is_file():  # where its unit would be is not known then
        raise SpecError(faults)
    faults += () if unit_file.exists() else (_no_unit(unit_file),)
    unit = _read(unit_file, Unit, faults) if unit_file.exists() else None
    laws = laws_in(regulations_path(unit_file)) or _laws(regulations_path(unit_file), faults)
    if sop and laws and not faults:
        sop = _cited(sop, Regulations(laws.peraturan), faults)
    record = _record(record_path(unit_file.parent, sop[0].name), sop[0], faults) if sop else None
    if faults or not (sop and unit and laws):
        raise SpecError(faults)
    return _edition(path, sop, unit, Regulations(laws.peraturan), record)


def _laws(path: Path, faults: list[Problem]) -> RegulationFile | None:
    read = _read(path, RegulationFile, faults)
    faults += known_twice(*read) if read else []
    return read[0] if read else None


def _cited(sop: tuple[Sop, Source], laws: Regulations, faults: list[Problem]) -> tuple[Sop, Source]:
    try:
        return with_laws(*sop, laws), sop[1]
    except SpecError as error:
        faults += error.problems
        return sop


def _no_unit(path: Path) -> Problem:
    what = say("there is no satuan.yaml, here or in a folder above")
    fix = say("bring it back, or write the unit into one: `sopgen new` makes one")
    return Problem(path.as_posix(), 1, 1, "YM01", what, fix)


def _edition(
    path: Path, sop: tuple[Sop, Source], unit: tuple[Unit, Source], laws: Regulations, record: Record | None
) -> Edition:
    emblems, unit = load_emblems(*unit), (unit[0].on(_unit_day(sop[0])), unit[1])
    silenced = [remark for one in (*sop[1].files, unit[1]) for remark in remarks(one)]
    now = digests(sop[0], unit[0], emblems, templates(path), silenced)
    lived = _life(sop[0], record, now, Path(unit[1].file).parent)
    effective = sop[0].model_copy(update={"status": lived.state})
    return Edition(path, effective, unit[0], sop[1], unit[1], laws, emblems, now, lived, record, sop[0].status)


def _unit_day(sop: Sop) -> date | None:
    """Return the day of which an edition names its unit: of its effect, or its making; None (today) in a draft."""
    settled = sop.status is not Status.DRAFT or sop.sebagaimana_terbit
    return sop.identitas.tanggal_efektif.nilai or (sop.identitas.finished if settled else None)


def _life(sop: Sop, record: Record | None, now: Digests, folder: Path) -> Life:
    """Return the life of an edition; one in force as issued is unproven until its signed original is registered."""
    without = state.opening(sop, first_step(folder) if sop.sebagaimana_terbit else None)
    lived = state.life(without, record.file.riwayat if record else (), now)
    signatures = record.file.tanda_tangan if record else ()
    if sop.sebagaimana_terbit:
        proven = lived.state is not Status.IN_FORCE or any(one.cara is SigningWay.INK for one in signatures)
        return replace(lived, unproven=not proven)
    # A state is a word in a file: without the signature that `approve` asked for, it counts for nothing.
    own = [one for one in signatures if (one.berkas, one.oleh.nrp) == (FINAL, sop.identitas.pengesah.nrp)]
    if lived.state is Status.IN_FORCE and not own:
        return replace(lived, state=Status.READY, unsigned=True)
    return lived


def first_step(folder: Path) -> date | None:
    """Return the day of the first event that the records of a folder spec/ know.

    Raises SpecError where a record can not be read: it might be the first one.
    """
    files = (load_approvals(path) for path in sorted(record_path(folder, "*").parent.glob("*.yaml")))
    return min((event.tanggal for file in files for event in file.riwayat), default=None)


def _read(path: Path, model: type[M], faults: list[Problem]) -> tuple[M, Source] | None:
    """Return what a file holds, and its source; None where it has faults, which are added to the others."""
    try:
        source = read_spec(path) if model is Sop else parse(path)
        return validated(source, model), source
    except SpecError as error:
        faults += error.problems
        return None


def _record(path: Path, sop: Sop, faults: list[Problem]) -> Record | None:
    found = _read(path, RecordFile, faults) if path.is_file() else None
    if found is None:
        return None
    file, source = found
    faults += sorted(source.problem(one.code, one.loc, one.what, one.fix) for one in state.faults(file, sop))
    return Record(file, source)


def edited(edition: Edition, text: str) -> Edition:
    """Return the edition as it would be read if its file held another text; raise SpecError with all its faults."""
    return with_source(edition, edition.sop_source.reread(text))


def with_source(edition: Edition, source: Source) -> Edition:
    """Return the edition as it would be read from another text of its file; raise SpecError with all its faults."""
    sop = with_laws(validated(source, Sop), source, edition.regulations)
    return replace(edition, sop=sop, sop_source=source)


def with_unit(edition: Edition, unit: Unit, source: Source) -> Edition:
    """Return the edition as it would be read if its unit were another one; raise SpecError with the unit's faults."""
    sop = edition.sop.model_copy(update={"status": edition.said})
    return _edition(edition.path, (sop, edition.sop_source), (unit, source), edition.regulations, edition.record)


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


def load_others(edition: Edition) -> list[Edition]:
    """Return the other editions of the same SOP in its working folder that can be read, with their lives."""
    folder, found = sop_folder(edition.path), []
    for path in sorted(folder.glob("*/*.yaml")) if folder else ():
        if path != edition.path.absolute():
            with suppress(SpecError):  # the faults of another edition are not this one's
                found.append(load_edition(as_given(path, edition.path)))
    return [other for other in found if other.sop.id == edition.sop.id]


def load_order(path: Path) -> tuple[OrderFile, Source]:
    """Read an order file; raise SpecError with all its faults."""
    source = parse(path)
    order = validated(source, OrderFile)
    found = [source.problem("LG06", one.loc, *words) for one in printed(order) for words in unshown(one.text)]
    if found:
        raise SpecError(sorted(found))
    return order, source


def load_approvals(path: Path) -> RecordFile:
    """Read the record of an edition's life; raise SpecError with all its faults."""
    return validated(parse(path), RecordFile)


def find_edition(home: Path, sop: str, edition: str) -> Path | None:
    """Return the file of an edition in a working folder; what stands in it counts, not how it is named."""
    for path in sorted((home / "spec" / "sop").glob("*/*.yaml"), key=lambda path: (path.stem != edition, path)):
        try:
            data = read_spec(path).data
        except SpecError:  # another edition's faults are not this one's
            continue
        if isinstance(data, dict) and (data.get("id"), data.get("edisi")) == (sop, edition):
            return path
    return None


def unit_path(path: Path) -> Path:
    """Return the satuan.yaml of an edition: the nearest one in a folder above it, else where it belongs."""
    for folder in path.absolute().parents:
        if (folder / "satuan.yaml").is_file():
            found = folder / "satuan.yaml"
            return as_given(found, path)
    shelf = sop_folder(path)
    return as_given(shelf.parent / "satuan.yaml", path) if shelf else path.parent / "satuan.yaml"


def record_path(spec: Path, name: str) -> Path:
    """Return where the record of the edition with this name is kept: under pengesahan/ in the folder spec/."""
    return spec / "pengesahan" / f"{name}.yaml"


def regulations_path(unit_file: Path) -> Path:
    """Return the peraturan.yaml beside a satuan.yaml, else that of the working folder, else the shipped one."""
    places = [unit_file.parent, *(folder / "spec" for folder in unit_file.absolute().parents)]
    own = next((place / "peraturan.yaml" for place in places if (place / "peraturan.yaml").exists()), None)
    return as_given(own, unit_file) if own else example() / "spec" / "peraturan.yaml"


def validated(source: Source, model: type[M]) -> M:
    """Return what a file holds; raise SpecError with the places of all its faults."""
    kind = cast("type[M]", kind_of(source.data)) if model is Sop else model
    try:
        return kind.model_validate(source.data)
    except ValidationError as error:
        raise SpecError(_other_kind(source, model) or problems(source, kind, error)) from error


def _other_kind(source: Source, model: type[BaseModel]) -> list[Problem]:
    """Return the one fault of a file of another kind, whose keys would all be told as unknown; else nothing."""
    kinds: dict[type[BaseModel], str] = {
        Sop: say("an SOP (spec/sop/)"),
        Unit: say("a unit (satuan.yaml)"),
        OrderFile: say("an order file (spec/surat-perintah/)"),
        RecordFile: say("the record of an edition (spec/pengesahan/)"),
    }
    keys = set(source.data) if isinstance(source.data, dict) else set()
    alike = {kind: len(keys & set(kind.model_fields)) for kind in kinds}
    likest = max(alike, key=lambda kind: alike[kind])
    if model not in alike or 2 * alike[likest] <= len(keys) or 3 * alike[model] > alike[likest]:
        return []
    what = say("this is {kind}, not {wanted}", kind=kinds[likest], wanted=kinds[model])
    fix = say("name the right file")
    if likest is Sop and model is OrderFile:
        fix = say("give --activity, --roster and --date with it, or name an order file")
    return [source.problem("SK01", (), what, fix)]
