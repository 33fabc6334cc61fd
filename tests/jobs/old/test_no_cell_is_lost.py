"""Whatever stands in the cells of a table of steps is in the draft, or told at its end."""

import csv
import re
from pathlib import Path
from random import Random

import pytest
from tests.examples import many

from sopgen.jobs.old.draft import drafted
from sopgen.model.sop import Sop
from sopgen.read.load import validated
from sopgen.read.old.steps.reader import read_csv
from sopgen.read.source import parse_text

USUAL = ("No", "Kegiatan", "Pelaksana", "Simbol", "Kelengkapan", "Waktu", "Satuan", "Output", "Ket")
HEADS = (*USUAL, "Risiko", "Aparat")


def rows(random: Random) -> list[list[str]]:
    """Return rows in which each cell may be empty or hold a word of its own, of any kind of column."""
    found = []
    for n in range(random.randint(1, 9)):
        cells = [f"kata{n}x{k}" if random.random() < 0.6 else "" for k in range(len(HEADS))]
        if random.random() < 0.7:
            cells[0] = str(n + 1)
        if random.random() < 0.1:
            cells = [random.choice("ABC"), f"JUDUL{n}", *[""] * (len(HEADS) - 2)]
        if random.random() < 0.2:
            cells += [f"kata{n}lebih"]
        found.append(cells)
    return found


@pytest.mark.parametrize("seed", range(many(100)))
def test_no_word_of_a_table_is_lost(seed: int, tmp_path: Path) -> None:
    random = Random(seed)
    table = [list(HEADS), ["1", "Terima", "Staf", *[""] * (len(HEADS) - 3)], *rows(random)]
    path = tmp_path / "langkah.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows(table)
    draft = drafted(read_csv(path), "langkah.csv")
    validated(parse_text("draf.yaml", draft.text), Sop)
    words = {word for row in table[2:] for cell in row for word in re.findall(r"(?:kata|JUDUL)\w+", cell)}
    assert not {word for word in words if word not in draft.text}
