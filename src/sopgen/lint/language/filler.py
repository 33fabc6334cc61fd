"""A rule over what stands in the place of a text that is still to be written."""

import re
from collections.abc import Iterator
from typing import Final

from sopgen.lint.registry import Finding, Loc, Subject, rule
from sopgen.lint.texts import texts
from sopgen.messages import say

# `[ISI NAMA]`, `<nama petugas>`, `TODO`, `xxx`, `lorem ipsum`, dots or dashes alone, three question marks.
FILLER: Final = (
    re.compile(
        r"\[\s*(?:isi|diisi|nama|nomor|tanggal|jabatan|pangkat|nrp|nip|lengkapi|ganti|tulis|\.{2,}|_{2,})\b[^\]]*\]",
        re.I,
    ),
    re.compile(r"\(\s*(?:isi|diisi|lengkapi|sebutkan|tuliskan)\s[^()]*\)", re.I),
    re.compile(r"\b(?:TODO|TBD|FIXME|XXX+)\b|^\s*[xX]{2,}\s*$"),
    re.compile(
        r"\b(?:lorem ipsum|diisi kemudian|isi di sini"
        r"|akan diisi|nanti diisi|diisi nanti|belum diisi|isi nanti|menyusul diisi)\b",
        re.I,
    ),
    re.compile(r"^[\s.\u2026_?xX-]*(?:\.{2,}|\u2026|_{2,}|\?{2,}|-{2,})[\s.\u2026_?xX-]*$"),
)
# What stands in the place of a text, and says nothing: `-`, `idem`, `s.d.a.`, `n/a`.
_NOTHING: Final = re.compile(
    r"\s*(?:[-\u2013\u2014_.]|idem|sda|s\.d\.a\.?|n/a|kosong|ada|belum ada|tidak ada|nihil)\s*", re.I
)
# Where nothing may be said by a dash: no remark, no date yet.
_MAY_BE_NONE: Final = frozenset({"keterangan", "tertulis", "label", "ket", "alamat", "telepon"})


def only_fills(text: str) -> bool:
    """Tell a text that only fills its place: a dash, idem."""
    return bool(_NOTHING.fullmatch(text))


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
    edition that is approved may not. A part that stays empty is left empty: `null`, or no item. A dash or idem in a
    list says nothing either; a remark (keterangan) may be one.

    Wrong:
        nama: "[ISI NAMA PEJABAT]"
    Right:
        nama: PERSONEL CONTOH 1
    """
    for one in texts(subject):
        found = next((match[0] for pattern in FILLER if (match := pattern.search(one.text))), None)
        if found is None and _fills_an_item(one.at.loc) and only_fills(one.text):
            found = one.text
        if found and not _is_told_by_standard(one.at.loc, one.text):
            what = say('"{text}" is a place holder', text=found.strip())
            yield one.finding(what, say("write what belongs here, or leave the part out"))


def _fills_an_item(loc: Loc) -> bool:
    """Tell an item of a list, or the words of a step: there nothing may not be said."""
    return not _MAY_BE_NONE & set(loc) and (isinstance(loc[-1], int) or loc[-1] == "uraian")


def _is_told_by_standard(loc: Loc, text: str) -> bool:
    """Tell what FL06 names: a quality standard of which a part only fills its place."""
    return "mutu_baku" in loc and only_fills(text)
