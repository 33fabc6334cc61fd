"""WHAT the posts of Polri are called, in full and in short: a signature has the full form, a letter's text the short.

What is not known stays as it is typed.
"""

import re
from typing import Final

# Perpol 2/2021 for the posts of a Polres and Polsek; full forms as the signatures of letters in use have them.
HEADS: Final = (
    ("KAPOLRESTABES", "KEPALA KEPOLISIAN RESOR KOTA BESAR"),
    ("KAPOLRESTA", "KEPALA KEPOLISIAN RESOR KOTA"),
    ("KAPOLRES", "KEPALA KEPOLISIAN RESOR"),
    ("KAPOLSEK", "KEPALA KEPOLISIAN SEKTOR"),
    ("KAPOLDA", "KEPALA KEPOLISIAN DAERAH"),
)
OFFICES: Final = {
    "KASAT": "KEPALA SATUAN",
    "KABAG": "KEPALA BAGIAN",
    "KASI": "KEPALA SEKSI",
    "KANIT": "KEPALA UNIT",
    "KAUR": "KEPALA URUSAN",
}
FIELDS: Final = {
    "BINMAS": "PEMBINAAN MASYARAKAT",
    "OPS": "OPERASI",
    "REN": "PERENCANAAN",
    "SDM": "SUMBER DAYA MANUSIA",
    "LOG": "LOGISTIK",
    "INTELKAM": "INTELIJEN KEAMANAN",
    "RESKRIM": "RESERSE KRIMINAL",
    "RESNARKOBA": "RESERSE NARKOBA",
    "SAMAPTA": "SAMAPTA",
    "LANTAS": "LALU LINTAS",
    "POLAIRUD": "KEPOLISIAN PERAIRAN DAN UDARA",
    "UM": "UMUM",
    "KUM": "HUKUM",
    "KEU": "KEUANGAN",
    "PROPAM": "PROFESI DAN PENGAMANAN",
    "HUMAS": "HUBUNGAN MASYARAKAT",
    "BINOPSNAL": "PEMBINAAN OPERASIONAL",
    "BINOPS": "PEMBINAAN OPERASIONAL",
}
OFFICE: Final = re.compile(rf"(?P<office>{'|'.join(OFFICES)}) ?(?P<field>{'|'.join(FIELDS)})")
HEAD: Final = re.compile(rf"(?P<deputy>WA)?(?P<head>{'|'.join(short for short, _ in HEADS)})(?P<place> .+)?")


def full_post(text: str) -> str:
    """Return a post in full: `KEPALA SATUAN PEMBINAAN MASYARAKAT` for `KASAT BINMAS`."""
    words = " ".join(text.upper().split())
    if found := OFFICE.fullmatch(words):
        return f"{OFFICES[found['office']]} {FIELDS[found['field']]}"
    if found := HEAD.fullmatch(words):
        head = f"{dict(HEADS)[found['head']]}{found['place'] or ''}"
        return f"WAKIL {head}" if found["deputy"] else head
    return text


def short_post(text: str) -> str:
    """Return the post of a head in short: `KAPOLRES GORONTALO KOTA` for `KEPALA KEPOLISIAN RESOR GORONTALO KOTA`."""
    words = " ".join(text.upper().split())
    known = ((short, full) for short, full in HEADS if words == full or words.startswith(f"{full} "))
    return next((f"{short}{words.removeprefix(full)}" for short, full in known), text)
