"""From an edition to the draft of the next one: what the old one alone could know is taken out or left open."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from pydantic import TypeAdapter, ValidationError

from sopgen.errors import Loc, SopgenError, WrongUsage, with_fix
from sopgen.files import one_writer, write_file
from sopgen.jobs.edit.reasons import REASONS, Reason, with_reasons
from sopgen.messages import say
from sopgen.model.base import ROMAN_MONTHS, Slug, long_date
from sopgen.model.identity import Identity
from sopgen.model.printed import Printed, printed
from sopgen.model.sop import Sop, Status
from sopgen.read.load import Edition, edited, load_edition
from sopgen.read.overlay.spec import read_spec
from sopgen.read.source import Source
from sopgen.splice.lines import newline
from sopgen.splice.overlay.edits import insert_after, put, remove, rewrite

OPEN: Final = "..."
NEW_DATES: Final = ("tanggal_revisi", "tanggal_efektif")
# Kode Klasifikasi Arsip in a number (HUK.7.1): it says what the letter is about and stays.
ARCHIVE_CODE: Final = re.compile(r"[A-Z]+\.[\d.]+")
PART: Final = re.compile(r"[^/\s](?:[^/]*[^/\s])?")
YEAR: Final = re.compile(r"(?:19|20)\d{2}")


def begun(spec: Path, name: str, out: Path | None = None) -> Path:
    """Write the draft of a spec's next edition and return its file; of two runs at once one is refused.

    Raises what `begin` raises.
    """
    path, _ = begin(spec, name, out)  # what is wrong is told before anything is locked
    with one_writer(path):
        _, content = begin(spec, name, out)
        write_file(path, content)
    return path


def begin(spec: Path, name: str, out: Path | None = None) -> tuple[Path, bytes]:
    """Return the file and the bytes of the draft of a spec's next edition.

    Raises WrongUsage where the name can not be an edition's, SopgenError where it or the file is taken.
    """
    if not is_edition_name(name):
        what = say('"{name}" can not name an edition', name=name)
        fix = say("letters, digits, - and _ only; not a name that Windows keeps for itself, such as CON")
        raise WrongUsage(with_fix(what, fix))
    old = load_edition(spec)
    path = out or draft_path(spec, name)
    refuse_taken(old, name, path)
    return path, next_edition(old, name).text.encode()


def is_edition_name(name: str) -> bool:
    """Tell whether an edition can have this name: it becomes part of a file's name."""
    try:
        TypeAdapter(Slug).validate_python(name)
    except ValidationError:
        return False
    return True


def draft_path(spec: Path, edition: str) -> Path:
    """Return where the draft of an edition stands: beside the edition it is made from."""
    return spec.parent / f"{edition}-draf.yaml"


def refuse_taken(old: Edition, name: str, out: Path) -> None:
    """Raise SopgenError where the draft's file exists, or an edition of that name beside it or the old one."""
    if out.exists():
        raise SopgenError(say("{path} exists already. fix: name another file with --out", path=out.as_posix()))
    beside = {path for folder in (old.path.parent, out.parent) for path in folder.glob("*.yaml")}
    for path in sorted(beside):
        data = read_spec(path).data
        named = (data.get("id"), data.get("edisi")) if isinstance(data, dict) else ()
        if [str(part).casefold() for part in named] == [old.sop.id.casefold(), name.casefold()]:
            fix, file = say("choose another name with --edition"), path.as_posix()
            raise SopgenError(
                say('edition "{name}" exists already: {path}. fix: {fix}', name=name, path=file, fix=fix)
            )


def next_edition(old: Edition, name: str) -> Source:
    """Return the draft of the next edition, as it is read; raise SpecError where it can not be read."""
    source = _named(old.sop_source, name)
    source = _opened(source, old.sop.identitas, name)
    renamed = _renamed(source, old)
    for loc, text in renamed.items():
        source = rewrite(source, loc, text)
    wordings = list(_wordings(source.data, ()))
    for loc in wordings:
        source = remove(source, loc)
    reasons = [
        *_reasons(revision(old.sop.identitas) + 1, name),
        *_standard(old.sop, wordings),
        *_named_anew(renamed, old),
    ]
    before, now = old.sop_source.data, source.data
    source = with_reasons(source, [one for one in reasons if _at(before, one.loc) != _at(now, one.loc)])
    return edited(old, _headed(source, old.sop.edisi, name)).sop_source


def _named(source: Source, name: str) -> Source:
    """Give the draft its name and status; what only the old edition could say of itself goes."""
    keys = set(_at(source.data, ()))
    source = rewrite(source, ("edisi",), name)
    if "status" in keys:
        source = rewrite(source, ("status",), Status.DRAFT.value)
    else:
        source = insert_after(source, ("edisi",), "status", Status.DRAFT.value)
    for key in sorted({"sebagaimana_terbit", REASONS} & keys):
        source = remove(source, (key,))
    return rewrite(source, ("sampul", "tahun"), name) if "sampul" in keys and YEAR.fullmatch(name) else source


def _renamed(source: Source, old: Edition) -> dict[Loc, str]:
    """Return the texts that name the unit by a name that it bears no more; then its official is open, too."""
    unit, changed = old.unit, {}
    for one in printed(old.sop):
        now = unit.named_on(one.text, None) if one.kind is Printed.WORDS and not one.is_key else one.text
        if now != one.text and isinstance(_text_at(source, one.loc), str):
            changed[one.loc] = unit.named_on(str(_text_at(source, one.loc)), None)
    head: Loc = ("identitas", "pengesah")
    return {**changed, **{(*head, key): OPEN for key in ("nama", "pangkat", "nrp") if changed}}


def _text_at(source: Source, loc: Loc) -> object:
    try:
        return _at(source.data, loc)
    except (LookupError, TypeError):
        return None


def _named_anew(renamed: Mapping[Loc, str], old: Edition) -> Iterator[Reason]:
    """Yield why the unit is named otherwise, with the day and the source of its name."""
    for loc, text in renamed.items():
        if loc[:2] == ("identitas", "pengesah"):
            yield Reason(loc, "Ditetapkan saat edisi baru disahkan; satuan berganti nama.")
            continue
        names = [
            one for one in old.unit.berganti_nama if re.search(rf"(?<!\w){re.escape(one.kini)}", text, re.IGNORECASE)
        ]
        why = "; ".join(f"{one.kini} sejak {long_date(one.sejak)} ({one.sumber})" for one in names)
        yield Reason(loc, f"Nama satuan: {why}.", text)


def _opened(source: Source, old: Identity, name: str) -> Source:
    """Raise the revision number; leave open what only the new edition's approval can tell.

    The day it was first made stays (Permenpan RB 35/2012, annex, identity items 3 to 5: made, revised, effective).
    """
    for date in (one for one in NEW_DATES if one in _at(source.data, ("identitas",))):
        source = put(source, ("identitas", date, "nilai"), None)
        if "tertulis" in _at(source.data, ("identitas", date)):
            source = remove(source, ("identitas", date, "tertulis"))
    number = revision(old) + 1
    if old.nomor_revisi is None:
        before = "tanggal_revisi" if "tanggal_revisi" in _at(source.data, ("identitas",)) else "nomor_sop"
        source = insert_after(source, ("identitas", before), "nomor_revisi", number)
    else:
        source = put(source, ("identitas", "nomor_revisi"), number)
    source = _unsigned(source, name)
    return rewrite(source, ("identitas", "nomor_sop", "nilai"), open_number(old.nomor_sop.nilai, name))


def _unsigned(source: Source, name: str) -> Source:
    """Take out when the old edition was made, examined, approved and decreed: nobody has signed the new one."""
    spec, identity = _at(source.data, ()), _at(source.data, ("identitas",))
    signed: list[Loc] = [("identitas", "kendali", n, "tanggal") for n, _ in enumerate(identity.get("kendali") or ())]
    signed += [("identitas", "tanggal_pengesahan"), ("keputusan", "tanggal")]
    for loc in (one for one in signed if _text_at(source, one) is not None):
        source = put(source, loc, None)
    if "keputusan" not in spec:
        return source
    return rewrite(source, ("keputusan", "nomor"), open_number(spec["keputusan"]["nomor"], name))


def revision(identity: Identity) -> int:
    """Return an edition's revision number; older heads print it in place of the date (TGL REVISI: 01)."""
    if identity.nomor_revisi is not None:
        return identity.nomor_revisi
    printed = identity.tanggal_revisi.tertulis or ""
    return int(printed) if re.fullmatch("[0-9]{1,4}", printed) and identity.tanggal_revisi.nilai is None else 0


def open_number(number: str, edition: str) -> str:
    """Return an SOP's number with room for what the next edition's approval gives: running number and month."""
    return PART.sub(lambda part: _open_part(part[0], edition), number)


def _open_part(word: str, edition: str) -> str:
    if YEAR.fullmatch(word):
        return edition if YEAR.fullmatch(edition) else OPEN
    if word in ROMAN_MONTHS:
        return OPEN
    return word if ARCHIVE_CODE.fullmatch(word) else re.sub("[0-9]+", OPEN, word)


def _reasons(number: int, name: str) -> Iterator[Reason]:
    """Yield why each place may be other than in the old edition (Indonesian, as the matrix of changes is).

    What is still to be filled in, or named otherwise, has its reason whatever it will be.
    """
    yield Reason(("edisi",), "Edisi baru.")
    yield Reason(("sampul", "tahun"), "Edisi baru.")
    for key in ("nomor_sop", *NEW_DATES):
        yield Reason(("identitas", key), f"Ditetapkan saat edisi {name} disahkan.")
    for loc in (("identitas", "kendali"), ("identitas", "tanggal_pengesahan"), ("keputusan",)):
        yield Reason(loc, f"Ditetapkan saat edisi {name} disahkan.")
    yield Reason(("identitas", "nomor_revisi"), f"Revisi ke-{number}.", str(number))


def _standard(old: Sop, wordings: Sequence[Loc]) -> Iterator[Reason]:
    """Yield why values are printed otherwise, each for its standard form."""
    for *loc, _ in wordings:
        record: Any = old
        for part in loc:
            record = record[part] if isinstance(part, int) else getattr(record, part)
        printed = record.model_copy(update={"tertulis": None}).printed
        yield Reason(tuple(loc), "Ditulis dalam bentuk baku.", printed)


def _at(data: Any, loc: Loc) -> Any:
    """Return what stands at a place, None where there is nothing: an SOP may have no cover."""
    for part in loc:
        if data is None:
            return None
        data = data.get(part) if isinstance(data, dict) else data[part]
    return data


def _wordings(data: Any, loc: Loc) -> Iterator[Loc]:
    """Yield the wordings of the issued document that stand beside the value they print."""
    if isinstance(data, dict):
        if data.get("nilai") is not None and "tertulis" in data:
            yield (*loc, "tertulis")
        for key, value in data.items():
            yield from _wordings(value, (*loc, key))
    elif isinstance(data, list):
        for number, value in enumerate(data):
            yield from _wordings(value, (*loc, number))


def _headed(source: Source, old: str, name: str) -> str:
    """Return the text; in its head, a comment that speaks of the old edition gives way to one on the draft."""
    start = source.root.start_mark.index
    lines = source.text[:start].splitlines(keepends=True)
    speaks = [n for n, line in enumerate(lines) if re.search(rf"\bedisi {re.escape(old)}\b", line, re.IGNORECASE)]
    kept = [line for n, line in enumerate(lines) if n not in speaks]
    place = speaks[0] if speaks else sum("$schema=" in line for line in kept[:1])
    said = (
        f"# Draf edisi {name}, dibuat dari edisi {old} oleh `sopgen revise`. "
        f"Yang masih harus diisi atau diputuskan disebut oleh `sopgen check`.{newline(source.text)}"
    )
    return "".join([*kept[:place], said, *kept[place:]]) + source.text[start:]
