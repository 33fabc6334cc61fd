"""Which zone's time the provinces keep (Keppres 41/1987 and the laws that made new provinces; from memory)."""

from typing import Final

ZONES: Final = ("WIB", "WITA", "WIT")
_WIB: Final = """Aceh, Sumatera Utara, Sumatera Barat, Sumatera Selatan, Riau, Kepulauan Riau, Jambi, Bengkulu,
Lampung, Bangka Belitung, Banten, Jakarta, Jawa Barat, Jawa Tengah, Yogyakarta, Jawa Timur, Kalimantan Barat,
Kalimantan Tengah"""
_WITA: Final = """Kalimantan Selatan, Kalimantan Timur, Kalimantan Utara, Sulawesi Utara, Sulawesi Tengah,
Sulawesi Selatan, Sulawesi Tenggara, Sulawesi Barat, Gorontalo, Bali, Nusa Tenggara Barat, Nusa Tenggara Timur"""
_WIT: Final = "Maluku, Maluku Utara, Papua, Papua Barat"

PROVINCES: Final[dict[str, str]] = {
    " ".join(name.split()): zone
    for zone, names in zip(ZONES, (_WIB, _WITA, _WIT), strict=True)
    for name in names.split(",")
}
