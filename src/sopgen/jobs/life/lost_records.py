"""The records of the working folder that belong to no edition."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from sopgen.errors import Problem, SpecError
from sopgen.messages import say
from sopgen.read.load import load_sop, record_path


def lost_records(paths: Sequence[Path]) -> Iterator[Problem]:
    """Yield the records that none of all editions here has: its id was changed, and its approvals with it.

    Nothing where one of the editions can not be read: its record only seems to have none.
    """
    try:
        known = {load_sop(path).name.casefold() for path in paths}
    except SpecError:
        return
    for path in sorted(record_path(Path("spec"), "").parent.glob("*.yaml")):
        if path.stem.casefold() not in known:
            what = say("no edition has this record")
            fix = say("give the edition its former id and edition, or delete the record")
            yield Problem(path.as_posix(), 1, 1, "PS11", what, fix)
