"""What day it is at a unit, and what its records say of days that are yet to come."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Final

from sopgen.errors import Problem
from sopgen.messages import say
from sopgen.model.unit import Unit
from sopgen.read.load import Edition

# Hours before UTC (Keppres 41/1987).
ZONES: Final = {"WIB": 7, "WITA": 8, "WIT": 9}


def today_at(unit: Unit) -> date:
    """Return today's date in the unit's time zone; in the computer's where that is not known."""
    return local_time(datetime.now(UTC), unit).date()


def local_time(moment: datetime, unit: Unit) -> datetime:
    """Return a moment as the unit's clocks show it."""
    hours = ZONES.get(unit.zona_waktu.strip().upper())
    return moment.astimezone() if hours is None else moment.astimezone(timezone(timedelta(hours=hours)))


def days_to_come(edition: Edition, today: date) -> Iterator[Problem]:
    """Yield the events, signatures and looks of a record that lie after a day."""
    if edition.record is None:
        return
    file, source = edition.record.file, edition.record.source
    for key in ("riwayat", "tanda_tangan", "pemantauan"):
        for number, one in enumerate(getattr(file, key)):
            if one.tanggal > today:
                what = say("{day} lies in the future", day=one.tanggal)
                yield source.problem("PS03", (key, number, "tanggal"), what, say("correct the date"))
