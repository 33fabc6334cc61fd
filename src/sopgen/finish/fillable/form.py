"""A blank form to fill on the screen: its places to write become fields, the same ones in Word and in PDF.

Works on any finished form, whatever made it: a place to write is a dotted line in the text, or an empty cell of a
ruled table.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import zip_longest
from typing import Final

from sopgen.errors import TemplateError
from sopgen.finish.fillable.controls import with_controls
from sopgen.finish.fillable.fields import with_fields
from sopgen.finish.fillable.places import WritingPlace
from sopgen.finish.fillable.ruled import RuledPlace, spots
from sopgen.messages import say
from sopgen.render.package import normalise

# So many letters before a dotted line must be the same in both; blanks and line breaks differ.
ALIKE: Final = 12


def fillable(form: Mapping[str, bytes], *, name: str, day: date) -> dict[str, bytes]:
    """Return a form's files (docx and pdf) with fields of the same names in the same order.

    `name` is the template's, for messages. Raises TemplateError where the page and the Word file have not the same
    places to write.
    """
    word, places = with_controls(form["docx"])
    placed = _placed(places, *spots(form["pdf"]), name=name)
    return {"docx": normalise(word, day=day), "pdf": with_fields(form["pdf"], placed)}


def _placed(
    places: Sequence[WritingPlace | None], lines: Sequence[RuledPlace], cells: Sequence[RuledPlace], *, name: str
) -> list[tuple[WritingPlace, RuledPlace]]:
    """Find each place of the Word file on the page."""
    wanted = [place for place in places if place and place.dots]
    _refuse_difference(wanted, lines, name)
    if len(places) - len(wanted) != len(cells):
        raise TemplateError(
            say(
                "{name}: the PDF has {found} empty cells, the Word file {wanted}. fix: give both the same table",
                name=name,
                found=len(cells),
                wanted=len(places) - len(wanted),
            )
        )
    on_lines, in_cells = iter(lines), iter(cells)
    found = [(place, next(on_lines if place and place.dots else in_cells)) for place in places]
    return [(place, spot) for place, spot in found if place]


def _refuse_difference(wanted: Sequence[WritingPlace], found: Sequence[RuledPlace], name: str) -> None:
    """Raise TemplateError at the first dotted line that is not the same in both."""
    for number, (place, spot) in enumerate(zip_longest(wanted, found), 1):
        if place and spot and place.dots == spot.dots and spot.before.endswith(place.before[-ALIKE:]):
            continue
        what = say(
            '{name}: dotted line {number} is "{word}" in the Word file, "{page}" in the PDF. fix: make both the same',
            name=name,
            number=number,
            word=_shown(place),
            page=_shown(spot),
        )
        raise TemplateError(what)


def _shown(place: WritingPlace | RuledPlace | None) -> str:
    return f"{place.before[-ALIKE:]}{'.' * place.dots}" if place else ""
