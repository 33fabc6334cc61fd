"""WHO goes on what task, as an order file under spec/surat-perintah/ says it."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from sopgen.model.base import Integer, IsoDate, Model, Slug, Text, Words
from sopgen.model.printed import NotPrinted

PathText = Annotated[Text, NotPrinted("the name of a file")]
SheetName = Annotated[Text, NotPrinted("the name of a sheet")]


class LetterSplit(StrEnum):
    """One letter for all, or one for each person."""

    ONE = "satu"
    PER_PERSON = "per_orang"


class OrderFile(Model):
    """A deployment as data, so that its letters can be made again; `sop` and `personel` are files beside this one.

    `nomor` is the running number of the first letter; without one there is room to write it, unless the register
    gives it. `lembar` names the sheet of the roster's workbook, where it has several.
    """

    sop: PathText
    kegiatan: Slug
    personel: PathText
    lembar: SheetName | None = None
    tanggal: IsoDate
    sampai: IsoDate | None = None
    tempat: Words | None = None
    surat: LetterSplit = LetterSplit.ONE
    nomor: Integer | None = Field(default=None, ge=1)
    penandatangan: Slug | None = None
