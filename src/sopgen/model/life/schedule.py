"""When an edition in force is next to be monitored and evaluated (Permenpan RB 35/2012, annex)."""

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from sopgen.model.life.record import RecordFile, Review
from sopgen.model.life.state import was_in_force
from sopgen.model.sop import Sop

# Months from one to the next; the evaluation is yearly by Perka BPS 19/2013, the annex leaves its interval open.
EVERY: Final = {Review.MONITORING: 6, Review.EVALUATION: 12}


@dataclass(frozen=True)
class Due:
    """A day by which an edition is to be monitored or evaluated."""

    look: Review
    day: date

    def overdue(self, today: date) -> bool:
        """Tell whether the day has passed."""
        return self.day < today


def dues(sop: Sop, record: RecordFile | None) -> Iterator[Due]:
    """Yield the next monitoring and evaluation, counted from the last one, at first from the effective date.

    Nothing where it is not known since when the edition is in force.
    """
    start = in_force_since(sop, record)
    for look, months in EVERY.items():
        done = [one.tanggal for one in record.pemantauan if one.jenis is look] if record else []
        if start:
            yield Due(look, later(max([start, *done]), months))


def in_force_since(sop: Sop, record: RecordFile | None) -> date | None:
    """Return the effective date, else the day of the event that put the edition in force."""
    event = was_in_force(record.riwayat) if record else None
    return sop.identitas.tanggal_efektif.nilai or (event.tanggal if event else None)


def later(day: date, months: int) -> date:
    """Return the same day some months later, the month's last one where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
