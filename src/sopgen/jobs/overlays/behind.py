"""Overlays whose base moved on since they were last brought to it."""

from collections.abc import Iterator

from sopgen.errors import Problem
from sopgen.messages import say
from sopgen.read.load import Edition
from sopgen.read.overlay.spec import MergedSource


def behind(edition: Edition) -> Iterator[Problem]:
    """Yield that an edition's base is not the one that its overlay was last brought to."""
    source = edition.sop_source
    if not isinstance(source, MergedSource) or not source.is_behind:
        return
    name, base = source.head.dasar, source.base.file
    if source.head.sidik_dasar is None:
        what = say("it does not say which state of the base {name} it was brought to", name=name)
    else:
        what = say("the base {name} moved on since this file was brought to it", name=name)
    fix = say("`sopgen update {base}` shows what comes and what clashes, with --apply it brings it over", base=base)
    yield source.own.problem("DS03", ("dasar",), what, fix, severity="warning")
