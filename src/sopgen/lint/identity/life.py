"""Rules over the life of an edition in force."""

from collections.abc import Iterator

from sopgen.lint.registry import Finding, Subject, rule
from sopgen.messages import say
from sopgen.model.life.schedule import dues
from sopgen.model.sop import Status


@rule(
    "ID06",
    "warning",
    source="Permenpan RB 35/2012, annex, p. 53: monitoring every 6 months; Perka BPS 19/2013: evaluation every year",
    sure="A",
)
def monitoring_and_evaluation_are_not_overdue(subject: Subject) -> Iterator[Finding]:
    """An edition in force is monitored every 6 months and evaluated every 12.

    An SOP that nobody looks at again drifts away from what is done. The months count from the effective date, then
    from the last monitoring or evaluation that `sopgen record` wrote down.

    Wrong:
        pemantauan: []
    Right:
        pemantauan:
          - jenis: monitoring
            tanggal: 2026-09-15
            oleh: {nama: Personel Contoh 1, pangkat: AKP, nrp: "00000001", jabatan: KASAT CONTOH}
            hasil: berjalan_baik
    """
    if subject.today is None or subject.sop.status is not Status.IN_FORCE or subject.sop.contoh:
        return
    for due in dues(subject.sop, subject.record):
        if due.overdue(subject.today):
            what = say("{look} was due on {day}", look=due.look.value, day=due.day)
            fix = say("carry it out, then write it down with `sopgen record`")
            yield Finding(("identitas", "tanggal_efektif"), what, fix)


@rule("ID70", "info", source="sopgen: an edition as issued is kept as it was printed", sure="own")
def an_issued_edition_says_whether_it_has_the_emblem(subject: Subject) -> Iterator[Finding]:
    """An edition as issued says whether its original has the unit's emblem.

    satuan.yaml names the emblem of today. An edition that was issued before may have had none: it is printed without
    it until the key says that it was there.

    Wrong:
        sebagaimana_terbit: true
    Right:
        sebagaimana_terbit: true
        berlambang: true
    """
    sop = subject.sop
    if sop.sebagaimana_terbit and sop.berlambang is None and subject.unit.lambang:
        what = say("it is printed without the emblem, since it does not say whether its original has one")
        yield Finding(("sebagaimana_terbit",), what, say("look it up, and write `berlambang: true` or `false`"))
