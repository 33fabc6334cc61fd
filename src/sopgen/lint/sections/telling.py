"""Rules over what two places tell: the name of a thing, what it costs, how long it takes, when it is to be had."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Final

from sopgen.lint.language.dictionary import is_word
from sopgen.lint.registry import Finding, Subject, rule
from sopgen.lint.texts import SpecText, texts
from sopgen.messages import say
from sopgen.model.printed import Printed
from sopgen.model.quality import Duration
from sopgen.model.time import written_span

OFTEN: Final = 4  # so often a name stands there, the odd one counted
_FREE: Final = re.compile(
    r"\b(?:tanpa (?:dipungut )?biaya|gratis|tidak dipungut biaya|bebas biaya|cuma-cuma)\b", re.I
)
_FEE: Final = re.compile(
    r"\b(?:dengan|dikenai|dikenakan|sebesar) (?:biaya|tarif|retribusi)\b"
    r"|\b(?:biaya|tarif|retribusi) (?:\w+ ){0,3}?Rp ?\d"
    r"|\bmembayar (?:biaya|tarif|retribusi)",
    re.IGNORECASE,
)
_LIMIT: Final = re.compile(
    r"\b(?:melebihi|lebih dari|melampaui|lewat dari|paling lama|dalam waktu|selama) "
    r"(?P<time>\d{1,3} (?:\([a-z ]+\) )?"
    r"(?:menit|jam|hari|minggu|bulan)(?: kerja)?)\b",
    re.IGNORECASE,
)
_HOURS: Final = re.compile(
    r"\b(?P<what>dilayani|dibuka|diterima|pelayanan|layanan|penerimaan|loket|kunjungan|pendaftaran)\b[^.;]{0,40}?"
    r"pukul (?P<when>\d{1,2}[.:]\d{2} (?:s\.d\.|sampai(?: dengan)?|-) ?\d{1,2}[.:]\d{2})",
    re.IGNORECASE,
)
_VALID: Final = re.compile(
    r"\b(?P<what>[a-z]+) (?:ini )?berlaku (?:selama |untuk )?(?P<when>\d{1,3} (?:\([a-z ]+\) )?(?:hari|bulan|tahun))",
    re.IGNORECASE,
)
_DAY: Final = re.compile(r"\b(?:Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu|Ramadan)\b", re.IGNORECASE)
_PLACES: Final = ("alasan_perubahan", "dasar_hukum", "keputusan")


@rule("ID87", "info", source="sopgen: two places of one document tell the same", sure="own")
def places_tell_the_same(subject: Subject) -> Iterator[Finding]:
    """What two places tell of one thing is the same.

    A thing that bears one name throughout and another once (register akta kelahiran, register akta kematian) was
    taken over from another SOP. What is free in one place costs nothing in the others; hours and terms of validity
    are the same; and what Peringatan calls too late is not shorter than the work itself takes. A hint.

    Wrong:
        tujuan: {isi: [Menerbitkan kartu tanpa biaya]}   # keterangan: Dengan biaya Rp50.000
    Right:
        tujuan: {isi: [Menerbitkan kartu dengan biaya yang ditetapkan]}
    """
    told = [one for one in texts(subject, {Printed.WORDS}) if not one.in_unit and one.at.loc[0] not in _PLACES]
    yield from _named_otherwise(told)
    yield from _costs(told)
    for pattern in (_HOURS, _VALID):
        yield from _at_other_times(told, pattern)
    yield from _too_short(subject, told)


def _named_otherwise(told: list[SpecText]) -> Iterator[Finding]:
    """Yield the one place where a name of three words has another last word than in all the others."""
    words = [re.findall(r"[a-z]+|[^\sa-z]+", one.text.casefold()) for one in told]
    count = Counter(word for line in words for word in line)
    after: defaultdict[tuple[str, str], list[tuple[str, int]]] = defaultdict(list)
    for n, line in enumerate(words):
        for first, second, third in zip(line, line[1:], line[2:], strict=False):
            after[first, second].append((third, n))
    for (first, second), found in after.items():
        names = Counter(third for third, _ in found)
        (usual, most), *others = names.most_common()
        for odd in (word for word, once in others if once == count[word] == 1 and _is_kin(usual, word)):
            if most < OFTEN - 1 or most * 2 < len(found):
                continue
            one = told[next(n for third, n in found if third == odd)]
            shown = f"{first} {second}"
            what = say('"{text}", but "{usual}" elsewhere', text=f"{shown} {odd}", usual=f"{shown} {usual}")
            yield one.finding(what, say("correct one of the two"))


def _is_kin(one: str, other: str) -> bool:
    """Tell two words of one form, of which either may be meant: kelahiran and kematian."""
    alike = one[:2] == other[:2] and one[-2:] == other[-2:]
    return len(one) > 3 and len(other) > 3 and one.isalpha() and other.isalpha() and alike and is_word(other)


def _costs(told: list[SpecText]) -> Iterator[Finding]:
    free = [one for one in told if _FREE.search(one.text) and one.at.loc[0] != "peringatan"]
    for one in told:
        if free and one not in free and one.at.loc[0] != "peringatan" and (found := _FEE.search(one.text)):
            what = say('"{text}", but "{usual}" elsewhere', text=found[0], usual=free[0].text)
            yield one.finding(what, say("correct one of the two"))


def _at_other_times(told: list[SpecText], pattern: re.Pattern[str]) -> Iterator[Finding]:
    """Yield the place that gives other hours, or another term, than the one above for the same thing."""
    above: dict[str, str] = {}
    for one in told:
        for found in pattern.finditer(one.text) if not _DAY.search(one.text) else ():
            when = " ".join(re.findall(r"\d+|hari|bulan|tahun", found["when"].casefold()))
            first = above.setdefault(found["what"].casefold(), when)
            if first != when:
                what = say('"{text}", but "{usual}" elsewhere', text=found["when"], usual=first)
                yield one.finding(what, say("correct one of the two"))


def _too_short(subject: Subject, told: list[SpecText]) -> Iterator[Finding]:
    """Yield the term in Peringatan that is shorter than any activity takes."""
    times = [activity.mutu_baku.waktu for activity in subject.sop.kegiatan]
    spans = [activity.mutu_baku.span for activity in subject.sop.kegiatan]
    least = min((span.low for span in spans if span), default=None)
    days = [time.nilai for time in times if isinstance(time, Duration) and time.satuan == "hari"]
    for one in told:
        found = _LIMIT.search(one.text) if one.at.loc[0] == "peringatan" or "tujuan" in one.at.loc else None
        limit = written_span(found["time"]) if found else None
        in_days = found is not None and " hari" in found["time"] and len(days) == len(times)
        shorter = in_days and found is not None and int(found["time"].split()[0]) < min(days, default=0)
        if found and limit and least and None not in spans and (limit.high < least or shorter):
            what = say('"{text}", but each activity takes longer', text=found[0])
            yield one.finding(what, say("correct one of the two"))
