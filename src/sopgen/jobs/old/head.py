"""The head of a draft out of what was read: title, cover, identity part, lists."""

import re
from datetime import date
from typing import Final

from sopgen.errors import Loc
from sopgen.jobs.old.taking import OPEN, Taking
from sopgen.messages import say
from sopgen.model.base import long_date
from sopgen.model.identity import DATES, OPEN_NRP
from sopgen.model.sections import STANDARD, ItemMark
from sopgen.model.sop import TableHeads
from sopgen.read.old.found import Found, OldSop
from sopgen.read.old.labels import day
from sopgen.read.old.letters import typed
from sopgen.splice.value import Value

LABELS: Final = {"nomor_sop": "Nomor SOP", **DATES, "disahkan_oleh": "Disahkan oleh", "nama_sop": "Nama SOP"}
# What offices write where there is no date yet.
NO_DATE: Final = re.compile(r"[-\u2013\u2014.\u2026_/\s]*")
PERSON: Final = re.compile(OPEN_NRP)
NUMBERED: Final = re.compile(r"\b(?:NIP|NRP)\b", re.IGNORECASE)
NAMED_SOP: Final = re.compile(r"(?:SOP|SPO|STANDARD?\s+OPERA(?:S|T)IONAL\s+PROSEDUR)\b", re.IGNORECASE)
KNOWN: Final = re.compile(
    rf"judul|sampul\.tahun|identitas\.(?:satuan_kerja|nama_singkat|(?:{'|'.join(LABELS)})\.(?:judul|nilai)"
    rf"|pengesah\.(?:nama|pangkat|nrp))|kepala_tabel\.(?:{'|'.join(TableHeads.model_fields)})"
)


def title_of(old: OldSop) -> str:
    """Return the title of the SOP: as read, else that of the cover, else its name; empty where none is."""
    if (said := old.texts.get("judul")) and said.text.strip():
        return said.text
    cover = [one.text for one in old.lists.get("sampul.judul", ())][1:]
    name = old.texts.get("identitas.nama_sop.nilai")
    subject = " ".join(cover) or (name.text if name else "")
    return subject if not subject or NAMED_SOP.match(subject) else f"SOP {subject}"


def cover_of(old: OldSop, taking: Taking) -> dict[str, Value] | None:
    """Return the cover, or None: where a part of it is missing, what there is stays among what has no place."""
    title, office = old.lists.get("sampul.judul", ()), old.lists.get("sampul.instansi", ())
    year = old.texts.get("sampul.tahun")
    if not (_says(*title) and _says(*office) and year and _says(year)):
        kept = (*title, *([year] if year else []), *office)
        taking.unplaced += [one for one in kept if one.text.strip() or one.doubt]
        return None
    return {
        "judul": taking.texts(("sampul", "judul"), title),
        "tahun": taking.text(("sampul", "tahun"), year),
        "instansi": taking.texts(("sampul", "instansi"), office),
    }


def _says(*found: Found) -> bool:
    return any(typed(one.text).strip() for one in found)


def identity_of(old: OldSop, taking: Taking) -> dict[str, Value]:
    """Return the identity part; what is missing in it is noted."""
    said = old.texts
    part: dict[str, Value] = {}
    missing = say("not found in the old file")
    loc: Loc = ("identitas",)
    part["satuan_kerja"] = taking.needed((*loc, "satuan_kerja"), said.get("identitas.satuan_kerja"), missing)
    if short := taking.text((*loc, "nama_singkat"), said.get("identitas.nama_singkat")):
        part["nama_singkat"] = short
    for key, usual in LABELS.items():
        at: Loc = (*loc, key)
        head = said.get(f"identitas.{key}.judul")
        label = taking.text((*at, "judul"), head) or usual
        # A label without a value was left empty.
        value = said.get(f"identitas.{key}.nilai") or (Found("", head.spot) if head else None)
        if key in DATES:
            part[key] = {"judul": label, **_date(at, value, taking)}
        else:
            part[key] = {"judul": label, "nilai": taking.needed(at, value, missing)}
    part["pengesah"] = _approver(old, taking)
    return part


def _date(loc: Loc, found: Found | None, taking: Taking) -> dict[str, Value]:
    """Return a date, and how it was written where that is not the usual form; of other words none, and why."""
    if found is None:
        taking.note(loc, say("not found in the old file"))
        return {"nilai": None}
    text = taking.text(loc, found)
    if NO_DATE.fullmatch(text):
        return {"nilai": None, **({"tertulis": text} if text else {})}
    read: date | None = day(text)
    if read is None:
        if not found.doubt:
            taking.note(loc, say('"{value}" is not a date', value=text), found.spot)
        return {"nilai": None, "tertulis": text}
    return {"nilai": read, **({} if text == long_date(read) else {"tertulis": text})}


def _approver(old: OldSop, taking: Taking) -> dict[str, Value]:
    said, loc = old.texts, ("identitas", "pengesah")
    missing = say("who approves the SOP was not found in the old file")
    person: dict[str, Value] = {"nama": taking.needed((*loc, "nama"), said.get("identitas.pengesah.nama"), missing)}
    if rank := taking.text((*loc, "pangkat"), said.get("identitas.pengesah.pangkat")):
        person["pangkat"] = rank
    found = said.get("identitas.pengesah.nrp")
    written = taking.text((*loc, "nrp"), found)
    number = re.sub(r"[\s-]", "", re.sub(r"^\W*(?:NRP|NIP)\W*", "", written, flags=re.IGNORECASE))
    if not PERSON.fullmatch(number):
        if found and not found.doubt and written.strip(" ._-\u2026"):
            taking.note((*loc, "nrp"), say('"{text}" is neither an NRP nor a NIP', text=written), found.spot)
        elif found is None:
            # Where the file shows none, the place holder says so to `sopgen check`.
            if any(NUMBERED.search(one.text) for one in old.unplaced):
                taking.note((*loc, "nrp"), say("not found in the old file"))
        elif found.doubt:
            taking.unplaced.append(found)
        number = OPEN
    return {**person, "nrp": number}


def lists_of(old: OldSop, taking: Taking) -> dict[str, Value]:
    """Return the six lists of the official form; one that is missing or empty is noted."""
    made: dict[str, Value] = {}
    for key, usual in STANDARD.items():
        head = old.heads.get(key)
        label = taking.text((key, "judul"), head) or usual
        items = taking.texts((key, "isi"), old.lists.get(key, ()))
        if key not in old.lists:
            taking.note((key,), say("this list was not found in the old file"))
        elif not items and head is None and not any(one.doubt for one in old.lists[key]):
            taking.note((key,), say("this list is empty in the old file"))
        mark = old.marks.get(key, ItemMark.DASH)
        made[key] = {"judul": label, "isi": items, **({} if mark is ItemMark.DASH else {"butir": mark.value})}
    return made


def strays(old: OldSop) -> list[Found]:
    """Return the texts and lists of places that a draft does not have: none is dropped."""
    lists = {*STANDARD, "sampul.judul", "sampul.instansi", "kop"}
    texts = [one for path, one in old.texts.items() if not KNOWN.fullmatch(path)]
    others = [one for key, items in old.lists.items() if key not in lists for one in items]
    return [*texts, *others, *(one for key, one in old.heads.items() if key not in STANDARD)]
