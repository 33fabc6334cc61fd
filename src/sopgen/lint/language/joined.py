"""`di` and `ke`: written apart before a place, together with a verb (EYD edition V, di- and ke-)."""

import re
from collections.abc import Iterator
from typing import Final

from sopgen.lint.language.dictionary import MORE, is_root, is_word

_PLACES: Final = """
wilayah rumah kantor lapangan lokasi tempat jalan lingkungan masyarakat kelurahan desa kecamatan kabupaten kota
provinsi polres polresta polsek polda mapolres mapolsek mabes sekolah pasar ruang ruangan gedung area daerah bidang
bagian tingkat pusat kalangan hadapan satuan tkp depan belakang muka sekitar sepanjang tengah samping sana sini situ
balai pos markas loket meja poli poliklinik laboratorium apotek kasir klinik terminal pelabuhan bandara perbatasan
kawasan halaman instansi fasilitas pengadilan kejaksaan puskesmas bank setiap akhir awal
"""
_JOINED: Final = re.compile(
    rf"(?<![\w-])(di|ke)({'|'.join(sorted(_PLACES.split(), key=len, reverse=True))})(?![\w-])", re.IGNORECASE
)
# `kesana` and `kedepan` are wrong, `kesatuan`, `kebidanan`, `kepusatan` other words.
_NO_PLACE_TO_GO: Final = frozenset({"kesatuan", "keruangan", "kejalan", "ketengah", "kebagian", "kepos", "kemeja"})
# Verbs without an ending that are written after `di`; with -kan or -i the dictionary tells them.
_VERBS: Final = """
paraf buat catat periksa kirim terima bawa tulis baca ambil cek susun simpan panggil undang ubah atur minta beri
larang ketik cetak salin arsip sita tangkap bantu bina olah urus nilai teliti telaah tanda pandu pakai ganti tunjuk
tutup hitung setujui fotokopi
"""
_APART: Final = re.compile(
    rf"(?<![\w-])(di)\s+((?:{'|'.join(_VERBS.split())})|[a-z]{{3,}}(?:kan|i))(?![\w-])", re.IGNORECASE
)
_ORIGIN: Final = "EYD"


def wrongly_joined(text: str) -> Iterator[tuple[int, str, str, str]]:
    """Yield where `di` or `ke` stands wrongly: its place in the text, the words, how they are written, the source."""
    for found in _JOINED.finditer(text):
        if found[0].lower() not in _NO_PLACE_TO_GO:
            yield found.start(), found[0], f"{found[1]} {found[2]}", _ORIGIN
    for found in _APART.finditer(text):
        if found[2].islower() and _is_verb(found[2]):
            yield found.start(), found[0], found[1] + found[2], _ORIGIN


def _is_verb(word: str) -> bool:
    """Tell a verb by its ending: `laksanakan` and `awasi` are no roots, and passive with di-."""
    if word in _VERBS.split():
        return True
    root = word[:-3] if word.endswith("kan") else word[:-1]
    known = is_word(root) if word.endswith("kan") else is_root(root) or root in MORE
    return not is_root(word) and known and is_word(f"di{word}")
