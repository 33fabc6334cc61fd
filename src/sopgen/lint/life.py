"""Rules over the life of an edition in force."""

from collections.abc import Iterator

from sopgen.lint.registry import Finding, Subject, rule
from sopgen.messages import say
from sopgen.model.schedule import dues
from sopgen.model.sop import Status


@rule(
    "ID06",
    "warning",
    source="Permenpan RB 35/2012, annex, p. 53: monitoring every 6 months (A); yearly evaluation (B)",
)
def monitoring_and_evaluation_are_not_overdue(subject: Subject) -> Iterator[Finding]:
    """An edition in force is monitored every 6 months and evaluated every 12."""
    if subject.today is None or subject.sop.status is not Status.IN_FORCE or subject.sop.contoh:
        return
    for due in dues(subject.sop, subject.record):
        if due.day < subject.today:
            what = say("{look} was due on {day}", look=due.look.value, day=due.day)
            fix = say("carry it out, then write it down with `sopgen record`")
            yield Finding(("identitas", "tanggal_efektif"), what, fix)
