"""What the task orders of a day rest on: the SOP, the unit, their laws without those that were revoked by then."""

from dataclasses import dataclass
from datetime import date

from sopgen.model.law.regulation import Regulation, Regulations, Standing, same_law
from sopgen.model.sop import Sop
from sopgen.model.unit import Unit


@dataclass(frozen=True)
class OrderGround:
    """What all orders of a day rest on: SOP, unit, the laws that are cited, the revoked ones that are left out."""

    sop: Sop
    unit: Unit
    cited: tuple[str, ...]
    left_out: tuple[Regulation, ...] = ()


def order_ground(sop: Sop, unit: Unit, regulations: Regulations, day: date | None) -> OrderGround:
    """Return what orders given on `day` rest on; a blank one (no day) cites no law that is known as revoked.

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
    return OrderGround(sop, unit, tuple(kept), tuple(left_out))
