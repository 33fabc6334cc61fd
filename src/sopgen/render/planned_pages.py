"""Whether a PDF has the pages of its plan: a template that was emptied makes a PDF, too, only not this document."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from sopgen.errors import TemplateError
from sopgen.messages import say

POINT: Final = 25.4 / 72
# Of a page's sides (mm).
TOLERANCE: Final = 1.0
# The tags of page frames; the official document has the last two.
FRAMES: Final = ("halaman", "tegak", "mendatar")

Size = tuple[float, float]


def refuse_other_pages(pdf: bytes, data: Mapping[str, Any], file: str) -> None:
    """Raise TemplateError where pages are empty, of a size that is not planned, or too few; `data` is the plan's."""
    import pypdfium2  # here, since only a changed template's PDF is looked at

    with pypdfium2.PdfDocument(pdf) as document:
        pages = [(page.get_width() * POINT, page.get_height() * POINT) for page in document]
        empty = [number for number, page in enumerate(document, 1) if not _has_words(page)]
    if empty:
        raise _refused(file, say("page {number} is empty", number=empty[0]))
    planned = [(frame["lebar"], frame["tinggi"]) for key in FRAMES if (frame := data.get(key))]
    for number, size in enumerate(pages, 1):
        # A letter's annex lies across.
        if planned and not any(_same(size, one) or _same(size, one[::-1]) for one in planned):
            words = say(
                "page {number} is {width:.0f} x {height:.0f} mm", number=number, width=size[0], height=size[1]
            )
            raise _refused(file, words)
    for size, count in _wanted(data):
        made = sum(_same(page, size) for page in pages)
        if made < count:
            words = say(
                "{made} pages of {width:.0f} x {height:.0f} mm instead of {count}",
                made=made,
                count=count,
                width=size[0],
                height=size[1],
            )
            raise _refused(file, words)


def _has_words(page: Any) -> bool:
    return bool(page.get_textpage().get_text_bounded().strip())


def _wanted(data: Mapping[str, Any]) -> Iterator[tuple[Size, int]]:
    """Yield the sizes of an SOP's pages and how many there are at least: cover, identity or prose, tables."""
    if "tegak" in data and "mendatar" in data:
        upright, across = _size(data["tegak"]), _size(data["mendatar"])
        sheets = sum(len(data[key]) for key in ("lembar_keputusan", "lembar_pembuka"))
        yield upright, (data["sampul"] is not None) + sheets + (len(data["lembar_depan"]) or 1)
        yield across, len(data["lembar"]) + len(data["lembar_langkah"])
    elif "judul_naskah" in data:
        yield _size(data["halaman"]), (data["sampul"] is not None) + len(data["lembar"])
        if annex := data["lampiran"]:
            yield _size(annex["mendatar"]), len(annex["lembar"]) + len(annex["lembar_langkah"])


def _size(frame: Mapping[str, float]) -> Size:
    return frame["lebar"], frame["tinggi"]


def _same(one: Sequence[float], other: Sequence[float]) -> bool:
    return all(abs(side - wanted) < TOLERANCE for side, wanted in zip(one, other, strict=True))


def _refused(file: str, what: str) -> TemplateError:
    return TemplateError(
        say(
            "{file}: the PDF is not as planned: {what}. fix: compare the template with the shipped one, or copy that "
            "one anew (`sopgen new` writes it)",
            file=file,
            what=what,
        )
    )
