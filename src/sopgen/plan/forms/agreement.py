"""The agreement of two parties (surat kesepakatan bersama) that ends a dispute between residents.

A written agreement bears stamp duty of Rp10.000 (UU 10/2020, Pasal 3), hence the box for the e-meterai.
"""

from dataclasses import asdict
from typing import Final

from sopgen.plan.forms.case import GAP, NUMBER, SIGN, Content, FormCase, Signer, civilian, signers_height, someone
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
STAMP_SIZE: Final = 24.0
WITNESS_HEADS: Final = ("No", "Nama", "Alamat", "Tanda Tangan")
WITNESS_COLUMNS: Final = (0.07, 0.33, 0.35, 0.25)
WITNESSES: Final = 3
WITNESS_ROW: Final = 8.5
SUBJECT_LINES: Final = range(4, 25)
LINES_AN_ITEM: Final = 2
ITEMS: Final = range(3, 11)


def agreement(case: FormCase) -> Content:
    """Return the agreement; what is agreed stands on the sheet that is signed."""
    lines = roomiest(lambda count: _subject_pieces(case, count), case.room, SUBJECT_LINES)
    items = roomiest(lambda count: _signed_pieces(case, count), case.room, ITEMS)
    begun = new_pages(_subject_pieces(case, lines), case.room) + new_pages(_signed_pieces(case, items), case.room)
    return {
        "titles": [TITLE],
        "opening": _opening(case),
        "parties": [{"name": name, "details": _party(case)} for name in PARTIES],
        "subject": _subject(case),
        "subject_lines": case.lines(lines),
        "agreed": AGREED,
        "items": [case.lines(LINES_AN_ITEM, NUMBER)] * items,
        "closing": CLOSING,
        "parties_sign": [asdict(one) for one in _party_signers(case)],
        "stamp": STAMP,
        "witness_heads": WITNESS_HEADS,
        "columns": case.columns(WITNESS_COLUMNS),
        "row": WITNESS_ROW,
        "witnesses": [str(n) for n in range(1, WITNESSES + 1)],
        "signers": [asdict(one) for one in _signers(case)],
        "new_pages": [*begun, "agreed"],
    }


def _opening(case: FormCase) -> str:
    day = case.single_day or f"{case.dots(24)} tanggal {case.dots(34)} 20{case.dots(8)}"
    when = f"Pada hari ini, {day}, pukul {case.dots(16)} {case.unit.zona_waktu}"
    place = case.task.place or case.dots(60)
    return f"{when}, bertempat di {place}, kami yang bertanda tangan di bawah ini:"


def _party(case: FormCase) -> list[list[str]]:
    return [[label, case.value] for label in PARTY_LABELS]


def _subject(case: FormCase) -> str:
    by_order = f" berdasarkan {order_as_basis(case)}" if case.task.day else ""
    about = f" dalam rangka kegiatan {case.about}" if case.about else ""
    return (
        f"Kedua belah pihak telah bermusyawarah{about} dengan difasilitasi petugas Polmas dan FKPM{by_order} "
        "mengenai pokok masalah sebagai berikut:"
    )


def _party_signers(case: FormCase) -> tuple[Signer, Signer]:
    first, second = (civilian(case, f"{name},") for name in PARTIES)
    return first, second


def _signers(case: FormCase) -> tuple[Signer, Signer]:
    room = case.dots(50)
    officer = someone(case, "Mengetahui,", "BHABINKAMTIBMAS/FKPM", room, person=case.only)
    head = Signer("", ("Mengetahui,", "LURAH/KEPALA DESA", room), "", f"({room})", f"NIP {case.dots(42)}")
    return head, officer


def _subject_pieces(case: FormCase, lines: int) -> list[FormBlock]:
    party = case.labelled_height([""] * len(PARTY_LABELS)) + case.line + GAP
    return [
        FormBlock("head", case.head_height([TITLE])),
        FormBlock("opening", case.height(_opening(case), case.width) + GAP),
        *(FormBlock(f"party{n}", party) for n in range(len(PARTIES))),
        FormBlock("subject", GAP + case.height(_subject(case), case.width) + case.lines_height(lines)),
    ]


def _signed_pieces(case: FormCase, items: int) -> list[FormBlock]:
    agreed = case.height(AGREED, case.width) + case.lines_height(items * LINES_AN_ITEM)
    parties = signers_height(case, *_party_signers(case)) + STAMP_SIZE + 2 - SIGN
    witnesses = 2 * GAP + case.line + (WITNESSES + 1) * WITNESS_ROW
    return [
        FormBlock("items", agreed),
        FormBlock("closing", GAP + case.height(CLOSING, case.width) + parties),
        FormBlock("witnesses", witnesses),
        FormBlock("foot", signers_height(case, *_signers(case))),
    ]
