"""Rules over who does what with which result: checks of one's own work, acts done twice, outputs of nobody."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from sopgen.lint.flow.quality import STANDARD, bare, item_key
from sopgen.lint.registry import Finding, Loc, Subject, rule
from sopgen.messages import say
from sopgen.model.flow import Step, Symbol, arrows
from sopgen.model.sop import Activity, Layout

_MAKES: Final = re.compile(
    r"\W*(?:menyusun|membuat|mengetik|menyiapkan|merancang|mengonsep|merumuskan|menulis|menghitung|menggambar"
    r"|menyunting|mengedit|merevisi|menerjemahkan|mendesain)\b",
    re.I,
)
# Words of examining, which mean the own work where they speak of what was made.
_EXAMINES: Final = re.compile(
    r"\b(?:memuat|mengandung|terdapat|masih|salah|kesalahan|keliru|kekeliruan|kekurangan|(?:di)?perbaiki|perbaikan)\b",
    re.IGNORECASE,
)
_APPROVES: Final = re.compile(
    r"\b(?:benar|sesuai|setuju|disetujui|menyetujui|layak|lengkap|memenuhi)\b", re.IGNORECASE
)
# What several roles do one after the other, each at his place.
_EACH: Final = re.compile(
    r"\W*(?:memeriksa|memaraf|menandatangani|menerima|meneruskan|mengoreksi|menyetujui|mendisposisi\w*|membaca|mengikuti"
    r"|menghadiri|menyampaikan|mengirim\w*|menyerahkan|mengarsipkan|melaporkan|mencatat|mengetahui|menelaah|mempelajari"
    r"|meneliti|memberikan|melaksanakan)\b",
    re.IGNORECASE,
)


@rule(
    "FL44",
    "info",
    source="PP 60/2008, article 36: functions are kept apart; sopgen: who made it does not check it",
    sure="A",
)
def nobody_checks_his_own_work(subject: Subject) -> Iterator[Finding]:
    """What one role made is checked by another.

    Where the role that writes a paper decides itself whether it is right, nobody else looks at it. Checking what
    others bring is another thing. A hint: in a small unit it may be meant.

    Wrong:
        - {id: l2, pelaksana: staf, uraian: Menyusun konsep surat}
        - {id: l3, pelaksana: staf, simbol: keputusan, uraian: Konsep benar?, cabang: {Ya: l4, Tidak: l2}}
    Right:
        - {id: l3, pelaksana: kasi, simbol: keputusan, uraian: Konsep benar?, cabang: {Ya: l4, Tidak: l2}}
    """
    for n, activity in enumerate(subject.sop.kegiatan):
        known = {step.id: step for step in activity.alur}
        for m, step in enumerate(activity.alur):
            before = [known[edge.source] for edge in arrows(activity.alur) if edge.target == step.id]
            if step.simbol is Symbol.DECISION and _is_own(step, before) and _judges(step, before):
                what = say('who made it in step "{id}" decides on it, too', id=before[0].id)
                yield Finding(("kegiatan", n, "alur", m, "pelaksana"), what, say("let another role decide"))


def _judges(step: Step, before: list[Step]) -> bool:
    """Tell a question whether something is right; or what it holds, if that is what was made."""
    made = [item for one in before if one.mutu_baku for item in one.mutu_baku.keluaran]
    own = _words(" ".join([*made, *(one.uraian for one in before)]))
    examined = _EXAMINES.search(step.uraian) is not None and bool(_words(step.uraian) & own)
    return examined or _APPROVES.search(step.uraian) is not None


def _is_own(step: Step, before: list[Step]) -> bool:
    return bool(before) and all(one.lanes == step.lanes and _MAKES.match(one.uraian) for one in before)


@rule("FL45", "info", source="sopgen: a step is done once, by one role", sure="own")
def two_roles_do_not_do_the_same(subject: Subject) -> Iterator[Finding]:
    """The same act is not done by two roles, each for himself.

    A step that stands there twice in the same words, for another role, was copied; or nobody knows who is to do it.
    What goes through several hands (checking, signing, forwarding) may. A hint.

    Wrong:
        - {id: l2, pelaksana: staf, uraian: Mendata pedagang}
        - {id: l5, pelaksana: kasi, uraian: Mendata pedagang}
    Right:
        - {id: l5, pelaksana: kasi, uraian: Memeriksa data pedagang}
    """
    for n, activity in enumerate(subject.sop.kegiatan):
        seen: dict[str, Step] = {}
        for m, step in enumerate(activity.alur):
            words = " ".join(re.findall(r"\w+", step.uraian.casefold()))
            if (
                step.simbol not in (Symbol.PROCESS, Symbol.START)
                or len(words.split()) < 2
                or _EACH.match(step.uraian)
            ):
                continue
            other = seen.setdefault(words, step)
            if other.lanes != step.lanes:
                what = say('another role does the same in step "{id}"', id=other.id)
                yield Finding(("kegiatan", n, "alur", m, "uraian"), what, say("say what each of them does"))


@rule("FL46", "warning", source=STANDARD, sure="A")
def outputs_of_an_activity_come_of_its_steps(subject: Subject) -> Iterator[Finding]:
    """What an activity gives is made by one of its steps.

    Where all steps have their outputs, and none of them is what the activity promises, a step was forgotten or the
    output belongs to another activity. An output is known by half of its words.

    Wrong:
        mutu_baku: {keluaran: [Surat keputusan], ...}   # keluaran langkah: Konsep surat, Berita acara
    Right:
        mutu_baku: {keluaran: [Berita acara], ...}
    """
    if subject.sop.tata_letak is Layout.PER_ACTIVITY:
        return
    for n, activity in enumerate(subject.sop.kegiatan):
        made = _made(activity)
        for k, item in enumerate(activity.mutu_baku.keluaran if made else ()):
            own = _words(item)
            if own and all(len(own & words) * 2 < len(own) for words in made.values()):
                loc: Loc = ("kegiatan", n, "mutu_baku", "keluaran", k)
                what = say('"{item}" is the output of no step', item=bare(item))
                yield Finding(loc, what, say("name it in the step that makes it"))


_PASSES_ON: Final = re.compile(
    r"\W*(?:menerima|menyerahkan|menyampaikan|mengirim\w*|meneruskan|mendistribusikan|membagikan|memaraf|menandatangani"
    r"|mengembalikan|mengajukan|memeriksa|meneliti|mengoreksi|menyimpan|mengarsipkan|membawa|mendisposisi\w*|mempelajari)\b",
    re.IGNORECASE,
)


@rule("FL69", "info", source=STANDARD, sure="own")
def a_step_gives_what_it_had_not(subject: Subject) -> Iterator[Finding]:
    """What comes out of a step is not just what another step made and this one was given.

    Then the step did nothing, or the output was copied from the step before; and what it does make is named nowhere.
    Steps that pass a paper on, check or sign it are left alone. A hint.

    Wrong:
        - {id: l2, uraian: Mencatat informasi, mutu_baku: {keluaran: [Catatan], ...}}
        - {id: l3, uraian: Mengecek lapangan, mutu_baku: {kelengkapan: [Catatan], keluaran: [Catatan]}}
    Right:
        - {id: l3, uraian: Mengecek lapangan, mutu_baku: {kelengkapan: [Catatan], keluaran: [Hasil pengecekan]}}
    """
    for n, activity in enumerate(subject.sop.kegiatan):
        before: set[str] = set()
        for m, step in enumerate(activity.alur):
            made = {item_key(item) for item in (step.mutu_baku.keluaran if step.mutu_baku else ())}
            needed = {item_key(item) for item in (step.mutu_baku.kelengkapan if step.mutu_baku else ())}
            acts = step.simbol is Symbol.PROCESS and not _PASSES_ON.match(step.uraian)
            if acts and made and made <= needed & before:
                what = say("nothing comes out but what the step was given: {items}", items=", ".join(sorted(made)))
                loc: Loc = ("kegiatan", n, "alur", m, "mutu_baku", "keluaran", 0)
                yield Finding(loc, what, say("write what the step makes"))
            before |= made


def _made(activity: Activity) -> Mapping[str, set[str]]:
    """Return the words of what each step makes and says; nothing where a step of work has no output."""
    steps = [step for step in activity.alur if step.simbol is Symbol.PROCESS or step.mutu_baku]
    if not steps or any(not step.mutu_baku or not step.mutu_baku.keluaran for step in steps):
        return {}
    told = {item: _words(item) for step in steps if step.mutu_baku for item in step.mutu_baku.keluaran}
    return {**told, **{step.uraian: _words(step.uraian) for step in activity.alur}}


def _words(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]{3,}", text.casefold())) - {"dan", "yang", "atau", "telah", "sudah"}
