"""Rules over the level of the unit: a Polres is no Polresta, wherever it is named."""

import re
from collections.abc import Iterator
from typing import Final

from sopgen.lint.registry import Finding, Subject, rule
from sopgen.lint.texts import texts
from sopgen.messages import say
from sopgen.model.printed import Printed

OFFICE: Final = re.compile(r"\bpol(?P<level>restabes|resta|res)\s+(?P<name>[\w .'-]+)", re.IGNORECASE)
_NAMED: Final = re.compile(
    r"\b(?P<head>(?i:ka))?(?i:pol)(?P<level>(?i:restabes|resta|res))\b(?P<name>(?: [A-Z][\w'-]*)*)"
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
        if own is None or one.in_unit or one.at.loc[0] in ("identitas", "alasan_perubahan", "sampul"):
            continue
        for found in _NAMED.finditer(one.text):
            name = found["name"].strip().casefold()
            is_own = name.startswith(own["name"].strip().casefold()) or (found["head"] and not name)
            if is_own and found["level"].casefold() != own["level"].casefold():
                right = f"{found['head'] or ''}Pol{own['level'].lower()}".replace("aPol", "apol")
                what = say('"{text}", but the unit is a {level}', text=found[0], level=f"Pol{own['level'].lower()}")
                yield one.finding(what, say('write "{right}"', right=right))
