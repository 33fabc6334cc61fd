"""Whether the last approval of an edition still holds."""

from collections.abc import Iterator

from sopgen.errors import Problem, Severity
from sopgen.messages import say
from sopgen.model.life.state import RELEASED
from sopgen.read.load import Edition


def voided(edition: Edition) -> Iterator[Problem]:
    """Yield the last approval where it holds no more: what was changed since, and whose approval it was."""
    event = edition.life.voided
    if event and edition.record:
        what = say(
            '"{state}" of {date} by {name} holds no more, changed since: {parts}',
            state=event.keadaan.value,
            date=event.tanggal,
            name=event.oleh.nama,
            parts=edition.life.changes,
        )
        fix = say("take the change back, or have the edition reviewed and approved anew: `sopgen approve`")
        loc = ("riwayat", len(edition.events) - 1)
        severity: Severity = "error" if event.keadaan in RELEASED else "warning"
        yield edition.record.source.problem("PS01", loc, what, fix, severity=severity)
