"""Who approves an old SOP: the name, the rank and the number among the lines behind the labels."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from sopgen.messages import say
from sopgen.model.people.person import rank
from sopgen.read.old.found import Found
from sopgen.read.old.front.cover import OFFICE
from sopgen.read.old.front.dealt import OFFICIAL, IdentityLabel

NUMBER: Final = re.compile(
    r"\b(?P<what>NRP|NIP)\b\s*[.:]*\s*(?P<number>\d[\d ]{6,24}\d|[.\u2026_-]{3,})", re.IGNORECASE
)
# A name of two to six words, maybe with degrees, and nothing that names an office.
_NAME: Final = re.compile(r"(?:[A-Z][A-Za-z.'\u2019-]*,?)(?: [A-Z][A-Za-z.'\u2019,-]*){1,5}")


def approver(rows: Sequence[IdentityLabel], beside: list[Found]) -> dict[str, Found]:
    """Return who approves, taken out of what stands behind the labels or at their left."""
    for pool in [*(pool for row in rows for pool in (row.after, row.apart)), beside]:
        for n, one in enumerate(pool):
            if found := NUMBER.search(one.text):
                return _person(pool, n, found)
    return _without_number(rows)


def _person(pool: list[Found], at: int, found: re.Match[str]) -> dict[str, Found]:
    """Return name, rank and number of the official whose number stands at a place; they leave the pool."""
    number = Found(found["number"].strip(), pool[at].spot)
    before, begun = found.string[: found.start()].strip(" ,./-"), at
    title = Found(before, pool[at].spot)
    above = [one for one in pool[:at] if one.text.strip(" ()._-")]
    if not before and len(above) > 1 and rank(above[-1].text):
        title = above.pop()
    name = above.pop() if above else Found("", pool[at].spot, say("the name of who approves can not be told"))
    begun = next((n for n, one in enumerate(pool) if one is name or one is title), at)
    del pool[begun : at + 1]
    texts = {"nama": Found(name.text.strip("() "), name.spot, name.doubt), "pangkat": title, "nrp": number}
    return {f"identitas.pengesah.{key}": one for key, one in texts.items() if one.text or one.doubt}


def _without_number(rows: Sequence[IdentityLabel]) -> dict[str, Found]:
    """Return who approves where no number stands below the name: the last line behind the post that is like one."""
    for row in rows:
        pools = (row.apart, row.after) if row.key == "disahkan_oleh" else ()
        for pool in pools:
            if pool and is_name(pool[-1].text):
                doubt = say("a name without a number: it may be another one's")
                return {"identitas.pengesah.nama": replace(pool.pop(), doubt=doubt)}
    return {}


def is_name(text: str) -> bool:
    """Tell a text that is like the name of a person."""
    plain = text.strip("() ")
    return bool(_NAME.fullmatch(plain)) and not OFFICE.search(plain) and not OFFICIAL.match(plain)


def doubt_name(rows: Sequence[IdentityLabel]) -> None:
    """Put the line right above the label of the SOP's name to the name, on a page whose columns blanks keep apart.

    A label that stands in the middle of its row has a part of its value above it; what is not sure is doubted.
    """
    for above, row in pairwise(rows):
        pool = above.apart or above.after
        only_who = len(pool) == 1 and is_name(pool[0].text)
        if row.key == "nama_sop" and pool and not only_who:
            first = [pool.pop()] if len(pool) > 1 else []
            text = " ".join(one.text for one in (*first, row.value) if one.text)
            row.value = replace(row.value, text=text, doubt=say("lines above its label may be a part of it"))
