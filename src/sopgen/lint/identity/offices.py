"""The rule over offices, papers and terms that later rules gave another name, whatever office writes of them."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final, NamedTuple

from sopgen.lint.law.basis import basis_day
from sopgen.lint.registry import Finding, Subject, rule
from sopgen.lint.texts import texts
from sopgen.messages import say
from sopgen.model.law.citation import read_citation
from sopgen.model.printed import Printed


class Renamed(NamedTuple):
    """What is called otherwise from a day on: a pattern, the name of today, the rule that says so."""

    old: str
    new: str
    since: date
    by: str


_2024: Final = date(2024, 10, 21)
_CABINET: Final = "Perpres 139/2024"
RENAMED: Final = (
    Renamed(
        r"(?:kementerian|menteri) hukum dan (?:hak asasi manusia|ham)|kemenkumham|menkumham|kanwil kumham",
        "Kementerian Hukum, Kementerian HAM, Kementerian Imigrasi dan Pemasyarakatan",
        _2024,
        _CABINET,
    ),
    Renamed(
        r"kementerian komunikasi dan informatika|kemenkominfo", "Kementerian Komunikasi dan Digital", _2024, _CABINET
    ),
    Renamed(
        r"kementerian pendidikan,? kebudayaan,? riset,? dan teknologi|kemendikbud(?:ristek)?",
        "Kementerian Pendidikan Dasar dan Menengah, Kementerian Pendidikan Tinggi, Sains, dan Teknologi",
        _2024,
        _CABINET,
    ),
    Renamed(
        r"kementerian pekerjaan umum dan perumahan rakyat|kemenpupr|kementerian pupr",
        "Kementerian Pekerjaan Umum, Kementerian Perumahan dan Kawasan Permukiman",
        _2024,
        _CABINET,
    ),
    Renamed(
        r"kementerian lingkungan hidup dan kehutanan|klhk",
        "Kementerian Lingkungan Hidup, Kementerian Kehutanan",
        _2024,
        _CABINET,
    ),
    Renamed(
        r"departemen (?:kesehatan|dalam negeri|agama|keuangan|hukum|sosial|tenaga kerja|pendidikan)|depkes|depdagri"
        r"|depkumham|depag|depnaker|depsos|depdiknas",
        "Kementerian ...",
        date(2009, 11, 3),
        "UU 39/2008, Perpres 47/2009",
    ),
    Renamed(r"penyandang cacat", "penyandang disabilitas", date(2016, 4, 15), "UU 8/2016"),
    Renamed(r"e-?ktp", "KTP-el", date(2013, 12, 24), "UU 24/2013"),
    Renamed(r"kependudukan dan catatan sipil", "kependudukan dan pencatatan sipil", date(2006, 12, 29), "UU 23/2006"),
    Renamed(r"hansip|pertahanan sipil", "Satlinmas", date(2014, 12, 31), "Permendagri 84/2014"),
    Renamed(r"jamkesmas|askeskin|jamkesda", "JKN", date(2014, 1, 1), "Perpres 12/2013"),
    Renamed(r"rekam medik", "rekam medis", date(2008, 3, 12), "Permenkes 269/2008, kini 24/2022"),
    Renamed(r"imb|izin mendirikan bangunan", "PBG (persetujuan bangunan gedung)", date(2021, 2, 2), "PP 16/2021"),
    Renamed(r"siup", "NIB (nomor induk berusaha)", date(2018, 6, 21), "PP 24/2018, kini PP 28/2025"),
    Renamed(r"izin gangguan", "", date(2017, 3, 30), "Permendagri 19/2017"),
    Renamed(r"skkb|surat keterangan kelakuan baik", "SKCK", date(2014, 10, 21), "Perkap 18/2014, kini Perpol 6/2023"),
    Renamed(r"(?:ka)?poltabes", "Polrestabes", date(2011, 1, 1), "Perkap 23/2010"),
    Renamed(r"(?:ka)?polwil", "", date(2011, 1, 1), "Perpres 52/2010"),
    Renamed(r"(?:ka)?sat ?narkoba", "Satresnarkoba", date(2011, 1, 1), "Perkap 23/2010"),
    Renamed(r"ka ?spk|sentra pelayanan kepolisian(?! terpadu)", "SPKT", date(2011, 1, 1), "Perkap 23/2010"),
    Renamed(r"(?:ka)?sat ?serse|bimmas", "Satreskrim, Binmas", date(2011, 1, 1), "Perkap 23/2010"),
    Renamed(r"unit p3d|provost", "Sipropam", date(2011, 1, 1), "Perkap 23/2010"),
    Renamed(
        r"(?:bidang|seksi|pelayanan|kantor|petugas) (?:pelayanan )?catatan sipil",
        "pencatatan sipil",
        date(2006, 12, 29),
        "UU 23/2006",
    ),
    Renamed(
        r"kota ?madya|(?:kabupaten|kota)? ?daerah tingkat (?:ii|2)|dati (?:ii|2)",
        "Kota, Kabupaten",
        date(1999, 5, 7),
        "UU 22/1999",
    ),
    Renamed(r"bnp2tki|bp3tki", "BP2MI, kini KP2MI", date(2019, 12, 20), "Perpres 90/2019"),
    Renamed(r"jamsostek|askes", "BPJS Ketenagakerjaan, BPJS Kesehatan", date(2014, 1, 1), "UU 24/2011"),
    Renamed(r"raskin|rastra", "bantuan pangan (BPNT, Sembako)", date(2019, 1, 1), "Perpres 63/2017"),
    Renamed(
        r"balai sertifikasi elektronik",
        "Balai Besar Sertifikasi Elektronik",
        date(2021, 4, 14),
        "Peraturan BSSN 6/2021",
    ),
    Renamed(r"tenaga honorer", "PPPK", date(2023, 10, 31), "UU 20/2023"),
    Renamed(r"bintara pembina kamtibmas", "Bhabinkamtibmas", date(2011, 1, 1), "Perkap 23/2010"),
    Renamed(r"(?:ka)?sat ?intelpam|intelpam", "Satintelkam", date(2011, 1, 1), "Perkap 23/2010"),
    Renamed(r"(?:ka)?bag ?min\b", "Bag SDM", date(2011, 1, 1), "Perkap 23/2010"),
    Renamed(r"taud", "Sium", date(2011, 1, 1), "Perkap 23/2010"),
    Renamed(r"abri", "TNI", date(2000, 8, 18), "TAP MPR VI/MPR/2000"),
)
# All of them in one pattern, whose group tells which: they are looked for in each text.
_ANY: Final = re.compile(rf"(?<![\w-])(?:{'|'.join(f'({one.old})' for one in RENAMED)})(?![\w-])", re.IGNORECASE)


@rule("ID51", "warning", source="the rule named with each term, second-hand", sure="B")
def offices_and_papers_bear_their_names_of_today(subject: Subject) -> Iterator[Finding]:
    """Offices, papers and groups of people are called as the rules call them when the SOP takes effect.

    A ministry was divided, a paper abolished, a term found hurtful: whoever follows the old name finds nobody. What
    the title of a law says is quoted and left alone.

    Wrong:
        uraian: Mengirim laporan ke Kementerian Hukum dan HAM   # SOP tahun 2026
    Right:
        uraian: Mengirim laporan ke Kementerian Imigrasi dan Pemasyarakatan
    """
    day = basis_day(subject)
    for one in texts(subject, {Printed.WORDS}):
        if day is None or one.at.loc[0] == "alasan_perubahan" or read_citation(one.text):
            continue
        told: set[Renamed] = set()
        for found in _ANY.finditer(one.text):
            term = RENAMED[(found.lastindex or 1) - 1]
            if term in told or day < term.since:
                continue
            told.add(term)
            what = say('"{word}" is no more, since {by}', word=found[0], by=term.by)
            fix = say('it is "{right}" now', right=term.new) if term.new else say("leave it out: it was abolished")
            yield one.finding(what, fix)
