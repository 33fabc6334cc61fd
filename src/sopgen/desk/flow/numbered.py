"""Messages about a flow in the words of its table: a step is told by its number, nobody at the desk sees ids."""

import re
from collections.abc import Mapping

from sopgen.model.flow import numbers
from sopgen.model.sop import Activity


def in_numbers(text: str, activity: Activity) -> str:
    """Return a message with the numbers of the steps in the place of their ids, those of roles aside."""
    known = dict(zip((step.id for step in activity.alur), numbers(activity.alur), strict=True))
    if not known:
        return text
    ids = "|".join(map(re.escape, sorted(known, key=len, reverse=True)))
    quoted = re.sub(rf'"({ids})"', lambda found: known[found[1]], text)
    # An id may be a word, too: without quotes only one with a digit is surely none.
    return re.sub(rf"(?<![\w-])({ids})(?![\w-])", lambda found: _number(found[1], known), quoted)


def _number(id_: str, known: Mapping[str, str]) -> str:
    return known[id_] if re.search(r"\d", id_) else id_
