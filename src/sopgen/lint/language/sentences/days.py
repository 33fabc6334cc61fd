"""The rule over dates and hours in texts: such a day there is, on that weekday, and such an hour."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from sopgen.lint.registry import Finding, Subject, rule
from sopgen.lint.texts import texts
from sopgen.messages import say
from sopgen.model.base import MONTHS
from sopgen.model.printed import Printed

_WEEK: Final = ("senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu")
_DAY: Final = re.compile(
    rf"\b(?:(?P<week>{'|'.join(_WEEK)}|jum'at),?\s+(?:tanggal\s+)?)?(?P<day>\d{{1,2}})\s+(?P<month>{'|'.join(MONTHS)})"
    r"(?:\s+(?P<year>(?:19|20)\d\d))?\b",
    re.IGNORECASE,
)
_HOUR: Final = re.compile(r"\b(?:pukul|jam)\s+(?P<hour>\d{1,2})[.:](?P<minute>\d{2})\b", re.IGNORECASE)
_SPAN: Final = re.compile(
    rf"(?P<one>\d{{1,2}} (?:{'|'.join(MONTHS)})(?: \d{{4}})?) (?:s\.d\.|sampai(?: dengan)?|hingga|-) "
    rf"(?P<other>\d{{1,2}} (?:{'|'.join(MONTHS)}) \d{{4}})",
    re.IGNORECASE,
)
_LEAP: Final = 2024  # a year in which February has 29 days


@rule("LG65", "warning", source="the calendar", sure="A")
def days_and_hours_there_are(subject: Subject) -> Iterator[Finding]:
    """A date in a text is a day that there is, on its weekday, and an hour one of the 24.

    31 November is no day, 28 Desember 2026 no Selasa: whoever goes by it comes on the wrong day.

    Wrong:
        - Berlaku mulai Selasa, 28 Desember 2026
    Right:
        - Berlaku mulai Senin, 28 Desember 2026
    """
    for one in texts(subject, {Printed.WORDS, Printed.LAW}):
        for found in _DAY.finditer(one.text):
            if why := _wrong_day(found):
                yield one.finding(why, say("look it up in the calendar"))
        for found in _SPAN.finditer(one.text):
            if why := _backwards(found):
                yield one.finding(why, say("correct one of the two"))
        for found in _HOUR.finditer(one.text):
            if int(found["hour"]) > 24 or int(found["minute"]) > 59:
                yield one.finding(say('"{text}" is no time of day', text=found[0]), say("correct it"))


def _backwards(found: re.Match[str]) -> str:
    """Return what is wrong with a span that ends before it begins; else nothing."""
    first, last = _DAY.search(found["one"]), _DAY.search(found["other"])
    if first is None or last is None or not last["year"]:
        return ""
    names = [name.lower() for name in MONTHS]
    months = names.index(first["month"].lower()), names.index(last["month"].lower())
    years = first["year"] or str(int(last["year"]) - (months[0] > months[1])), last["year"]
    begins, ends = (years[0], months[0], int(first["day"])), (years[1], months[1], int(last["day"]))
    return say('"{text}" ends before it begins', text=found[0]) if ends < begins else ""


def _wrong_day(found: re.Match[str]) -> str:
    """Return what is wrong with a date; else nothing."""
    month = [name.lower() for name in MONTHS].index(found["month"].lower()) + 1
    try:
        day = date(int(found["year"] or _LEAP), month, int(found["day"]))
    except ValueError:
        return say('"{text}" is no day that there is', text=found[0])
    week = (found["week"] or "").lower().replace("'", "")
    if week and found["year"] and _WEEK[day.weekday()] != week:
        return say('"{text}" is a {week}', text=found[0], week=_WEEK[day.weekday()].capitalize())
    return ""
