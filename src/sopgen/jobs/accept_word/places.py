"""One accepted proposal written at its place of the draft's text."""

import re
from datetime import date
from typing import Final

from sopgen.compare.edited.letters import tidy
from sopgen.compare.edited.marks import PlaceKind
from sopgen.compare.edited.proposal import ProposalKind
from sopgen.errors import Loc
from sopgen.jobs.edit.changes import with_item, with_item_moved, with_value, without
from sopgen.jobs.edit.flow.steps import without_step
from sopgen.model.base import long_date, written_date
from sopgen.read.source import Source
from sopgen.splice.overlay.edits import put
from sopgen.splice.places import data_at

DURATION: Final = re.compile(r"([1-9][0-9]{0,8})\s*(menit|jam|hari|minggu|bulan)", re.IGNORECASE)


def with_text(source: Source, loc: Loc, holds: PlaceKind, text: str) -> Source:
    """Let what is printed of a place be another text: a date and a time also by their values.

    Raises LookupError where there is no such place, SpecError where it can not be changed alone.
    """
    if holds is PlaceKind.DATE:
        return _with_date(source, loc[:-1], text)
    if holds is PlaceKind.TIME:
        return _with_time(source, loc[:-1], text)
    if holds is PlaceKind.KEY:
        return _with_key(source, loc, text)
    return with_value(source, loc, text)


def with_operation(source: Source, kind: ProposalKind, loc: Loc, text: str, to: int | None) -> Source:
    """Let an item come into its list, go from it, or stand at another place of it."""
    if kind is ProposalKind.ADDED:
        return with_item(source, loc[:-1], int(loc[-1]), text)
    if kind is ProposalKind.REMOVED and loc[-2:-1] == ("alur",):
        return without_step(source, loc[:-1], int(loc[-1]), {})
    if kind is ProposalKind.REMOVED:
        return without(source, loc)
    return with_item_moved(source, loc[:-1], int(loc[-1]), int(to or 0))


def _with_date(source: Source, loc: Loc, text: str) -> Source:
    day = written_date(tidy(text))
    if day is not None:
        source = with_value(source, (*loc, "nilai"), day)
    return _with_wording(source, loc, text, usual=day is not None and tidy(text) == _long(day))


def _long(day: str) -> str:
    try:
        return long_date(date.fromisoformat(day))
    except ValueError:  # no day of the calendar: the reader of the spec says so
        return ""


def _with_wording(source: Source, loc: Loc, text: str, *, usual: bool) -> Source:
    held = data_at(source.data, loc)
    has = isinstance(held, dict) and "tertulis" in held
    if not usual:
        return with_value(source, (*loc, "tertulis"), tidy(text))
    return without(source, (*loc, "tertulis")) if has else source


def _with_time(source: Source, loc: Loc, text: str) -> Source:
    found = DURATION.fullmatch(tidy(text))
    if found is None or not isinstance(data_at(source.data, loc), dict):
        return with_value(source, loc, tidy(text))
    source = with_value(source, (*loc, "nilai"), int(found[1]))
    source = with_value(source, (*loc, "satuan"), found[2].lower())
    return _with_wording(source, loc, text, usual=tidy(text) == f"{found[1]} {found[2].lower()}")


def _with_key(source: Source, loc: Loc, text: str) -> Source:
    """Let a key have another name, at its place among the others."""
    holder = data_at(source.data, loc[:-1])
    if not isinstance(holder, dict) or text in holder:
        raise LookupError(loc)
    return put(source, loc[:-1], {text if key == loc[-1] else key: value for key, value in holder.items()})
