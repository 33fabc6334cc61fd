"""Texts reach a chart as they stand: Graphviz is given none as markup, as an entity or as an escape."""

from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import etree
from tests.examples import many

from sopgen.jobs.charts.drawn import chart_bytes
from sopgen.jobs.work import Work
from sopgen.model.sop import Activity, SymbolText
from sopgen.read.load import Edition

TEMPLATES = Path(__file__).parents[3] / "templates"
SVG = "{http://www.w3.org/2000/svg}"
SIGNS = "".join(map(chr, range(33, 127)))
WORDS = st.text(SIGNS, min_size=1, max_size=14)


def with_texts(edition: Edition, step: str, lane: str, title: str) -> tuple[Work, Activity]:
    """Return the first activity with these texts in its first step, its first lane and its title."""
    sop = edition.sop
    activity = sop.kegiatan[0]
    steps = (activity.alur[0], activity.alur[1].model_copy(update={"uraian": step}), *activity.alur[2:])
    changed = activity.model_copy(update={"alur": steps, "judul": title})
    lanes = (sop.pelaksana[0].model_copy(update={"label": lane}), *sop.pelaksana[1:])
    update = {"kegiatan": (changed, *sop.kegiatan[1:]), "pelaksana": lanes, "isi_simbol": SymbolText.WORDS}
    return Work(Edition(**(vars(edition) | {"sop": sop.model_copy(update=update)})), TEMPLATES), changed


def drawn_words(svg: bytes) -> str:
    """Return what an SVG shows, in the order of its drawing, without blanks."""
    texts = etree.parse(BytesIO(svg)).iter(f"{SVG}text")
    return "".join("".join(str(part) for part in text.itertext()) for text in texts).replace(" ", "")


@given(WORDS, WORDS, WORDS)
@settings(max_examples=many(60), deadline=None)
@example("<nama petugas>", "<KBO>", "<b>tebal</b>")
@example("R&amp;D &euro;5", "&#65;", '"];')
@example("\\N\\G\\l", "{a|b}", '"] bgcolor="red" [')
def test_every_sign_is_drawn_as_it_stands(edition: Edition, step: str, lane: str, title: str) -> None:
    work, activity = with_texts(edition, step, lane, title)
    words = drawn_words(chart_bytes(work, activity, "svg"))
    for text in (step, lane, title):
        # A word that is parted between its syllables has a hyphen there.
        assert "".join(text.split()).replace("-", "") in words.replace("-", "")


@pytest.mark.parametrize("start", range(0, len(SIGNS), 12))
def test_each_ascii_sign_is_drawn_in_a_step(edition: Edition, start: int) -> None:
    signs = SIGNS[start : start + 12]
    work, activity = with_texts(edition, f"<{signs}>", f"<{signs[:6]}>", f"<{signs}>")
    assert f"<{signs}>" in drawn_words(chart_bytes(work, activity, "svg"))
