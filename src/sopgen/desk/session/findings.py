"""What the rules find in an edition that is written, each at its field, in the three groups of the page."""

from collections.abc import Iterator, Mapping
from typing import Final

from sopgen.desk.calls import shown
from sopgen.jobs.check import weigh
from sopgen.jobs.life.day import today_at
from sopgen.jobs.soundness.sound import RuleFound
from sopgen.lint.registry import Reorder, Rewrite
from sopgen.read.load import Edition

GROUPS: Final = {"error": "wajib", "warning": "sebaiknya", "info": "petunjuk"}


def findings_of(edition: Edition) -> list[Mapping[str, object]]:
    """Return all findings of an edition, in the order of the file."""
    found = weigh(edition, today_at(edition.unit)).found
    return list(_told(sorted(found, key=lambda one: one.problem)))


def _told(found: list[RuleFound]) -> Iterator[Mapping[str, object]]:
    for one in found:
        correction = one.finding.mend or one.finding.proposal
        yield {
            **shown(one.problem),
            "path": list(one.finding.loc),
            "kode": one.entry.code,
            "kelompok": GROUPS[one.problem.severity],
            "satuan": one.finding.in_unit,
            "perbaiki": correction is not None and not one.finding.in_unit,
            "usul": one.finding.mend is None and correction is not None,
            "menjadi": correction.text if isinstance(correction, Rewrite) else None,
            "urut": isinstance(correction, Reorder),
        }
