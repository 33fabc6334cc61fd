"""The rule over warnings that say the contrary of what they mean."""

import re
from collections.abc import Iterator
from typing import Final

from sopgen.lint.registry import Finding, Subject, rule
from sopgen.messages import say

_WARNS: Final = re.compile(
    r"\W*(?:\w[.)]\s*)?(?:apabila|bila(?:mana)?|jika|kalau)\s+(?P<when>[^,]+),\s*(?P<then>.+)", re.I
)
# What is a fault by itself, so that something bad follows on it.
_FAULT: Final = re.compile(
    r"\b(?:tidak|tanpa|belum|bukan|kurang|terlambat|lambat|lalai|salah|keliru|melebihi|lewat|dilewat\w*|memihak|hilang|palsu"
    r"|dipalsu\w*|melanggar|dilanggar|dibocorkan|bocor|menolak|ditolak|memungut|menerima (?:imbalan|uang)"
    r"|sendiri|seorang"
    r"|berlebihan|di luar|terlalu|rusak|mangkir|lupa|menyalah\w*|disalah\w*|tertunda|ditunda|abai|diabaikan"
    r"|mengabaikan"
    r"|terjadi|terdapat|ditemukan|gagal|berpihak|meninggalkan|ditinggalkan|dibuka|dipinjam\w*|tertutup|kosong|habis|penuh"
    r"|ganda|membocorkan|menunda|mengubah|diubah|memaksa|upaya paksa|kedaluwarsa|cacat|berbeda|tertukar|tumpang)\b",
    re.IGNORECASE,
)
# What is done rightly, and what is bad.
_RIGHTLY: Final = re.compile(
    r"\b(?:digeledah|disampaikan|diumumkan|dipisahkan|diperiksa|diverifikasi|divalidasi|dicatat|diteliti|dilaporkan|dirahasiakan|dilengkapi|dipatuhi|dijaga"
    r"|dikunci|diawasi|dicocokkan|ditandatangani|dikalibrasi|disterilkan|dicuci|diikuti|lengkap|sesuai"
    r"|tepat waktu|segera|benar|sah|teliti|saksama|netral|jujur|diberitahukan|disimpan|diarsipkan|dipelihara"
    r"|diperbarui)\b",
    re.IGNORECASE,
)
_BAD: Final = re.compile(
    r"\b(?:gagal|batal|dibatalkan|bocor|hilang|rusak|konflik|terganggu|terhambat|membahayakan|bahaya|terlarang|dikenai|dikenakan"
    r"|sanksi|tertunda|keliru|salah|merugikan|kerugian|dirugikan|menyebar|tidak (?:sah|terjamin|terpantau|dapat"
    r"|terlayani)|tanpa"
    r"|dituntut|digugat|diancam|dipidana|pidana|disalahgunakan|ditolak|menimbulkan|kecelakaan|cacat hukum|luka"
    r"|meninggal|terbit (?:atas nama|dengan (?:data|isi)|ganda)|digugat)\b",
    re.IGNORECASE,
)


@rule("ID72", "info", source="Permenpan RB 35/2012, annex, identity item Peringatan", sure="B")
def warnings_do_not_warn_of_what_is_right(subject: Subject) -> Iterator[Finding]:
    """A warning warns of what is done wrongly, not of what is done as it ought to be.

    Where a tidak was lost, the reader learns that something bad follows when he follows the procedure. A hint.

    Wrong:
        - Apabila barang bawaan digeledah, barang terlarang dapat masuk ke blok hunian
    Right:
        - Apabila barang bawaan tidak digeledah, barang terlarang dapat masuk ke blok hunian
    """
    for n, item in enumerate(subject.sop.peringatan.isi):
        found = _WARNS.match(item)
        when, then = (found["when"], found["then"]) if found else ("", "")
        if _RIGHTLY.search(when) and not _FAULT.search(when) and _BAD.search(then):
            what = say("something bad follows on what is right: {text}", text=when)
            yield Finding(("peringatan", "isi", n), what, say("look whether a tidak is missing"))
