"""Rules over how a step is worded: one act a step, each role by one name, everything needed by its own."""

import re
from collections.abc import Iterator
from typing import Final

from sopgen.lint.flow.verbs import is_verb
from sopgen.lint.registry import Finding, Loc, Subject, rule
from sopgen.lint.texts import steps_of, words_alone
from sopgen.messages import say
from sopgen.model.flow import Symbol
from sopgen.model.sop import Lane, Sop

ANNEX: Final = "Permenpan RB 35/2012, annex, flowchart part: one activity a row, done by the role of its column"
_THEN: Final = re.compile(r"\b(?:kemudian|selanjutnya|setelah itu|lalu)\s+(\w+)", re.IGNORECASE)
_EITHER: Final = re.compile(r"\bdan\s?/\s?atau\b", re.IGNORECASE)
_OPEN: Final = re.compile(
    r"\b(?:dll|dsb|dst|dan lain[- ]lain(?:nya)?|dan sebagainya|dan seterusnya)\b", re.IGNORECASE
)
# What a post is called in short and in full, where both begin its name.
_POSTS: Final = {
    "kanit": "kepala unit",
    "kasat": "kepala satuan",
    "kasi": "kepala seksi",
    "kabid": "kepala bidang",
    "kabag": "kepala bagian",
    "kasubbag": "kepala subbagian",
    "kasubbid": "kepala subbidang",
    "kaur": "kepala urusan",
    "kadis": "kepala dinas",
}


@rule("FL23", "info", source=ANNEX, sure="M")
def a_step_is_one_act(subject: Subject) -> Iterator[Finding]:
    """A step says one thing that is done, and leaves nothing open.

    What is done after it has a time and an output of its own, and with `dan/atau` nobody knows which of the two was
    done. A hint: acts that belong together (Membaca dan menandatangani) are one.

    Wrong:
        uraian: Mencetak kartu kemudian menyerahkannya kepada pemohon
    Right:
        uraian: Mencetak kartu
    """
    for loc, step in steps_of(subject.sop):
        then = next((found for found in _THEN.finditer(step.uraian) if is_verb(_root(found[1]))), None)
        if then and step.simbol is not Symbol.DECISION:
            what = say('the step goes on with another act: "{text}"', text=then[0])
            yield Finding((*loc, "uraian"), what, say("make a step of it, with its own time and output"))
        if _EITHER.search(step.uraian):
            what = say('"{text}" leaves open which of the two is done', text="dan/atau")
            yield Finding((*loc, "uraian"), what, say("write dan or atau, or ask in a decision"))


def _root(word: str) -> str:
    """Return a word in small letters without what it says of a thing: menyerahkannya."""
    return word.lower().removesuffix("nya")


@rule("FL24", "info", source=ANNEX, sure="M")
def a_role_has_one_name(subject: Subject) -> Iterator[Finding]:
    """A step calls a role as its column does: not Kanit here and Kepala Unit there.

    Under two names it seems to be two people. Another name that is in use for it stands under `alias`. A hint.

    Wrong:
        pelaksana: [{id: kanit, label: Kanit SPKT}]   # uraian: Menyerahkan berkas kepada Kepala Unit SPKT
    Right:
        pelaksana: [{id: kanit, label: Kanit SPKT}]   # uraian: Menyerahkan berkas kepada Kanit SPKT
    """
    lanes = subject.sop.pelaksana
    names = {words_alone(name) for lane in lanes for name in (lane.label, *lane.alias)}
    others = [(other, lane.label) for lane in lanes for other in _otherwise(lane) if other not in names]
    for loc, step in steps_of(subject.sop):
        text = f" {words_alone(step.uraian)} "
        for other, label in others:
            if f" {other} " in text:
                what = say('"{other}" is called "{label}" in its column', other=other, label=label)
                yield Finding((*loc, "uraian"), what, say('write "{right}"', right=label))


def _otherwise(lane: Lane) -> Iterator[str]:
    """Yield how a post is also called: in full for a short name, in short for a full one."""
    key = words_alone(lane.label)
    for short, full in _POSTS.items():
        if key.startswith(f"{short} "):
            yield full + key.removeprefix(short)
        elif key.startswith(f"{full} "):
            yield short + key.removeprefix(full)


@rule("FL25", "info", source=ANNEX, sure="M")
def what_is_needed_is_named(subject: Subject) -> Iterator[Finding]:
    """What is needed is named: a list does not end with dll.

    Whoever prepares the work can not bring what the list does not say, and nobody can check it. A hint.

    Wrong:
        peralatan: {judul: Peralatan, isi: ["Komputer, pencetak, dll."]}
    Right:
        peralatan: {judul: Peralatan, isi: [Komputer dan pencetak]}
    """
    for loc, items in _lists(subject.sop):
        for n, item in enumerate(items):
            found = _OPEN.search(item)
            if found:
                what = say('"{text}" leaves open what else is needed', text=found[0])
                yield Finding((*loc, n), what, say("name it, or leave it out"))


def _lists(sop: Sop) -> Iterator[tuple[Loc, tuple[str, ...]]]:
    yield ("peralatan", "isi"), sop.peralatan.isi
    yield ("pencatatan", "isi"), sop.pencatatan.isi
    for n, activity in enumerate(sop.kegiatan):
        yield ("kegiatan", n, "mutu_baku", "kelengkapan"), activity.mutu_baku.kelengkapan
        for m, step in enumerate(activity.alur):
            if step.mutu_baku:
                yield ("kegiatan", n, "alur", m, "mutu_baku", "kelengkapan"), step.mutu_baku.kelengkapan
