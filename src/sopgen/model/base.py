"""The base of all models, and the small checked values that they share."""

import re
from datetime import date
from typing import Annotated, Final

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, StringConstraints
from pydantic_core import PydanticCustomError

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


def _iso_date(value: object) -> object:
    """Refuse what pydantic would take as a Unix time: only YYYY-MM-DD is a date here."""
    if isinstance(value, date) or (isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value)):
        return value
    raise PydanticCustomError("iso_date", "a date is written YYYY-MM-DD")


def _plain_integer(value: object) -> object:
    if isinstance(value, int) or (isinstance(value, str) and re.fullmatch(r"0|[1-9][0-9]{0,8}", value)):
        return value
    raise PydanticCustomError("plain_integer", "a whole number is written with digits only")


def _no_device_name(value: str) -> str:
    if value.lower() in WINDOWS_DEVICES:
        raise PydanticCustomError("device_name", "this name is reserved by Windows")
    return value


Text = Annotated[str, StringConstraints(min_length=1, max_length=4000, strip_whitespace=False)]
Slug = Annotated[
    str,
    StringConstraints(pattern=r"^[A-Za-z0-9](?:[A-Za-z0-9_-]*[A-Za-z0-9])?$", max_length=60),
    AfterValidator(_no_device_name),
]
IsoDate = Annotated[date, BeforeValidator(_iso_date)]
Integer = Annotated[int, BeforeValidator(_plain_integer)]
Nrp = Annotated[str, StringConstraints(pattern=r"^[0-9]{8}$")]
Sha256 = Annotated[str, StringConstraints(pattern=DIGEST)]


class Model(BaseModel):
    """A closed, frozen record: unknown keys are faults, values never change after reading."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def long_date(day: date) -> str:
    """Return the day as letters write it: `3 September 2019`, no leading zero."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def named_date(day: date) -> str:
    """Return the day with its name: `Selasa, 3 September 2019`."""
    return f"{DAYS[day.weekday()]}, {long_date(day)}"
