"""Rules over texts that say the contrary of what an SOP can mean: aims, returns, what nobody may ask for."""

import re
from collections.abc import Iterator
from typing import Final

from sopgen.lint.registry import Finding, Subject, rule
from sopgen.lint.texts import texts
from sopgen.messages import say
from sopgen.model.printed import Printed

_ILL: Final = (
    r"(?:penyalahgunaan|pelanggaran|gangguan|konflik|kejahatan|kriminalitas|pungutan liar|pungli|korupsi|penyimpangan"
    r"|keterlambatan|kesalahan|kekeliruan|kecurangan|diskriminasi|perselisihan|kerusakan|kecelakaan|penipuan"
    r"|kerugian)"
)
_GOOD: Final = (
    r"(?:ketertiban|keamanan|pelayanan|kepastian|ketenteraman|keadilan|kepatuhan|kemitraan|kesehatan|keselamatan"
    r"|kelancaran|transparansi|akuntabilitas|kebenaran|hak (?:\w+ )?(?:warga|anak|pemohon|masyarakat)|mutu|kualitas)"
)
_AIMS: Final = (
    rf"^\W*(?:mendorong|meningkatkan|mewujudkan|menjamin|memberikan|menciptakan|memelihara|mendukung"
    rf"|memperbanyak) {_ILL}\b",
    rf"^\W*(?:mengganggu|menghambat|merusak|mengurangi|melemahkan|menurunkan|mencegah|menghilangkan"
    rf"|mempersulit) {_GOOD}\b",
    r"^\W*(?:mampu|dapat|bersikap) [^.;]*\b(?:secara|dengan) (?:memihak|diskriminatif|kasar|sembarangan|lambat"
    r"|ceroboh"
    r"|tertutup|arogan|subjektif|pilih kasih)\b",
)
_GOOD_STATE: Final = r"(?:lengkap|sesuai|benar|sah|memenuhi (?:syarat|ketentuan)|disetujui)"
_WHEN: Final = r"\b(?:bila|apabila|jika|kalau) "
_RETURNS: Final = (
    rf"{_WHEN}(?!(?:\w+ )?(?:tidak|belum|kurang))(?:\w+ )?(?:sudah |telah )?{_GOOD_STATE},? "
    r"(?:maka )?(?:\w+ )?(?:dikembalikan|ditolak|diperbaiki|dihentikan)\b",
    rf"{_WHEN}(?:\w+ )?(?:tidak|belum|kurang) {_GOOD_STATE},? "
    r"(?:maka )?(?:\w+ )?(?:diproses|dilanjutkan|disetujui|diterbitkan|ditandatangani|diserahkan)\b",
)
_ASKED: Final = (
    r"\b(?:meminta|menerima|memungut|mengambil|memberikan) (?:uang (?:lelah|rokok|terima kasih|pelicin|jasa)"
    r"|imbalan|tip\b"
    r"|suap|gratifikasi|pungutan liar|biaya tambahan|biaya tidak resmi)",
    r"^\W*(?:menandatangani|mengesahkan|memaraf) (?:\w+ ){1,3}?(?:kosong|yang belum diisi|tanpa (?:diperiksa"
    r"|dibaca|isi))\b",
    r"^\W*(?:mengubah|mengganti|menghapus|memalsukan|merekayasa) (?:tanggal|data|isi|hasil) (?:\w+ )?(?:agar"
    r"|supaya) ",
)
_FORUM: Final = (
    r"\b(?:FKPM|forum)\b[^.;,]*\b(?:berlambang|berlogo|lambang|logo|atribut|pangkat|seragam) polri\b",
    r"\b(?:lambang|logo|atribut|seragam) polri\b[^.;,]*\b(?:FKPM|forum)\b",
    r"\b(?:FKPM|forum|pengurus FKPM|anggota FKPM) (?:dapat|boleh|berhak|berwenang|bertugas) (?:membentuk satuan tugas"
    r"|menggunakan lambang polri|memakai lambang polri|menangani tindak pidana|melakukan upaya paksa"
    r"|menahan|menangkap"
    r"|menyita|menggeledah|menyidik|berpolitik|menjatuhkan sanksi)\b",
)
_PATTERNS: Final = {
    "aim": tuple(re.compile(pattern, re.IGNORECASE) for pattern in _AIMS),
    "return": tuple(re.compile(pattern, re.IGNORECASE) for pattern in _RETURNS),
    "asked": tuple(re.compile(pattern, re.IGNORECASE) for pattern in _ASKED),
}


_OF_FORUMS: Final = tuple(re.compile(pattern, re.IGNORECASE) for pattern in _FORUM)


@rule("ID90", "info", source="sopgen: an SOP aims at what is right", sure="own")
def texts_do_not_mean_the_contrary(subject: Subject) -> Iterator[Finding]:
    """No text says the contrary of what an SOP can mean.

    An aim that furthers violations, papers that are sent back because they are complete, a blank form that is signed:
    a word was exchanged, or a tidak lost or left behind. Nor has a forum of citizens powers, or the emblem, of the
    police. Warnings, which speak of what is wrong, are left alone. A hint.

    Wrong:
        keterangan: [Bila lengkap, dikembalikan kepada pemohon]
    Right:
        keterangan: [Bila tidak lengkap, dikembalikan kepada pemohon]
    """
    for one in texts(subject, {Printed.WORDS}):
        if one.in_unit or one.at.loc[0] in ("peringatan", "alasan_perubahan", "dasar_hukum"):
            continue
        for patterns in _PATTERNS.values():
            if found := next((match for pattern in patterns if (match := pattern.search(one.text))), None):
                what = say('"{text}" says the contrary of what is meant, it seems', text=found[0].strip())
                yield one.finding(what, say("look whether a word was exchanged, or a tidak is missing or too many"))
        if found := next((match for pattern in _OF_FORUMS if (match := pattern.search(one.text))), None):
            what = say('"{text}": a forum of citizens may not do that', text=found[0].strip())
            yield one.finding(what, say("leave it out: Skep/737/X/2005 forbids it"))
