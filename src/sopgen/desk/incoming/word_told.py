"""The proposals of an edited document as the page shows them: at their printed places, with their words marked."""

from collections.abc import Iterable, Mapping, Sequence

from sopgen.compare.edited.proposal import ProposalKind
from sopgen.compare.edited.words import marked_words
from sopgen.desk.office import edition_name
from sopgen.jobs.accept_word.apply import can_be_written, long_date_of
from sopgen.jobs.accept_word.letter import EditedLetter
from sopgen.jobs.accept_word.proposals import OfferedChange, WordOffer
from sopgen.jobs.accept_word.told import doubt_words, format_words
from sopgen.model.edited.document import Hand

Told = Mapping[str, object]


def offer_told(offer: WordOffer) -> Told:
    """Return all that a document proposes, in the order of its pages."""
    draft = offer.draft
    return {
        "berkas": offer.file,
        "judul": offer.source.issued.sop.judul,
        "edisi": offer.source.issued.sop.edisi,
        "draf": {
            "nama": edition_name(draft.path),
            "edisi": draft.edition.sop.edisi,
            "baru": draft.begun_from is not None,
        },
        "pasti": offer.source.certain,
        "usulan": [_change(one) for one in offer.changes],
        "sudah": len(offer.done),
        "bentuk": [{"apa": format_words(name), "jumlah": count} for name, count in sorted(offer.formats.items())],
        "luar": [{**_side_by_side(one.old, one.new), "oleh": _hands(one.hands)} for one in offer.outside],
    }


def letter_told(found: EditedLetter) -> Told:
    """Return what differs in a letter: it is shown, and never taken back."""
    changes = [
        {"bagian": one.field, **_side_by_side(one.old, one.new), "oleh": _hands(one.hands)} for one in found.changes
    ]
    return {"nomor": found.number, "beda": changes}


def _change(one: OfferedChange) -> Told:
    proposal = one.proposal
    is_remark = proposal.kind is ProposalKind.REMARK
    told = {
        "id": proposal.id,
        "jenis": proposal.kind.value,
        "bagian": one.part,
        "oleh": _hands(proposal.hands),
        "tanggapan": [{**_hand(said.by), "kata": said.text} for said in proposal.remarks],
        "pasti": one.sure,
        "bisa": can_be_written(one),
        "ragu": [doubt_words(doubt) for doubt in proposal.doubts],
        "teks": proposal.new,
        "kini": one.now if one.clash else None,
    }
    return told if is_remark else {**told, **_side_by_side(proposal.old, proposal.said or proposal.new)}


def _side_by_side(old: str, new: str) -> Told:
    was, now = marked_words(old, new)
    return {"semula": [list(piece) for piece in was], "menjadi": [list(piece) for piece in now]}


def _hands(hands: Iterable[Hand]) -> Sequence[Told]:
    return [_hand(one) for one in hands]


def _hand(one: Hand) -> Told:
    return {"siapa": one.author, "kapan": long_date_of(one.date[:10]) if one.date else ""}
