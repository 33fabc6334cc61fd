"""Random tables of steps, in the many forms that offices give them, come back whole and without a needless doubt."""

import csv
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import pytest
import xlsxwriter
from tests.examples import many

from sopgen.model.flow import Symbol
from sopgen.read.old.found import FoundActivity, OldSop
from sopgen.read.old.steps.reader import read_csv, read_workbook

ROLES = ("Staf", "Kepala Seksi", "Kepala Bidang", "Kasubbag Umum dan Kepegawaian", "Sekretaris", "Petugas Loket/TU")
WORDS = (
    "Menerima surat",
    "Memeriksa berkas, lalu mencatat",
    "Membuat konsep; diparaf",
    'Mencatat "asli"',
    "Menyimpan",
)
PAPERS = ("Surat", "Kartu kendali", "Berkas (asli)", "Disposisi")
MARKS = ("x", "V", "\u25cf", "\u2713", "1")
UNITS = ("menit", "jam", "hari")


@dataclass
class Step:
    words: str
    roles: list[int]
    asks: bool
    exits: list[int]
    goods: list[str]
    time: tuple[int, str]
    output: str


class Tables:
    """A random table: its steps, the heads, and the form in which it is written."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.roles = self.random.sample(ROLES, self.random.randint(1, len(ROLES)))
        count = self.random.randint(2, 12)
        self.steps = [self._step(n, count) for n in range(count)]
        self.by_marks = self.random.random() < 0.5
        self.two_rows = self.by_marks and self.random.random() < 0.7
        self.with_unit = self.random.random() < 0.5
        self.with_number = self.random.random() < 0.8
        self.mark = self.random.choice(MARKS)

    def _step(self, n: int, count: int) -> Step:
        asks = 0 < n < count - 1 and self.random.random() < 0.3
        return Step(
            self.random.choice(WORDS) + (f" ke-{n}"),
            sorted(
                self.random.sample(
                    range(len(self.roles)), 1 if self.random.random() < 0.8 else min(2, len(self.roles))
                )
            ),
            asks,
            [n + 1, self.random.randrange(n)] if asks else [],
            self.random.sample(PAPERS, self.random.randint(0, 3)),
            (self.random.randint(1, 90), self.random.choice(UNITS)),
            self.random.choice(PAPERS),
        )

    def rows(self) -> list[list[str]]:
        """Return heads and rows."""
        number = [self.random.choice(("No", "No.", "NOMOR"))] if self.with_number else []
        words = [self.random.choice(("Kegiatan", "URAIAN KEGIATAN", "Aktivitas", "Langkah"))]
        who = self.random.choice(("Pelaksana", "PELAKSANA"))
        unit = ["Satuan"] if self.with_unit else []
        goods, output = self.random.choice((("Kelengkapan", "Output"), ("Persyaratan", "Keluaran")))
        quality = [goods, "Waktu", *unit, output]
        asked = ["Ya", "Tidak"]
        if self.two_rows:
            blank = [""] * (len(self.roles) - 1)
            upper = [*number, *words, who, *blank, "Mutu Baku", *[""] * (len(quality) - 1), "Ket", *asked]
            lower = [*[""] * len(number + words), *self.roles, *quality, "", "", ""]
            return [upper, lower, *map(self._row, range(len(self.steps)))]
        roles = self.roles if self.by_marks else [who]
        return [[*number, *words, *roles, *quality, "Keterangan", *asked], *map(self._row, range(len(self.steps)))]

    def _row(self, n: int) -> list[str]:
        step = self.steps[n]
        marks = [self.mark if place in step.roles else "" for place in range(len(self.roles))]
        names = ["; ".join(self.roles[place] for place in step.roles)]
        amount, unit = step.time
        time = [str(amount), unit] if self.with_unit else [f"{amount} {unit}"]
        goods = "\n".join(f"{k}. {one}" for k, one in enumerate(step.goods, 1))
        asked = [str(place + 1) for place in step.exits] or ["", ""]
        number = [str(n + 1)] if self.with_number else []
        return [*number, step.words, *(marks if self.by_marks else names), goods, *time, step.output, "", *asked]


def written(table: Tables, folder: Path) -> OldSop:
    """Return the table as it is read back: from CSV with some sign, or from a workbook."""
    rows = table.rows()
    kind = table.random.choice((";", ",", "\t", "xlsx"))
    if kind == "xlsx":
        path = folder / "langkah.xlsx"
        with xlsxwriter.Workbook(path) as book:
            sheet: Any = book.add_worksheet("Alur")
            for n, row in enumerate(rows):
                for k, text in enumerate(row):
                    sheet.write(n + 3, k + 1, int(text) if text.isdigit() else text)
        return read_workbook(path)
    path = folder / "langkah.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=kind).writerows(rows)
    return read_csv(path)


@pytest.mark.parametrize("seed", range(many(100)))
def test_a_random_table_comes_back_whole(seed: int, tmp_path: Path) -> None:
    table = Tables(seed)
    old = written(table, tmp_path)
    (found,) = old.activities
    assert not old.unplaced
    assert not found.doubt
    assert [step.text.text for step in found.steps] == [one.words for one in table.steps]
    lanes = [lane.text for lane in found.lanes]
    roles = [{lanes[place] for place in step.roles} for step in found.steps]
    assert roles == [{table.roles[place] for place in one.roles} for one in table.steps]
    assert [(step.symbol is Symbol.DECISION) for step in found.steps] == [one.asks for one in table.steps]
    assert [[one.to for one in step.exits] for step in found.steps] == [one.exits for one in table.steps]
    _same_quality(found, table)
    assert not [step.doubt for step in found.steps if step.doubt]


def _same_quality(found: FoundActivity, table: Tables) -> None:
    goods = [[one.text for one in step.materials] for step in found.steps]
    assert goods == [[f"{k}. {one}" for k, one in enumerate(step.goods, 1)] for step in table.steps]
    times = [step.time and (step.time.text, step.time.doubt) for step in found.steps]
    assert times == [(f"{amount} {unit}", "") for amount, unit in (one.time for one in table.steps)]
    assert [[one.text for one in step.outputs] for step in found.steps] == [[one.output] for one in table.steps]
