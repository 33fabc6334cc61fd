"""Rules over the town and the region of the office: cover, letterhead, place of letters, laws of the region."""

import re
from collections.abc import Iterator
from typing import Final

from sopgen.lint.identity.places.regions import REGIONS
from sopgen.lint.law.basis import BASIS
from sopgen.lint.registry import Finding, Subject, rule
from sopgen.messages import say
from sopgen.model.law.citation import read_citation
from sopgen.model.unit import Unit

_REGION: Final = re.compile(r"^(?:PEMERINTAH(?: DAERAH)? )?(?P<kind>KABUPATEN|KAB\.|KOTA)\s+(?P<name>[A-Z][A-Z ]+)$")
_NO_TOWN: Final = re.compile(r"\d|^\s*(?:JL|JLN|JALAN|TLP|TELP|TELEPON|FAX|SUREL|EMAIL|WWW)\b|[@/()]", re.IGNORECASE)
_STATE: Final = re.compile(
    r"\bKEPOLISIAN (?!NEGARA REPUBLIK INDONESIA)(?:REPUBLIK INDONESIA|NEGARA INDONESIA|RI\b|NEGARA RI\b)"
)


@rule("ID83", "warning", source="UU 23/2014, regions; Perkap 1/2023, annex, kopstuk", sure="A")
def the_office_stands_in_one_place(subject: Subject) -> Iterator[Finding]:
    """The cover, the letterhead, the place of letters and the regional laws are of one region.

    `tempat` is the town under which letters are dated; `kota` and the last line of the cover say where the office is;
    the letterhead names its Kabupaten or Kota, that of a Polres its Polda. A Perda or a Peraturan Bupati of another
    region holds there, not here.

    Wrong:
        kop: [PEMERINTAH KABUPATEN GORONTALO, ...]   # kota: KOTA GORONTALO
    Right:
        kop: [PEMERINTAH KOTA GORONTALO, ...]
    """
    unit = subject.unit
    own = _region(unit.kota)
    for n, line in enumerate(unit.kop):
        named = _region(line)
        if own and named and named != own and not line.upper().startswith(("RESOR", "DAERAH")):
            yield _unlike(("kop", n), line, unit.kota, in_unit=True)
        if _STATE.search(line.upper()):
            what = say('"{text}" is written in another way', text=line)
            yield Finding(
                ("kop", n), what, say('write "{right}"', right="KEPOLISIAN NEGARA REPUBLIK INDONESIA"), in_unit=True
            )
        if (province := _polda(line)) and (there := _province(unit)) and there != province:
            yield _unlike(("kop", n), line, f"{unit.kota} ({there})", in_unit=True)
    town = unit.kota.casefold()
    if (not own and unit.tempat.casefold() not in town and town not in unit.tempat.casefold()) or (
        unit.kota.upper().startswith("KOTA ") and unit.tempat.casefold() not in town
    ):
        yield _unlike(("tempat",), unit.tempat, unit.kota, in_unit=True)
    yield from _cover(subject)
    yield from _cover_regions(subject, own)
    yield from _laws(subject, own)


def _unlike(loc: tuple[str | int, ...], text: str, place: str, *, in_unit: bool = False) -> Finding:
    return Finding(
        loc, say('"{text}" does not name {place}', text=text, place=place), say("correct one of the two"), in_unit
    )


def _cover(subject: Subject) -> Iterator[Finding]:
    """Yield the last line of the cover where it is another town than the unit's."""
    lines = subject.sop.sampul.instansi if subject.sop.sampul else ()
    unit = subject.unit
    if len(lines) < 2 or _NO_TOWN.search(lines[-1]) or _region(lines[-1]) or subject.sop.sebagaimana_terbit:
        return
    known = " ".join([unit.kota, unit.tempat, unit.nama, unit.alamat, *unit.kop]).casefold()
    if len(lines[-1].split()) <= 3 and lines[-1].casefold() not in known:
        yield _unlike(("sampul", "instansi", len(lines) - 1), lines[-1], unit.kota)


def _cover_regions(subject: Subject, own: tuple[str, str] | None) -> Iterator[Finding]:
    """Yield the lines of the cover that name another Kabupaten or Kota than the office's."""
    if own is None or subject.sop.sampul is None or subject.sop.sebagaimana_terbit:
        return
    for n, line in enumerate(subject.sop.sampul.instansi):
        named = _region(line)
        if named and named != own:
            yield _unlike(("sampul", "instansi", n), line, subject.unit.kota)


def _laws(subject: Subject, own: tuple[str, str] | None) -> Iterator[Finding]:
    """Yield the laws of another Kabupaten or Kota than the office's."""
    heads = {"bupati": "kabupaten", "wali kota": "kota", "walikota": "kota"}
    for n, entry in enumerate(subject.sop.dasar_hukum.isi if own else ()):
        cited = read_citation(entry)
        if own is None or cited is None or cited.kind.short not in ("Perda", "Perkada"):
            continue
        for head, kind in (*heads.items(), ("kabupaten", "kabupaten"), ("kota", "kota")):
            issuer = cited.issuer.casefold()
            if issuer.startswith(f"{head} ") and (kind, issuer.removeprefix(f"{head} ")) != own:
                what = say("{law} is of another region than {place}", law=cited.name, place=subject.unit.kota)
                yield Finding((*BASIS, n), what, say("look for the law of the own region"))
                break


def _region(text: str) -> tuple[str, str] | None:
    """Return the Kabupaten or Kota that a line names at its end, in small letters."""
    found = _REGION.search(" ".join(text.upper().split()))
    return (("kota" if found["kind"] == "KOTA" else "kabupaten"), found["name"].casefold()) if found else None


def _polda(line: str) -> str:
    found = re.match(r"(?:KEPOLISIAN |POLRI )?DAERAH (?P<name>[A-Z ]+)$", line.upper().strip())
    name = found["name"].casefold() if found else ""
    return name if name in REGIONS else ""


def _province(unit: Unit) -> str:
    """Return the province of the Polres that the letterhead or the name names, where its town is known."""
    lines = [*unit.kop, unit.nama, unit.kota]
    heads = r"(?:RESOR(?: KOTA)?|POLRES(?:TA|TABES)?|KABUPATEN|KOTA)"
    said = {found[1].casefold() for line in lines if (found := re.search(rf"\b{heads} ([A-Z ]+)$", line.upper()))}
    return next((province for province, towns in REGIONS.items() if said & towns), "")
