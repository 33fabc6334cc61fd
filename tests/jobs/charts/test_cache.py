"""An unchanged chart is not drawn again; a changed or broken one is."""

from dataclasses import replace
from pathlib import Path

import pytest

from sopgen.jobs.charts.cache import ChartCache
from sopgen.jobs.outputs import outputs
from sopgen.jobs.work import Work
from sopgen.read.load import Edition
from sopgen.tools import graphviz

TEMPLATES = Path(__file__).parents[3] / "templates"


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that Graphviz was given."""
    texts: list[str] = []
    draw = graphviz.draw

    def noted(dot: str) -> bytes:
        texts.append(dot)
        return draw(dot)

    monkeypatch.setattr(graphviz, "draw", noted)
    return texts


def test_an_unchanged_chart_is_not_drawn_again(edition: Edition, tmp_path: Path, drawn: list[str]) -> None:
    work = Work(edition, TEMPLATES, drawings=ChartCache(tmp_path))
    first = dict(outputs(work))
    assert drawn
    drawn.clear()
    assert first == dict(outputs(work))
    assert [] == drawn


def test_only_the_changed_activity_is_drawn_again(edition: Edition, tmp_path: Path, drawn: list[str]) -> None:
    dict(outputs(Work(edition, TEMPLATES, drawings=ChartCache(tmp_path))))
    drawn.clear()
    first, *rest = edition.sop.kegiatan
    start = first.alur[0].model_copy(update={"uraian": "Kasat"})
    sop = edition.sop.model_copy(
        update={"kegiatan": (first.model_copy(update={"alur": (start, *first.alur[1:])}), *rest)}
    )
    changed = replace(edition, sop=sop)
    dict(outputs(Work(changed, TEMPLATES, drawings=ChartCache(tmp_path))))
    assert 2 == len(drawn)


def test_a_broken_drawing_is_made_again(tmp_path: Path) -> None:
    drawings = ChartCache(tmp_path)
    drawings.keep("digraph {}", b"<svg/>")
    assert b"<svg/>" == drawings.find("digraph {}")
    next(tmp_path.iterdir()).write_bytes(b"rusak\n<svg/>")
    assert drawings.find("digraph {}") is None
    assert drawings.find("digraph { a }") is None
