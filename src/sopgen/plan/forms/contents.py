"""What each form says, value by value, with the tags by which the templates name them."""

from dataclasses import dataclass
from typing import Annotated

from sopgen.plan.contract.tags import Tag

Texts = tuple[str, ...]
# A row `label : text`, and a row of a table.
Details = tuple[tuple[str, str], ...]
Rows = tuple[Texts, ...]


@dataclass(frozen=True)
class Signer:
    """Who signs: place and date, the lines above the signature, and a name or room to write it."""

    place: Annotated[str, Tag("tempat", "tempat dan tanggal")] = ""
    lines: Annotated[Texts, Tag("baris", "baris di atas tanda tangan")] = ()
    name: Annotated[str, Tag("nama", "nama; kosong bila ditulis tangan")] = ""
    room: Annotated[str, Tag("ruang", "tempat menulis nama")] = ""
    rank: Annotated[str, Tag("pangkat", "pangkat dan NRP")] = ""


Signers = tuple[Signer, Signer]


@dataclass(frozen=True)
class FormContent:
    """What every form says; `row` is the least height of a row to fill in (mm)."""

    titles: Annotated[Texts, Tag("judul_lembar", "baris judul")]
    columns: Annotated[tuple[float, ...], Tag("kolom", "lebar kolom tabel (mm)")]
    row: Annotated[float, Tag("tinggi_baris", "tinggi baris tabel, paling sedikit (mm)")]
    signers: Annotated[Signers, Tag("tanda_tangan", "penanda tangan kiri dan kanan")]
    new_pages: Annotated[Texts, Tag("halaman_baru", "bagian yang mulai di halaman baru")]


@dataclass(frozen=True)
class ReportContent(FormContent):
    """What a report on a task says."""

    to: Annotated[Texts, Tag("kepada", "kepada siapa laporan ditujukan")]
    basis: Annotated[Details, Tag("dasar", "butir dasar: huruf dan isi")]
    heads: Annotated[Texts, Tag("kepala_tabel", "kepala kolom petugas")]
    sheets: Annotated[tuple[Rows, ...], Tag("lembar", "baris petugas, halaman demi halaman")]
    details: Annotated[Details, Tag("rincian", "waktu dan tempat: label dan isi")]
    findings: Annotated[Texts, Tag("temuan", "garis untuk hal yang ditemukan")]
    measures: Annotated[Texts, Tag("tindakan", "garis untuk tindakan yang diambil")]
    results: Annotated[Texts, Tag("hasil", "garis untuk hasil")]
    photos: Annotated[Rows, Tag("foto", "keterangan foto, dua sebaris")]
    closing: Annotated[str, Tag("penutup", "kalimat penutup")]


@dataclass(frozen=True)
class AttendanceContent(FormContent):
    """What a list of those present says."""

    details: Annotated[Details, Tag("rincian", "acara, waktu, tempat: label dan isi")]
    heads: Annotated[Texts, Tag("kepala_tabel", "kepala kolom")]
    sheets: Annotated[tuple[tuple[Rows, ...], ...], Tag("lembar", "pasangan baris, halaman demi halaman")]
    purpose: Annotated[str, Tag("kegunaan", "untuk apa data dalam daftar digunakan")]


@dataclass(frozen=True)
class MinutesContent(FormContent):
    """What minutes say."""

    details: Annotated[Details, Tag("rincian", "acara, waktu, tempat: label dan isi")]
    agenda: Annotated[Details, Tag("agenda", "garis untuk agenda: huruf dan garis")]
    discussion: Annotated[Texts, Tag("bahasan", "garis untuk pokok bahasan")]
    conclusion: Annotated[Texts, Tag("kesimpulan", "garis untuk kesimpulan")]
    heads: Annotated[Texts, Tag("kepala_tabel", "kepala kolom tindak lanjut")]
    rows: Annotated[Texts, Tag("baris", "nomor baris tindak lanjut")]


@dataclass(frozen=True)
class Party:
    """A party of an agreement: its name in it, and room for who it is."""

    name: Annotated[str, Tag("nama", "sebutan pihak")]
    details: Annotated[Details, Tag("rincian", "siapa pihak itu: label dan isi")]


@dataclass(frozen=True)
class AgreementContent(FormContent):
    """What an agreement of two parties says."""

    opening: Annotated[str, Tag("pembuka", "kalimat pembuka")]
    parties: Annotated[tuple[Party, ...], Tag("pihak", "pihak yang bersepakat")]
    subject: Annotated[str, Tag("pengantar_pokok", "pengantar pokok masalah")]
    subject_lines: Annotated[Texts, Tag("garis_pokok", "garis untuk pokok masalah")]
    agreed: Annotated[str, Tag("sepakat", "pengantar isi kesepakatan")]
    items: Annotated[Rows, Tag("butir", "garis untuk setiap butir kesepakatan")]
    closing: Annotated[str, Tag("penutup", "kalimat penutup")]
    parties_sign: Annotated[Signers, Tag("tanda_tangan_pihak", "kedua pihak sebagai penanda tangan")]
    stamp: Annotated[tuple[str, str], Tag("meterai", "tulisan dalam kotak e-meterai")]
    heads: Annotated[Texts, Tag("kepala_tabel", "kepala kolom saksi")]
    witnesses: Annotated[Texts, Tag("saksi", "nomor baris saksi")]


@dataclass(frozen=True)
class MonitoringContent(FormContent):
    """What the form of monitoring says."""

    details: Annotated[Details, Tag("rincian", "SOP dan masa penilaian: label dan isi")]
    heads: Annotated[Texts, Tag("kepala_tabel", "kepala kolom")]
    marks: Annotated[Texts, Tag("penilaian", "kepala kedua kolom penilaian")]
    sheets: Annotated[tuple[Rows, ...], Tag("lembar", "baris prosedur, halaman demi halaman")]
    every: Annotated[str, Tag("berkala", "seberapa sering monitoring dilaksanakan")]


@dataclass(frozen=True)
class EvaluationContent(FormContent):
    """What the evaluation says."""

    details: Annotated[Details, Tag("rincian", "SOP dan masa penilaian: label dan isi")]
    heads: Annotated[Texts, Tag("kepala_tabel", "kepala kolom")]
    rows: Annotated[Details, Tag("baris", "kriteria: nomor dan isi")]
    outcome: Annotated[str, Tag("judul_kesimpulan", "judul kesimpulan")]
    outcome_lines: Annotated[Texts, Tag("kesimpulan", "garis untuk kesimpulan")]
    every: Annotated[str, Tag("berkala", "seberapa sering evaluasi dilaksanakan")]


@dataclass(frozen=True)
class InvitationContent(FormContent):
    """What an invitation says."""

    greeting: Annotated[str, Tag("sapaan", "Kepada Yth.")]
    to: Annotated[Details, Tag("kepada", "yang diundang: nomor, nama dan jabatan")]
    to_write: Annotated[Details, Tag("garis_kepada", "garis untuk menulis yang diundang: nomor dan garis")]
    their_place: Annotated[str, Tag("tempat_kepada", "di mana mereka")]
    basis: Annotated[Details, Tag("rujukan", "butir rujukan: huruf dan isi")]
    asking: Annotated[str, Tag("ajakan", "untuk apa mereka diundang")]
    details: Annotated[Details, Tag("rincian", "hari, waktu, tempat: label dan isi")]
    closing: Annotated[str, Tag("penutup", "kalimat penutup")]
