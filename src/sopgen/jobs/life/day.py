"""What day it is at a unit."""

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Final

from sopgen.model.unit import Unit

# Hours before UTC (Keppres 41/1987).
ZONES: Final = {"WIB": 7, "WITA": 8, "WIT": 9}


def today_at(unit: Unit) -> date:
    """Return today's date in the unit's time zone; in the computer's where that is not known."""
    return local_time(datetime.now(UTC), unit).date()


def local_time(moment: datetime, unit: Unit) -> datetime:
    """Return a moment as the unit's clocks show it."""
    hours = ZONES.get(unit.zona_waktu.strip().upper())
    return moment.astimezone() if hours is None else moment.astimezone(timezone(timedelta(hours=hours)))
