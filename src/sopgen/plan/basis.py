"""The legal basis of a task order: the SOP's and the unit's laws, without those that were revoked on its day."""

from dataclasses import dataclass
from datetime import date

from sopgen.model.law.regulation import Regulation, Regulations, Standing, same_law
from sopgen.model.sop import Sop
from sopgen.model.unit import Unit


@dataclass(frozen=True)
class Basis:
    """What an order cites, and the revoked laws that it leaves out."""

    cited: tuple[str, ...]
    left_out: tuple[Regulation, ...]


def basis(sop: Sop, unit: Unit, regulations: Regulations, day: date | None) -> Basis:
    """Return the legal basis of an order given on `day`; a blank one (no day) cites no law that is known as revoked.

    A law of which it is not known what became of it stays, and so does one in `tetap_dikutip`. What the unit adds
    and the SOP cites already stands once.
    """
    kept, left_out = [], []
    for entry in sop.dasar_hukum.isi:
        known = regulations.cited(entry)
        revoked = known is not None and known.standing(day) is Standing.REVOKED
        if known and revoked and not same_law(entry, sop.dasar_hukum.tetap_dikutip):
            left_out.append(known)
        else:
            kept.append(entry)
    for entry in unit.surat_perintah.dasar:
        if entry not in kept and not same_law(entry, kept):
            kept.append(entry)
    return Basis(tuple(kept), tuple(left_out))


def on_basis(sop: Sop, cited: Basis) -> Sop:
    """Return the SOP as orders cite it."""
    return sop.model_copy(update={"dasar_hukum": sop.dasar_hukum.model_copy(update={"isi": cited.cited})})
