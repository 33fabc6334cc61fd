"""WHAT a unit (satuan) is: letterhead, place, signatory and the settings of its letters."""

from pydantic import Field

from sopgen.model.base import Integer, Model, Nrp, Text
from sopgen.model.page import Page


class Signatory(Model):
    """Who signs the unit's letters; with `atas_nama` the a.n. form is printed above `jabatan`."""

    jabatan: Text
    atas_nama: Text | None = None
    nama: Text
    pangkat: Text
    nrp: Nrp


class OrderSettings(Model):
    """The settings of the task orders (surat perintah tugas).

    `kka` is the archive code (Kode Klasifikasi Arsip); without one the form leaves room to write it.
    `nomor` is a pattern with the fields {urut}, {bulan_romawi}, {kka} and {tahun}.
    """

    judul: Text = "SURAT PERINTAH TUGAS"
    nomor: Text = "Sprin/{urut}/{bulan_romawi}/{kka}/{tahun}"
    kka: Text | None = None
    baris_personel: Integer = Field(default=8, ge=1, le=40)
    tembusan: tuple[Text, ...] = ()
    halaman: Page = Page()


class Unit(Model):
    """A police unit, or any other government office."""

    nama: Text
    kop: tuple[Text, ...] = Field(min_length=1)
    alamat: Text
    telepon: Text
    kota: Text
    tempat: Text
    zona_waktu: Text
    lambang: Text | None = None
    penandatangan: Signatory
    surat_perintah: OrderSettings = OrderSettings()
