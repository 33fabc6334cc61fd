"""The cover: how much room is left between its upper and its lower part (millimetres)."""

from collections.abc import Sequence

from sopgen.errors import PlanError, Refusal
from sopgen.messages import say
from sopgen.model.identity import Cover
from sopgen.model.look.base import EmblemLook, TextLook
from sopgen.model.look.sop import CoverLook
from sopgen.plan.columns import BOLD
from sopgen.plan.measure import line_height, wrap


def cover_room(cover: Cover | None, look: CoverLook, width: float, height: float) -> float:
    """Return the room between year and office, that brings the office to the foot of a page of this text area.

    It is 0 where there is no cover. Raises PlanError where the cover does not fit on one page.
    """
    if cover is None:
        return 0.0
    first, *others = cover.judul
    office, *unit = cover.instansi
    used = [
        look.jarak_atas,
        _tall([first], look.judul, width / BOLD),
        _tall(others, look.baris_judul, width / BOLD),
        _emblem(look.lambang),
        _tall([cover.tahun], TextLook(ukuran=look.tahun, jarak_bawah=0), width / BOLD),
        _tall([office], look.instansi, width / BOLD),
        _tall(unit, look.satuan, width),
        look.jarak_bawah,
    ]
    room = height - sum(used)
    if room < 0:
        what = say("the cover is {mm} mm taller than its page", mm=f"{-room:.0f}")
        fix = say("shorten its lines, or make its sizes and distances smaller in templates/sop/rupa.yaml")
        raise PlanError(Refusal("TL05", ("sampul",), what, fix))
    return round(room, 2)


def _tall(lines: Sequence[str], look: TextLook, width: float) -> float:
    printed = sum(len(wrap(line, width, look.ukuran)) for line in lines)
    return printed * line_height(look.ukuran) + len(lines) * look.jarak_bawah


def _emblem(look: EmblemLook) -> float:
    return look.jarak_atas + look.tinggi + look.jarak_bawah
