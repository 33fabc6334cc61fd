"""Which words are active verbs, as the steps of an SOP begin with them: by their form, with the exceptions listed."""

import re
from typing import Final

from sopgen.lint.language.dictionary import is_root, is_word

# Words that have the form of a verb (me-, ber-, -kan) and are none, or begin no step.
_NOUNS: Final = """
akan atasan bahkan benda bendahara bendera bengkel bentuk beras berita berkala berkas berlian bersama besar beton
bukan dasar data direktorat direktur ikan media mediasi mediator meeting meja mekanisme member memo memorandum
menit mental menteri merek mesin meterai metode rekan sedangkan berdasarkan berkaitan berkenaan bertempat berupa
berikut berhubung bermaterai bermeterai melalui mengenai menurut menjelang mengingat menimbang merupakan meskipun
mereka berbagai berapa beberapa bekas belum
"""
# Verbs without a prefix, and base words that orders begin with.
_BASES: Final = """
ajukan ambil antar arahkan arsipkan awasi baca bagikan bahas bantu batalkan beri bimbing bina buat bubuhkan buka
cari catat cek cetak cocokkan dampingi datang dengar distribusikan evaluasi gelar hadir himpun hitung hubungi ikut
imbau input isi izinkan jadwalkan jaga jawab jelaskan jemput kaji kawal keluar kembali kenali kerjakan ketik kirim
koordinasi koordinasikan kumpulkan kunjungi laksanakan lakukan lapor laporkan lengkapi lihat limpahkan masuk minta
mohon monitor muat mulai nilai olah panggil pantau paraf pasang pastikan patroli periksa pilih pimpin proses
rekap rencanakan rumuskan sahkan salin sambang sampaikan selesai selesaikan serahkan siapkan simpan sosialisasikan
susun tandai tandatangani tanya tanyai telaah teliti tentukan terapkan terima teruskan tetapkan tiba tindaklanjuti
tinjau tolak tulis tunjuk turun tutup uji ukur umumkan undang unggah urus usul usulkan verifikasi wawancara koreksi
pelajari hadiri setujui ikuti patuhi taati sepakati temui datangi layani lindungi pahami amati tanggapi tangani
akhiri awali cermati dalami telusuri selidiki penuhi perbaiki perbarui kendalikan beritahu konfirmasi klarifikasi
validasi menandatangani menang identifikasi disposisi disposisikan inventarisasi rekapitulasi arsip scan pindai
unduh konsultasikan cocok bacakan berangkat belajar bekerja berkoordinasi bertanya berpatroli bermusyawarah
berkunjung meninjau bawa kontrol jalankan tempelkan pulangkan kembalikan perlihatkan persilakan persiapkan amankan
evakuasi musyawarahkan mediasikan angkat atur balut basahi bilas cuci dorong gosok jepit kocok lap lepas observasi
oles pakai pegang potong putar rendam salami sambut sapa sedot semprot suntik tarik tekan tunggu tusuk ulangi usap
"""
NOUNS: Final = frozenset(_NOUNS.split())
BASES: Final = frozenset(_BASES.split())
_FORM: Final = re.compile(r"(?:me|ber|be)[a-z]{3,}|[a-z]{3,}kan")
_PASSIVE: Final = re.compile(
    r"di(?!stribusi|sposisi|skusi|namis|nas|rek|vis|dik|agnos|git|mensi|plom|siplin|aspora)[a-z]{3,}|ter[a-z]{3,}"
)


def is_verb(word: str) -> bool:
    """Tell whether a word in small letters is an active verb: `menyusun`, `laporkan`, `periksa`."""
    if word in BASES:
        return True
    if word in NOUNS or word.endswith("nya") or is_passive(word):
        return False
    # Pencetakan, pendidikan: of a root that ends in k.
    if word.startswith("pe") and word.endswith("kan") and is_word(word[:-2]) and not is_word(word[:-3]):
        return False
    # A word that the list has as it stands, without affixes, is most likely none: merdeka, berita.
    return bool(_FORM.fullmatch(word)) and (not is_root(word) or word.startswith("meng"))


def is_passive(word: str) -> bool:
    """Tell a passive (`dicatat`, `terlaksana`): it says what happens to a thing, not what somebody does."""
    return word not in BASES and word not in NOUNS and bool(_PASSIVE.fullmatch(word)) and not is_root(word)
