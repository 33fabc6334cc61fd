"""Rules over how an entry begins and ends: no sentence breaks off, brackets close, entries begin alike."""

import re
from collections.abc import Iterator
from typing import Final

from sopgen.lint.language.filler import only_fills
from sopgen.lint.registry import Finding, Loc, Subject, rule
from sopgen.lint.texts import SpecText, texts
from sopgen.messages import say
from sopgen.model.printed import Printed

_BREAKS_OFF: Final = re.compile(
    r"\b(?P<word>yaitu|yakni|ialah|adalah|antara lain|seperti|meliputi|terdiri (?:atas|dari)|dengan|untuk|oleh|dari"
    r"|kepada|serta|karena|sehingga|agar|bahwa|(?:dan|atau))\s*[.;,]?\s*$"
)
_NUMBER: Final = re.compile(r"(?:^|\s)(?:\d{1,3}|[a-zA-Z]|[ivx]{1,4})$")
_FIRST: Final = re.compile(r"\W*(?:(?:\d{1,2}|[a-zA-Z])[.)]\s*)?(?P<first>[^\W\d_])(?P<rest>\w*)")


@rule("LG42", "warning", source="EYD edition V (2022), sentences and brackets", sure="M")
def no_sentence_breaks_off(subject: Subject) -> Iterator[Finding]:
    """No entry ends in the middle: after yaitu or dan something follows, and a bracket that opens is closed.

    What was to follow was lost when the text was copied. A colon at the end announces the next entries and is all
    right; so is dan or atau, which leads to the next one.

    Wrong:
        - Formulir laporan, yaitu;
        - Memahami hukum pidana (KUHP dan hukum acara pidana
    Right:
        - Formulir laporan, yaitu laporan polisi;
        - Memahami hukum pidana (KUHP) dan hukum acara pidana
    """
    for one in texts(subject, {Printed.WORDS, Printed.LAW}):
        if one.in_unit or one.at.loc[0] == "sampul":
            continue
        found = _BREAKS_OFF.search(one.text)
        if found and not (found["word"] in ("dan", "atau") and isinstance(one.at.loc[-1], int)):
            what = say('the text breaks off after "{word}"', word=found["word"])
            yield one.finding(what, say("write what follows, or leave the word out"))
        if _is_open(one.text):
            yield one.finding(say("a bracket is open"), say("close it, or leave it out"))


def _is_open(text: str) -> bool:
    """Tell a text with a bracket that is not closed, or closed and never opened; `1)` is a number."""
    depth = 0
    for n, letter in enumerate(text):
        if letter == "(":
            depth += 1
        elif letter == ")" and depth:
            depth -= 1
        elif letter == ")" and not _NUMBER.search(text[:n]):
            return True
    return depth > 0


@rule("LG43", "info", source="EYD edition V (2022), capitals: the first word of a sentence", sure="A")
def entries_begin_alike(subject: Subject) -> Iterator[Finding]:
    """An entry of a list, and a step, begins with a capital as the others of its list do.

    Where most begin with a capital and one does not, that one is a slip of the keys. A hint.

    Wrong:
        isi: [Memahami hukum acara pidana, mampu menyusun laporan, Mampu mengoperasikan komputer]
    Right:
        isi: [Memahami hukum acara pidana, Mampu menyusun laporan, Mampu mengoperasikan komputer]
    """
    groups: dict[Loc, list[SpecText]] = {}
    for one in texts(subject, {Printed.WORDS}):
        group = None if one.in_unit else _group(one.at.loc)
        if group is not None:
            groups.setdefault(group, []).append(one)
    for items in groups.values():
        begins = [(one, _FIRST.match(one.text)) for one in items]
        small = [(one, found) for one, found in begins if found and found["first"].islower()]
        capital = [one for one, found in begins if found and found["first"].isupper()]
        # What begins with a figure says nothing of capitals.
        if capital and len(small) * 3 <= len(items):
            for one, found in small:
                if found["rest"].islower() and not only_fills(one.text):
                    what = say('the entry begins with a small letter: "{word}"', word=found["first"] + found["rest"])
                    yield one.finding(what, say("begin it with a capital, as the others"))


def _group(place: Loc) -> Loc | None:
    """Return with which others an entry is compared: a list, the steps of an activity, all remarks, all roles."""
    if place[-1] == "uraian":
        return place[:-2]
    if "isi" in place and isinstance(place[-1], int):
        return place[:-1]
    if place[0] == "pelaksana" and place[-1] == "label":
        return ("pelaksana",)
    return ("keterangan",) if place[0] == "kegiatan" and place[-2:] == ("keterangan", 0) else None
