"""Rules over the things that a step names: whether the SOP knows them."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from sopgen.lint.registry import Finding, Subject, rule
from sopgen.lint.texts import steps_of, texts
from sopgen.messages import say
from sopgen.model.printed import Printed

_HANDS: Final = re.compile(
    r"\W*(?:menerima|menyerahkan|mencetak|menandatangani|menerbitkan|mengambil|menyampaikan|mengirim(?:kan)?) "
    r"(?P<what>[A-Z]{3,8})\b"
)
_MANY: Final = 3


@rule("FL84", "info", source="sopgen: what is handed over is one of the papers of the SOP", sure="own")
def papers_in_short_are_known(subject: Subject) -> Iterator[Finding]:
    """A paper that a step calls by its short name is one that the SOP speaks of elsewhere.

    Where all steps make and hand over the SKCK and one hands over a SIM, that one was taken over from another SOP. A
    hint.

    Wrong:
        uraian: Menerima SIM   # langkah lain: Mencetak SKCK, Menyerahkan SKCK
    Right:
        uraian: Menerima SKCK
    """
    said = " ".join(one.text for one in texts(subject, {Printed.WORDS}) if not one.in_unit)
    count = Counter(re.findall(r"\b[A-Z]{3,8}\b", said))
    usual = [word for word, times in count.items() if times >= _MANY and word not in ("SOP", "WITA", "WIB", "WIT")]
    for loc, step in steps_of(subject.sop):
        found = _HANDS.match(step.uraian[:1].lower() + step.uraian[1:])
        if found and usual and count[found["what"]] == 1:
            what = say('"{text}" stands nowhere else in the SOP', text=found["what"])
            yield Finding(
                (*loc, "uraian"), what, say("correct it: the SOP speaks of {names}", names=", ".join(sorted(usual)))
            )
