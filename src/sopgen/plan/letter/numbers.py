"""The numbers of letters: given, reserved, or with room to write what is not known."""

import re
from datetime import date

from sopgen.errors import SopgenError
from sopgen.messages import say
from sopgen.model.base import ROMAN_MONTHS
from sopgen.model.sop import Activity
from sopgen.model.unit import Unit
from sopgen.plan.letter.wording import dots


def archive_code(unit: Unit, activity: Activity, own: str = "") -> str:
    """Return the archive code of an order: its own, else the activity's, else the unit's; or an empty text."""
    return own or activity.kka or unit.surat_perintah.kka or ""


def letter_number(unit: Unit, day: date, number: int, *, kka: str) -> str:
    """Return the number of a letter: running number, Roman month and year of its date, archive code.

    Raises SopgenError where there is no archive code (KKA): an issued number may not lack it.
    """
    if "{kka}" in unit.surat_perintah.nomor and not kka:
        raise SopgenError(
            say(
                "the letter has no archive code. fix: write kka in the activity, or surat_perintah.kka in "
                "satuan.yaml, or give --kka"
            )
        )
    return _filled(unit, {"urut": str(number), "kka": kka} | _month_and_year(day))


def reserved_number(unit: Unit, year: int, number: int) -> str:
    """Return a number kept for a blank form: the month, and an unknown archive code, are left to write."""
    values = {"urut": str(number), "bulan_romawi": "....", "tahun": str(year)}
    return _filled(unit, values | {"kka": unit.surat_perintah.kka or "...."})


def _month_and_year(day: date) -> dict[str, str]:
    return {"bulan_romawi": ROMAN_MONTHS[day.month - 1], "tahun": str(day.year)}


def _filled(unit: Unit, values: dict[str, str], pattern: str = "") -> str:
    """Return the number with the values in its fields, and the ending of who signs (`/Satbinmas`)."""
    told = values | {"awalan": unit.surat_perintah.prefix}
    pattern = pattern or unit.surat_perintah.nomor
    given = re.sub(r"\{(\w+)\}", lambda found: told.get(found[1], found[0]), pattern)
    ending = unit.penandatangan.akhiran_nomor
    return f"{given}/{ending}" if ending else given


def number_room(unit: Unit, size: float, day: date | None, kka: str) -> str:
    """Return the number's skeleton with room to write what is not known (Sprin/…/…/…/20…)."""
    return hand_number(unit, unit.surat_perintah.nomor, size, day, kka)


def hand_number(unit: Unit, pattern: str, size: float, day: date | None, kka: str) -> str:
    """Return the skeleton of a number by its pattern, with room to write what is not known."""
    room = {"urut": 16.0, "bulan_romawi": 12.0, "kka": 22.0}
    values = {name: dots(width, size) for name, width in room.items()} | {"tahun": f"20{dots(8, size)}"}
    if kka:
        values["kka"] = kka
    if day:
        values |= _month_and_year(day)
    return _filled(unit, values, pattern)
