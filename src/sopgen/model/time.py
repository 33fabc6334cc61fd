"""How long a written time is: `1,5 jam`, `1-3 hari`, `120 menit / 3 hari`, `15 menit/berkas`, `5 hari kerja`."""

import math
import re
from collections.abc import Mapping
from typing import Final, NamedTuple

# Minutes of a unit at the least and at the most: a day of work, or one of the calendar.
MINUTES: Final[Mapping[str, tuple[int, int]]] = {
    "menit": (1, 1),
    "jam": (60, 60),
    "hari": (60 * 6, 60 * 24),
    "minggu": (60 * 6 * 5, 60 * 24 * 7),
    "bulan": (60 * 6 * 20, 60 * 24 * 31),
}
_OTHERS: Final = {"detik": (1 / 60, 1 / 60), "tahun": (60.0 * 6 * 200, 60.0 * 24 * 366)}
_NAMES: Final = {"mnt": "menit", "min": "menit", "hr": "hari", "mgg": "minggu", "bln": "bulan", "thn": "tahun"}
_UNITS: Final[Mapping[str, tuple[float, float]]] = {**MINUTES, **_OTHERS}
_UNIT: Final = "|".join([*_UNITS, *_NAMES])
_NUMBER: Final = r"(\d+(?:[.,]\d+)?)(?:\s*\([^()\d]*\))?"
_TO: Final = r"\s*(?:-|\u2013|\u2014|s\.?\s?d\.?|s/d|sampai(?:\s+dengan)?|hingga)\s*"
_ONE: Final = re.compile(
    rf"{_NUMBER}\s*(?:({_UNIT})\b\.?\s*)?(?:{_TO}{_NUMBER}\s*)?(?:({_UNIT})\b\.?)?"
    r"(?:\s*\b(?:kerja|kalender)\b)?"
)
_OR: Final = re.compile(r"\s+/\s+|\s*/\s*(?=\d)|\s+atau\s+")
_EACH: Final = re.compile(r"\s*/\s*[a-z][a-z ]*$|\s+(?:per|setiap|tiap)[ -][a-z ]+$")
_MOST: Final = re.compile(r"^(?:maks(?:imal|imum)?\.?|paling\s+(?:lama|lambat|banyak)|selambat-lambatnya)\s*")
_LEAST: Final = re.compile(r"^(?:min(?:imal|imum)\.?|paling\s+(?:cepat|sedikit|singkat)|sekurang-kurangnya)\s*")
_ABOUT: Final = re.compile(r"^(?:±|\+/-|kurang\s+lebih|kira-kira|sekitar)\s*")
_HALVES: Final = {"\u00bd": 0.5, "\u00bc": 0.25, "\u00be": 0.75, "1/2": 0.5, "1/4": 0.25, "3/4": 0.75}
_PARTS: Final = re.compile(rf"(?:(\d+)\s*)?([\u00bc-\u00be]|\b(?:1/2|1/4|3/4))(?=\s*(?:{_UNIT})\b)")
_TIMES: Final = re.compile(r"(\d+)\s*[x\u00d7]\s*(\d+)")
# What is written as about a time may be so much less or more of it.
_SLACK: Final = 0.5


class Span(NamedTuple):
    """A time in minutes, at the least and at the most; without an upper end it is endless (math.inf)."""

    low: float
    high: float


def span_of(amount: int, unit: str) -> Span:
    """Return the span of a number of `menit`, `jam`, `hari`, `minggu` or `bulan`."""
    low, high = MINUTES[unit]
    return Span(low * amount, high * amount)


def written_span(text: str) -> Span | None:
    """Return the span that a written time says; None where it says none (`tentatif`, `sesuai jadwal`)."""
    said = _PARTS.sub(_with_part, _TIMES.sub(_product, " ".join(text.casefold().split()))).rstrip(".")
    spans = [_bounded(part) for part in _OR.split(said)]
    known = [span for span in spans if span]
    if not known or len(known) < len(spans):
        return None
    return Span(min(span.low for span in known), max(span.high for span in known))


def _with_part(found: re.Match[str]) -> str:
    """Return `1 1/2` as 1.5."""
    return str(int(found[1] or 0) + _HALVES[found[2]])


def _product(found: re.Match[str]) -> str:
    """Return `2 x 24` as 48."""
    return str(int(found[1]) * int(found[2]))


def _bounded(said: str) -> Span | None:
    """Return the span of one time, with what stands before it (`maksimal`) and behind it (`/berkas`)."""
    if found := _MOST.match(said):
        inner = _bounded(said[found.end() :])
        return inner and Span(0.0, inner.high)
    if found := _LEAST.match(said):
        inner = _bounded(said[found.end() :])
        return inner and Span(inner.low, math.inf)
    if found := _ABOUT.match(said):
        inner = _bounded(said[found.end() :])
        return inner and Span(inner.low * (1 - _SLACK), inner.high * (1 + _SLACK))
    if found := _EACH.search(said):
        # How many there are is not said: at least one.
        inner = _summed(said[: found.start()])
        return inner and Span(inner.low, math.inf)
    return _summed(said)


def _summed(said: str) -> Span | None:
    """Return the span of times that follow each other: `1 jam 30 menit`."""
    place, low, high = 0, 0.0, 0.0
    while place < len(said):
        found = _ONE.match(said, place)
        one = found and _single(found)
        if not found or not one:
            return None
        low, high = low + one.low, high + one.high
        rest = said[found.end() :]
        place = len(said) - len(rest.lstrip(" ,"))
    return Span(low, high) if high else None


def _single(found: re.Match[str]) -> Span | None:
    """Return the span of a number, or of two with what lies between them, and their unit."""
    first, own, second, last = found.groups()
    unit = last or own
    if unit is None or (second is None and own and last):
        return None
    low = _amount(first) * _minutes(own or unit)[0]
    high = _amount(second or first) * _minutes(unit)[1]
    return Span(low, high) if low <= high else None


def _minutes(unit: str) -> tuple[float, float]:
    return _UNITS[_NAMES.get(unit, unit)]


def _amount(number: str) -> float:
    return float(number.replace(",", "."))
