"""Rules over the words of steps and over the roles that do them."""

import re
from collections.abc import Iterator
from typing import Final

from sopgen.lint.flow.ids import misspelt_roles
from sopgen.lint.flow.verbs import is_verb
from sopgen.lint.registry import Finding, Subject, rule
from sopgen.lint.texts import steps_of, words_alone
from sopgen.messages import say
from sopgen.model.flow import Step, Symbol
from sopgen.model.sop import Activity, Lane, Layout, SymbolText

ANNEX: Final = (
    "Permenpan RB 35/2012, annex, flowchart part: an activity begins with an active verb and names no actor"
)
COLUMNS: Final = "Permenpan RB 35/2012, annex, flowchart part: the columns follow the sequence of the work, not rank"
_NUMBERING: Final = re.compile(r"^\s*(?:\d+|[a-z])[.)]\s+")
_ENDS: Final = frozenset({"mulai", "selesai", "start", "end"})


def _names(lane: Lane) -> list[str]:
    return [key for name in (lane.label, *lane.alias) if (key := words_alone(name))]


def _says_nothing(step: Step, lanes: tuple[Lane, ...]) -> bool:
    """Tell a step whose text is missing, or is only the name of a role.

    A bare start or end may have none, nor need one in the row of another, which says it for both.
    """
    key = words_alone(step.uraian)
    if not key:
        return step.simbol not in {Symbol.START, Symbol.END} and not step.sebaris
    return any(key in _names(lane) for lane in lanes)


def _begins_with_role(text: str, lanes: tuple[Lane, ...]) -> bool:
    """Tell a text that begins with the name of a role; FL10 speaks of it."""
    key = f"{words_alone(text)} "
    return any(key.startswith(f"{name} ") for lane in lanes for name in _names(lane))


@rule("FL17", "warning", source=ANNEX, sure="M")
def steps_say_what_is_done(subject: Subject) -> Iterator[Finding]:
    """A step says what is done; who does it is said by its column.

    A chain of boxes with the names of posts shows how a paper travels, but nobody learns from it what he has to do.

    Wrong:
        - {id: l1, pelaksana: kasat_binmas, simbol: mulai, uraian: Kasat Binmas}
    Right:
        - {id: l1, pelaksana: kasat_binmas, simbol: mulai, uraian: Memberikan arahan dan menunjuk petugas}
    """
    sop = subject.sop
    for n, activity in enumerate(sop.kegiatan):
        count = sum(_says_nothing(step, sop.pelaksana) for step in activity.alur)
        if count:
            what = say(
                '{count} of the {total} steps of activity "{id}" only name a role, or nothing',
                count=count,
                total=len(activity.alur),
                id=activity.id,
            )
            yield Finding(("kegiatan", n, "alur"), what, say("say what is done, beginning with a verb"))


@rule("FL27", "warning", source="sopgen: what a step says stands somewhere in the document", sure="own")
def texts_of_steps_are_printed(subject: Subject) -> Iterator[Finding]:
    """What the steps say stands somewhere in the document.

    With `tata_letak: per_kegiatan` a step has no row of its own, and with `isi_simbol: nomor` or `kosong` its symbol
    shows a number or nothing: whoever reads the SOP learns nowhere what it stands for. Nothing is missing where
    Maksud, Tujuan or the remarks say it.

    Wrong:
        tata_letak: per_kegiatan
        isi_simbol: nomor
    Right:
        tata_letak: per_langkah
        isi_simbol: nomor
    """
    sop = subject.sop
    if sop.tata_letak is not Layout.PER_ACTIVITY or sop.symbol_text is SymbolText.WORDS:
        return
    hidden = sum(len(_unsaid(activity)) for activity in sop.kegiatan)
    if hidden:
        what = say("the words of {count} steps stand nowhere in the document: symbols do not show them", count=hidden)
        fix = say("use `tata_letak: per_langkah`, or `isi_simbol: uraian`")
        yield Finding(("isi_simbol",), what, fix)


def _unsaid(activity: Activity) -> list[Step]:
    """Return the steps whose words stand in no other text of their activity's row; a bare start or end has none."""
    told = [*activity.maksud.isi, *activity.tujuan.isi, *activity.keterangan]
    said = {words_alone(_NUMBERING.sub("", text)) for text in told}
    return [
        step for step in activity.alur if (key := words_alone(step.uraian)) and key not in _ENDS and key not in said
    ]


@rule("FL09", "warning", source=ANNEX, sure="M")
def steps_begin_with_a_verb(subject: Subject) -> Iterator[Finding]:
    """The text of a step begins with a verb.

    `Menyusun laporan` tells what to do; `Laporan` or `Penyusunan laporan` names a thing. Questions in decisions, and
    a bare Mulai or Selesai, are left out. The verb is active (me-, ber-, an ending -kan, or one of a list of
    base verbs): a passive (Dicatat, Terlaksananya) hides who acts. Where one is not recognised, silence the line with
    that reason.

    Wrong:
        uraian: Penyusunan laporan hasil kegiatan
    Right:
        uraian: Menyusun laporan hasil kegiatan
    """
    for loc, step in steps_of(subject.sop):
        text = _NUMBERING.sub("", step.uraian)
        words = words_alone(text).split()
        if not words or step.simbol is Symbol.DECISION or " ".join(words) in _ENDS:
            continue
        lanes = subject.sop.pelaksana
        if not _says_nothing(step, lanes) and not _begins_with_role(text, lanes) and not is_verb(words[0]):
            what = say('the step begins with "{word}", which is no verb', word=text.split()[0])
            yield Finding((*loc, "uraian"), what, say("begin with what is done: Menyusun, Memeriksa, Mengirim, ..."))


@rule("FL10", "warning", source=ANNEX, sure="M")
def steps_name_no_actor(subject: Subject) -> Iterator[Finding]:
    """The text of a step does not name who does it.

    Its column says that. A name in the text must be changed with every change of posts, and may contradict the
    column. Roles to whom something is given, sent or told, or with whom it is done, may be named.

    Wrong:
        - {id: l2, pelaksana: kbo_binmas, uraian: KBO Binmas memeriksa laporan}
    Right:
        - {id: l2, pelaksana: kbo_binmas, uraian: Memeriksa laporan}
    """
    lanes = subject.sop.pelaksana
    for loc, step in steps_of(subject.sop):
        text = f" {words_alone(step.uraian)} "
        if _says_nothing(step, lanes):
            continue
        names = [name for lane in lanes for name in _names(lane)]
        named = [name for name in names if text.startswith(f" {name} ") or _is_by(name, text)][:1]
        if named:
            what = say('the step names who does it: "{name}"', name=named[0])
            yield Finding((*loc, "uraian"), what, say("leave the name out; the column says it"))


def _is_by(name: str, text: str) -> bool:
    """Tell a text that says who does it, by the name of a role or by its first two words: oleh Kepala Seksi."""
    begin = " ".join(name.split()[:2])
    return f" oleh {name} " in text or (" " in begin and f" oleh {begin} " in text)


@rule("FL11", "warning", source=COLUMNS, sure="M")
def every_role_has_work(subject: Subject) -> Iterator[Finding]:
    """Every role that pelaksana lists does a step.

    A column without any symbol makes the reader look for a task that is not there.

    Wrong:
        pelaksana: [{id: kasat, label: Kasat}, {id: kbo, label: KBO}]   # tidak ada langkah kbo
    Right:
        pelaksana: [{id: kasat, label: Kasat}]
    """
    working = {lane for _, step in steps_of(subject.sop) for lane in step.lanes}
    misspelt = misspelt_roles(subject.sop).values()
    for n, lane in enumerate(subject.sop.pelaksana):
        if lane.id not in working and n not in misspelt:  # FL05 tells those
            what = say('role "{name}" does no step', name=lane.label)
            yield Finding(("pelaksana", n), what, say("give it a step, or take it out of pelaksana"))


@rule("FL12", "info", source=COLUMNS, sure="M")
def roles_stand_in_the_order_of_their_work(subject: Subject) -> Iterator[Finding]:
    """The roles stand in the order in which they first do something.

    Then the flow begins at the left and goes to the right, whatever the ranks. A hint: with few steps another order
    may give fewer crossings.

    Wrong:
        pelaksana: [{id: kasat, label: Kasat}, {id: warga, label: Warga}]   # alur dimulai oleh warga
    Right:
        pelaksana: [{id: warga, label: Warga}, {id: kasat, label: Kasat}]
    """
    listed = [lane.id for lane in subject.sop.pelaksana]
    if len(set(listed)) < len(listed):
        return  # ID07 tells that
    used = list(dict.fromkeys(lane for _, step in steps_of(subject.sop) for lane in step.lanes if lane in listed))
    if used != [lane for lane in listed if lane in used]:
        labels = {lane.id: lane.label for lane in subject.sop.pelaksana}
        what = say("the roles do not stand in the order of their first step")
        fix = say("in that order they are: {names}", names=", ".join(labels[lane] for lane in used))
        yield Finding(("pelaksana",), what, fix)
