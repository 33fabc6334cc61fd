"""WHO goes on what task, as an order file under spec/surat-perintah/ says it."""

import re
from enum import StrEnum
from typing import Annotated, Final

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from sopgen.model.base import Code, Integer, IsoDate, Model, Slug, Text, Words
from sopgen.model.printed import NotPrinted

HOURS: Final = re.compile(
    r"(?P<from>(?:[01]?\d|2[0-3])[.:][0-5]\d)"
    r"(?:\s*(?:-|\u2013|s\.\s?d\.|sampai)\s*(?P<to>(?:[01]?\d|2[0-3])[.:][0-5]\d|24[.:]00|selesai))?"
)


def written_hours(text: str) -> str | None:
    """Return hours as letters write them, `08.00 s.d. 12.00`, for `08:00-12.00` or `08.00`; None for other texts.

    An end before the beginning is one on the next day.
    """
    found = HOURS.fullmatch(text.strip())
    if found is None:
        return None
    return f"{_clock(found['from'])} s.d. {_clock(found['to'] or 'selesai')}"


def _clock(text: str) -> str:
    return text if text == "selesai" else text.replace(":", ".").zfill(5)


def _hours_text(value: object) -> object:
    if isinstance(value, str) and (text := written_hours(value)):
        return text
    raise PydanticCustomError("written_hours", "hours are written 08.00-12.00")


Hours = Annotated[Words, BeforeValidator(_hours_text)]
PathText = Annotated[Text, NotPrinted("the name of a file")]
SheetName = Annotated[Text, NotPrinted("the name of a sheet")]


class LetterSplit(StrEnum):
    """One letter for all, or one for each person."""

    ONE = "satu"
    PER_PERSON = "per_orang"


class PeopleOrder(StrEnum):
    """How the people of a letter follow each other."""

    BY_RANK = "pangkat"
    AS_TYPED = "daftar"


class OrderFile(Model):
    """A deployment as data, so that its letters can be made again; `sop` and `personel` are files beside this one.

    `nomor` is the running number of the first letter; without one there is room to write it, unless the register
    gives it. `untuk` are tasks beside those of the activity, `kka` is the archive code of this order where it is
    another than the activity's. `urutan` says whether the people stand by rank or as the roster has them.
    `tanpa_warga` leaves civilians out, who are invited and not ordered.
    `lembar` names the sheet of the roster's workbook, where it has several.
    """

    sop: PathText
    kegiatan: Slug
    personel: PathText
    lembar: SheetName | None = None
    tanggal: IsoDate
    sampai: IsoDate | None = None
    pukul: Hours | None = None
    tempat: Words | None = None
    untuk: tuple[Words, ...] = ()
    surat: LetterSplit = LetterSplit.ONE
    nomor: Integer | None = Field(default=None, ge=1)
    kka: Code | None = None
    urutan: PeopleOrder = PeopleOrder.BY_RANK
    tanpa_warga: bool = False
    penandatangan: Slug | None = None
