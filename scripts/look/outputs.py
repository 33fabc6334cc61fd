"""What is looked at: every output of every example edition, made by sopgen itself in a copy of this folder."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Final

import yaml

ROOT: Final = Path(__file__).parents[2]
FORMS: Final = (
    "laporan-hasil",
    "daftar-hadir",
    "notulen",
    "undangan",
    "kesepakatan-bersama",
    "monitoring",
    "evaluasi",
)
BERLAKU: Final = "berlaku"
# One person, as many as a letter lists in its text, one more, and enough for an annex of two sheets.
PEOPLE: Final = (1, 5, 6, 30)
DAY: Final = "2026-12-02"
IN_FORCE: Final = "2026-12-01"
LETTER: Final = (
    *("--date", DAY, "--number", "7", "--place", "Aula Kelurahan Contoh", "--hours", "08.00-12.00"),
    *("--kka", "CONTOH.1.1."),
)
ROW: Final = "{rank};Personel Contoh {n};{n:08};BA CONTOH;"


@dataclass(frozen=True)
class Output:
    """One file to look at: its edition, what it is, where it lies."""

    edition: str
    name: str
    path: Path


@dataclass(frozen=True)
class Refused:
    """What sopgen would not make, and why."""

    edition: str
    name: str
    why: str


@dataclass(frozen=True)
class Edition:
    """An example edition in the copy."""

    name: str
    spec: Path
    activity: str | None
    with_agreement: str | None
    former: Path | None


def copied(place: Path) -> Path:
    """Copy what sopgen reads, and write rosters."""
    for name in ("spec", "templates"):
        shutil.copytree(ROOT / name, place / name)
    for count in PEOPLE:
        ranks = ["IPTU", *["BRIPKA"] * count][:count]
        rows = [ROW.format(rank=rank, n=n) for n, rank in enumerate(ranks, 1)]
        roster = "\n".join(["Pangkat;Nama;NRP;Jabatan;Ket", *rows, ""])
        (place / f"{count}.csv").write_text(roster, encoding="utf-8")
    warga = "-;Warga Contoh;-;Ketua RT 1;\n"
    (place / "warga.csv").write_text((place / "5.csv").read_text("utf-8") + warga, encoding="utf-8")
    return place


def in_force(edition: Edition, place: Path) -> Path:
    """Return the edition as if it were in force, in a copy of its own, where no other edition ends it."""
    own = place / BERLAKU / edition.name
    for name in ("spec", "templates"):
        shutil.copytree(place / name, own / name)
    spec = own / edition.spec.relative_to(place)
    for other in spec.parent.glob("*.yaml"):
        if other.name not in (spec.name, "satuan.yaml"):
            other.unlink()
    spec.write_text(_in_force(spec.read_text("utf-8")), encoding="utf-8")
    return spec


def _in_force(text: str) -> str:
    """Return a spec as if it had been issued: no letter is given for a draft or an example."""
    if re.search(r"(?m)^sebagaimana_terbit: true", text):
        return text
    text = re.sub(r"(?m)^(?:status|contoh): .*\n", "", text)
    text = re.sub(r"(?m)^id:", "sebagaimana_terbit: true\nid:", text, count=1)
    return re.sub(r"(?m)^( *tanggal_(?:revisi|efektif): .*nilai: )(?:null|[\d-]+)", rf"\g<1>{IN_FORCE}", text)


def editions(place: Path) -> list[Edition]:
    """Return every edition of spec/sop/ and of spec/contoh/; each after another of its folder is compared with it."""
    found = [*sorted(place.glob("spec/sop/*/*.yaml")), *sorted(place.glob("spec/contoh/*/sop*.yaml"))]
    former = {spec: before for before, spec in pairwise(found) if before.parent == spec.parent}
    return [_edition(spec, place / "spec", former.get(spec)) for spec in found]


def _edition(spec: Path, below: Path, former: Path | None) -> Edition:
    name = "-".join(spec.relative_to(below).with_suffix("").parts[1:])
    tasks = yaml.safe_load(spec.read_text("utf-8")).get("kegiatan") or []  # a SOP in prose may have none
    agreed = [task["id"] for task in tasks if task.get("kesepakatan")]
    return Edition(name, spec, tasks[0]["id"] if tasks else None, agreed[0] if agreed else None, former)


def outputs(place: Path, edition: Edition) -> Iterator[Output | Refused]:
    """Make everything that an edition gives: the build, letters, filled and fillable forms, what changed, posters."""
    out = place / "hasil" / edition.name
    for name, words in _commands(edition, place, out):
        made = subprocess.run(
            [sys.executable, "-m", "sopgen", *words], cwd=place, capture_output=True, text=True, check=False
        )
        if made.returncode:
            yield Refused(edition.name, name, made.stderr.strip()[-500:])
    for path in sorted(one for one in out.rglob("*") if one.suffix in {".docx", ".pdf", ".png"}):
        # A drawing is there as PDF and PNG; the PDF has its words.
        if path.suffix == ".png" and path.with_suffix(".pdf").exists():
            continue
        yield Output(edition.name, _named(path.relative_to(out)), path)


def _named(path: Path) -> str:
    """Return what a file is called here: `build/x/forms/notulen.pdf` is `forms-notulen`."""
    parts = path.with_suffix("").parts
    return "-".join(parts[2:] if parts[0] == "build" else parts)


def _commands(edition: Edition, place: Path, out: Path) -> Iterator[tuple[str, list[str]]]:
    spec = str(edition.spec)
    yield "build", ["build", spec, "--out", str(out / "build")]
    if edition.former:
        former = str(edition.former)
        yield "matriks", ["diff", former, spec, "--to", "docx", "--out", str(out / "matriks.docx")]
        yield "matriks", ["diff", former, spec, "--to", "pdf", "--out", str(out / "matriks.pdf")]
        yield "redline", ["diff", former, spec, "--redline", str(out / "redline.docx")]
    if edition.activity is None:
        return
    valid = str(in_force(edition, place))
    of = ["--activity", edition.activity]
    yield "poster", ["chart", spec, *of, "--style", "poster", "--to", "pdf", "--out", str(out / "poster.pdf")]
    yield "isian", ["form", spec, *of, "--fillable", "--out", str(out / "isian")]
    for count in PEOPLE:
        roster = ["--roster", str(place / f"{count}.csv"), *LETTER]
        yield f"surat-{count}", ["order", valid, *of, *roster, "--yes", "--out", str(out / f"surat-{count}")]
    for name, words, people in _follow_ups(edition):
        yield f"isian-{name}", ["form", spec, *words, "--fillable", "--out", str(out / "isian")]
        of_people = ["--roster", str(place / people), *LETTER, "--out", str(out / "terisi")]
        yield f"terisi-{name}", ["form", valid, *words, *of_people]
    # Of the edition, filled on the screen only.
    yield "isian", ["form", spec, *_forms("monitoring", "evaluasi"), "--fillable", "--out", str(out / "isian")]


def _follow_ups(edition: Edition) -> Iterator[tuple[str, list[str], str]]:
    """Yield the forms that follow a letter: a name, the words that ask for them, the roster of whom they are for."""
    of = ["--activity", str(edition.activity)]
    yield "laporan", [*of, *_forms("laporan-hasil", "daftar-hadir", "notulen")], "6.csv"
    yield "undangan", [*of, *_forms("undangan")], "warga.csv"
    if edition.with_agreement:
        yield "kesepakatan", ["--activity", edition.with_agreement, *_forms("kesepakatan-bersama")], "5.csv"


def _forms(*names: str) -> list[str]:
    return [word for name in names for word in ("--form", name)]
