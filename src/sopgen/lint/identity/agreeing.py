"""Rules over facts that stand in several places and must agree: title, unit, telephone, official, letters."""

import difflib
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final, NamedTuple

from sopgen.lint.bearing import office_in
from sopgen.lint.language.filler import FILLER
from sopgen.lint.registry import Finding, Loc, Subject, rule
from sopgen.messages import say
from sopgen.model.people.post import full_post
from sopgen.model.sop import Sop
from sopgen.model.unit import PREFIXES, TITLES, LetterKind, Unit

LEAST_OF_WORD: Final = 5  # letters; a shorter word may be an abbreviation
MOST_OF_SHORT: Final = 12  # letters of a short name; a longer one is a title
# So many digits in a line of the cover are a telephone's.
PHONE_DIGITS: Final = 6
PHONE: Final = re.compile(r"^\s*(?:tlp|telp|telepon|telephone|hp|fax)\b", re.IGNORECASE)
STREET: Final = re.compile(r"^\s*(?:jl|jln|jalan)\b", re.IGNORECASE)
SMALL: Final = frozenset({"dan", "di", "ke", "dari", "yang", "untuk", "oleh"})
KIND: Final = ("standaroperasionalprosedur", "standarproseduroperasional", "sop", "spo")


# At which level of the police somebody is the chief.
_LEVEL: Final = re.compile(r"^KEPALA KEPOLISIAN (DAERAH|RESOR|SEKTOR)\b")
_TOWN: Final = re.compile(r"\s*(?:KOTA|KABUPATEN|KAB\.)\s+[A-Z]")


class _Differs(NamedTuple):
    """A text and its place in the SOP; the other place of the same fact, and what stands there."""

    loc: Loc
    text: str
    place: str
    other: str


@rule(
    "ID14",
    "warning",
    source="sopgen: each fact stands once, so that it can not be changed in one place only",
    sure="own",
)
def facts_agree(subject: Subject) -> Iterator[Finding]:
    """Title, unit, address, telephone and official of an SOP are those of its other places and of satuan.yaml.

    The title stands on the cover, in the identity part and in `judul`; the unit and its head stand in satuan.yaml
    too, which its letters are printed from. Where one was changed and another forgotten, two documents of one unit
    contradict each other. An edition as issued (`sebagaimana_terbit`) keeps what it says, and
    an example has officials of its own.

    Wrong:
        satuan_kerja: SATBINMAS POLRESTA GORONTALO KOTA   # satuan.yaml: nama: SATBINMAS POLRES GORONTALO KOTA
    Right:
        satuan_kerja: SATBINMAS POLRES GORONTALO KOTA
    """
    sop, unit = subject.sop, subject.unit
    if sop.sebagaimana_terbit:
        return
    for one in (*_titles(sop), *_unit(sop, unit), *(() if sop.contoh else _official(sop, unit))):
        if not any(pattern.search(one.text) for pattern in FILLER):
            what = say('"{text}" differs from {place}: "{other}"', text=one.text, place=one.place, other=one.other)
            yield Finding(one.loc, what, say("make both the same"))


@rule(
    "TO08",
    "info",
    source="letters in use at Polres level: Sprin for SURAT PERINTAH, Sp.Gas for SURAT PERINTAH TUGAS",
    sure="B",
)
def the_prefix_is_that_of_the_title(subject: Subject) -> Iterator[Finding]:
    """The number of a task order begins with the prefix of its title.

    The title may be SURAT PERINTAH or SURAT PERINTAH TUGAS; `{awalan}` in the pattern prints the prefix that belongs
    to it, so that both are changed together. A SURAT TUGAS is the letter of other offices (`bentuk: surat-tugas`).

    Wrong:
        surat_perintah: {judul: SURAT PERINTAH TUGAS, nomor: "Sprin/{urut}/{bulan_romawi}/{kka}/{tahun}"}
    Right:
        surat_perintah: {judul: SURAT PERINTAH TUGAS, nomor: "{awalan}/{urut}/{bulan_romawi}/{kka}/{tahun}"}
    """
    settings = subject.unit.surat_perintah
    if settings.bentuk is LetterKind.ASSIGNMENT and settings.title.upper().startswith(TITLES[LetterKind.ORDER]):
        what = say("{title} is the title of another letter than `bentuk` says", title=settings.title)
        yield Finding(("surat_perintah", "judul"), what, say("correct one of the two"), in_unit=True)
    begins = settings.nomor.split("/")[0].strip()
    wanted = PREFIXES.get(settings.title.upper())
    own = settings.awalan or ""
    if wanted and own in PREFIXES.values() and own != wanted:
        what = say("{title} is numbered {prefix}, the prefix of another letter", title=settings.title, prefix=own)
        fix = say("write {wanted}, or the other title", wanted=wanted)
        yield Finding(("surat_perintah", "awalan"), what, fix, in_unit=True)
    if wanted and begins in PREFIXES.values() and begins != wanted:
        what = say("{title} is numbered {prefix}, the prefix of another letter", title=settings.title, prefix=begins)
        fix = say("write {wanted}, or the other title", wanted="{awalan}")
        yield Finding(("surat_perintah", "nomor"), what, fix, in_unit=True)


@rule("TO09", "info", source="Perkap 1/2023, annex, heads of signatures: the post in full", sure="B")
def posts_are_written_in_full(subject: Subject) -> Iterator[Finding]:
    """The post of who signs stands in full: KEPALA SATUAN PEMBINAAN MASYARAKAT, not KASAT BINMAS.

    Letters print the full form of the posts that are known. One that is not known is printed as it is written.

    Wrong:
        penandatangan: {jabatan: KASAT BINMAS, atas_nama: KEPALA KEPOLISIAN RESOR CONTOH}
    Right:
        penandatangan: {jabatan: KEPALA SATUAN PEMBINAAN MASYARAKAT, atas_nama: KEPALA KEPOLISIAN RESOR CONTOH}
    """
    unit = subject.unit
    officials = ((("pejabat", n), one) for n, one in enumerate(unit.pejabat))
    for loc, one in ((("penandatangan",), unit.penandatangan), *officials):
        if one.post != one.jabatan:
            what = say('"{post}" is a short form, letters print it in full', post=one.jabatan)
            yield Finding((*loc, "jabatan"), what, say('write "{post}"', post=one.post), in_unit=True)


@rule("TO10", "warning", source="sopgen: a report is countersigned by an official that satuan.yaml names", sure="own")
def the_official_of_reports_is_known(subject: Subject) -> Iterator[Finding]:
    """`formulir: mengetahui` is the id of an official under `pejabat`, and `jabatan_mengetahui` his post.

    Reports print his post, name and rank. An id that is not known leaves them to be written by hand; another post, or
    the head of another section than the unit's own, countersigns what he does not answer for.

    Wrong:
        formulir: {mengetahui: kasat_binmas}   # pejabat: [{id: kasat, ...}]
    Right:
        formulir: {mengetahui: kasat}
    """
    named, known = subject.unit.formulir.mengetahui, [one.id for one in subject.unit.pejabat]
    if named and named not in known:
        what, fix = say('"{name}" is not known', name=named), say("known: {known}", known=", ".join(known) or "-")
        yield Finding(("formulir", "mengetahui"), what, fix, in_unit=True)
    written = subject.unit.formulir.jabatan_mengetahui
    right = next((one.post for one in subject.unit.pejabat if one.id == named), "")
    section = re.match(r"SAT ?(\w{3,}) POL", subject.unit.nama, re.IGNORECASE)
    if written and not right and section and re.match(r"KASAT ?\w+|KEPALA SATUAN", written, re.IGNORECASE):
        right = full_post(f"KASAT {section[1]}")
    if written and right and not _begins_alike(full_post(written), right):
        what = say('"{written}" is not the post of who countersigns: {post}', written=written, post=right)
        yield Finding(("formulir", "jabatan_mengetahui"), what, say("correct one of the two"), in_unit=True)


def _begins_alike(one: str, other: str) -> bool:
    keys = [_key(text) for text in (one, other)]
    return keys[0].startswith(keys[1]) or keys[1].startswith(keys[0])


def _titles(sop: Sop) -> Iterator[_Differs]:
    short = _key(sop.identitas.nama_singkat)
    aside = re.search(r"\(([A-Z]{3,8})\)", sop.judul)
    if aside and re.fullmatch(r"[A-Z]{3,8}", sop.identitas.nama_singkat) and _is_slip(short, _key(aside[1])):
        yield _Differs(("identitas", "nama_singkat"), sop.identitas.nama_singkat, "judul", aside[1])
    words = re.findall(r"[a-z]{3,}", sop.identitas.nama_singkat.casefold())
    missing = [word for word in words if word not in sop.judul.casefold()]
    if len(words) > 1 and len(missing) == 1 and len(missing[0]) > LEAST_OF_WORD:
        yield _Differs(("identitas", "nama_singkat"), sop.identitas.nama_singkat, "judul", sop.judul)
    cover = " ".join(sop.sampul.judul) if sop.sampul else ""
    for loc, text in (
        (("identitas", "nama_sop", "nilai"), sop.identitas.nama_sop.nilai),
        (("sampul", "judul"), cover),
    ):
        if _key(text) and not _same_title(text, sop.judul, short):
            yield _Differs(loc, text, "judul", sop.judul)


def _is_slip(one: str, other: str) -> bool:
    """Tell two abbreviations of which one was meant to be the other."""
    return one != other and difflib.SequenceMatcher(None, one, other).ratio() >= 0.6


def _same_title(one: str, title: str, short: str) -> bool:
    """Tell whether two titles are one, which may leave its short name out or spell an abbreviation out."""
    if _key(one) == short and len(short) <= MOST_OF_SHORT:
        return True
    keys = [
        _key(text).replace(short, "") for text in (one, title, _abbreviated(one, title), _abbreviated(title, one))
    ]
    return keys[0] in (keys[1], keys[3]) or keys[2] == keys[1]


def _abbreviated(text: str, other: str) -> str:
    """Return a text with the words in short that the other one has as an abbreviation: FKPM."""
    words = text.split()
    for known in re.findall(r"\b[A-Z]{3,8}\b", other):
        words = _in_short(words, known)
    return " ".join(words)


def _in_short(words: list[str], known: str) -> list[str]:
    """Return words with the abbreviation in the place of those that it stands for, where they are among them."""
    runs = ((first, last) for first in range(len(words)) for last in range(first + 2, len(words) + 1))
    for first, last in runs:
        run = [word for word in words[first:last] if word.lower() not in SMALL]
        if words[first] in run and "".join(word[0].upper() for word in run) == known:
            return [*words[:first], known, *words[last:]]
    return words


def _unit(sop: Sop, unit: Unit) -> Iterator[_Differs]:
    said = sop.identitas.satuan_kerja
    if _key(said) != _key(unit.nama):
        yield _Differs(("identitas", "satuan_kerja"), said, "satuan.yaml (nama)", unit.nama)
    lines = sop.sampul.instansi if sop.sampul else ()
    for n, line in enumerate(lines):
        loc = ("sampul", "instansi", n)
        if PHONE.match(line) and len(_digits(line)) >= PHONE_DIGITS and _digits(line) != _digits(unit.telepon):
            yield _Differs(loc, line, "satuan.yaml (telepon)", unit.telepon)
        if _TOWN.match(line) and not _is_town(line, unit.kota):
            yield _Differs(loc, line, "satuan.yaml (kota)", unit.kota)
        if STREET.match(line) and _key(line) != _key(unit.alamat):
            yield _Differs(loc, line, "satuan.yaml (alamat)", unit.alamat)
    if lines and not _names(unit, lines):
        yield _Differs(("sampul", "instansi", 0), lines[0], "satuan.yaml (nama)", unit.nama)


def _names(unit: Unit, lines: tuple[str, ...]) -> bool:
    """Tell lines that name the unit; its region may stand in the next one."""
    keys = [*map(_key, lines), *(_key(one + other) for one, other in pairwise(lines))]
    return _key(unit.nama) in keys


def _is_town(line: str, town: str) -> bool:
    words = [set(re.findall(r"[a-z]+", re.sub(r"\bkab\b", "kabupaten", text.casefold()))) for text in (line, town)]
    return words[0] <= words[1] or words[1] <= words[0]


def _official(sop: Sop, unit: Unit) -> Iterator[_Differs]:
    said, signs = sop.identitas.pengesah, unit.penandatangan
    for name in ("nama", "pangkat", "nrp"):
        one, other = getattr(said, name), getattr(signs, name)
        if not signs.atas_nama and _key(one) and _key(one) != _key(other):
            yield _Differs(("identitas", "pengesah", name), one, f"satuan.yaml (penandatangan.{name})", other)
    yield from _post(sop, unit)
    known = {_key(one.nama): one for one in (*unit.pejabat, signs)}
    for n, signer in enumerate(sop.identitas.kendali):
        person = known.get(_key(signer.nama))
        for name in ("pangkat", "nrp") if person else ():
            one, other = getattr(signer, name) or "", getattr(person, name)
            if one and _key(one) != _key(other):
                yield _Differs(("identitas", "kendali", n, name), one, f"satuan.yaml ({name})", other)


def _post(sop: Sop, unit: Unit) -> Iterator[_Differs]:
    """Yield the post of the approver where it is that of another office, or of another level of the police."""
    said, signs = sop.identitas, unit.penandatangan
    post, chief = full_post(said.disahkan_oleh.nilai), full_post(signs.chief)
    differs = _Differs(
        ("identitas", "disahkan_oleh", "nilai"),
        said.disahkan_oleh.nilai,
        "satuan.yaml (penandatangan.jabatan)",
        chief,
    )
    heads = office_in(post), office_in(chief)
    if heads[0] and heads[1] and heads[0].family == heads[1].family:
        sets = set(heads[0].words), set(heads[1].words)
        if not (sets[0] <= sets[1] or sets[1] <= sets[0]):
            yield differs
    levels = {found[1] for text in (post, chief) if (found := _LEVEL.search(text.upper()))}
    if len(levels) > 1 and _key(said.pengesah.nama) == _key(signs.nama):
        yield differs


def _key(text: str) -> str:
    """Return a text by its letters and digits, without the word SOP or SPO before a title."""
    key = re.sub(r"[\W_]+", "", text.casefold())
    return next((key.removeprefix(kind) for kind in KIND if key.startswith(kind)), key)


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)
