"""A rule over what stands in the place of a text that is still to be written."""

import re
from collections.abc import Iterator
from typing import Final

from sopgen.lint.registry import Finding, Subject, rule
from sopgen.lint.texts import texts
from sopgen.messages import say

# `[ISI NAMA]`, `<nama petugas>`, `TODO`, `xxx`, `lorem ipsum`, dots or dashes alone, three question marks.
FILLER: Final = (
    re.compile(
        r"\[\s*(?:isi|diisi|nama|nomor|tanggal|jabatan|pangkat|nrp|nip|lengkapi|ganti|tulis|\.{2,}|_{2,})\b[^\]]*\]",
        re.I,
    ),
    re.compile(r"\b(?:TODO|TBD|FIXME|XXX+)\b"),
    re.compile(r"\b(?:lorem ipsum|diisi kemudian|isi di sini|akan diisi)\b", re.I),
    re.compile(r"^[\s.\u2026_?xX-]*(?:\.{2,}|\u2026|_{2,}|\?{2,}|-{2,})[\s.\u2026_?xX-]*$"),
)


@rule(
    "LG07",
    "error",
    source="Permenpan RB 35/2012, annex: every part of the form is filled",
    sure="own",
    stops="approval",
)
def no_text_is_still_to_be_written(subject: Subject) -> Iterator[Finding]:
    """No text says that it is still to be written.

    A place holder is seen while one writes, and overlooked once the document is signed. A draft may have it, an
    edition that is approved may not. A part that stays empty is left empty: `null`, or no item.

    Wrong:
        nama: "[ISI NAMA PEJABAT]"
    Right:
        nama: PERSONEL CONTOH 1
    """
    for one in texts(subject):
        found = next((match[0] for pattern in FILLER if (match := pattern.search(one.text))), None)
        if found:
            what = say('"{text}" is a place holder', text=found.strip())
            yield one.finding(what, say("write what belongs here, or leave the part out"))
