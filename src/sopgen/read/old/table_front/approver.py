"""Who approves an SOP: the post, the name, the rank and the number, from the lines of their box."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sopgen.messages import say
from sopgen.read.old.found import Found

NUMBER: Final = re.compile(r"(.*?)[\s,]*\b(?:NRP|NIP)\b[\s.:]*([\d ]{8,24}|[.\u2026]{3,})\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ApproverTexts:
    """The texts of an approver by their spec paths, and the lines that are none of them."""

    texts: dict[str, Found]
    others: tuple[Found, ...] = ()


def approver(lines: Sequence[Found]) -> ApproverTexts:
    """Return who approves: the first line is the post, the last has the number, the name stands before it."""
    parts = [Found(part, one.spot) for one in lines for part in one.text.split("\n") if part.strip()]
    at = next((n for n, one in enumerate(parts) if NUMBER.fullmatch(one.text)), None)
    if at is None:
        post: dict[str, Found] = {"identitas.disahkan_oleh.nilai": parts[0]} if parts else {}
        names = parts[1:]
        if len(names) == 1:
            return ApproverTexts(
                {**post, "identitas.pengesah.nama": Found(names[0].text, names[0].spot, say("is this the name?"))}
            )
        return ApproverTexts(post, tuple(names))
    found = NUMBER.fullmatch(parts[at].text)
    assert found
    texts = {"identitas.pengesah.nrp": Found(re.sub(r"\s", "", found[2]), parts[at].spot)}
    before = parts[:at]
    rank = Found(found[1].strip(), parts[at].spot)
    if not rank.text and len(before) > 2:
        rank = before.pop()
    if rank.text:
        texts["identitas.pengesah.pangkat"] = rank
    if len(before) > 1:
        texts["identitas.pengesah.nama"] = before.pop()
    if before:
        title = " ".join(one.text for one in before)
        texts["identitas.disahkan_oleh.nilai"] = Found(title, before[0].spot)
    return ApproverTexts(texts, tuple(parts[at + 1 :]))
