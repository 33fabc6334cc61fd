"""What is due, as a calendar that Outlook and phones read (iCalendar, RFC 5545)."""

from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta
from typing import Final

from icalendar import Alarm, Calendar, Event

from sopgen import VERSION
from sopgen.jobs.life.overview import EditionState
from sopgen.model.life.record import Review
from sopgen.model.life.schedule import Due

NAMES: Final = {Review.MONITORING: "Monitoring", Review.EVALUATION: "Evaluasi"}
REMIND: Final = timedelta(days=-14)


def calendar(standings: Sequence[EditionState]) -> bytes:
    """Return an event for each day by which something is due; the same standings give the same bytes."""
    made = Calendar()
    made.add("prodid", f"-//sopgen//sopgen {VERSION}//ID")
    made.add("version", "2.0")
    for standing in standings:
        for due in standing.due:
            made.add_component(_event(standing, due))
    return bytes(made.to_ical())


def _event(standing: EditionState, due: Due) -> Event:
    sop, name = standing.sop, NAMES[due.look]
    event = Event()
    # The same day keeps its id, so that a calendar that is read again shows it once.
    event.add("uid", f"{sop.name}.{due.look.value}.{due.day:%Y%m%d}@sopgen")
    # No clock: the date of the edition stands for the time of writing.
    event.add("dtstamp", datetime.combine(sop.day, time(), UTC))
    event.add("dtstart", due.day)
    event.add("summary", f"{name} {sop.judul} ({sop.edisi})")
    event.add("description", f"{name} penerapan {sop.identitas.nomor_sop.nilai} (Permenpan RB 35/2012).")
    event.add("transp", "TRANSPARENT")
    event.add_component(_alarm(name))
    return event


def _alarm(name: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", name)
    alarm.add("trigger", REMIND)
    return alarm
