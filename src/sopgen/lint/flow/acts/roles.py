"""The rule over who may do an act: people who come to an office do not do the work of the office."""

import re
from collections.abc import Iterator
from typing import Final

from sopgen.lint.registry import Finding, Subject, rule
from sopgen.lint.texts import steps_of
from sopgen.messages import say
from sopgen.model.flow import Step
from sopgen.model.sop import Lane

# Who comes to an office, or lives there; a member of a forum of citizens is one of them.
_OUTSIDE: Final = re.compile(
    r"^(?:calon |para |warga )*(?:pemohon|masyarakat|warga|pelapor|pengadu|pelanggan|pengguna (?:jasa|layanan)"
    r"|pengunjung"
    r"|pasien|tamu|keluarga (?:pasien|korban|pemohon|narapidana|wbp)|keluarga|korban|saksi|terlapor|teradu"
    r"|tersangka|pemilik\b.*"
    r"|penduduk|peserta|siswa|mahasiswa|orang tua|wali murid|penjamin|kuasa pemohon|pengantar|jemaah|pedagang"
    r"|pelaku usaha"
    r"|wajib pajak|pencari kerja|narapidana|tahanan|wbp|para pihak|pihak (?:i|ii|pertama"
    r"|kedua)\b)\b",
    re.IGNORECASE,
)
# A forum of citizens keeps papers of its own, and signs none of the office.
# What a forum may not do: coercion is the police's (Skep/737/X/2005).
_FORCE: Final = (
    r"(?:\W*|.*\b(?:dan|serta|lalu|kemudian) )(?:menangkap|menahan|menggeledah|menyita|menyidik|menginterogasi"
    r"|memborgol|membubarkan|menilang|menindak|mengadili|menjatuhkan (?:sanksi|hukuman)"
    r"|(?:memeriksa|menetapkan|memanggil) (?:para )?(?:tersangka|terdakwa)"
    r"|(?:melakukan|melaksanakan) (?:penangkapan|penahanan|penggeledahan|penyitaan|penyidikan|penilangan"
    r"|pemeriksaan (?:terhadap )?(?:para )?tersangka))\b"
)
_FORUM: Final = re.compile(r"^(?:anggota |ketua |pengurus )?(?:fkpm|forum)\b", re.IGNORECASE)
# Acts of the office alone: what is ordered, decided, recorded or given out in its name.
_PAPERS: Final = (
    r"(?:surat (?:perintah|tugas|keputusan|edaran|izin|panggilan|telegram|keterangan|pengantar|rekomendasi|penolakan)"
    r"|keputusan|izin|lisensi|sertifikat|paspor|kutipan|skck|sim|stnk|bpkb|nota dinas|disposisi|laporan hasil"
    r"|penetapan)"
)
_OFFICIAL: Final = (
    rf"(?:memaraf dan )?menandatangani (?:\w+ )?{_PAPERS}\b(?!.*\b(?:tanda terima|buku)\b)",
    r"(?:menerbitkan|mengesahkan|mengeluarkan|melegalisasi) \w+",
    r"(?:menetapkan|mencabut|membatalkan) (?:surat|keputusan|izin|sanksi|tarif|status|petugas)\b",
    r"(?:mendisposisi\w*|mengagendakan|memaraf|memberi(?:kan)? (?:nomor|disposisi|stempel|cap)|menomori|mengecap"
    r"|membubuhkan (?:cap|stempel|nomor))\b",
    r"(?:memverifikasi|memvalidasi|meneliti|menelaah|menilai|mengoreksi|menganalisis|mengkaji) "
    r"(?:\w+ )?(?:berkas|permohonan|persyaratan|data|dokumen|keabsahan|kelengkapan|kebenaran|laporan|pengaduan"
    r"|konsep)\b",
    r"(?:memeriksa|mengecek) (?:kelengkapan|keabsahan|persyaratan|berkas|permohonan)\b",
    r"(?:merekam|menginput|memasukkan|mengentri|meng-?entry|mencatat|membukukan|meregistrasi|mendaftarkan) .*"
    r"\b(?:siak|simkim|sdp|buku (?:register|agenda|ekspedisi|induk|mutasi)|register|agenda)\b",
    r"(?:memindai|mengambil) (?:sidik jari|foto wajah|foto pemohon|biometrik|berkas)\b",
    r"(?:mengarsipkan|memerintahkan|menugaskan|menunjuk petugas|memanggil (?:pemohon|nomor|antrean|saksi"
    r"|terlapor)|mewawancarai|menyusun (?:konsep|surat perintah|telaahan|nota dinas))\b",
    r"mencetak (?:paspor|kutipan akta|surat (?:izin|keterangan|keputusan))\b",
)
_ACTS: Final = re.compile(rf"\W*(?:\d+[.)]\s*)?(?:{'|'.join(_OFFICIAL)})", re.IGNORECASE)
# Those who type, keep or carry papers, and acts of those above them.
_BELOW: Final = re.compile(
    r"^(?:staf|staff|operator|petugas (?:loket|pelayanan|administrasi|registrasi|pendaftaran|front office"
    r"|penerima|arsip)|pengadministrasi"
    r"|caraka|kurir|pramu\w*|satpam|sopir|pengemudi|juru \w+|banit|bamin|baur|ba ?spkt|pengelola|resepsionis"
    r"|agendaris|arsiparis)\b",
    re.IGNORECASE,
)
_OF_HEADS: Final = re.compile(
    r"\W*(?:(?:memaraf dan )?menandatangani (?:surat (?:perintah|tugas|keputusan|izin|edaran|penolakan"
    r"|panggilan)|keputusan|izin|paspor"
    r"|nota dinas|penetapan|skck|laporan hasil)\b|mendisposisi\w*\b|memberikan disposisi\b|mengesahkan\b"
    r"|menetapkan (?:\w+ )?(?:keputusan"
    r"|sanksi|hukuman|tim)\b|memerintahkan\b|menugaskan\b|menunjuk (?:petugas|tim|penyidik)\b)",
    re.IGNORECASE,
)

# What is asked of who may grant it; whether papers are in order, anybody may be asked.
_GRANTED: Final = re.compile(
    r"\W*apakah (?:usul|usulan|permohonan|rencana|konsep)\b[^?]*\bdisetujui\b", re.IGNORECASE
)
# Who heads an office, and what is done for him.
_HEADS: Final = re.compile(
    r"^(?:kapol\w+|kepala (?:dinas|badan|kantor|puskesmas|kepolisian|lembaga|balai|rumah)|camat|lurah|bupati"
    r"|wali ?kota"
    r"|direktur|kadis|kalapas|karutan|kakanim|kapus|kepala desa|sekretaris daerah)\b",
    re.IGNORECASE,
)
_OF_CLERKS: Final = re.compile(
    r"\W*(?:mengetik|memfotokopi|menggandakan|memindai|mengagendakan|membukukan|mencatat (?:\w+ ){0,3}?(?:dalam"
    r"|pada|di|ke) "
    r"(?:buku )?(?:agenda|register|ekspedisi)|mengarsipkan|menomori|memberi(?:kan)? nomor|menjilid|mencetak"
    r"|mengantar\w*)\b",
    re.IGNORECASE,
)


@rule(
    "FL68",
    "info",
    source="UU 30/2014, article 8: an act of office is done by the official who is entitled to it",
    sure="M",
)
def acts_of_office_are_done_by_the_office(subject: Subject) -> Iterator[Finding]:
    """Acts of office are done by the office: who applies, reports or visits does not sign, record or issue.

    Where the column is that of a citizen, the step was put into the wrong lane, most likely; so it was where who
    types or keeps papers signs an order or gives a disposition, or the head of the office types and files. A hint.

    Wrong:
        - {id: l6, pelaksana: pemohon, uraian: Merekam data kelahiran ke dalam SIAK}
    Right:
        - {id: l6, pelaksana: operator, uraian: Merekam data kelahiran ke dalam SIAK}
    """
    known = {lane.id: lane for lane in subject.sop.pelaksana}
    for loc, step in steps_of(subject.sop):
        lanes = [known[name] for name in step.lanes if name in known]
        if lanes and (
            all(
                any(tell(lane, step) for tell in (_is_citizens, _is_of_heads, _is_clerks, _is_others))
                for lane in lanes
            )
        ):
            what = say('"{text}" is not done by {role}', text=step.uraian, role=lanes[0].label)
            yield Finding((*loc, "pelaksana"), what, say("put it into the lane of the official who does it"))


def _is_citizens(lane: Lane, step: Step) -> bool:
    label = lane.label.strip()
    signs = _FORUM.match(label) and re.match(
        rf"\W*{_OFFICIAL[0]}|\W*menerbitkan|\W*memerintahkan|{_FORCE}", step.uraian, re.IGNORECASE
    )
    return bool(signs or (_OUTSIDE.match(label) and _ACTS.match(step.uraian)))


_TREASURER: Final = (
    (
        re.compile(r"^bendahara pengeluaran\b", re.I),
        re.compile(r"\W*menerima (?:pembayaran|setoran|retribusi|tarif)\b", re.I),
    ),
    (re.compile(r"^bendahara penerimaan\b", re.I), re.compile(r"\W*(?:membayar|mencairkan|mengeluarkan)\b", re.I)),
)


def _is_others(lane: Lane, step: Step) -> bool:
    """Tell what the treasurer for the other way of the money does."""
    return any(who.match(lane.label.strip()) and act.match(step.uraian) for who, act in _TREASURER)


def _is_of_heads(lane: Lane, step: Step) -> bool:
    return bool(_BELOW.match(lane.label.strip()) and (_OF_HEADS.match(step.uraian) or _GRANTED.match(step.uraian)))


def _is_clerks(lane: Lane, step: Step) -> bool:
    return bool(_HEADS.match(lane.label.strip()) and _OF_CLERKS.match(step.uraian))
