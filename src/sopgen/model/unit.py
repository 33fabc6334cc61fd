"""WHAT a unit (satuan) is: letterhead, place, signatory and the settings of its letters."""

import re
from datetime import date
from enum import StrEnum
from functools import partial
from typing import Annotated, Final

from pydantic import Field

from sopgen.model.base import Code, Integer, IsoDate, Law, Model, Nrp, OfPerson, Sha256, Slug, Text, Words
from sopgen.model.page import PageSetup, Sheet
from sopgen.model.people.post import full_post, short_post
from sopgen.model.printed import NotPrinted


class Signatory(Model):
    """Who signs the unit's letters.

    With `atas_nama` the a.n. form is printed above `jabatan`; with `untuk_beliau`, the post between the two,
    the u.b. form (Perkap 1/2023, heads of signatures). `akhiran_nomor` ends the number of letters that a head
    of a section signs. `singkatan` is the short form of the post, where it does not follow from the full one.
    """

    jabatan: Words
    singkatan: Words | None = None
    atas_nama: Words | None = None
    untuk_beliau: Words | None = None
    nama: OfPerson
    pangkat: OfPerson
    nrp: Nrp
    akhiran_nomor: Code | None = None

    @property
    def on_behalf(self) -> tuple[str, ...]:
        """The lines above the signatory's own post."""
        if not self.atas_nama:
            return ()
        between = (full_post(self.untuk_beliau), "u.b.") if self.untuk_beliau else ()
        return (f"a.n. {full_post(self.atas_nama)}", *between)

    @property
    def post(self) -> str:
        """The signatory's own post in full, as it stands in the signature."""
        return full_post(self.jabatan)

    @property
    def chief(self) -> str:
        """The post in whose name the letter goes out."""
        return self.atas_nama or self.jabatan

    @property
    def short_chief(self) -> str:
        """The same in its short form: `KAPOLRES GORONTALO KOTA`."""
        return (None if self.atas_nama else self.singkatan) or short_post(self.chief)


class Official(Signatory):
    """Another official who may sign, chosen by `id`."""

    id: Slug


class RegisteredCertificate(Model):
    """A certificate that an official signs with: his NRP, whose it says it is (`pemilik`), its SHA-256."""

    nrp: Nrp
    pemilik: Annotated[Text, NotPrinted("the name in a certificate: it is compared, not printed")]
    sidik: Sha256


class YearlyBasis(Model):
    """What the orders of one year rest on besides the law: work plan (Rengiat), DIPA, calendar of operations."""

    tahun: Integer = Field(ge=1945, le=2100)
    isi: tuple[Words, ...] = Field(min_length=1)


class LetterKind(StrEnum):
    """The letters that send people on a task, by the names of their template folders.

    An order (surat perintah) is the form of Polri (Perkap 1/2023), an assignment (surat tugas) that of other offices
    (Peraturan ANRI 5/2021; in regions Permendagri 1/2023).
    """

    ORDER = "surat-perintah"
    ASSIGNMENT = "surat-tugas"


class ForCivilians(StrEnum):
    """What civilians on a roster get, whom nobody can order: an invitation; an assignment where the unit says so."""

    INVITATION = "undangan"
    ASSIGNMENT = "surat-tugas"


TITLES: Final = {LetterKind.ORDER: "SURAT PERINTAH", LetterKind.ASSIGNMENT: "SURAT TUGAS"}
# Civilians are given a task, not ordered to it; so do the letters of ministries and agencies (ANRI 5/2021).
CIVILIANS_DICTUM: Final = "MEMBERI TUGAS"
# The prefix of a letter's number by its title; the second one is that of the investigators' templates in use.
PREFIXES: Final = {"SURAT PERINTAH": "Sprin", "SURAT PERINTAH TUGAS": "Sp.Gas", "SURAT TUGAS": "Sgas"}


class OrderSettings(Model):
    """The settings of the task orders (surat perintah, surat perintah tugas).

    `bentuk` chooses the letter: the order of Polri, or the assignment of other offices. `warga` is what civilians of
    a roster get; `nomor_warga` is the pattern of the numbers of their assignments. `diktum` stands above `Kepada` in
    an assignment: offices of the regions write MEMERINTAHKAN, others MEMBERI TUGAS.
    `nomor` is a pattern with the fields {awalan}, {urut}, {bulan_romawi}, {kka} and {tahun}; `awalan`, the prefix,
    follows from the title where it is not given, the title (`judul`) from the letter. `kka` is the archive code (Kode
    Klasifikasi Arsip) of orders whose activity has none of its own; without any the form leaves room to write it.
    `dasar` is what the unit's orders rest on besides the SOP's own legal basis, `rencana` the same year by year.
    `lapor_kepada` is to whom results are reported, the head of the unit where it is not given. `kelengkapan` has the
    letter list the activity's equipment, `penerima` has it signed by who receives it. `paraf` are those who initial
    the office's own copy.
    A letter's date more than `selisih_hari` days from today is asked about. `simpan_personel` is how many months the
    register keeps whom a letter ordered (UU 27/2022).
    """

    bentuk: LetterKind = LetterKind.ORDER
    warga: ForCivilians = ForCivilians.INVITATION
    judul: Words | None = None
    diktum: Words = "MEMERINTAHKAN"
    nomor: Code = "{awalan}/{urut}/{bulan_romawi}/{kka}/{tahun}"
    nomor_warga: Code = "{awalan}/{urut}/{bulan_romawi}/{kka}/{tahun}"
    awalan: Code | None = None
    kka: Code | None = None
    baris_personel: Integer = Field(default=8, ge=1, le=40)
    dasar: tuple[Law, ...] = ()
    rencana: tuple[YearlyBasis, ...] = ()
    lapor_kepada: Words | None = None
    kelengkapan: bool = False
    penerima: bool = False
    tembusan: tuple[Words, ...] = ()
    paraf: tuple[Words, ...] = ("Konseptor", "Kasat", "Kasium", "Waka")
    selisih_hari: Integer = Field(default=31, ge=0, le=3660)
    simpan_personel: Integer | None = Field(default=None, ge=1, le=600)
    halaman: Sheet = PageSetup.default()

    @property
    def title(self) -> str:
        """The title of the unit's own letters."""
        return self.judul or TITLES[self.bentuk]

    @property
    def prefix(self) -> str:
        """The prefix of their numbers."""
        return self.awalan or PREFIXES.get(self.title.upper(), PREFIXES[TITLES[self.bentuk]])

    def of_kind(self, kind: LetterKind) -> "OrderSettings":
        """Return the settings of one kind of letter: the unit's own, or those of its assignments of civilians."""
        if kind is self.bentuk:
            return self
        title = TITLES[kind]
        own = {"bentuk": kind, "judul": title, "awalan": PREFIXES[title], "nomor": self.nomor_warga}
        return self.model_copy(update={**own, "diktum": CIVILIANS_DICTUM})

    def plans_of(self, year: int) -> tuple[str, ...]:
        """Return what the orders of a year rest on besides the law."""
        return tuple(text for one in self.rencana if one.tahun == year for text in one.isi)


class FormSettings(Model):
    """The settings of the forms that follow task orders.

    `nomor_laporan` and `nomor_undangan` are patterns like that of the orders; their running numbers are written by
    hand. `mengetahui` is the id of the official (under `pejabat`) who countersigns a report; without one there is
    room to write who he is under `jabatan_mengetahui`. An agreement of two parties is theirs: `kop_kesepakatan` has
    it bear the unit's letterhead all the same.
    """

    nomor_laporan: Code = "LHP/{urut}/{bulan_romawi}/{tahun}"
    nomor_undangan: Code = "B/{urut}/{bulan_romawi}/{kka}/{tahun}"
    mengetahui: Slug | None = None
    jabatan_mengetahui: Words | None = None
    kop_kesepakatan: bool = False


class NewName(Model):
    """A name that the unit bears since a day, in the place of a former one, and from where that is known.

    What was issued before keeps the former one; what is made for that day or later bears the new one.
    """

    dahulu: Annotated[Text, NotPrinted("a name that is looked for")]
    kini: Annotated[Text, NotPrinted("a name that stands in the places of the former one")]
    sejak: IsoDate
    sumber: Annotated[Text, NotPrinted("where a name is known from")]


def _in_capitals(name: str, found: re.Match[str]) -> str:
    """Return a name in the capitals of the words that it stands for."""
    return name.upper() if found[0].isupper() else name.title()


class Unit(Model):
    """A police unit, or any other government office.

    `lambang` is its own picture, `lambang_kanan` the one that some heads have at their right (that of a Puskesmas,
    beside the district's). `berganti_nama` are its names of today, where letterhead and editions still bear former
    ones. `sertifikat` are the certificates whose signatures count; former ones stay, since what they signed does.
    """

    nama: Words
    kop: tuple[Words, ...] = Field(min_length=1)
    alamat: Code
    telepon: Code
    kota: Words
    tempat: Words
    zona_waktu: Code
    lambang: Annotated[Text, NotPrinted("the name of a file")] | None = None
    lambang_kanan: Annotated[Text, NotPrinted("the name of a file")] | None = None
    penandatangan: Signatory
    pejabat: tuple[Official, ...] = ()
    surat_perintah: OrderSettings = OrderSettings.default()
    formulir: FormSettings = FormSettings.default()
    sertifikat: tuple[RegisteredCertificate, ...] = ()
    berganti_nama: tuple[NewName, ...] = ()

    def named_on(self, text: str, day: date | None) -> str:
        """Return a text with the names that the unit bears on a day, in capitals where it has capitals."""
        for one in self.berganti_nama:
            if day is None or day >= one.sejak:
                former = re.compile(rf"(?<!\w){re.escape(one.dahulu)}(?!\w)", re.IGNORECASE)
                text = former.sub(partial(_in_capitals, one.kini), text)
        return text

    def on(self, day: date | None) -> "Unit":
        """Return the unit with the names of a day in its name and its letterhead; without a day, those of today."""
        kop = tuple(self.named_on(line, day) for line in self.kop)
        return self.model_copy(update={"nama": self.named_on(self.nama, day), "kop": kop})

    def sending(self, kind: LetterKind) -> "Unit":
        """Return the unit with the settings of one kind of letter."""
        return self.model_copy(update={"surat_perintah": self.surat_perintah.of_kind(kind)})

    def certificates_of(self, nrp: str) -> set[str]:
        """Return the fingerprints of the certificates that an official signs with."""
        return {one.sidik for one in self.sertifikat if one.nrp == nrp}

    def signed_by(self, official: str) -> "Unit":
        """Return the unit whose letters that official signs; raise KeyError where it is not known."""
        known = {one.id: one for one in self.pejabat}
        return self.model_copy(update={"penandatangan": known[official]})
