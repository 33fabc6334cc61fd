"""Rules over what steps say of one another: how many copies, within which time, what comes out, who signs."""

import re
from collections.abc import Iterator
from typing import Final

from sopgen.lint.flow.quality import STANDARD, bare, item_key
from sopgen.lint.registry import Finding, Loc, Subject, rule
from sopgen.lint.texts import SpecText, texts
from sopgen.messages import say
from sopgen.model.flow import Step
from sopgen.model.printed import Printed
from sopgen.model.sop import Sop

_COPIES: Final = re.compile(r"\brangkap (?P<count>\d)\b", re.IGNORECASE)
_TERM: Final = re.compile(
    r"\b(?P<what>\w+ \w+) (?:lebih dari|melebihi|paling lambat|paling lama|selambat-lambatnya|dalam waktu) "
    r"(?P<count>\d+) (?:\([a-z ]+\) )?(?P<unit>menit|jam|hari(?: kerja)?|minggu|bulan) "
    r"(?P<since>(?:sejak|setelah|sesudah) \w+ \w+ \w+)",
    re.IGNORECASE,
)
_MAKES: Final = re.compile(r"\s*(?:menerbitkan|mencetak|membuat|mengetik)\b", re.IGNORECASE)
_DRAFTS: Final = re.compile(r"\s*(?:menyusun|mengetik|membuat) (?:konsep|draf|rancangan) (?P<what>.+)", re.IGNORECASE)
_CHECKS: Final = re.compile(r"\b(?:memeriksa|meneliti|mengoreksi|memaraf|apakah)\b", re.IGNORECASE)
_SIGNS: Final = re.compile(r"\s*menandatangani (?P<what>.+)", re.IGNORECASE)
_ANY: Final = frozenset({"surat", "dalam", "yang", "kepada", "untuk", "berkas", "konsep"})


@rule("FL64", "info", source="sopgen: two steps say the same of one paper", sure="own")
def copies_are_counted_alike(subject: Subject) -> Iterator[Finding]:
    """The steps of an activity count the copies of a paper alike.

    Two numbers leave open how many are made. Compared are steps that share two words at least. A hint.

    Wrong:
        - {id: l6, uraian: Mengetik surat keterangan usaha dalam rangkap 2 (dua)}
        - {id: l9, uraian: Menyerahkan surat keterangan usaha, keterangan: [Satu dari rangkap 3 (tiga) disimpan]}
    Right:
        - {id: l6, uraian: Mengetik surat keterangan usaha dalam rangkap 3 (tiga)}
        - {id: l9, uraian: Menyerahkan surat keterangan usaha, keterangan: [Satu dari rangkap 3 (tiga) disimpan]}
    """
    for n, activity in enumerate(subject.sop.kegiatan):
        told: list[tuple[str, Step]] = []
        for m, step in enumerate(activity.alur):
            parts: list[tuple[Loc, str]] = [(("uraian",), step.uraian)]
            parts += [(("keterangan", k), text) for k, text in enumerate(step.keterangan)]
            for part, text in parts:
                for found in _COPIES.finditer(text):
                    other = next((one for one, at in told if one != found["count"] and _share(at, step)), None)
                    told.append((found["count"], step))
                    if other:
                        what = say('"{text}", but another step says {count}', text=found[0], count=other)
                        loc: Loc = ("kegiatan", n, "alur", m, *part)
                        yield Finding(loc, what, say("write the same number in both places"))


def _share(one: Step, other: Step) -> bool:
    return len(_words(one.uraian) & _words(other.uraian)) >= 2


@rule("FL65", "info", source="sopgen: one term holds for one act", sure="own")
def terms_are_the_same_everywhere(subject: Subject) -> Iterator[Finding]:
    """The term for an act is the same wherever it stands.

    Compared are terms of the same act, in the same unit and from the same event on: what is done, and since when,
    stands there in the same words. A hint.

    Wrong:
        - Apabila SP2HP disampaikan lebih dari 60 hari sejak laporan polisi dibuat ...   # langkah: paling lambat 30
    Right:
        - Apabila SP2HP disampaikan lebih dari 30 hari sejak laporan polisi dibuat ...
    """
    found: dict[tuple[str, ...], list[tuple[str, SpecText]]] = {}
    for one in texts(subject, {Printed.WORDS}):
        for term in _TERM.finditer(one.text) if not one.in_unit else ():
            key = tuple(term[name].casefold() for name in ("what", "unit", "since"))
            found.setdefault(key, []).append((term["count"], one))
    for (_, unit, _), told in found.items():
        first, other = told[0], next((count for count, _ in told if count != told[0][0]), None)
        if other:
            what = say("the term is {count} {unit}, elsewhere {other}", count=first[0], unit=unit, other=other)
            yield first[1].finding(what, say("write the same term everywhere"))


@rule("FL66", "info", source=STANDARD, sure="own")
def what_comes_out_is_what_is_made(subject: Subject) -> Iterator[Finding]:
    """What comes out of a step that issues or makes something is that very thing.

    Told where the outputs share no word with the step, and another step needs the thing that it says it makes, while
    none makes it. A hint.

    Wrong:
        - {id: l5, uraian: Menerbitkan kartu kunjungan, mutu_baku: {keluaran: [Berita acara pemusnahan], ...}}
    Right:
        - {id: l5, uraian: Menerbitkan kartu kunjungan, mutu_baku: {keluaran: [Kartu kunjungan], ...}}
    """
    sop = subject.sop
    made = {item_key(item) for step in _steps(sop) if step.mutu_baku for item in step.mutu_baku.keluaran}
    listed = {item_key(item) for item in (*sop.peralatan.isi, *sop.pencatatan.isi)}
    needed = {item_key(item) for step in _steps(sop) if step.mutu_baku for item in step.mutu_baku.kelengkapan}
    for n, activity in enumerate(sop.kegiatan):
        for m, step in enumerate(activity.alur):
            out = step.mutu_baku.keluaran if step.mutu_baku else ()
            act = _MAKES.match(step.uraian)
            thing = item_key(step.uraian[act.end() :]) if act else ""
            if out and thing and thing in needed - made - listed and not _words(" ".join(out)) & _words(thing):
                what = say('the step makes "{thing}", but "{item}" comes out', thing=thing, item=bare(out[0]))
                loc: Loc = ("kegiatan", n, "alur", m, "mutu_baku", "keluaran", 0)
                yield Finding(loc, what, say("write what the step makes"))


@rule("FL67", "info", source="sopgen: what others checked, not its author signs", sure="own")
def who_drafts_does_not_sign(subject: Subject) -> Iterator[Finding]:
    """Who drafted a letter that others checked does not sign it.

    The lane was taken over from the draft, most likely: a letter is checked upwards, and signed above. Told where
    both steps name the same paper. A hint.

    Wrong:
        - {id: l2, pelaksana: anggota, uraian: Menyusun konsep surat panggilan}
        - {id: l3, pelaksana: kanit, uraian: Memeriksa konsep surat panggilan}
        - {id: l4, pelaksana: anggota, uraian: Menandatangani surat panggilan}
    Right:
        - {id: l4, pelaksana: kasat, uraian: Menandatangani surat panggilan}
    """
    for n, activity in enumerate(subject.sop.kegiatan):
        drafts: list[tuple[str, tuple[str, ...]]] = []
        checked = False
        for m, step in enumerate(activity.alur):
            signs, drafted = _SIGNS.match(step.uraian), _DRAFTS.match(step.uraian)
            if signs and checked and (item_key(signs["what"]), step.lanes) in drafts:
                what = say("who drafted it signs it, although others checked it: {text}", text=step.uraian)
                yield Finding(("kegiatan", n, "alur", m, "pelaksana"), what, say("look who signs"))
            if drafted:
                drafts.append((item_key(drafted["what"]), step.lanes))
            lanes = [lane for _, lane in drafts]
            checked = checked or (bool(drafts) and step.lanes not in lanes and bool(_CHECKS.search(step.uraian)))


def _steps(sop: Sop) -> Iterator[Step]:
    for activity in sop.kegiatan:
        yield from activity.alur


def _words(text: str) -> set[str]:
    return set(re.findall(r"[a-z]{4,}", text.casefold())) - _ANY
