"""The numbers of letters: given, reserved, or with room to write what is not known."""

import re
from datetime import date

from sopgen.errors import SopgenError
from sopgen.messages import say
from sopgen.model.base import ROMAN_MONTHS
from sopgen.model.unit import Unit
from sopgen.plan.letter.wording import dots


def letter_number(unit: Unit, day: date, number: int) -> str:
    """Return the number of a letter: running number, Roman month and year of its date, archive code.

    Raises SopgenError where the unit has no archive code (KKA): an issued number may not lack it.
    """
    settings = unit.surat_perintah
    if "{kka}" in settings.nomor and not settings.kka:
        raise SopgenError(say("the unit has no archive code. fix: write surat_perintah.kka in satuan.yaml"))
    ending = unit.penandatangan.akhiran_nomor
    given = _filled(unit, {"urut": str(number), "kka": settings.kka or ""} | _month_and_year(day))
    return f"{given}/{ending}" if ending else given


def reserved_number(unit: Unit, year: int, number: int) -> str:
    """Return a number kept for a blank form: the month, and an unknown archive code, are left to write."""
    values = {"urut": str(number), "bulan_romawi": "....", "tahun": str(year)}
    return _filled(unit, values | {"kka": unit.surat_perintah.kka or "...."})


def _month_and_year(day: date) -> dict[str, str]:
    return {"bulan_romawi": ROMAN_MONTHS[day.month - 1], "tahun": str(day.year)}


def _filled(unit: Unit, values: dict[str, str]) -> str:
    return re.sub(r"\{(\w+)\}", lambda found: values.get(found[1], found[0]), unit.surat_perintah.nomor)


def number_room(unit: Unit, size: float, day: date | None) -> str:
    """Return the number's skeleton with room to write what is not known (Sprin/…/…/…/20…)."""
    settings = unit.surat_perintah
    room = {"urut": 16.0, "bulan_romawi": 12.0, "kka": 22.0}
    values = {name: dots(width, size) for name, width in room.items()} | {"tahun": f"20{dots(8, size)}"}
    if settings.kka:
        values["kka"] = settings.kka
    if day:
        values |= _month_and_year(day)
    return _filled(unit, values)
