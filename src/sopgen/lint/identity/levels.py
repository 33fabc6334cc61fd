"""Rules over the level of the unit: a Polres is no Polresta, wherever it is named."""

import re
from collections.abc import Iterator
from typing import Final

from sopgen.lint.bearing import police_in
from sopgen.lint.registry import Finding, Subject, rule
from sopgen.lint.texts import texts
from sopgen.messages import say
from sopgen.model.printed import Printed

OFFICE: Final = re.compile(r"\bpol(?P<level>restabes|resta|res)\s+(?P<name>[\w .'-]+)", re.IGNORECASE)
_NAMED: Final = re.compile(
    r"\b(?P<head>(?i:wa)?(?i:ka))?(?i:pol)(?P<level>(?i:restabes|resta|res))\b(?P<name>(?: [A-Z][\w'-]*)*)"
)


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
        if own is None or one.at.loc[0] in (
            "identitas",
            "alasan_perubahan",
            "sampul",
            "nama",
            "kop",
            "berganti_nama",
        ):
            continue
        for found in _NAMED.finditer(one.text):
            name = found["name"].strip().casefold()
            is_own = name.startswith(own["name"].strip().casefold()) or (found["head"] and not name)
            if is_own and found["level"].casefold() != own["level"].casefold():
                right = f"{found['head'] or ''}Pol{own['level'].lower()}".replace("aPol", "apol")
                what = say('"{text}", but the unit is a {level}', text=found[0], level=f"Pol{own['level'].lower()}")
                yield one.finding(what, say('write "{right}"', right=right))


_LEADS: Final = re.compile(
    r"\b(?:berlaku (?:bagi|di|pada|untuk)|di lingkungan|wilayah hukum|lingkup)\b", re.IGNORECASE
)


@rule("ID69", "warning", source="sopgen: an SOP is that of its own unit", sure="own")
def the_scope_is_the_unit(subject: Subject) -> Iterator[Finding]:
    """Where the SOP says for whom it holds, it names its own unit.

    Another Polsek after berlaku bagi or di lingkungan was taken over with the text of that unit.

    Wrong:
        - Prosedur ini berlaku bagi Unit Samapta Polsek Lain   # satuan_kerja: POLSEK CONTOH
    Right:
        - Prosedur ini berlaku bagi Unit Samapta Polsek Contoh
    """
    own = {one.family: one for one in police_in(subject.sop.identitas.satuan_kerja)}
    for one in texts(subject, {Printed.WORDS}):
        if one.in_unit or not _LEADS.search(one.text):
            continue
        for named in police_in(one.text):
            known = own.get(named.family)
            if known and not set(known.words) <= set(named.words):
                what = say("it holds for {unit}, the SOP says", unit=" ".join(named.words))
                yield one.finding(
                    what, say("name the unit whose SOP it is: {unit}", unit=subject.sop.identitas.satuan_kerja)
                )
