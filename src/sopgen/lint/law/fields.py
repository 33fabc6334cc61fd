"""The rule over laws of another field than that of the SOP."""

import re
from collections.abc import Iterator
from typing import Final

from sopgen.lint.law.basis import BASIS
from sopgen.lint.registry import Finding, Subject, rule
from sopgen.lint.texts import texts
from sopgen.messages import say
from sopgen.model.law.citation import read_citation

# Fields of laws that are cited for them alone: the word in the title, and roots by which a text speaks of the field.
_FIELDS: Final = {
    "perpustakaan": "pustaka|bacaan",
    "pornografi": "pornografi|asusila|susila",
    "cagar budaya": "cagar|budaya|situs|benda",
    "pemilihan umum": "pemilihan|pemilu|suara|kampanye",
    "pengelolaan sampah": "sampah|kebersihan|limbah",
    "telekomunikasi": "telekomunikasi|telepon|radio|frekuensi",
    "guru dan dosen": "guru|dosen|sekolah|pendidik",
    "sistem pendidikan nasional": "didik|sekolah|siswa|latih|guru",
    "fidusia": "fidusia|jaminan|kendaraan",
    "wakaf": "wakaf|tanah",
    "penerbangan": "terbang|bandar|pesawat|drone",
    "pelayaran": "layar|kapal|pelabuhan|laut|perairan",
    "perikanan": "ikan|laut|kapal|nelayan",
    "kehutanan": "hutan|kayu|satwa",
    "perkebunan": "kebun|tanaman",
    "pertambangan": "tambang|mineral|galian",
    "perkoperasian": "koperasi",
    "partai politik": "partai|politik",
    "hak cipta": "cipta|kekayaan intelektual|karya",
    "perbankan": "bank|tabungan|rekening|pembayaran",
    "kepariwisataan": "wisata|hotel|tamu",
    "keolahragaan": "olahraga|atlet|pertandingan|stadion",
    "praktik kedokteran": "dokter|pasien|medis|kesehatan|obat",
    "rumah sakit": "pasien|medis|rumah sakit|kesehatan",
    "narkotika": "narkotika|narkoba|obat|urine|rehabilitasi",
    "lalu lintas dan angkutan": "lalu lintas|kendaraan|jalan|mengemudi|tilang|pengemudi|angkut|patroli",
    "keimigrasian": "imigrasi|paspor|orang asing|visa|deteni|warga negara",
    "pemasyarakatan": "pemasyarakatan|narapidana|tahanan|lapas|rutan|warga binaan",
    "bangunan gedung": "bangunan|gedung|konstruksi",
    "perkawinan": "kawin|nikah|cerai|keluarga|suami|istri|akta",
    "kewarganegaraan": "warga negara|kewarganegaraan|orang asing|paspor|imigrasi",
    "kepabeanan": "pabean|bea|impor|ekspor|barang",
    "cukai": "cukai|rokok|minuman|barang",
    "pangan": "pangan|makan|gizi|dapur|minum",
    "penyiaran": "siar|televisi|radio|media|pers",
    "pengadilan anak": "anak",
    "bantuan hukum": "hukum|perkara|advokat|kuasa|pengadilan",
    "perdagangan orang": "orang|korban|perempuan|anak|pekerja|paspor|imigrasi",
    "penanggulangan bencana": "bencana|banjir|gempa|evakuasi|darurat|kebakaran",
}


@rule("LB37", "info", source="Permenpan RB 35/2012, annex, identity item Dasar Hukum: behind the procedure", sure="B")
def laws_are_of_the_field(subject: Subject) -> Iterator[Finding]:
    """A law of a single field stands under Dasar Hukum of an SOP that has to do with it.

    The law on libraries orders nothing in a prison: it was taken over from another SOP. Known are some forty fields,
    each by the words with which a text speaks of it. A hint.

    Wrong:
        judul: SOP Penerimaan Narapidana   # dasar_hukum: Undang-Undang Nomor 43 Tahun 2007 tentang Perpustakaan
    Right:
        - Undang-Undang Nomor 22 Tahun 2022 tentang Pemasyarakatan
    """
    told = " ".join(
        one.text.casefold() for one in texts(subject) if not (one.at.loc[0] == "dasar_hukum" and "isi" in one.at.loc)
    )
    for n, entry in enumerate(subject.sop.dasar_hukum.isi):
        citation = read_citation(entry)
        if citation is None or citation.kind.short not in ("UU", "PP", "Perppu"):
            continue
        for field, roots in _FIELDS.items():
            if re.search(rf"\b{field}\b", citation.title.casefold()) and not re.search(roots, told):
                what = say("the SOP has nothing to do with {field}", field=field)
                yield Finding((*BASIS, n), what, say("leave the law out, or say where the SOP rests on it"))
