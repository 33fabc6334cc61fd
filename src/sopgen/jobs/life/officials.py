"""Which official an id names: who approves the SOP, who signs the unit's letters, or another of satuan.yaml."""

from sopgen.errors import SopgenError
from sopgen.messages import nearest, say
from sopgen.model.life.record import Officer
from sopgen.read.load import Edition

APPROVER = "pengesah"
SIGNATORY = "penandatangan"


def officer_of(edition: Edition, by: str) -> Officer:
    """Return the official; raise SopgenError where nobody has that id."""
    identity, unit = edition.sop.identitas, edition.unit
    known = {APPROVER: Officer(jabatan=identity.disahkan_oleh.nilai, **identity.pengesah.model_dump())}
    for name, one in [(SIGNATORY, unit.penandatangan), *((one.id, one) for one in unit.pejabat)]:
        known[name] = Officer(nama=one.nama, pangkat=one.pangkat, nrp=one.nrp, jabatan=one.jabatan)
    if by not in known:
        raise SopgenError(say('"{id}" is no official; {hint}', id=by, hint=nearest(by, known)))
    return known[by]
