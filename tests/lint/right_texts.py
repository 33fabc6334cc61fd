"""Texts that are right as they stand: laws in their official forms, and sentences near to what rules look for."""

from collections.abc import Iterator
from datetime import date

from tests.lint.edits import LAWS

TITLES = (
    "Hak Asasi Manusia",
    "Pelayanan Publik",
    "Penanganan Konflik Sosial",
    "Pembentukan Peraturan Perundang-undangan",
    "Perubahan atas Undang-Undang Nomor 15 Tahun 2002 tentang Tindak Pidana Pencucian Uang",
    "Tata Cara Pelaksanaan Pengadaan Barang/Jasa dan Pertanggungjawabannya",
    "Susunan Organisasi dan Tata Kerja pada Tingkat Kepolisian Resort dan Kepolisian Sektor",
    "Administrasi Pengawasan dan Pengendalian di Lingkungan Kepolisian Negara Republik Indonesia",
)
NAMES = (
    "Ketetapan Majelis Permusyawaratan Rakyat Nomor VII/MPR/2000",
    "Undang-Undang Nomor {n} Tahun {y}",
    "Peraturan Pemerintah Pengganti Undang-Undang Nomor {n} Tahun {y}",
    "Peraturan Pemerintah Nomor {n} Tahun {y}",
    "Peraturan Presiden Nomor {n} Tahun {y}",
    "Keputusan Presiden Nomor {n} Tahun {y}",
    "Peraturan Menteri Dalam Negeri Nomor {n} Tahun {y}",
    "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor {n} Tahun {y}",
    "Peraturan Kepolisian Negara Republik Indonesia Nomor {n} Tahun {y}",
    "Peraturan Kepala Kepolisian Negara Republik Indonesia Nomor {n} Tahun {y}",
    "Peraturan Kepala Kepolisian Daerah Gorontalo Nomor {n} Tahun {y}",
    "Peraturan Kepala Badan Pemelihara Keamanan Kepolisian Negara Republik Indonesia Nomor {n} Tahun {y}",
    "Peraturan Kepala Kepolisian Resor Gorontalo Kota Nomor {n} Tahun {y}",
    "Peraturan Daerah Kota Gorontalo Nomor {n} Tahun {y}",
    "Peraturan Wali Kota Gorontalo Nomor {n} Tahun {y}",
    "Peraturan Kepala Badan Pusat Statistik Nomor {n} Tahun {y}",
    "Maklumat Kapolri Nomor: Mak/{n}/III/{y}",
    "Surat Keputusan Kapolri No. Pol.: Skep/{n}/VII/{y} tanggal 1 Juli {y}",
    "Keputusan Kapolri Nomor: Kep/{n}/V/{y} tanggal 26 Mei {y}",
    "Keputusan Kapolda Gorontalo Nomor: Kep/{n}/I/{y}",
    "Surat Edaran Kapolri Nomor: SE/{n}/VII/{y}",
)
CLAUSES = (
    "",
    " sebagaimana telah diubah dengan Undang-Undang Nomor 11 Tahun 2020 tentang Cipta Kerja",
    " sebagaimana telah beberapa kali diubah terakhir dengan Peraturan Pemerintah Nomor 48 Tahun 2021",
    ", sebagaimana telah diubah beberapa kali terakhir dengan Undang-Undang Nomor 6 Tahun 2023",
)
# The annex of Perkap 1/2023, and real orders.
ANNEX = (
    "Undang-Undang Nomor 2 Tahun 2002 tentang Kepolisian Negara Republik Indonesia;",
    "Peraturan Kepala Kepolisian Negara Republik Indonesia Nomor 6 Tahun 2017 tentang Susunan Organisasi",
    "Undang-Undang Dasar Negara Republik Indonesia Tahun 1945",
    "Kitab Undang-Undang Hukum Acara Pidana",
    "Rencana Kegiatan Satuan Pembinaan Masyarakat Tahun 2026",
    "Daftar Isian Pelaksanaan Anggaran Polres Tahun Anggaran 2026",
    "Peraturan Pemerintah Nomor 31 Tahun 2013 tentang Peraturan Pelaksanaan Undang-Undang Nomor 6 Tahun 2011 tentang "
    "Keimigrasian sebagaimana telah diubah beberapa kali terakhir dengan Peraturan Pemerintah Nomor 48 Tahun 2021",
)
SENTENCES = (
    "Menerima surat PD dan surat masuk lainnya",
    "Menerbitkan SKCK dan SIM di SPKT",
    "Memeriksa kelengkapan berkas di lokasi, di instansi, di sisi jalan dan di pekan raya",
    "Mengundang Puteri Indonesia ke Balai Kota",
    "Melaksanakan sambang ke rumah warga di wilayah Kelurahan Limba U",
    "Surat ditandatangani, diparaf dan dikirim pukul 09.00 WITA",
    "Menyerahkan laporan kepada Kanit Bhabinkamtibmas",
    "Memverifikasi data secara daring dan mengunggah dokumen ke server",
    "Mengoordinasikan pengamanan dengan Satsamapta",
    "Perkap 23/2010 tentang Susunan Organisasi dan Tata Kerja pada Tingkat Kepolisian Resort dan Kepolisian Sektor",
    "Alamat situs: pelayanan.polri.go.id; surel tim@contoh.go.id",
    "TEAM ELIT THN PD",
    "Ruang No. 31, S.I.K., 1,5 jam; SOP / 01 / IX / 2026 dan/atau A, B",
    "Tanggal 3 September 2019, 08 orang, 10 Juni 2006",
    "Melalui musyawarah, apabila para pihak sepakat, dibuat surat kesepakatan bersama",
    "Kesediaan para pihak dicatat; keterangan saksi dibacakan kembali",
    "Hasil telaahan disampaikan kepada KBO Binmas untuk ditindaklanjuti",
    "Menandatangani berita acara, menatausahakan arsip, menindaklanjuti pengaduan",
    "Pengamanan unjuk rasa, kegiatan keagamaan, hajatan warga dan pertandingan olahraga",
    "Tidak membeda-bedakan suku, agama, ras dan antargolongan",
    "Petugas wajib menjaga kerahasiaan, keselamatan dan ketertiban",
    "Menyosialisasikan nomor pengaduan 110 kepada masyarakat",
    "Saat maaf diterima, keadaan kembali tenteram",
    "Kendaraan R4, R2, HT, megafon, rompi, senter dan peluit",
    "Ketua RT/RW, Lurah, Babinsa, tokoh adat dan tokoh agama setempat",
)


def laws() -> Iterator[str]:
    """Yield laws as documents cite them: those of the table on several days, and one of each form for each title."""
    for law in LAWS:
        if law.judul:
            yield from {law.official(day) for day in (None, date(2010, 1, 1), date(2022, 1, 1), date(2024, 1, 1))}
    for n, name in enumerate(NAMES):
        for m, title in enumerate(TITLES):
            for clause in (CLAUSES[0], CLAUSES[1 + (n + m) % 3]):
                cited = name.format(n=60 + 7 * n + m, y=1999 + (n * 5 + m) % 24)
                yield f"{cited} tentang {title}{clause}" + ("", ";", ".")[(n + m) % 3]
