"""From paragraphs with marks to texts: what each was when the changes are refused, what it is when all are accepted.

A paragraph mark that came or went parts one text into two, or joins two into one.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from sopgen.model.edited.document import EditedText, Hand, TextPiece, WordRemark
from sopgen.read.edited.story import RawParagraph

Remarks = Mapping[str, WordRemark]


def texts_of(paragraphs: Sequence[RawParagraph], remarks: Remarks) -> Iterator[EditedText]:
    """Yield the texts in their order; the paragraphs of one symbol are one text."""
    for _, group in groupby(paragraphs, lambda one: one.holder):
        some = list(group)
        made = [text for run in _runs(some) for text in _of_run(run, remarks)]
        if some[0].symbol:
            yield _joined(made)
        else:
            yield from made


def _runs(paragraphs: Iterable[RawParagraph]) -> Iterator[list[RawParagraph]]:
    """Yield the paragraphs that marks join, together."""
    run: list[RawParagraph] = []
    for one in paragraphs:
        run.append(one)
        if one.whole or not (one.end_came or one.end_went):
            yield run
            run = []
    if run:
        yield run


@dataclass
class _View:
    """A paragraph of one of the two views: its pieces, each by its raw paragraph and its number in that."""

    pieces: list[tuple[tuple[int, int], TextPiece]] = field(default_factory=list)
    members: list[int] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(piece.text for _, piece in self.pieces)


def _views(run: Sequence[RawParagraph], *, now: bool) -> list[_View]:
    """Return the paragraphs of a run when all changes are accepted, or refused."""
    views, one = [], _View()
    for number, paragraph in enumerate(run):
        one.members.append(number)
        numbered = enumerate(paragraph.pieces)
        one.pieces += [((number, n), piece) for n, piece in numbered if (piece.now if now else piece.was)]
        if not (paragraph.end_went if now else paragraph.end_came):
            views.append(one)
            one = _View()
    if one.members:  # the last mark of a cell is never taken out
        if views and not one.pieces:
            views[-1].members += one.members
        else:
            views.append(one)
    return views


def _of_run(run: Sequence[RawParagraph], remarks: Remarks) -> Iterator[EditedText]:
    if run[0].whole:
        yield from (_whole(one, remarks) for one in run)
        return
    if len(run) == 1:
        pieces = run[0].pieces
        before, after = (_text(piece for piece in pieces if getattr(piece, way)) for way in ("was", "now"))
        yield _edited(run, (before, after), pieces, remarks)
        return
    was, now = _views(run, now=False), _views(run, now=True)
    told: set[int] = set()
    for left, right in _together(was, now):
        members = sorted({*(left.members if left else ()), *(right.members if right else ())} - told)
        pieces = _pieces(left, right)
        texts = (left.text if left else None, right.text if right else None)
        own = [run[n] for n in members] or [run[(right or left or _View()).members[0]]]
        told |= set(members) if left and right else set()
        yield _edited(own, texts, pieces, remarks)


def _text(pieces: Iterable[TextPiece]) -> str:
    return "".join(piece.text for piece in pieces)


def _whole(one: RawParagraph, remarks: Remarks) -> EditedText:
    """Return a paragraph of a row that came, or went."""
    came = one.whole == "came"
    text = _text(piece for piece in one.pieces if (piece.now if came else piece.was))
    return _edited([one], (None, text) if came else (text, None), one.pieces, remarks)


def _pieces(left: _View | None, right: _View | None) -> list[TextPiece]:
    """Return the pieces of both views in the order of the file; a piece of both stands there once."""
    both = [*(left.pieces if left else ()), *(right.pieces if right else ())]
    return [piece for _, piece in sorted(dict(both).items())]


def _together(was: Sequence[_View], now: Sequence[_View]) -> Iterator[tuple[_View | None, _View | None]]:
    """Yield which paragraph of the one view became which of the other, in order: those that share letters.

    Of the others those that share a raw paragraph.
    """
    partner: dict[int, int] = {}
    for shared in (_kept, _same_paragraph):
        for j, right in enumerate(now):
            low = max((i for i, k in partner.items() if k < j), default=-1)
            high = min((i for i, k in partner.items() if k > j), default=len(was))
            free = [i for i in range(low + 1, high) if i not in partner]
            best = max(free, key=lambda i: (shared(was[i], right), -i), default=None)
            if j not in partner.values() and best is not None and shared(was[best], right):
                partner[best] = j
    i = 0
    back = {j: i for i, j in partner.items()}
    for j, right in enumerate(now):
        if j not in back:
            yield None, right
            continue
        while i < back[j]:
            yield was[i], None
            i += 1
        yield was[i], right
        i += 1
    yield from ((left, None) for left in was[i:])


def _kept(left: _View, right: _View) -> int:
    own = {place for place, _ in right.pieces}
    return sum(len("".join(piece.text.split())) for place, piece in left.pieces if place in own)


def _same_paragraph(left: _View, right: _View) -> int:
    """Count the raw paragraphs with words of both."""
    return len({n for (n, _), piece in left.pieces if piece.text.strip()} & {n for (n, _), _ in right.pieces})


def _edited(
    own: Sequence[RawParagraph], texts: tuple[str | None, str | None], pieces: Sequence[TextPiece], remarks: Remarks
) -> EditedText:
    before, after = texts
    hands: list[Hand] = [piece.by for piece in pieces if piece.by]
    hands += [hand for one in own for hand in one.hands] if before is None or after is None or len(own) > 1 else []
    looks: dict[str, int] = {}
    for one in own:
        for name, count in one.looks.items():
            looks[name] = looks.get(name, 0) + count
    said = dict.fromkeys(number for one in own for number in one.remarks)
    return EditedText(
        before,
        after,
        tuple(pieces),
        own[0].place,
        own[0].symbol,
        tuple(dict.fromkeys(hands)),
        tuple(remarks[number] for number in said if number in remarks),
        looks,
    )


def _joined(some: Sequence[EditedText]) -> EditedText:
    """Return the lines of a symbol as one text."""
    before, after = (
        " ".join(text for one in some if (text := getattr(one, side)) is not None) for side in ("before", "after")
    )
    gone = all(one.after is None for one in some)
    new = all(one.before is None for one in some)
    blank = TextPiece(" ", True, True)
    pieces = [piece for one in some for piece in (*one.pieces, blank)]
    looks: dict[str, int] = {}
    for one in some:
        for name, count in one.looks.items():
            looks[name] = looks.get(name, 0) + count
    return EditedText(
        None if new else before,
        None if gone else after,
        tuple(pieces[:-1]),
        some[0].place,
        True,
        tuple(dict.fromkeys(hand for one in some for hand in one.hands)),
        tuple(dict.fromkeys(remark for one in some for remark in one.remarks)),
        looks,
    )
