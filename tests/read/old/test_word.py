"""Our own Word documents come back: all texts, lanes, symbols and exits, of editions and of random SOPs."""

from pathlib import Path

import pytest
from tests.examples import many
from tests.random_sops import random_sop
from tests.read.old.told import Difference, differences, flow_differences, identity_differences

from sopgen.errors import SpecError
from sopgen.jobs.outputs import document
from sopgen.jobs.work import Work
from sopgen.model.sop import Sop
from sopgen.read.load import load_edition
from sopgen.read.old.found import OldSop
from sopgen.read.old.word.reader import read_word

ROOT = Path(__file__).parents[3]
# The edition of 2019 writes one head of a list wrong.
EDITIONS = {
    "sop/fkpm/2019.yaml": ["is this the head of the list?"],
    "sop/fkpm/2026-draf.yaml": [],
    "sop/mediasi/contoh.yaml": [],
    "contoh/permenpan/sop.yaml": [],
}


def read_back(spec: Path, folder: Path) -> tuple[Sop, OldSop]:
    """Return an edition and what is read out of the Word document that is made from it."""
    work = Work(load_edition(spec), ROOT / "templates")
    path = folder / "sop.docx"
    path.write_bytes(dict(document(work))["sop.docx"])
    return load_edition(spec).sop, read_word(path)


def all_doubts(found: OldSop) -> list[str]:
    steps = [step for activity in found.activities for step in activity.steps]
    own = [one.doubt for one in (*found.texts.values(), *found.heads.values())]
    own += [one.doubt for activity in found.activities for one in (activity.title, *activity.lanes)]
    own += [activity.doubt for activity in found.activities]
    own += [doubt for step in steps for doubt in (step.doubt, step.text.doubt, *(one.doubt for one in step.exits))]
    return [doubt for doubt in own if doubt]


@pytest.mark.parametrize("spec", EDITIONS)
def test_an_edition_comes_back_from_its_word_document(spec: str, tmp_path: Path) -> None:
    sop, found = read_back(ROOT / "spec" / spec, tmp_path)
    assert list(differences(sop, found)) == []
    assert all_doubts(found) == EDITIONS[spec]


@pytest.mark.parametrize("spec", ["kendali", "puskesmas", "naskah-beralur"])
def test_the_flow_of_another_form_comes_back(spec: str, tmp_path: Path) -> None:
    sop, found = read_back(ROOT / "spec" / "contoh" / spec / "sop.yaml", tmp_path)
    lanes = [lane.id for lane in sop.pelaksana]
    assert len(found.activities) == len(sop.kegiatan)
    pairs = zip(sop.kegiatan, found.activities, strict=True)
    assert [one for pair in pairs for one in flow_differences(pair[0], lanes, pair[1])] == []


@pytest.mark.parametrize("spec", ["kendali", "puskesmas", "rumah-sakit", "naskah-penjagaan"])
def test_what_is_read_of_another_form_s_head_is_right_or_doubted(spec: str, tmp_path: Path) -> None:
    sop, found = read_back(ROOT / "spec" / "contoh" / spec / "sop.yaml", tmp_path)
    assert [one for one in identity_differences(sop, found) if one[2] and not one[3]] == []


@pytest.mark.parametrize("seed", range(many(50)))
def test_a_random_sop_comes_back_from_its_word_document(seed: int, tmp_path: Path) -> None:
    try:
        sop, found = read_back(random_sop(seed, tmp_path / "spec"), tmp_path)
    except SpecError:
        return
    apart: list[Difference] = list(differences(sop, found))
    # Cells over rows of two pages are the only thing that a page does not show; that is doubted.
    assert [one for one in apart if not one[0].endswith("bersama") or not one[3]] == []
    assert len(all_doubts(found)) == len(apart)
