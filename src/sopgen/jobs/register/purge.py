"""Forget the people of old letters, after the term that the office set."""

from datetime import date

from sopgen.errors import SopgenError
from sopgen.jobs.life.day import today_at
from sopgen.jobs.register.folder import opened, unit_here
from sopgen.messages import say
from sopgen.model.unit import Unit


def purge(url: str | None, before: date) -> int:
    """Forget whom the letters dated before a day ordered; numbers, subjects and dates stay. Return how many.

    Raises SopgenError where the office set no term, or the term of those letters is not over.
    """
    register, unit = opened(url), unit_here()
    months = unit.surat_perintah.simpan_personel if unit else None
    if unit is None or months is None:
        fix = say("write surat_perintah.simpan_personel (months) in satuan.yaml")
        raise SopgenError(say("the office set no term for the people of letters. fix: {fix}", fix=fix))
    end = last_day(unit, months)
    if before > end:
        what = say(
            "the office keeps the people of letters for {months} months. fix: --before {day}", months=months, day=end
        )
        raise SopgenError(what)
    return register.purge(before)


def last_day(unit: Unit, months: int) -> date:
    """Return the day before which the people of letters may be forgotten, which are kept for so many months."""
    return _months_before(today_at(unit), months)


def _months_before(day: date, months: int) -> date:
    """Return the first day of the month that lies some months before a day's."""
    month = day.year * 12 + day.month - 1 - months
    return date(month // 12, month % 12 + 1, 1)
