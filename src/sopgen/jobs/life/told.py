"""What is told of a decision before it goes into a record: who decided, when, in which words."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from sopgen.errors import WrongUsage, with_fix
from sopgen.jobs.life.officials import officer_of
from sopgen.messages import say
from sopgen.model.base import NRP_OR_NIP
from sopgen.model.life.record import Officer
from sopgen.read.load import Edition

MOST_WORDS: Final = 4000
NRP: Final = re.compile(NRP_OR_NIP)


@dataclass(frozen=True)
class Who:
    """Who decided: the id of an official (`by`), or by hand the name, rank, NRP and post."""

    by: str | None = None
    name: str | None = None
    rank: str | None = None
    nrp: str | None = None
    post: str | None = None


def words(text: str | None, of: str) -> str | None:
    """Return the words without blanks around them, None where there are none; `of` names the option."""
    found = (text or "").strip()
    if len(found) > MOST_WORDS:
        raise WrongUsage(with_fix(say("the text is too long"), say("shorten it")), of)
    return found or None


def past(day: date, today: date) -> date:
    """Return a day that is not to come: it would keep what is overdue out of sight, and later events out."""
    if day > today:
        raise WrongUsage(with_fix(say("{day} lies in the future", day=day), say("correct the date")), "date")
    return day


def told_by(who: Who, in_office: str | None = None) -> Who:
    """Return who decided, with clean words; raise WrongUsage where it is not said, or said twice, who it is.

    Where nothing is said, it is the official in office who usually decides this, if there is one.
    """
    if who.nrp is not None and not NRP.fullmatch(who.nrp):
        raise WrongUsage(with_fix(say("an NRP has 8 digits, a NIP 18"), say("write all of them, zeros too")), "nrp")
    clean = Who(who.by, words(who.name, "name"), words(who.rank, "rank"), who.nrp, words(who.post, "post"))
    by_hand = {"name": clean.name, "rank": clean.rank, "nrp": clean.nrp, "post": clean.post}
    if clean.by and any(by_hand.values()):
        raise WrongUsage(
            with_fix(
                say("--by and --name, --rank, --nrp, --post exclude each other"),
                say("say who it was in one of these ways"),
            )
        )
    if in_office and not clean.by and not any(by_hand.values()):
        return Who(in_office)
    missing = [f"--{key}" for key, value in by_hand.items() if not value]
    if missing and not clean.by:
        fix = say("--by ID, or {missing} too", missing=", ".join(missing))
        raise WrongUsage(with_fix(say("it is not said who it was"), fix))
    return clean


def officer(edition: Edition, who: Who) -> Officer:
    """Return the official; raise SopgenError where nobody of the edition or its unit has that id."""
    if who.by:
        return officer_of(edition, who.by)
    return Officer(nama=who.name or "", pangkat=who.rank or "", nrp=who.nrp or "", jabatan=who.post or "")
