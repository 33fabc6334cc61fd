"""Text as copying and scanning damage it: what comes back wrong is doubted, at its place or at its list."""

import re
from pathlib import Path

import pytest
from tests.examples import many
from tests.read.old.damaged import damaged
from tests.read.old.pasted import copied, scanned
from tests.read.old.scored import missed

from sopgen.errors import path_text
from sopgen.jobs.old.draft import Draft, drafted
from sopgen.model.base import MONTHS
from sopgen.read.load import load_sop
from sopgen.read.old.text.reader import read_text
from sopgen.read.source import parse, parse_text

ROOT = Path(__file__).parents[3]
FKPM = ROOT / "spec" / "sop" / "fkpm" / "2019.yaml"
REAL = sorted((ROOT / "tests" / "contoh" / "nyata").glob("*/spec/sop/*/*.yaml"))
SILENT = 0.001


def draft_of(text: str) -> Draft:
    return drafted(read_text(text.encode()), "lama.txt")


def part_of(path: str) -> str:
    """Return the list, the row of the identity part or the activity that a path is in."""
    return re.match(r"kegiatan\[\d+\]|identitas\.\w+|\w+", path)[0]  # type: ignore[index]


@pytest.mark.parametrize("path", [FKPM, *REAL], ids=lambda path: path.parent.name)
def test_what_damage_makes_wrong_is_doubted(path: Path) -> None:
    sop, truth = load_sop(path), parse(path).data
    text = scanned(sop) if path == FKPM else copied(sop)
    _, lost = missed(truth, parse_text("draf.yaml", draft_of(text).text).data)
    count = silent = 0
    for seed in range(many(40)):
        draft = draft_of(damaged(text, seed)[0])
        total, wrong = missed(truth, parse_text("draf.yaml", draft.text).data)
        doubted = {part_of(one.path) for one in draft.doubts}
        count += total - len(lost)
        silent += sum(part_of(path_text(loc)) not in doubted for loc in wrong.keys() - lost.keys())
    assert silent <= SILENT * count


@pytest.mark.parametrize("path", [FKPM, *REAL], ids=lambda path: path.parent.name)
def test_no_word_of_a_damaged_text_is_lost(path: Path) -> None:
    sop = load_sop(path)
    text = scanned(sop) if path == FKPM else copied(sop)
    for seed in range(many(20)):
        broken = damaged(text, seed)[0]
        said = draft_of(broken).text
        # Tags and charts are not words, a date is written otherwise; the label of a number says what it is.
        words = set(re.findall(r"[^\W\d_]{4,}", re.sub(r"(?s)<pre>.*?</pre>|<[^>]*>", " ", broken)))
        assert not {word for word in words - {*MONTHS, *map(str.upper, MONTHS)} if word not in said}
