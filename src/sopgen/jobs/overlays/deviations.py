"""What each unit changes, adds and leaves out of its base: as rows, and as a matrix of parts and units."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sopgen.compare.changes import Change, changes
from sopgen.compare.differences import ChangeKind
from sopgen.compare.part_names import at, part_name
from sopgen.errors import Loc, SopgenError, together
from sopgen.jobs.overlays.bases import base_name, named_base
from sopgen.jobs.overlays.units import units_and_own
from sopgen.model.sop import Sop
from sopgen.read.load import load_edition, validated
from sopgen.read.overlay.base import NOT_INHERITED
from sopgen.read.overlay.spec import MergedSource
from sopgen.render.sheets.workbook import SheetTable, to_workbook

# As printed: documents are Indonesian.
KINDS: Final = {
    ChangeKind.CHANGED: "diubah",
    ChangeKind.ADDED: "ditambah",
    ChangeKind.REMOVED: "ditiadakan",
    ChangeKind.MOVED: "dipindah",
}
TITLE: Final = "Perbedaan satuan dari naskah dasar"
ROWS: Final = (
    ("No", 5),
    ("Satuan", 20),
    ("Naskah dasar", 16),
    ("Bagian", 34),
    ("Jenis", 11),
    ("Pada naskah dasar", 46),
    ("Pada satuan", 46),
    ("Alasan", 30),
)


@dataclass(frozen=True)
class DeviatingUnit:
    """An edition of a unit, what it is called in its base, and every change from that."""

    unit: str
    path: Path
    base: str
    sop: Sop
    changes: tuple[Change, ...]
    places: tuple[tuple[Loc, str], ...]


@dataclass(frozen=True)
class Deviations:
    """The units whose editions can be read, and why the others can not."""

    units: tuple[DeviatingUnit, ...]
    faults: SopgenError | None


def deviations(bases: Sequence[str], named: Sequence[Path]) -> Deviations:
    """Return what units change of bases: of all where none is named.

    Raises WrongUsage where a base or a unit is named that is none.
    """
    wanted = {named_base(one, Path()).absolute() for one in bases}
    found: list[DeviatingUnit] = []
    faults: list[SopgenError] = []
    for unit in units_and_own(named):
        for path in unit.editions:
            try:
                found += _of_edition(unit.name, path, wanted)
            except SopgenError as error:
                faults.append(error)
    return Deviations(tuple(found), together(faults) if faults else None)


def _of_edition(unit: str, path: Path, wanted: set[Path]) -> Iterator[DeviatingUnit]:
    edition = load_edition(path)
    source = edition.sop_source
    if not isinstance(source, MergedSource) or (wanted and Path(source.base.file).absolute() not in wanted):
        return
    base = validated(source.base, Sop)
    plain = base.model_copy(update={key: Sop.model_fields[key].default for key in NOT_INHERITED})
    found = changes(plain, edition.sop)
    places = tuple(_place(one, plain) for one in found)
    yield DeviatingUnit(unit, path, base_name(Path(source.base.file)), edition.sop, found, places)


def _place(change: Change, base: Sop) -> tuple[Loc, str]:
    """Return where a change stands in the base, and what that is called there: the same for all units."""
    was = change.differences[0].was
    if not was:
        return change.differences[0].loc, f"{change.part}: {change.new[0] if change.new else ''}"
    text = at(base, was)
    item = isinstance(was[-1], int) and isinstance(text, str)
    return was, f"{part_name(was, base)}: {text}" if item else part_name(was, base)


def as_rows(found: Sequence[DeviatingUnit]) -> list[tuple[str | int, ...]]:
    """Return a row for each change of each unit, as ROWS tells."""
    told = [(one, change) for one in found for change in one.changes]
    return [
        (
            number,
            one.unit,
            one.base,
            change.part,
            KINDS[change.kind],
            "\n".join(change.old),
            "\n".join(change.new),
            change.reason,
        )
        for number, (one, change) in enumerate(told, 1)
    ]


def as_matrix(found: Sequence[DeviatingUnit]) -> tuple[list[str], list[tuple[str, ...]]]:
    """Return the units, and for each part that any changes its base, its name, and what each does with it."""
    units = list(dict.fromkeys(one.unit for one in found))
    cells: dict[tuple[str, str], dict[str, str]] = {}
    for one in found:
        for change, (_, name) in zip(one.changes, one.places, strict=True):
            cells.setdefault((one.base, name), {})[one.unit] = KINDS[change.kind]
    order = sorted(cells, key=lambda key: (key[0], _order(key, found)))
    return units, [(*key, *(cells[key].get(unit, "") for unit in units)) for key in order]


def _order(key: tuple[str, str], found: Sequence[DeviatingUnit]) -> tuple[int, tuple[str, ...]]:
    """Return where a part stands in the document: as it stands in the first unit that changes it."""
    keys = list(Sop.model_fields)
    for one in found:
        for loc, name in one.places:
            if (one.base, name) == key:
                first = keys.index(str(loc[0])) if loc[0] in keys else len(keys)
                return first, tuple(f"{part:04}" if isinstance(part, int) else part for part in loc[1:])
    return len(keys), ()


def as_data(found: Sequence[DeviatingUnit]) -> list[Mapping[str, object]]:
    """Return the deviations as plain data."""
    return [
        {
            "unit": one.unit,
            "file": one.path.as_posix(),
            "base": one.base,
            "changes": [
                {
                    "part": change.part,
                    "path": change.path,
                    "kind": change.kind.value,
                    "base": "\n".join(change.old) or None,
                    "unit": "\n".join(change.new) or None,
                    "reason": change.reason or None,
                }
                for change in one.changes
            ],
        }
        for one in found
    ]


def workbook(found: Sequence[DeviatingUnit]) -> bytes:
    """Return the workbook: the list of changes, and the matrix of parts and units."""
    units, rows = as_matrix(found)
    heads = (("Naskah dasar", 16), ("Bagian", 50), *((unit, 14) for unit in units))
    narrow = frozenset(range(2, len(heads)))
    return to_workbook(
        TITLE,
        (SheetTable("Daftar", ROWS, as_rows(found), frozenset({0, 4})), SheetTable("Matriks", heads, rows, narrow)),
    )
