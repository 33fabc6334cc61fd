"""Which official an id names: who approves the SOP, who signs the unit's letters, or another of satuan.yaml."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from sopgen.errors import SopgenError, with_fix
from sopgen.messages import nearest, say
from sopgen.model.life.record import Decision, LifeEvent, Officer
from sopgen.model.sop import Status
from sopgen.model.unit import Unit
from sopgen.read.load import Edition

APPROVER: Final = "pengesah"
SIGNATORY: Final = "penandatangan"


def officers_of(unit: Unit) -> dict[str, Officer]:
    """Return the officials in office by their ids: the signatory first, then those of `pejabat`."""
    found = [(SIGNATORY, unit.penandatangan), *((one.id, one) for one in unit.pejabat)]
    return {
        name: Officer(nama=one.nama, pangkat=one.pangkat, nrp=one.nrp, jabatan=one.jabatan) for name, one in found
    }


def officer_of(edition: Edition, by: str) -> Officer:
    """Return the official; raise SopgenError where nobody has that id."""
    known = dict([*((APPROVER, one) for one in approvers(edition)), *officers_of(edition.unit).items()])
    if by not in known:
        raise SopgenError(with_fix(say('"{id}" is no official', id=by), nearest(by, known)))
    return known[by]


def approvers(edition: Edition) -> Sequence[Officer]:
    """Return who approves the SOP, as its approval cell prints him; nobody while that is open."""
    identity = edition.sop.identitas
    if identity.pengesah.is_open:
        return ()
    return (Officer(jabatan=identity.disahkan_oleh.nilai, **identity.pengesah.model_dump(exclude_defaults=True)),)


def same_person(one: str, other: str) -> bool:
    """Tell whether two texts name one person: the same words, without the degrees after the first comma."""
    return _words(one) == _words(other)


def _words(name: str) -> list[str]:
    return re.findall(r"\w+", name.partition(",")[0].casefold())


def odd_names(edition: Edition) -> Iterator[tuple[int, str, str]]:
    """Yield the number of each event whose official bears another name here, and both names."""
    known = {one.nrp: one.nama for one in (*officers_of(edition.unit).values(), *approvers(edition))}
    for number, event in enumerate(edition.events):
        name = known.get(event.oleh.nrp, event.oleh.nama)
        if not same_person(name, event.oleh.nama):
            yield number, event.oleh.nama, name


def officer_faults(edition: Edition, event: LifeEvent) -> Iterator[tuple[str, str, str]]:
    """Yield code, fault and mend of each reason why an event is not this official's to decide.

    Whoever has a rank (see event_faults) may review. What brings an edition into force, or ends it, is decided by an
    official of the unit; he who is printed in the approval cell decides the former only, since he may have left.
    """
    who = event.oleh
    if event.keadaan is Status.REVIEWED or event.keputusan is Decision.REJECTED:
        return
    known = list(officers_of(edition.unit).values())
    known += approvers(edition) if event.keadaan is not Status.REVOKED else []
    if not any((one.nrp, one.nama) == (who.nrp, who.nama) for one in known):
        what = say("{name} is no official in office of this unit", name=who.nama)
        yield "PS14", what, say("name one by --by: penandatangan, or an id of pejabat in satuan.yaml")
