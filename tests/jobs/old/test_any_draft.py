"""Whatever a reader found, the draft loads, and no text and no doubt of it is lost."""

import re
from random import Random

import pytest
from tests.examples import many

from sopgen.jobs.old.draft import Draft, drafted
from sopgen.model.flow import Symbol
from sopgen.model.sections import STANDARD
from sopgen.model.sop import Layout, Sop
from sopgen.read.load import validated
from sopgen.read.old.found import Found, FoundActivity, FoundExit, FoundList, FoundStep, OldSop, Spot
from sopgen.read.source import parse_text

PATHS = (
    "judul",
    "sampul.tahun",
    "identitas.satuan_kerja",
    "identitas.nama_singkat",
    *(
        f"identitas.{key}.{part}"
        for key in ("nomor_sop", "tanggal_revisi", "nama_sop")
        for part in ("judul", "nilai")
    ),
    *(f"identitas.pengesah.{key}" for key in ("nama", "pangkat", "nrp")),
    "kepala_tabel.waktu",
    "kepala_tabel.lain",
    "lain.tanpa.tempat",
)
# Words that YAML, the spec or a terminal may take for something else.
ODD = (
    "null",
    "~",
    "- a",
    "#b",
    "a: b",
    "{x}",
    "[y",
    "*z",
    "&k",
    '"',
    "'",
    "\u200b",
    "\u00a0",
    "ya\tno",
    "%",
    "@",
    "!t",
)
WORDS = (*ODD, "Kasat", "memeriksa", "surat", "12", "3 menit", "# abaikan LB01: alasan", "\u0410BC", "x" * 5000, "")


class Finder:
    """Makes random findings, and keeps what was in them."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.doubts: list[str] = []

    def found(self) -> Found:
        text = " ".join(self.random.choices(WORDS, k=self.random.randint(0, 3)))
        return Found(text, Spot(self.random.randint(0, 9), None, self.random.choice(["", "Alur!B7"])), self.doubt())

    def doubt(self) -> str:
        if self.random.random() < 0.7:
            return ""
        self.doubts.append(f"ragu{len(self.doubts)}x")
        return self.doubts[-1]

    def several(self, most: int = 3) -> tuple[Found, ...]:
        return tuple(self.found() for _ in range(self.random.randint(0, most)))

    def maybe(self) -> Found | None:
        return self.found() if self.random.random() < 0.5 else None

    def exit(self, steps: int) -> FoundExit:
        return FoundExit(self.random.randint(-1, steps), self.random.choice(["", "Ya", "Tidak"]), self.doubt())

    def step(self, lanes: int, steps: int) -> FoundStep:
        return FoundStep(
            self.found(),
            self.random.choice([Symbol.START, Symbol.PROCESS, Symbol.DECISION, Symbol.END]),
            tuple(self.random.randint(-1, lanes) for _ in range(self.random.randint(0, 2))),
            tuple(self.exit(steps) for _ in range(self.random.randint(0, 3))),
            self.several(),
            self.maybe(),
            self.several(),
            self.several(1),
            self.doubt(),
            self.random.random() < 0.2,
            self.random.random() < 0.2,
            self.maybe(),
            self.random.choice([(), ("waktu",), ("bukan",)]),
        )

    def activity(self) -> FoundActivity:
        lanes, steps = self.several(20), self.random.randint(0, 5)
        return FoundActivity(
            self.found(),
            lanes,
            tuple(self.step(len(lanes), steps) for _ in range(steps)),
            self.maybe(),
            {"maksud": FoundList(self.found(), self.several())} if self.random.random() < 0.3 else {},
            self.several(),
            self.maybe(),
            self.several(),
            self.several(1),
            self.doubt(),
        )

    def sop(self) -> OldSop:
        keys = (*STANDARD, "sampul.judul", "sampul.instansi", "kop", "lain")
        chosen = [key for key in keys if self.random.random() < 0.6]
        return OldSop(
            {path: self.found() for path in PATHS if self.random.random() < 0.6},
            {key: self.several() for key in chosen},
            {key: self.found() for key in chosen},
            tuple(self.activity() for _ in range(self.random.randint(0, 3))),
            self.random.choice([Layout.PER_STEP, Layout.PER_ACTIVITY]),
            self.several(),
        )


def made(seed: int) -> tuple[OldSop, Finder, Draft]:
    finder = Finder(seed)
    old = finder.sop()
    return old, finder, drafted(old, "lama.txt")


@pytest.mark.parametrize("seed", range(many(100)))
def test_the_draft_loads_and_no_doubt_is_lost(seed: int) -> None:
    _, finder, draft = made(seed)
    sop = validated(parse_text("draf.yaml", draft.text), Sop)
    assert sop.status == "draf"
    told = {one for line in draft.text.splitlines() for one in re.findall(r"ragu\d+x", line)}
    assert told == set(finder.doubts)
    lines = draft.text.splitlines()
    assert all(not lines[one.line - 1].lstrip().startswith("#") for one in draft.doubts)
    comments = sum("# periksa:" in line and line.lstrip().startswith("#") for line in lines)
    assert comments == len(draft.doubts)


def texts(value: object) -> list[str]:
    """Return every text that was found, wherever it is."""
    if isinstance(value, Found):
        return [value.text]
    if isinstance(value, FoundExit):
        return []
    if isinstance(value, dict):
        return [text for one in value.values() for text in texts(one)]
    if isinstance(value, tuple):
        return [text for one in value for text in texts(one)]
    slots = getattr(value, "__slots__", ()) or getattr(value, "__dataclass_fields__", ())
    return [text for name in slots for text in texts(getattr(value, name))]


@pytest.mark.parametrize("seed", range(many(100)))
def test_no_word_of_the_old_file_is_lost(seed: int) -> None:
    old, _, draft = made(seed)
    said = draft.text.replace("\\t", " ")
    for text in texts(old):
        for word in re.findall(r"[A-Za-z]{4,}", text.replace("# abaikan", "")):
            assert word[:3900] in said
