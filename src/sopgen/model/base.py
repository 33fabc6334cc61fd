"""The base of all models, and the small checked values that they share."""

import re
from datetime import date
from typing import Annotated, Any, Final, Literal, Self

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, StringConstraints
from pydantic_core import PydanticCustomError

from sopgen.model.printed import NotPrinted, Printed

MONTHS: Final = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)
DAYS: Final = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
ROMAN_MONTHS: Final = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
DIGEST: Final = r"^[0-9a-f]{64}$"
WINDOWS_DEVICES: Final = frozenset(
    ["con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))]
)


def label_of(number: str) -> str:
    """Return what a personal number is: a NIP of 18 digits, else an NRP; the same of dots in its place."""
    return "NIP" if len(number) > NRP_DIGITS else "NRP"


def written_date(text: str) -> str | None:
    """Return YYYY-MM-DD for a date as offices write it: `2026-11-27`, `27-11-2026`, `27 November 2026`; else None.

    Whether the calendar has such a day is not asked here.
    """
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        return text
    if found := re.fullmatch(r"([0-9]{1,2})([-/.])([0-9]{1,2})\2([0-9]{4})", text):
        return f"{found[4]}-{found[3]:0>2}-{found[1]:0>2}"
    found = re.fullmatch(r"([0-9]{1,2})\s+([A-Za-z]+)\s+([0-9]{4})", text)
    months = [month.lower() for month in MONTHS]
    if found and found[2].lower() in months:
        return f"{found[3]}-{months.index(found[2].lower()) + 1:02}-{found[1]:0>2}"
    return None


# The years in which a day of an office can lie; the program's files can not be dated outside 1980 to 2107 at all.
FIRST_YEAR, LAST_YEAR = 1945, 2100


def in_years(day: date) -> bool:
    """Tell whether a day lies in the years of an office."""
    return FIRST_YEAR <= day.year <= LAST_YEAR


def _in_years(day: date) -> date:
    if not in_years(day):
        raise PydanticCustomError("year_bounds", "the year is out of bounds")
    return day


def _date_text(value: object) -> object:
    """Refuse what pydantic would take as a Unix time: only a date as people write it is a date here."""
    if isinstance(value, date):
        return value
    if isinstance(value, str) and (text := written_date(value)):
        return text
    raise PydanticCustomError("written_date", "a date is written YYYY-MM-DD")


def _plain_integer(value: object) -> object:
    if isinstance(value, int) or (isinstance(value, str) and re.fullmatch(r"0|[1-9][0-9]{0,8}", value)):
        return value
    raise PydanticCustomError("plain_integer", "a whole number is written with digits only")


def _no_device_name(value: str) -> str:
    if value.lower() in WINDOWS_DEVICES:
        raise PydanticCustomError("device_name", "this name is reserved by Windows")
    return value


VISIBLE: Final = r"\S"
Text = Annotated[str, StringConstraints(min_length=1, max_length=4000, strip_whitespace=False, pattern=VISIBLE)]
# A text of a model is one of these, or says by `NotPrinted` why no output shows it.
Words = Annotated[Text, Printed.WORDS]
Law = Annotated[Text, Printed.LAW]
Label = Annotated[Text, Printed.LABEL]
OfPerson = Annotated[Text, Printed.PERSON]
Code = Annotated[Text, Printed.CODE]
Slug = Annotated[
    str,
    NotPrinted("an id is for the program: it names roles, steps, files"),
    StringConstraints(pattern=r"^[A-Za-z0-9](?:[A-Za-z0-9_-]*[A-Za-z0-9])?$", max_length=60),
    AfterValidator(_no_device_name),
]
REFERENCE: Final = re.compile(r"\{peraturan: (\S+)\}")


def _reference_text(value: object) -> object:
    """Return a law that is named by its id, `{peraturan: uu-2-2002}`, as the text that stands for it."""
    if isinstance(value, dict) and list(value) == ["peraturan"] and isinstance(value["peraturan"], str):
        return f"{{peraturan: {value['peraturan']}}}"
    return value


# A law as it is cited, or its id in spec/peraturan.yaml: read.laws writes the citation of the edition's day.
CitedLaw = Annotated[
    Law,
    BeforeValidator(_reference_text, json_schema_input_type=str | dict[Literal["peraturan"], str]),
]
# A law may be older than the republic.
LawDate = Annotated[date, BeforeValidator(_date_text)]
IsoDate = Annotated[LawDate, AfterValidator(_in_years)]
Integer = Annotated[int, BeforeValidator(_plain_integer)]
# An NRP of the police has 8 digits, a NIP of civil servants 18 (Perka BKN 22/2007); the key is `nrp` for both.
NRP_DIGITS: Final = 8
NRP_OR_NIP: Final = r"^(?:[0-9]{8}|[0-9]{18})$"
Nrp = Annotated[str, Printed.PERSON, StringConstraints(pattern=NRP_OR_NIP)]
Sha256 = Annotated[str, NotPrinted("a digest; no document prints it"), StringConstraints(pattern=DIGEST)]


class Model(BaseModel):
    """A closed, frozen record: unknown keys are faults, values never change after reading."""

    # A validator is made when it is first asked for: of most models only the one of their file ever is.
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    @classmethod
    def default(cls, **values: Any) -> Self:
        """Return a record that is the default of a field; the program's own, so that no validator is made for it."""
        return cls.model_construct(**values)


def long_date(day: date) -> str:
    """Return the day as letters write it: `3 September 2019`, no leading zero."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def named_date(day: date) -> str:
    """Return the day with its name: `Selasa, 3 September 2019`."""
    return f"{DAYS[day.weekday()]}, {long_date(day)}"
