"""The agreement of two parties (surat kesepakatan bersama) that ends a dispute between residents.

A written agreement bears stamp duty of Rp10.000 (UU 10/2020, Pasal 3), hence the box for the e-meterai.
"""

from typing import Final

from sopgen.model.look.form import AgreementLook
from sopgen.plan.forms.case import FormCase, civilian, signers_height, someone
from sopgen.plan.forms.contents import AgreementContent, Details, Party, Signer, Signers
from sopgen.plan.forms.report import order_as_basis
from sopgen.plan.forms.sheets import FormBlock, new_pages, roomiest

TITLE: Final = "SURAT KESEPAKATAN BERSAMA"
PARTIES: Final = ("PIHAK PERTAMA", "PIHAK KEDUA")
PARTY_LABELS: Final = ("Nama", "Tempat, tanggal lahir", "Pekerjaan", "NIK", "Alamat")
AGREED: Final = (
    "Kedua belah pihak sepakat menyelesaikan masalah tersebut secara musyawarah dengan ketentuan sebagai berikut:"
)
CLOSING: Final = (
    "Demikian surat kesepakatan bersama ini dibuat dengan sebenarnya, dalam keadaan sadar dan tanpa paksaan dari "
    "pihak mana pun, untuk dipatuhi dan dilaksanakan oleh kedua belah pihak."
)
STAMP: Final = ("e-Meterai", "Rp10.000")
WITNESS_HEADS: Final = ("No", "Nama", "Alamat", "Tanda Tangan")
WITNESSES: Final = 3
SUBJECT_LINES: Final = range(4, 25)
LINES_AN_ITEM: Final = 2
ITEMS: Final = range(3, 11)


def agreement(case: FormCase, look: AgreementLook) -> AgreementContent:
    """Return the agreement; what is agreed stands on the sheet that is signed."""
    lines = roomiest(lambda count: _subject_pieces(case, count), case.room, SUBJECT_LINES)
    items = roomiest(lambda count: _signed_pieces(case, look, count), case.room, ITEMS)
    subject = new_pages(_subject_pieces(case, lines), case.room)
    return AgreementContent(
        titles=(TITLE,),
        columns=case.columns(look.kolom),
        row=look.tinggi_baris,
        signers=_signers(case),
        new_pages=(*subject, *new_pages(_signed_pieces(case, look, items), case.room), "sepakat"),
        opening=_opening(case),
        parties=tuple(Party(name, _party(case)) for name in PARTIES),
        subject=_subject(case),
        subject_lines=case.lines(lines, 0),
        agreed=AGREED,
        items=(case.lines(LINES_AN_ITEM),) * items,
        closing=CLOSING,
        parties_sign=_party_signers(case),
        stamp=STAMP,
        heads=WITNESS_HEADS,
        witnesses=tuple(str(n) for n in range(1, WITNESSES + 1)),
    )


def _opening(case: FormCase) -> str:
    day = case.single_day or f"{case.dots(24)} tanggal {case.dots(34)} 20{case.dots(8)}"
    when = f"Pada hari ini, {day}, pukul {case.dots(16)} {case.unit.zona_waktu}"
    place = case.task.place or case.dots(60)
    return f"{when}, bertempat di {place}, kami yang bertanda tangan di bawah ini:"


def _party(case: FormCase) -> Details:
    return tuple((label, case.value) for label in PARTY_LABELS)


def _subject(case: FormCase) -> str:
    by_order = f" berdasarkan {order_as_basis(case)}" if case.task.day else ""
    about = f" dalam rangka kegiatan {case.about}" if case.about else ""
    return (
        f"Kedua belah pihak telah bermusyawarah{about} dengan difasilitasi petugas Polmas dan FKPM{by_order} "
        "mengenai pokok masalah sebagai berikut:"
    )


def _party_signers(case: FormCase) -> Signers:
    first, second = (civilian(case, f"{name},") for name in PARTIES)
    return first, second


def _signers(case: FormCase) -> Signers:
    room = case.dots(50)
    officer = someone(case, "Mengetahui,", "BHABINKAMTIBMAS/FKPM", room, person=case.only)
    head = Signer("", ("Mengetahui,", "LURAH/KEPALA DESA", room), "", f"({room})", f"NIP {case.dots(42)}")
    return head, officer


def _subject_pieces(case: FormCase, lines: int) -> list[FormBlock]:
    party = case.labelled_height([""] * len(PARTY_LABELS)) + case.section_height
    return [
        FormBlock("kepala", case.head_height([TITLE])),
        FormBlock("pembuka", case.height(_opening(case), case.width) + case.gap),
        *(FormBlock(f"pihak{n}", party) for n in range(len(PARTIES))),
        FormBlock("pokok", case.gap + case.height(_subject(case), case.width) + case.lines_height(lines)),
    ]


def _signed_pieces(case: FormCase, look: AgreementLook, items: int) -> list[FormBlock]:
    agreed = case.height(AGREED, case.width) + case.lines_height(items * LINES_AN_ITEM)
    stamp = look.meterai.sisi + look.meterai.jarak - case.look.tanda_tangan.ruang
    parties = signers_height(case, *_party_signers(case)) + stamp
    witnesses = 2 * case.gap + case.line + (WITNESSES + 1) * look.tinggi_baris
    return [
        FormBlock("butir", agreed),
        FormBlock("penutup", case.gap + case.height(CLOSING, case.width) + parties),
        FormBlock("saksi", witnesses),
        FormBlock("kaki", signers_height(case, *_signers(case))),
    ]
