"""Where a Word template was restyled in Word: sizes and distances that rupa.yaml sets, which Word's own do not."""

from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from docx.document import Document
from docx.shared import Length
from docx.styles.style import ParagraphStyle

from sopgen.errors import Problem, TemplateError
from sopgen.jobs.templates.known import TemplateLook
from sopgen.messages import say
from sopgen.render.word.habits import own_measures
from sopgen.render.word.look import StyleLook
from sopgen.render.word.named import styles

# Word rounds distances to twentieths of a point, and type sizes to halves.
NEAR: Final = {"mm": 0.05, "pt": 0.5 / 2, "x": 0.01}
# A number with its unit; `x` stands for times the usual line.
Measure = tuple[float, str]
InWord = Callable[[ParagraphStyle], Measure | None]
InLook = Callable[[StyleLook], Measure | None]


def restyled(document: Document, shipped: Document, word: Path, look: TemplateLook) -> Iterator[Problem]:
    """Yield what Word itself says of what the look sets, where it is neither the look's nor the shipped template's.

    The shipped one has sizes of its own, too, which nobody set: the styles get the look's when it is filled.
    """
    yield from _of_styles(document, shipped, word, look)
    yield from _of_paragraphs(document, shipped, word, look)


def _of_styles(document: Document, shipped: Document, word: Path, look: TemplateLook) -> Iterator[Problem]:
    fix = say("write it in {file}, which sets Word and PDF alike, or take it back in Word", file=look.file)
    for name in look.styles[0]:
        style, former = _style(document, name), _style(shipped, name)
        if style is None:
            continue
        for found, wanted in _differences(style, former, [one[name] for one in look.styles], look.face):
            what = say(
                'style "{style}" has {found}, {file} says {wanted}, which counts',
                style=name,
                found=found,
                file=look.file,
                wanted=wanted,
            )
            yield Problem(word.as_posix(), 1, 1, "TP02", what, fix, severity="warning")


def _style(document: Document, name: str) -> ParagraphStyle | None:
    try:
        return styles(document, [name], "")[name]
    except TemplateError:  # told by TP01
        return None


def _differences(
    style: ParagraphStyle, shipped: ParagraphStyle | None, looks: Collection[StyleLook], face: str
) -> Iterator[tuple[str, str]]:
    """Yield what a style has and what the looks say, where they differ."""
    own_face = _inherited(style, _face)
    if own_face and own_face not in (face, shipped and _inherited(shipped, _face)):
        yield own_face, face
    for in_word, in_look in MEASURES:
        found, former = in_word(style), in_word(shipped) if shipped else None
        wanted = [said for look in looks if (said := in_look(look)) is not None]
        if found is not None and wanted and not any(_same(found, one) for one in (*wanted, former)):
            yield _told(found), ", ".join(dict.fromkeys(map(_told, wanted)))


def _face(style: ParagraphStyle) -> object:
    return style.font.name


def _size(style: ParagraphStyle) -> Measure | None:
    size = _inherited(style, lambda one: one.font.size)
    return None if size is None else (size.pt, "pt")


def _line(style: ParagraphStyle) -> Measure | None:
    line = style.paragraph_format.line_spacing
    # LibreOffice writes that a line has its usual height, too.
    return (line.mm, "mm") if isinstance(line, Length) else (line, "x") if line not in (None, 1.0) else None


def _line_of(look: StyleLook) -> Measure | None:
    return _mm(look.least if look.line is None else look.line) or (None if look.lines is None else (look.lines, "x"))


def _mm(size: float | Length | None) -> Measure | None:
    return None if size is None else (size.mm if isinstance(size, Length) else size, "mm")


def _left_of(look: StyleLook) -> float | None:
    if look.indent is None and look.hanging is None:
        return None
    return (look.indent or 0.0) + (look.hanging or 0.0)


# What Word says of a style, and what the look says of the same.
MEASURES: Final[Sequence[tuple[InWord, InLook]]] = (
    (_size, lambda look: None if look.size is None else (look.size, "pt")),
    (lambda style: _mm(style.paragraph_format.space_before), lambda look: _mm(look.before)),
    (lambda style: _mm(style.paragraph_format.space_after), lambda look: _mm(look.after)),
    (_line, _line_of),
    (lambda style: _mm(style.paragraph_format.left_indent), lambda look: _mm(_left_of(look))),
)


def _same(one: Measure, other: Measure | None) -> bool:
    return other is not None and one[1] == other[1] and abs(one[0] - other[0]) <= NEAR[one[1]]


def _told(measure: Measure) -> str:
    size, unit = measure
    return f"{size:.1f} mm" if unit == "mm" else f"{size:g} {unit}"


def _inherited(style: ParagraphStyle, read: Callable[[ParagraphStyle], Any]) -> Any:
    """Return what a style has, or else the one that it is based on."""
    found, base = read(style), style.base_style
    return found if found is not None or not isinstance(base, ParagraphStyle) else _inherited(base, read)


def _of_paragraphs(document: Document, shipped: Document, word: Path, look: TemplateLook) -> Iterator[Problem]:
    """Yield the paragraphs with a face, size or distance of their own; words of the commonest style may have one."""
    names = {name.casefold() for name in look.styles[0] if name != "Normal"}
    known = set(_own_measures(shipped, names))
    for text in dict.fromkeys(_own_measures(document, names)):
        if text not in known:
            what = say('a face, size or distance set on "{text}" itself is not used', text=text)
            fix = say(
                "change it in {file}, or in Word take it back: Clear All Formatting, then the style again",
                file=look.file,
            )
            yield Problem(word.as_posix(), 1, 1, "TP02", what, fix, severity="warning")


def _own_measures(document: Document, names: Collection[str]) -> Iterator[str]:
    return own_measures(document, [style for style in document.styles if (style.name or "").casefold() in names])
