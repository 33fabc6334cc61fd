"""Rules over the signs at the end of texts, and over capitals that differ from those of the other entries."""

import re
from collections.abc import Collection, Iterator
from typing import Final

from sopgen.lint.language.dictionary import is_word
from sopgen.lint.language.known import OFFICES
from sopgen.lint.registry import Finding, Loc, Subject, rule
from sopgen.lint.texts import SpecText, texts
from sopgen.messages import say
from sopgen.model.printed import Printed

_ENDS: Final = (
    (re.compile(r"(?<!\.)\.\.$"), "."),
    (re.compile(r"[!]+$"), ""),
    (re.compile(r"(?<=[a-z\d)]),$"), ""),
    (re.compile(r"(?<=[a-z)])[:;]\.$|(?<=[a-z)])\.;$"), "."),
)
_WITHIN: Final = (
    (re.compile(r"(?<=[a-z]) & (?=[a-z])"), " dan "),
    (re.compile(r"(?P<a>\b\d{1,2}[.:]\d{2}) ?- ?(?P<b>\d{1,2}[.:]\d{2}\b)"), r"\g<a> s.d. \g<b>"),
    (re.compile(r"\bs\.d\. dengan\b|\bsampai s\.d\.", re.IGNORECASE), "s.d."),
)
_PARTICLES: Final = "dan di ke dari yang untuk oleh dalam pada atas dengan atau serta kepada sebagai"
_SMALL: Final = frozenset(_PARTICLES.split())
_FEW: Final = 4
_MOST: Final = 20  # words of a heading
# Whose entries are sentences; those of the others are names of things.
_SENTENCES: Final = frozenset({"kualifikasi_pelaksana", "peringatan", "maksud", "tujuan"})


@rule("LG71", "info", source="EYD edition V (2022), punctuation: full stop, comma, dash, exclamation mark", sure="M")
def texts_end_as_eyd_has_them(subject: Subject) -> Iterator[Finding]:
    """No entry ends with a comma, two full stops or an exclamation mark, and only a question with a question mark.

    Dan is written out, and hours are joined by s.d. or a dash without blanks. Of the
    steps of an activity all end with a full stop, or none. A hint.

    Wrong:
        - Dilayani pukul 08.00 - 15.00 WITA, kecuali hari libur & cuti bersama!
    Right:
        - Dilayani pukul 08.00 s.d. 15.00 WITA, kecuali hari libur dan cuti bersama
    """
    for one in texts(subject, {Printed.WORDS}):
        if one.in_unit or one.at.loc[0] in ("sampul", "alasan_perubahan"):
            continue
        text = one.text.rstrip()
        for pattern, right in (*_ENDS, *_WITHIN):
            if found := pattern.search(text):
                mended = text[: found.start()] + found.expand(right) + text[found.end() :]
                begin = max(0, found.start() - 12)
                shown = mended[begin : found.start() + len(found.expand(right)) + 12].strip()
                what = say('"{text}" is written in another way', text=text[begin : found.end() + 12].strip())
                yield one.finding(what, say('write "{right}"', right=shown))
        asks = re.search(r"(?i)\b(?:apakah|siapa|kapan|bagaimana|mengapa|adakah|berapa|sudahkah|di mana)\b", text)
        if text.endswith("?") and one.at.loc[-1] not in ("uraian", "judul") and not asks and len(text) > len("???"):
            yield one.finding(say("the text ends with a question mark, and asks nothing"), say("end it without one"))
    yield from _unlike_the_other_steps(subject)


def _unlike_the_other_steps(subject: Subject) -> Iterator[Finding]:
    for n, activity in enumerate(subject.sop.kegiatan):
        told = [(m, step.uraian.rstrip()) for m, step in enumerate(activity.alur) if step.uraian.strip()]
        told = [(m, text) for m, text in told if not text.endswith("?")]
        dotted = [m for m, text in told if text.endswith(".")]
        if len(told) >= _FEW and 0 < len(dotted) * 4 <= len(told):
            what = say("the step ends with a full stop, the others without one")
            yield from (Finding(("kegiatan", n, "alur", m, "uraian"), what, say("end them alike")) for m in dotted)


@rule("LG72", "info", source="EYD edition V (2022), capitals: the first word of a sentence, and names", sure="M")
def entries_have_the_capitals_of_the_others(subject: Subject) -> Iterator[Finding]:
    """An entry is written with the capitals of the others of its list: not one title among sentences.

    Where one step of many has a capital at each word, or nothing but capitals, it was taken over from a heading. A
    hint.

    Wrong:
        - {id: l2, uraian: Mencetak Kutipan Akta Kelahiran}   # yang lain: Memeriksa berkas permohonan
    Right:
        - {id: l2, uraian: Mencetak kutipan akta kelahiran}
    """
    groups: dict[Loc, list[SpecText]] = {}
    named = {word for lane in subject.sop.pelaksana for word in re.findall(r"[a-z]+", lane.label.lower())} | OFFICES
    for one in texts(subject, {Printed.WORDS}):
        place = one.at.loc
        in_list = "isi" in place and isinstance(place[-1], int) and bool(_SENTENCES & set(place))
        if not one.in_unit and (place[-1] == "uraian" or in_list):
            groups.setdefault(place[:-2] if place[-1] == "uraian" else place[:-1], []).append(one)
    for items in groups.values():
        odd = [one for one in items if _is_heading(one.text, named)]
        if len(items) >= _FEW and 0 < len(odd) * 4 <= len(items):
            for one in odd:
                what = say("the entry has the capitals of a heading, the others have not")
                yield one.finding(what, say("write only the first word and names with a capital"))


def _is_heading(text: str, named: Collection[str]) -> bool:
    """Tell a text of words that each begin with a capital, small words aside; roles and offices are names."""
    words = [word for word in re.findall(r"[A-Za-z]{3,}", text) if word.lower() not in _SMALL]
    if not _FEW <= len(words) <= _MOST:
        return False
    if text.isupper():
        return sum(len(word) > 4 for word in words) > 1
    common = [word for word in words if word[1:].islower() and word.lower() not in named and is_word(word.lower())]
    return all(word[0].isupper() for word in words) and len(common) >= _FEW
