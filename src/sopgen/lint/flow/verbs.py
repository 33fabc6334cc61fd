"""Which words are verbs, as the steps of an SOP begin with them: by their form, with the exceptions listed."""

import re
from typing import Final

# Words that have the form of a verb (me-, ber-, di-, ter-, -kan) and are none.
_NOUNS: Final = """
akan atasan bahkan benda bendahara bendera bengkel bentuk beras berita berkala berkas berlian bersama besar beton
bukan dasar data diagram dialog dinas direktorat direktur disiplin diskusi disposisi distribusi divisi dokumen ikan
media mediasi mediator meeting meja mekanisme member memo memorandum menit mental menteri merek mesin meterai metode
rekan sedangkan teras terdakwa terlapor termin terminal tersangka tertib
"""
# Verbs without a prefix, and base words that orders begin with.
_BASES: Final = """
ajukan ambil antar arahkan arsipkan awasi baca bagikan bahas bantu batalkan beri bimbing bina buat bubuhkan buka
cari catat cek cetak cocokkan dampingi datang dengar distribusikan evaluasi gelar hadir himpun hitung hubungi ikut
imbau input isi izinkan jadwalkan jaga jawab jelaskan jemput kaji kawal keluar kembali kenali kerjakan ketik kirim
koordinasikan kumpulkan kunjungi laksanakan lakukan lapor laporkan lengkapi lihat limpahkan masuk minta mohon
monitor muat mulai nilai olah panggil pantau paraf pasang pastikan patroli periksa pilih pimpin proses rapat rekap
rencanakan rumuskan sahkan salin sambang sampaikan selesai selesaikan serahkan siapkan simpan sosialisasikan susun
tandai tandatangani tanya tanyai telaah teliti tentukan terapkan terima teruskan tetapkan tiba tindaklanjuti tinjau
tolak tulis tunjuk turun tutup uji ukur umumkan undang unggah urus usul usulkan verifikasi wawancara
"""
NOUNS: Final = frozenset(_NOUNS.split())
BASES: Final = frozenset(_BASES.split())
_FORM: Final = re.compile(r"(?:me|ber|be|di|ter)[a-z]{3,}|[a-z]{3,}kan")


def is_verb(word: str) -> bool:
    """Tell whether a word in small letters is a verb: `menyusun`, `dicatat`, `laporkan`, `periksa`."""
    return word in BASES or (bool(_FORM.fullmatch(word)) and word not in NOUNS)
