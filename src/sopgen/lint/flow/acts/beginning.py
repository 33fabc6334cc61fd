"""Rules over where a flow begins, and over an activity that says less of itself than the others do."""

from collections.abc import Iterator

from sopgen.lint.flow.quality import STANDARD
from sopgen.lint.registry import Finding, Loc, Subject, rule
from sopgen.lint.texts import flows_of
from sopgen.messages import say
from sopgen.model.flow import Symbol


@rule("FL70", "warning", source="Permenpan RB 35/2012, annex, flowchart part: a capsule is where it begins", sure="B")
def the_start_is_the_first_step(subject: Subject) -> Iterator[Finding]:
    """The step with the start symbol is the first one.

    What stands above the start is done before anything began; most likely the symbol slipped by one row.

    Wrong:
        - {id: l1, pelaksana: pemohon, uraian: Mengajukan permohonan}
        - {id: l2, pelaksana: loket, simbol: mulai, uraian: Memeriksa berkas}
    Right:
        - {id: l1, pelaksana: pemohon, simbol: mulai, uraian: Mengajukan permohonan}
        - {id: l2, pelaksana: loket, uraian: Memeriksa berkas}
    """
    for loc, steps in flows_of(subject.sop):
        starts = [n for n, step in enumerate(steps) if step.simbol is Symbol.START]
        if len(starts) == 1 and starts[0] > 0:
            what = say('step "{id}" stands above the start', id=steps[0].id)
            yield Finding((*loc, starts[0], "simbol"), what, say("give the first step `simbol: mulai`"))


@rule("FL71", "info", source=STANDARD, sure="A")
def every_activity_says_what_the_others_say(subject: Subject) -> Iterator[Finding]:
    """An activity names its requirements, time and outputs where the other activities do.

    In a table of steps the activity itself may say nothing; but where all the others do, one that does not was
    forgotten. A hint.

    Wrong:
        mutu_baku: {kelengkapan: [Register], waktu: null, keluaran: [Catatan]}   # kegiatan lain menyebut waktunya
    Right:
        mutu_baku: {kelengkapan: [Register], waktu: {nilai: 8, satuan: hari}, keluaran: [Catatan]}
    """
    activities = subject.sop.kegiatan
    for name in ("kelengkapan", "waktu", "keluaran"):
        empty = [n for n, one in enumerate(activities) if not getattr(one.mutu_baku, name)]
        if len(empty) == 1 and len(activities) > 1:
            loc: Loc = ("kegiatan", empty[0], "mutu_baku", name)
            what = say('"{name}" is empty, in the other activities it is not', name=name)
            yield Finding(loc, what, say("ask those who do the work, then write it"))
