"""Rules over the level of the unit: a Polres is no Polresta, wherever it is named."""

import re
from collections.abc import Iterator
from typing import Final

from sopgen.lint.registry import Finding, Loc, Subject, rule
from sopgen.lint.texts import texts
from sopgen.messages import closest, say
from sopgen.model.printed import Printed
from sopgen.model.unit import Unit

OFFICE: Final = re.compile(r"\bpol(?P<level>restabes|resta|res)\s+(?P<name>[\w .'-]+)", re.IGNORECASE)
_NAMED: Final = re.compile(
    r"\b(?P<head>(?i:ka))?(?i:pol)(?P<level>(?i:restabes|resta|res))\b(?P<name>(?: [A-Z][\w'-]*)*)"
)
_NEARLY: Final = 0.9
_HEAD: Final = re.compile(r"\b(?:KEPALA KEPOLISIAN RESOR|KAPOLRES)", re.IGNORECASE)


@rule("ID52", "warning", source="Perpol 2/2021, levels of a Polres; satuan_kerja of the SOP", sure="B")
def the_unit_is_named_by_its_level(subject: Subject) -> Iterator[Finding]:
    """The texts name the unit by its own level: Polresta where it is one, Polres where it is not.

    What was taken over from another unit, or from the time before the unit rose, names an office that there is not.
    Other units are left alone: looked at are those of the same name, and the head without a name.

    Wrong:
        uraian: Menandatangani surat perintah atas nama Kapolres   # satuan_kerja: SATBINMAS POLRESTA CONTOH
    Right:
        uraian: Menandatangani surat perintah atas nama Kapolresta
    """
    own = OFFICE.search(subject.sop.identitas.satuan_kerja)
    for one in texts(subject, {Printed.WORDS}) if own else ():
        if own is None or one.in_unit or one.at.loc[0] in ("identitas", "alasan_perubahan", "sampul"):
            continue
        for found in _NAMED.finditer(one.text):
            name = found["name"].strip().casefold()
            is_own = name.startswith(own["name"].strip().casefold()) or (found["head"] and not name)
            if is_own and found["level"].casefold() != own["level"].casefold():
                right = f"{found['head'] or ''}Pol{own['level'].lower()}".replace("aPol", "apol")
                what = say('"{text}", but the unit is a {level}', text=found[0], level=f"Pol{own['level'].lower()}")
                yield one.finding(what, say('write "{right}"', right=right))


@rule("ID53", "warning", source="sopgen: the letterhead, the unit and its head name one place", sure="own")
def the_letterhead_names_the_unit(subject: Subject) -> Iterator[Finding]:
    """The letterhead and the head of the unit name the place that the unit names.

    A letter with the kop of another Polres is refused. `nama`, `kop` and the post of who signs are compared.

    Wrong:
        kop: [..., RESOR LAIN]   # nama: SATBINMAS POLRES CONTOH
    Right:
        kop: [..., RESOR CONTOH]
    """
    unit = subject.unit
    own = OFFICE.search(unit.nama)
    if own is None:
        yield from _nearly(unit)
        return
    words = set(re.findall(r"\w+", own["name"].casefold()))
    resor = [n for n, line in enumerate(unit.kop) if re.search(r"\bRESOR", line, re.IGNORECASE)]
    places: list[tuple[Loc, str]] = [(("kop", n), " ".join(unit.kop[n:])) for n in resor[:1]]
    signs = unit.penandatangan
    posts = (("atas_nama", signs.atas_nama or ""), ("jabatan", signs.jabatan))
    places += [(("penandatangan", name), post) for name, post in posts if _HEAD.search(post)]
    for loc, text in places:
        if not words <= set(re.findall(r"\w+", text.casefold())):
            what = say('"{text}" does not name {place}', text=text, place=own["name"].strip())
            yield Finding(loc, what, say("correct one of the two"), in_unit=True)


def _nearly(unit: Unit) -> Iterator[Finding]:
    """Yield a line of the letterhead that is nearly the name of an office, and is another."""
    lines = [" ".join(line.casefold().split()) for line in unit.kop]
    name = " ".join(unit.nama.casefold().split())
    near = [] if name in lines else [n for n, line in enumerate(lines) if closest(line, [name], _NEARLY)]
    for n in near:
        what = say('"{text}" does not name {place}', text=unit.kop[n], place=unit.nama)
        yield Finding(("kop", n), what, say("correct one of the two"), in_unit=True)
