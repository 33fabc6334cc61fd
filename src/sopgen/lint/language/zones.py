"""Which zone's time the provinces keep (Keppres 41/1987 and the laws that made new provinces; from memory)."""

from typing import Final

ZONES: Final = ("WIB", "WITA", "WIT")
_WIB: Final = """Aceh, Sumatera Utara, Sumatera Barat, Sumatera Selatan, Riau, Kepulauan Riau, Jambi, Bengkulu,
Lampung, Bangka Belitung, Banten, Jakarta, Jawa Barat, Jawa Tengah, Yogyakarta, Jawa Timur, Kalimantan Barat,
Kalimantan Tengah"""
_WITA: Final = """Kalimantan Selatan, Kalimantan Timur, Kalimantan Utara, Sulawesi Utara, Sulawesi Tengah,
Sulawesi Selatan, Sulawesi Tenggara, Sulawesi Barat, Gorontalo, Bali, Nusa Tenggara Barat, Nusa Tenggara Timur"""
_WIT: Final = "Maluku, Maluku Utara, Papua, Papua Barat"
# Regencies and towns whose name is none of a province, by which a unit is placed where it does not name its province.
_TOWNS_WIB: Final = """Bandung, Bekasi, Bogor, Depok, Cimahi, Cirebon, Sukabumi, Tasikmalaya, Garut, Karawang,
Tangerang, Serang, Semarang, Surakarta, Magelang, Salatiga, Pekalongan, Banyumas, Cilacap, Klaten, Boyolali,
Sleman, Bantul, Surabaya, Malang, Kediri, Madiun, Jember, Banyuwangi, Sidoarjo, Gresik, Mojokerto, Probolinggo,
Pasuruan, Medan, Binjai, Padang, Bukittinggi, Pekanbaru, Dumai, Batam, Tanjungpinang, Palembang, Lubuklinggau,
Banda Aceh, Lhokseumawe, Pangkalpinang, Pontianak, Singkawang, Palangka Raya, Sampit"""
_TOWNS_WITA: Final = """Boalemo, Pohuwato, Bone Bolango, Manado, Bitung, Tomohon, Kotamobagu, Bolaang Mongondow,
Minahasa, Kepulauan Sangihe, Palu, Donggala, Poso, Banggai, Buol, Tolitoli, Parigi Moutong, Morowali, Sigi,
Makassar, Parepare, Palopo, Gowa, Maros, Bulukumba, Bantaeng, Jeneponto, Takalar, Sinjai, Soppeng, Wajo,
Sidenreng Rappang, Pinrang, Enrekang, Luwu, Tana Toraja, Kendari, Baubau, Konawe, Kolaka, Muna, Wakatobi,
Bombana, Mamuju, Majene, Polewali Mandar, Banjarmasin, Banjarbaru, Tabalong, Kotabaru, Samarinda, Balikpapan,
Bontang, Kutai Kartanegara, Kutai Timur, Paser, Tarakan, Bulungan, Nunukan, Malinau, Denpasar, Badung, Gianyar,
Tabanan, Buleleng, Karangasem, Klungkung, Mataram, Lombok Barat, Lombok Tengah, Lombok Timur, Lombok Utara,
Sumbawa, Dompu, Kupang, Belu, Ende, Sikka, Manggarai, Ngada"""
_TOWNS_WIT: Final = """Ambon, Tual, Seram Bagian Barat, Seram Bagian Timur, Buru, Ternate, Tidore Kepulauan,
Halmahera Barat, Halmahera Utara, Halmahera Selatan, Jayapura, Merauke, Mimika, Nabire, Biak Numfor, Jayawijaya,
Keerom, Manokwari, Sorong, Fakfak, Kaimana, Raja Ampat, Teluk Bintuni"""


def _zones(*tables: str) -> dict[str, str]:
    """Return the zone of each name of three tables."""
    return {
        " ".join(name.split()): zone for zone, names in zip(ZONES, tables, strict=True) for name in names.split(",")
    }


PROVINCES: Final = _zones(_WIB, _WITA, _WIT)
TOWNS: Final = _zones(_TOWNS_WIB, _TOWNS_WITA, _TOWNS_WIT)
