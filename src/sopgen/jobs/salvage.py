"""From an edition whose file has faults of structure to what can still be said of the rest of it.

What is faulty is replaced by a neutral value, and what the rules find at or under such a place, or where it follows
from one, is left out: each fault is told once, as what it is.
"""

import copy
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final

from pydantic import ValidationError

from sopgen.errors import Loc, Problem, SpecError
from sopgen.lint.book import RULES
from sopgen.lint.registry import Finding, Rule, Subject, findings
from sopgen.model.chapters import kind_of
from sopgen.model.law.regulation import RegulationFile, Regulations
from sopgen.model.sop import Sop
from sopgen.read.load import load_unit, regulations_path, unit_path, validated
from sopgen.read.overlay.spec import read_spec, with_base
from sopgen.read.remarks import remarks
from sopgen.read.source import Source, parse, parse_text

# What one of these may stand for: whatever the model takes at the place of a fault.
NEUTRAL: Final[tuple[Any, ...]] = (
    "x",
    "1",
    "2000-01-01",
    "00000001",
    "...",
    [],
    ["x"],
    {},
    None,
    "proses",
    "draf",
    "jam",
)
GLUED: Final = "YM12"
MOST: Final = 30  # faults; a file with more is not one to be read in part
# The rules over words and laws ask of one place only; those over flows and lists hold for activities without faults.
ALONE: Final = ("LG", "LB", "PR", "SG")
# Rules that ask of one step only, whatever the others are.
OF_ONE_STEP: Final = frozenset({"FL06", "FL09", "FL10", "FL23", "FL25"})
# Rules that ask what held on the day of the edition, and where that day stands.
OF_A_DAY: Final = ("LB", "ID16", "ID22", "ID51")
_DAYS: Final = (("identitas", "tanggal_efektif"), ("identitas",))
_APPROVER: Final = ("identitas", "pengesah")
# Parts of the form that no flow depends on.
_BESIDE: Final = frozenset({"identitas", "sampul", "dasar_hukum", "kualifikasi_pelaksana", "peringatan", "halaman"})


def said_of_the_rest(path: Path, today: date | None = None) -> list[Problem]:
    """Return what the rules find beside the faults of an edition's file; nothing where it can not be read in part."""
    try:
        source = _source(path)
        unit = load_unit(unit_path(path))
        laws = Regulations(validated(parse(regulations_path(unit_path(path))), RegulationFile).peraturan)
    except SpecError:
        return []
    mended = _mended(source)
    if mended is None:
        return []
    sop, faulty = mended
    return list(_problems(source, Subject(sop, unit, laws, today), faulty))


def _source(path: Path) -> Source:
    """Read an edition's file; where nothing but indents glued items to the text above, as it is with these mended."""
    try:
        return read_spec(path)
    except SpecError as error:
        if {one.code for one in error.problems} != {GLUED} or {one.file for one in error.problems} != {
            path.as_posix()
        }:
            raise
        lines = path.read_text("utf-8-sig").splitlines(keepends=True)
        for number in sorted({one.line - 1 for one in error.problems}):
            lines[number] = _outdented(lines, number)
        return with_base(parse_text(path.as_posix(), "".join(lines)))


def _outdented(lines: Sequence[str], number: int) -> str:
    """Return a line that begins an item with the indent of the item above it, of whose text it became a part."""
    item = lines[number].lstrip()
    above = [line for line in lines[:number] if line.lstrip().startswith("- ")]
    return above[-1][: len(above[-1]) - len(above[-1].lstrip())] + item if above else lines[number]


def _problems(source: Source, subject: Subject, faulty: list[Loc]) -> Iterator[Problem]:
    silent = {(one.file, one.silences, code) for file in source.files for one in remarks(file) for code in one.codes}
    for entry, finding in findings(subject, RULES.values()):
        if finding.in_unit or not _stands_alone(entry, finding, faulty):
            continue
        problem = source.problem(entry.code, finding.loc, finding.what, finding.fix, severity=entry.severity)
        if (problem.file, problem.line, problem.code) not in silent:
            yield problem


def _stands_alone(entry: Rule, finding: Finding, faulty: list[Loc]) -> bool:
    """Tell a finding that no fault can have caused: of words elsewhere, or of an activity without faults."""
    if any(finding.loc[: len(loc)] == loc or loc[: len(finding.loc)] == finding.loc for loc in faulty):
        return False
    if entry.code.startswith(OF_A_DAY) and any(loc[:2] in _DAYS for loc in faulty):
        return False
    if entry.code.startswith(ALONE):
        return not any(loc[:1] == finding.loc[:1] == ("dasar_hukum",) for loc in faulty)
    if entry.code.startswith("ID"):
        return all(loc[:1] == ("kegiatan",) or loc[:2] == _APPROVER for loc in faulty)
    # What the approver's number or the cover lacks changes no flow.
    inside = [loc for loc in faulty if loc[0] not in _BESIDE]
    if any(loc[0] != "kegiatan" for loc in inside):
        return False
    if entry.code in OF_ONE_STEP:
        own = 4 if finding.loc[2:3] == ("alur",) else 3  # the step, or the part of the activity
        return not any(loc[:own] == finding.loc[:own] for loc in inside)
    if finding.loc[:1] == ("kegiatan",):
        return not any(loc[:2] == finding.loc[:2] for loc in inside)
    return entry.code.startswith("FL") and not inside


def _mended(source: Source) -> tuple[Sop, list[Loc]] | None:
    """Return the SOP with neutral values in the place of what is faulty, and those places."""
    data: Any = copy.deepcopy(source.data)
    faulty: list[Loc] = []
    for _ in range(MOST):
        try:
            return kind_of(data).model_validate(data), faulty
        except ValidationError as error:
            place = _place(data, error)
            if place is None or not _replaced(data, place):
                return None
            faulty.append(place)
    return None


def _place(data: Any, error: ValidationError) -> Loc | None:
    """Return the place of the first fault, as far as the data have it; of a missing key, where it would stand."""
    detail = error.errors(include_url=False)[0]
    place: list[str | int] = []
    for part in detail["loc"]:
        inside = (isinstance(data, dict) and part in data) or (isinstance(data, list) and isinstance(part, int))
        if inside or (detail["type"] == "missing" and isinstance(data, dict) and part == detail["loc"][-1]):
            place.append(part)
            data = data[part] if inside else None
    return tuple(place) or None


def _replaced(data: Any, place: Loc) -> bool:
    """Put the first neutral value at a place that leaves one fault less; take out what is not known there."""
    holder = data
    for part in place[:-1]:
        holder = holder[part]
    before = _faults(data)
    if isinstance(holder, dict) and place[-1] in holder:
        kept = holder.pop(place[-1])
        if len(_faults(data)) < len(before):
            return True
        holder[place[-1]] = kept
    for value in NEUTRAL:
        holder[place[-1]] = copy.deepcopy(value)
        if len(_faults(data)) < len(before):
            return True
    # Keys of its own are wanted there: they are missing next.
    holder[place[-1]] = {}
    return place not in _faults(data)


def _faults(data: Any) -> list[Loc]:
    try:
        kind_of(data).model_validate(data)
    except ValidationError as error:
        return [one["loc"] for one in error.errors(include_url=False)]
    return []
