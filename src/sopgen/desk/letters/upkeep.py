"""Upkeep of the agenda book: compared with the letters, rebuilt from them, renamed, brought up to date."""

from collections.abc import Sequence

from starlette.routing import BaseRoute

from sopgen.desk.calls import Answer, Nothing, Values, reading, writing
from sopgen.desk.letters.asked import typed_day
from sopgen.desk.letters.book import Year
from sopgen.desk.noted import noted
from sopgen.desk.office import edition_file
from sopgen.desk.wording import at_the_desk
from sopgen.errors import SopgenError, with_fix
from sopgen.jobs.letters.deployment import WrongTerm
from sopgen.jobs.life.day import today_at
from sopgen.jobs.office.log import LoggedAct
from sopgen.jobs.register.begin import reserved
from sopgen.jobs.register.compare import differences
from sopgen.jobs.register.folder import address, letters_folder, office_here, unit_here, viewed
from sopgen.jobs.register.purge import last_day, purge
from sopgen.jobs.register.recover import planned, recover
from sopgen.messages import say
from sopgen.register.entry import NumberEntry
from sopgen.register.opening import offices_in, rename
from sopgen.register.upgrade import upgrade


class Reservation(Year):
    """So many numbers of a year for blank letters, and what they are kept for."""

    edisi: str
    jumlah: int
    untuk: str


class RecoveryAsked(Year):
    """The last number that the office knows of in a year, where no letter says it; `yakin`: go on with odd ones."""

    nomor: int | None = None
    yakin: bool = False


class FormerName(Values):
    """The name of the office that the book knows."""

    dahulu: str


class Forgetting(Values):
    """The day before which letters are so old that their people are forgotten."""

    sebelum: str


def routes() -> Sequence[BaseRoute]:
    """Return the routes of the book's upkeep."""
    return [
        reading("/api/agenda/banding", Nothing, compared),
        reading("/api/agenda/kosong", Year, without_letter),
        writing("/api/agenda/cadangan", Reservation, noted(LoggedAct.RESERVED, kept_back, _amount)),
        reading("/api/agenda/pulih", Nothing, recoverable),
        writing("/api/agenda/pulih", RecoveryAsked, noted(LoggedAct.RECOVERED, rebuilt, _letters)),
        reading("/api/agenda/ganti-nama", Nothing, former_names),
        writing("/api/agenda/ganti-nama", FormerName, noted(LoggedAct.RENAMED, renamed, _former)),
        writing("/api/agenda/baharui", Nothing, noted(LoggedAct.RECOVERED, upgraded, _copy)),
        reading("/api/agenda/lupa", Nothing, term),
        writing("/api/agenda/lupa", Forgetting, noted(LoggedAct.FORGOTTEN, forgotten, _how_many)),
    ]


def compared(_: Nothing) -> Answer:
    """Return a line for each thing in which the book and the letters differ."""
    return {"beda": [at_the_desk(line) for line in differences(viewed(None), [letters_folder()])]}


def without_letter(asked: Year) -> Answer:
    """Return the numbers of a year that have no letter."""
    year = asked.tahun or _this_year()
    return {"tahun": year, "nomor": [_gap(number, entry) for number, entry in viewed(None).gaps(year)]}


def _gap(number: int, entry: NumberEntry | None) -> Answer:
    if entry is None:
        return {"urut": number, "nomor": str(number), "keadaan": "", "alasan": ""}
    return {
        "urut": number,
        "nomor": entry.text,
        "keadaan": entry.state.value,
        "alasan": entry.reason or entry.subject,
    }


def kept_back(asked: Reservation) -> Answer:
    """Reserve numbers for blank letters, as `sopgen register reserve` does."""
    if not 1 <= asked.jumlah <= 1000:
        raise WrongTerm("jumlah", say("so many numbers are not reserved at once"), say("write 1 to 1000"))
    purpose = " ".join(asked.untuk.split())
    if not purpose:
        raise WrongTerm("untuk", say("it is not said what the numbers are kept for"), say("write it in a few words"))
    year = asked.tahun or _this_year()
    made = reserved(edition_file(asked.edisi), None, year=year, amount=asked.jumlah, purpose=purpose)
    return {"nomor": [one.text for one in made]}


def _amount(asked: Reservation, _: Answer) -> str:
    return f"{asked.jumlah}: {asked.untuk}"


def recoverable(_: Nothing) -> Answer:
    """Return how many letters the book does not know, and which of them are not sure."""
    found = planned(None, (), None)
    return {"surat": len(found.letters), "ragu": list(map(at_the_desk, found.doubts))}


def rebuilt(asked: RecoveryAsked) -> Answer:
    """Enter the letters of the folder into the book, a new one where it is lost or broken."""
    if asked.nomor is not None and asked.nomor < 1:
        raise WrongTerm("nomor", say("no number is written"), say("write the last number of your paper book"))
    found = planned(None, (), None)
    if found.doubts and not asked.yakin:
        raise SopgenError(with_fix(say("some letters are not sure"), say("look at them first, then go on")))
    made = recover(found, (asked.tahun or _this_year(), asked.nomor) if asked.nomor else None)
    spans = {year: made.register.span(year) or (1, 0) for year in made.years}
    return {
        "surat": len(found.letters),
        "rusak": made.aside.name if made.aside else "",
        "berikut": [{"tahun": year, "nomor": highest + 1} for year, (_, highest) in spans.items()],
    }


def _letters(_: RecoveryAsked, answer: Answer) -> str:
    return str(answer["surat"])


def former_names(_: Nothing) -> Answer:
    """Return the office's name now, and the other names that the book knows."""
    now = office_here()
    return {"kantor": now, "dikenal": [one for one in offices_in(address(None)) if one != now]}


def renamed(asked: FormerName) -> Answer:
    """Have the book go on under the name that the unit has now."""
    return {"kantor": rename(address(None), asked.dahulu.strip(), office_here()).office.name}


def _former(asked: FormerName, _: Answer) -> str:
    return asked.dahulu


def upgraded(_: Nothing) -> Answer:
    """Bring the book of an earlier sopgen to the form of this one; a copy is kept."""
    return {"salinan": at_the_desk(upgrade(address(None), office_here()))}


def _copy(_: Nothing, answer: Answer) -> str:
    return str(answer["salinan"])


def term(_: Nothing) -> Answer:
    """Return for how many months the office keeps the people of letters, and before which day they may go."""
    unit = unit_here()
    months = unit.surat_perintah.simpan_personel if unit else None
    return {"bulan": months, "sampai": last_day(unit, months).isoformat() if unit and months is not None else ""}


def forgotten(asked: Forgetting) -> Answer:
    """Forget whom old letters ordered; numbers, subjects and dates stay."""
    day = typed_day("sebelum", asked.sebelum)
    if day is None:
        raise WrongTerm("sebelum", say("the day is missing"), say("choose it in the calendar"))
    return {"surat": purge(None, day)}


def _how_many(asked: Forgetting, answer: Answer) -> str:
    return f"{answer['surat']} < {asked.sebelum}"


def _this_year() -> int:
    unit = unit_here()
    if unit is None:
        raise SopgenError(say("no folder is open. fix: open one on the start page first"))
    return today_at(unit).year
