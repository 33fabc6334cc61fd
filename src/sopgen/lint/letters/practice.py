"""Rules over what texts say of letters: who is ordered, what a signature is, stamp duty, paper."""

import re
from collections.abc import Iterator
from typing import Final

from sopgen.lint.law.basis import basis_day
from sopgen.lint.registry import Finding, Subject, rule
from sopgen.lint.texts import SpecText, steps_of, texts
from sopgen.messages import say
from sopgen.model.printed import Printed
from sopgen.model.unit import LetterKind, Unit

_CIVILIANS: Final = (
    r"(?:para |seluruh |semua )?(?:(?:pengurus|anggota|ketua) (?:FKPM|forum)|tokoh \w+"
    r"|warga|masyarakat|pemohon|pelapor|saksi"
    r"|para pihak|pihak (?:yang|pertama|kedua|I\b)|ketua RT"
    r"|ketua RW|lurah|camat|kepala desa|mahasiswa|pedagang|pemuda)\b"
)
_ORDERED: Final = (
    re.compile(
        rf"\b(?:surat perintah|sprin)\b[^.;,]{{0,30}}?\b(?:bagi|kepada|untuk|terhadap) {_CIVILIANS}", re.IGNORECASE
    ),
    re.compile(rf"^\W*(?:memerintahkan|menginstruksikan) {_CIVILIANS}", re.IGNORECASE),
)
_OF_OTHERS: Final = re.compile(r"\b(?:Menimbang|MENIMBANG|MEMERINTAHKAN|MEMBERI TUGAS|Memperhatikan)\b")
_JUSTICE: Final = re.compile(r"\bpro ?justitia\b", re.IGNORECASE)
_INVESTIGATES: Final = re.compile(
    r"sidik|lidik|reskrim|reserse|narkoba|tersangka|tilang|lalu lintas|gakkum|perkara|penangkapan|penahanan"
    r"|penggeledahan",
    re.IGNORECASE,
)
_CHANGED: Final = (
    r"\b(?:dokumen|berkas|naskah|surat|PDF|file)\b[^.;]*\b(?:telah|sudah|yang) (?:telah |sudah )?(?:di"
    r"|ber)tanda ?tangani?\b[^.;]*"
    r"\b(?:digabung\w*|disatukan|dipecah|dipotong|diubah|disunting|diedit|dicap|diberi (?:cap|stempel|nomor"
    r"|paraf)|dibubuhi"
    r"|ditambah\w*|dikompres\w*|dikonversi\w*|distempel|dicetak ulang|dipindai)\b",
    r"^\W*(?:menggabungkan|memecah|mengubah|menyunting|mengedit|memotong|mengompres|mengonversi|memberi (?:cap"
    r"|nomor|stempel)"
    r"(?: pada)?) [^.;]*\b(?:telah|sudah) ditandatangani(?: secara elektronik)?\b",
)
_AFTERWARDS: Final = tuple(re.compile(pattern, re.IGNORECASE) for pattern in _CHANGED)
_ELECTRONIC: Final = re.compile(r"\b(?:PDF|elektronik|TTE|BSrE|digital)\b", re.IGNORECASE)
_NO_SIGNATURE: Final = re.compile(
    r"\b(?:kode QR|QR(?:[ -]?code)?|barcode|kode batang"
    r"|gambar|pindaian|hasil pindai(?:an)?|scan|stempel|foto"
    r"|salinan)"
    r"(?: tanda tangan)? (?:\w+ )?(?:sebagai (?:pengganti |ganti )?|pengganti |ganti )tanda tangan"
    r"|\b(?:menempelkan|membubuhkan|memasang|menyisipkan) (?:gambar|pindaian|hasil pindai(?:an)?|scan|foto"
    r"|stempel|cap) tanda tangan"
    r"|\bmenandatangani(?: \w+){0,4} dengan (?:kode QR|QR\b|barcode|stempel|cap|gambar|pindaian|scan)"
    r"|\b(?:kode QR|QR(?:[ -]?code)?|barcode|gambar tanda tangan|stempel)\b(?: \w+){0,4} (?:adalah|merupakan"
    r"|berlaku sebagai"
    r"|sama dengan|berfungsi sebagai|menjadi) (?!bukan)(?:pengganti )?tanda tangan"
    r"|\btanda tangan (?:basah )?(?:berupa|dengan) (?:kode QR|QR\b|barcode|stempel|gambar|pindaian|scan)",
    re.IGNORECASE,
)
# What says that it is not done: tidak boleh diubah, rusak bila diubah.
_HISTORY: Final = re.compile(r"\b(?:tidak|jangan|dilarang|apabila|bila|jika|rusak|batal|gugur)\b", re.IGNORECASE)
_DUTY: Final = re.compile(
    r"\b(?:ber)?meterai(?: tempel| elektronik)?(?: sebesar| senilai)? (?:Rp\.? ?)?(?P<sum>\d[\d.]*)", re.I
)
_METERAI: Final = re.compile(r"\b(?:ber|e-)?meterai\b", re.IGNORECASE)
_OFFICIAL: Final = re.compile(
    r"\b(?:surat (?:perintah|tugas|keputusan|edaran|undangan|telegram|pengantar"
    r"|panggilan|penolakan)|nota dinas|keputusan"
    r"|undangan|disposisi|laporan hasil|sprin)\b",
    re.IGNORECASE,
)
_CIVIL: Final = re.compile(
    r"\b(?:kesepakatan|pernyataan|perjanjian|permohonan|kuasa|perdamaian|hibah|jual beli|kuitansi|sewa|kontrak)\b",
    re.I,
)
SINCE: Final = 2021
_PAPER: Final = re.compile(
    r"\b(?P<name>A3|A4|A5|F4|Folio|Legal|Letter|Kuarto)\b[^\d]{0,12}(?P<w>\d{2,3}(?:[.,]\d)?)\s*(?:mm"
    r"|cm)?\s*[x\u00d7]\s*"
    r"(?P<h>\d{2,3}(?:[.,]\d)?)\s*(?P<unit>mm|cm)?",
    re.IGNORECASE,
)
_SIZES: Final = {
    "a3": ((297, 420),), "a4": ((210, 297),), "a5": ((148, 210),), "f4": ((210, 330), (215, 330), (216, 330)),
    "folio": ((210, 330), (215, 330), (216, 330)), "legal": ((216, 356),), "letter": ((216, 279),),
    "kuarto": ((215, 275), (216, 275), (216, 279)),
}  # fmt: skip


@rule(
    "TO15",
    "info",
    source="letters of Polri: DIPERINTAHKAN, Pertimbangan; civilians are invited, or get a Surat Tugas",
    sure="B",
)
def orders_are_those_of_the_police(subject: Subject) -> Iterator[Finding]:
    """A surat perintah orders members of the police, in the words of the police.

    Nobody can order civilians: they are invited, or get a Surat Tugas. Menimbang and MEMERINTAHKAN stand in letters
    of other offices; an order of the police has Pertimbangan, Dasar and DIPERINTAHKAN. A hint.

    Wrong:
        uraian: Menyusun surat perintah bagi tokoh masyarakat
    Right:
        uraian: Menyusun undangan bagi tokoh masyarakat
    """
    if not _is_police(subject.unit) or subject.unit.surat_perintah.bentuk is not LetterKind.ORDER:
        return
    for one in _said(subject):
        for pattern in _ORDERED:
            if found := pattern.search(one.text):
                what = say('"{text}": nobody can order civilians', text=found[0])
                yield one.finding(what, say("invite them, or give them a Surat Tugas"))
        title = f"{subject.sop.judul} {subject.sop.identitas.satuan_kerja}"
        if (found := _JUSTICE.search(one.text)) and not _INVESTIGATES.search(f"{title} {one.text}"):
            what = say('"{text}" stands on orders of investigators alone', text=found[0])
            yield one.finding(what, say("leave it out"))
        if (found := _OF_OTHERS.search(one.text)) and re.search(
            r"\b(?:surat perintah|sprin)\b", one.text, re.IGNORECASE
        ):
            what = say('"{text}" stands in letters of other offices', text=found[0])
            yield one.finding(what, say("write Pertimbangan, Dasar, DIPERINTAHKAN"))


@rule(
    "SG02",
    "info",
    source="UU 11/2008, article 11; a picture of a code proves nothing (Diskominfo of regions)",
    sure="B",
)
def a_picture_is_no_signature(subject: Subject) -> Iterator[Finding]:
    """A code or a picture is no signature.

    A paper is signed with ink, or electronically with a certificate. A QR code leads to what was signed; a scanned
    signature or a stamp of one can be set under any text. What is signed electronically is not changed afterwards. A
    hint.

    Wrong:
        uraian: Menyetujui surat perintah dengan kode QR sebagai pengganti tanda tangan
    Right:
        uraian: Menandatangani surat perintah
    """
    electronic = any(_ELECTRONIC.search(one.text) for one in _said(subject))
    for one in _said(subject):
        if found := _NO_SIGNATURE.search(one.text):
            what = say('"{text}": a code or a picture is no signature', text=found[0])
            yield one.finding(what, say("have it signed with ink, or electronically with a certificate"))
        after = next((found for pattern in _AFTERWARDS if (found := pattern.search(one.text))), None)
        if after and electronic and not _HISTORY.search(one.text):
            what = say('"{text}": any change breaks an electronic signature', text=after[0])
            yield one.finding(what, say("change it before it is signed, never after"))


@rule(
    "TO16", "info", source="UU 10/2020, articles 3 and 5: Rp10.000 since 1 January 2021, on civil documents", sure="A"
)
def stamp_duty_is_that_of_the_law(subject: Subject) -> Iterator[Finding]:
    """Stamp duty is Rp10.000, and is paid on civil documents: agreements, statements, no letters of office.

    A surat perintah or a nota dinas bears no meterai. That of Rp6.000 or Rp3.000 is no more since 2021. A hint.

    Wrong:
        kelengkapan: [Surat pernyataan bermeterai Rp6.000]
    Right:
        kelengkapan: [Surat pernyataan bermeterai Rp10.000]
    """
    day = basis_day(subject)
    for one in _said(subject):
        found = _DUTY.search(one.text)
        if found and (day is None or day.year >= SINCE) and found["sum"].replace(".", "").rstrip(",") != "10000":
            what = say('"{text}": the duty is Rp10.000 since 1 January 2021', text=found[0])
            yield one.finding(what, say('write "{right}"', right="Rp10.000"))
    for loc, step in steps_of(subject.sop):
        items = step.mutu_baku.kelengkapan if step.mutu_baku else ()
        made = step.mutu_baku.keluaran if step.mutu_baku else ()
        stamped = [k for k, item in enumerate(items) if _METERAI.search(item) and not _CIVIL.search(item)]
        told = " ".join([step.uraian, *made])
        if stamped and _OFFICIAL.search(told) and not _CIVIL.search(told):
            what = say("a letter of office bears no stamp duty")
            yield Finding((*loc, "mutu_baku", "kelengkapan", stamped[0]), what, say("leave it out"))


@rule("TO17", "info", source="ISO 216; paper of Polri templates: F4 is 215 x 330 mm", sure="A")
def paper_has_its_size(subject: Subject) -> Iterator[Finding]:
    """The size that is written beside the name of a paper is that of the paper.

    F4 is 215 x 330 mm (others say 210 or 216), A4 210 x 297 mm: whoever buys by the other one gets paper that the
    forms do not fit. A hint.

    Wrong:
        - Kertas F4 (210 x 297 mm)
    Right:
        - Kertas F4 (215 x 330 mm)
    """
    for one in _said(subject):
        for found in _PAPER.finditer(one.text):
            scale = 10 if (found["unit"] or "").casefold() == "cm" or float(found["h"].replace(",", ".")) < 60 else 1
            size = tuple(round(float(found[name].replace(",", ".")) * scale) for name in ("w", "h"))
            known = _SIZES[found["name"].casefold()]
            if not any(abs(size[0] - w) <= 1 and abs(size[1] - h) <= 1 for w, h in known):
                right = " x ".join(map(str, known[len(known) // 2]))
                what = say('"{text}" is not the size of this paper', text=found[0].strip())
                yield one.finding(what, say('write "{right}"', right=f"{right} mm"))


def _said(subject: Subject) -> Iterator[SpecText]:
    return (one for one in texts(subject, {Printed.WORDS}) if one.at.loc[0] != "alasan_perubahan")


def _is_police(unit: Unit) -> bool:
    named = " ".join([unit.nama, *unit.kop])
    return re.search(r"kepolisian|polri|polres|polsek|polda", named, re.IGNORECASE) is not None
