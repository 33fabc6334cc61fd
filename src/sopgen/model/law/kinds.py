"""WHICH kinds of law there are: how each is written, who gives it, where it stands in the legal basis.

The order is that of the annex of Perkap 1/2023. What the annex does not name (Keppres, Perda, rules of other bodies)
may stand anywhere between two bounds.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

KAPOLRI: Final = (
    r"(?:Kapolri|Kepala Kepolisian(?: Negara)?(?: Republik Indonesia| RI)?(?! (?:Daerah|Resor|Wilayah|Sektor|Kota)))"
)
KAPOLDA: Final = r"(?:Kapolda|Kepala Kepolisian Daerah)"
KAPOLRES: Final = (
    r"(?:Kapolres(?:ta(?:bes)?)?|Kepala Kepolisian Resort?(?: Kota Besar| Kota(?= \w+ \w)| Kota(?= \w+$))?)"
)
HEADQUARTERS: Final = (
    r"(?:Kabareskrim|Kabaharkam|Kabaintelkam|Kakor\w+|Kadiv\w+|Kalemdiklat|Irwasum|Kasatfung|As(?:sdm|ops|log|rena)\b"
    r"|Asisten Kapolri|Kepala (?:Badan (?:Reserse|Pemelihara(?:an)?|Intelijen)|Korps|Divisi|Satuan Fungsi))"
)
# Who gives a decree, an instruction or a circular, in the order in which the annex has the signers.
SIGNERS: Final = (r"Presiden", r"Menteri", KAPOLRI, HEADQUARTERS, KAPOLDA, KAPOLRES)
LAST: Final = 16


@dataclass(frozen=True)
class LawKind:
    """A kind of law: its name in full and in short, its place in the order, the ways in which it is written.

    `until`: the last place where it may stand, when the annex names none. `of_issuer`: its name goes on with who
    gave it (Peraturan Menteri Keuangan). `also`: patterns of other ways to write it.
    """

    full: str
    short: str
    order: int
    also: tuple[str, ...] = ()
    until: int | None = None
    of_issuer: bool = False

    @property
    def numbered(self) -> bool:
        """Whether it bears Nomor and Tahun; decrees, letters and what comes after are numbered in other ways."""
        return self.order <= PERKAPOLRES

    @property
    def undated(self) -> bool:
        """Whether it is cited without "Republik Indonesia" and without its date: all up to Permen."""
        return self.order <= PERMEN


PERMEN, PERKAPOLRES = 5, 10
UUD: Final = LawKind("Undang-Undang Dasar", "UUD", 0)
PERMEN_OF: Final = LawKind(
    "Peraturan Menteri", "Permen", PERMEN, (r"Permen(?=[A-Z -])", r"Per Men(?=[a-z])"), of_issuer=True
)
SKEP: Final = LawKind("Surat Keputusan", "Skep", 12, (r"Skep(?=\W)", r"Surat Keputusan(?=.*\bSkep/)"), of_issuer=True)
KEP: Final = LawKind("Keputusan", "Kep", 12, (r"Surat Keputusan", r"Kep(?=\W)", r"Keputusan"), of_issuer=True)
KINDS: Final = (
    UUD,
    LawKind("Ketetapan Majelis Permusyawaratan Rakyat", "TAP MPR", 1, (r"(?:Ketetapan|Tap)\.? MPR(?: RI)?",)),
    LawKind(
        "Peraturan Pemerintah Pengganti Undang-Undang", "Perppu", 2, (r"Peraturan Pemerintah Pengganti UU", r"Perpu")
    ),
    LawKind("Undang-Undang", "UU", 2, (r"Undang\s*-?\s*Undang",)),
    LawKind("Peraturan Pemerintah", "PP", 3),
    LawKind("Peraturan Presiden", "Perpres", 4),
    LawKind("Keputusan Presiden", "Keppres", 4, (r"Kepres",), until=12),
    PERMEN_OF,
    LawKind("Peraturan Kepolisian Negara Republik Indonesia", "Perpol", 6, (r"Peraturan (?:Kepolisian|Polri)",)),
    LawKind(
        "Peraturan Kepala Kepolisian Negara Republik Indonesia", "Perkap", 7, (rf"Peraturan {KAPOLRI}", r"Perkapolri")
    ),
    LawKind("Peraturan Kepala Kepolisian Daerah", "Perkapolda", 8, (rf"Peraturan {KAPOLDA}",), of_issuer=True),
    LawKind(
        "Peraturan",
        "Per Kasatfung",
        9,
        (rf"Peraturan(?= {HEADQUARTERS})", r"Per(?=ka(?:ba|kor|div)\w*)"),
        of_issuer=True,
    ),
    LawKind(
        "Peraturan Kepala Kepolisian Resor",
        "Perkapolres",
        PERKAPOLRES,
        (rf"Peraturan {KAPOLRES}", r"Perkapolres(?:ta(?:bes)?)?"),
        of_issuer=True,
    ),
    LawKind("Maklumat", "Maklumat", 11, (r"Mak(?=/)",), of_issuer=True),
    SKEP,
    KEP,
    LawKind("Instruksi", "Instruksi", 13, (r"Inpres", r"Ins(?=/)"), of_issuer=True),
    LawKind("Surat Edaran", "SE", 14, of_issuer=True),
    LawKind("Surat Telegram", "ST", 15, (r"STR?(?=/)", r"TR(?=/)"), of_issuer=True),
    LawKind("Peraturan Daerah", "Perda", 5, (r"Qanun", r"Perdasus", r"Perdais"), until=LAST, of_issuer=True),
    LawKind(
        "Peraturan",
        "Perkada",
        5,
        (r"Peraturan(?= (?:Gubernur|Bupati|Wali ?[Kk]ota))", r"Per(?=(?:gub|bup|wali?)\w*\b)"),
        until=LAST,
        of_issuer=True,
    ),
    LawKind(
        "Peraturan",
        "Perka",
        5,
        (
            r"Peraturan(?= (?:Kepala|Ketua|Badan|Lembaga|Komisi|Dewan|Jaksa|Mahkamah|Arsip|Otoritas|Ombudsman|Bank))",
            r"Per(?=ka \w)",
        ),
        until=LAST,
        of_issuer=True,
    ),
)
# The words by which Per... goes on, in full.
ISSUERS: Final = {
    "gub": "Gubernur",
    "bup": "Bupati",
    "wali": "Wali Kota",
    "walikota": "Wali Kota",
    "wal": "Wali Kota",
    "ka": "Kepala",
}
# Ministries as offices shorten them, each with its name in the law.
_PANRB: Final = "Pendayagunaan Aparatur Negara dan Reformasi Birokrasi"
MINISTRIES: Final = {
    **dict.fromkeys(
        ("pan dan rb", "pan rb", "pan-rb", "panrb", "pan & rb", "pan", "pan dan reformasi birokrasi"), _PANRB
    ),
    "dagri": "Dalam Negeri",
    "kes": "Kesehatan",
    "keu": "Keuangan",
    "hub": "Perhubungan",
    "sos": "Sosial",
    "kumham": "Hukum dan Hak Asasi Manusia",
    "kominfo": "Komunikasi dan Informatika",
    "desa": "Desa, Pembangunan Daerah Tertinggal, dan Transmigrasi",
    "naker": "Ketenagakerjaan",
    "pppa": "Pemberdayaan Perempuan dan Perlindungan Anak",
}


def _ways(kind: LawKind) -> re.Pattern[str]:
    names = [re.escape(name) for name in (kind.full, kind.short) if name != "Peraturan"]
    begins = r"(?<![\w/-])"
    return re.compile(rf"{begins}(?:{'|'.join([*kind.also, *names])})", re.IGNORECASE)


@cache  # not while modules load: it takes longer than any other pattern, and most commands read no law
def _all_ways() -> tuple[tuple[re.Pattern[str], LawKind], ...]:
    return tuple((_ways(kind), kind) for kind in KINDS)


_GOES_ON: Final = re.compile(r"[\w-]")


@lru_cache(maxsize=1024)  # a table of laws asks for a dozen names hundreds of times
def kind_in(text: str) -> tuple[LawKind, int, int] | None:
    """Return the kind that a text names first, the longest of those that begin there, and where its name stands."""
    found: list[tuple[int, int, LawKind]] = []
    for pattern, kind in _all_ways():
        for match in pattern.finditer(text):
            if _whole(text, match, kind):
                found.append((match.start(), -match.end(), kind))
                break
    if not found:
        return None
    start, end, kind = min(found, key=lambda one: one[:2])
    return kind, start, -end


def _whole(text: str, match: re.Match[str], kind: LawKind) -> bool:
    """Tell a name that ends with its word; Permen and Per run on into the name of who gave it."""
    joined = kind in (PERMEN_OF,) and match[0].lower().replace(" ", "") == "permen"
    runs_on = match[0].lower() == "per" and kind.of_issuer
    return joined or runs_on or not _GOES_ON.match(text, match.end())
