"""Rules over what is asked and needed: a question is decided, a paper made before it is needed."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from sopgen.lint.flow.quality import STANDARD, bare
from sopgen.lint.flow.verbs import is_verb
from sopgen.lint.registry import Finding, Loc, Subject, rule
from sopgen.messages import say
from sopgen.model.flow import Step, Symbol, arrows
from sopgen.model.sop import Sop

ANNEX: Final = "Permenpan RB 35/2012, annex, flowchart part: a diamond for a decision, a box for what is done"
_ASKS: Final = re.compile(
    r"\?|\b(?:apakah|ya atau tidak|atau tidak|lengkap|sesuai|setuju|disetujui|benar|layak|sudah|memenuhi|dapat|perlu"
    r"|sah|valid|diterima|sepakat|jika|bila|apabila|keputusan|memutuskan|menentukan|menilai|memilih)\b",
    re.IGNORECASE,
)
_CHECKS: Final = re.compile(
    r"\W*(?:memeriksa|meneliti|mengecek|memverifikasi|mengoreksi|menelaah|mengevaluasi)", re.I
)


@rule("FL47", "info", source=ANNEX, sure="B")
def questions_are_decided(subject: Subject) -> Iterator[Finding]:
    """What is asked stands in a diamond, and a diamond asks something.

    A question in a box has no answers to go on by; a diamond with an act that neither asks nor checks leaves open
    what Ya and Tidak answer. A hint.

    Wrong:
        - {id: l3, pelaksana: kbo, uraian: "Apakah berkas lengkap?"}
    Right:
        - {id: l3, pelaksana: kbo, simbol: keputusan, uraian: "Apakah berkas lengkap?", cabang: {Ya: l4, Tidak: l2}}
    """
    for n, activity in enumerate(subject.sop.kegiatan):
        for m, step in enumerate(activity.alur):
            loc: Loc = ("kegiatan", n, "alur", m, "uraian")
            text = step.uraian.strip()
            if step.simbol is not Symbol.DECISION and text.endswith("?"):
                fix = say("give it `simbol: keputusan`, or say what is done")
                yield Finding(loc, say("the step asks, and is no decision"), fix)
            elif step.simbol is Symbol.DECISION and _is_act(text):
                fix = say("ask what Ya and Tidak answer, or give it another symbol")
                yield Finding(loc, say("the decision asks nothing"), fix)


def _is_act(text: str) -> bool:
    words = re.findall(r"\w+", text.casefold())
    return bool(words) and is_verb(words[0]) and not _ASKS.search(text) and not _CHECKS.match(text)


@rule("FL48", "info", source=STANDARD, sure="A")
def what_is_needed_is_made_before(subject: Subject) -> Iterator[Finding]:
    """What a step needs was made before it, where a step of the activity makes it.

    A paper that only a later step makes is not there yet: the steps stand in the wrong order, or another paper was
    meant. What stands under Peralatan or Pencatatan is kept ready, what another activity makes is there, and a step
    that needs the paper itself does not make it. Of steps that are never reached FL04 speaks. A hint.

    Wrong:
        - {id: l2, uraian: Menyerahkan kartu, mutu_baku: {kelengkapan: [Kartu], ...}}
        - {id: l3, uraian: Mencetak kartu, mutu_baku: {keluaran: [Kartu], ...}}
    Right:
        - {id: l2, uraian: Mencetak kartu, mutu_baku: {keluaran: [Kartu], ...}}
        - {id: l3, uraian: Menyerahkan kartu, mutu_baku: {kelengkapan: [Kartu], ...}}
    """
    sop = subject.sop
    ready = {_key(item) for item in (*sop.peralatan.isi, *sop.pencatatan.isi)}
    for n, activity in enumerate(sop.kegiatan):
        before, makers = _before(activity.alur), _makers(activity.alur)
        elsewhere = _made_elsewhere(sop, n)
        starts = {step.id for step in activity.alur if step.simbol is Symbol.START}
        reached = {name for name, above in before.items() if above & starts}
        for m, step in enumerate(activity.alur):
            for k, item in enumerate(step.mutu_baku.kelengkapan if step.mutu_baku else ()):
                made = (makers.get(_key(item), set()) & reached) - {step.id}
                if not made or made & before[step.id] or _key(item) in ready | elsewhere or step.id not in reached:
                    continue
                loc: Loc = ("kegiatan", n, "alur", m, "mutu_baku", "kelengkapan", k)
                what = say('"{item}" is made later, in step "{id}"', item=bare(item), id=min(made))
                yield Finding(loc, what, say("put the steps in their order, or name what is needed"))


def _before(steps: tuple[Step, ...]) -> Mapping[str, set[str]]:
    """Return, for each step, all steps from which it is reached."""
    found: dict[str, set[str]] = {step.id: set() for step in steps}
    edges = [(edge.source, edge.target) for edge in arrows(steps) if edge.target in found]
    changed = True
    while changed:
        changed = False
        for source, target in edges:
            more = ({source} | found[source]) - found[target]
            found[target] |= more
            changed = changed or bool(more)
    return found


def _makers(steps: tuple[Step, ...]) -> Mapping[str, set[str]]:
    made: dict[str, set[str]] = {}
    for step in steps:
        needed = {_key(item) for item in step.mutu_baku.kelengkapan} if step.mutu_baku else set()
        for item in step.mutu_baku.keluaran if step.mutu_baku else ():
            if _key(item) not in needed:
                made.setdefault(_key(item), set()).add(step.id)
    return made


def _made_elsewhere(sop: Sop, own: int) -> set[str]:
    others = (activity for n, activity in enumerate(sop.kegiatan) if n != own)
    return {key for activity in others for key in _makers(activity.alur)}


def _key(item: str) -> str:
    return " ".join(re.findall(r"\w+", bare(item).casefold()))
