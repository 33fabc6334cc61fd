"""A made-up office with its people, for the benchmarks of task orders."""

import shutil
import sys
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from sopgen.jobs.letters.deployment import Deployment, letters
from sopgen.jobs.work import Work
from sopgen.model.people.person import Person
from sopgen.plan.letter.contents import OrderPlan
from sopgen.plan.letter.plan import plan_order
from sopgen.plan.letter.task import OrderTask, PersonRow
from sopgen.read.load import Edition, load_edition
from sopgen.seal.code import seal_of, signed
from sopgen.seal.picture import qr_png

ROOT = Path(__file__).parents[1]
NAME = "surat-perintah"
TEMPLATES = ROOT / "templates" / NAME
DAY = date(2026, 12, 1)
PLACE = "Gorontalo"
KEY = Ed25519PrivateKey.from_private_bytes(bytes(32))


@cache
def edition() -> Edition:
    """Return the shipped edition, of a unit that has an archive code."""
    read = load_edition(ROOT / "spec" / "sop" / "fkpm" / "2019.yaml")
    settings = read.unit.surat_perintah.model_copy(update={"kka": "CONTOH.1.1."})
    return replace(read, unit=read.unit.model_copy(update={"surat_perintah": settings}))


@cache
def work() -> Work:
    return Work(edition(), ROOT / "templates")


def person(n: int) -> Person:
    return Person(f"Personel Contoh {n}", "BRIPKA", f"{n:08}", "Anggota Binpolmas", "", n)


def deployments(count: int) -> list[Deployment]:
    """Return a letter for each of so many people."""
    people = tuple(map(person, range(1, count + 1)))
    return letters(Deployment(edition().sop.kegiatan[0], people, DAY, None, PLACE), per_person=True)


def plan(n: int, *, code: bool) -> OrderPlan:
    """Return the plan of a letter for one person, with its code drawn or without."""
    sop = edition().sop
    one = person(n)
    row = PersonRow(one.name, one.rank, one.number, one.post, one.remark)
    task = OrderTask((row,), DAY, None, PLACE, f"Sprin/{n}/XII/CONTOH.1.1./2026")
    made = plan_order(work().ground(task.day), sop.kegiatan[0], work().order_look, task)
    return replace(made, code=qr_png(sealed_text(n))) if code else made


def sealed_text(n: int) -> str:
    """Return what the code of a letter for one person says, as long as the code of a real one."""
    one, about = person(n), f"{edition().sop.name} A"
    number, lines = f"Sprin/{n}/XII/CONTOH.1.1./2026", [f"{one.name} {one.rank} {one.number}"]
    seal = seal_of(number, str(DAY), about, (one.number,), str(n).encode(), lines=lines, place=PLACE)
    return signed(seal, KEY)


def folder_for(place: Path, count: int) -> list[str]:
    """Make a working folder with a roster; return the command there that orders all people, a letter each."""
    shutil.copytree(ROOT / "templates", place / "templates")
    (place / "spec" / "sop").mkdir(parents=True)
    unit = (ROOT / "spec" / "satuan.yaml").read_text("utf-8").replace("  kka: null", "  kka: CONTOH.1.1.")
    (place / "spec" / "satuan.yaml").write_text(unit, encoding="utf-8")
    shutil.copy(ROOT / "spec" / "sop" / "fkpm" / "2019.yaml", place / "spec" / "sop")
    rows = [";".join((one.name, one.rank, one.number, one.post, "")) for one in map(person, range(1, count + 1))]
    (place / "daftar.csv").write_text("\n".join(["Nama;Pangkat;NRP;Jabatan;Ket", *rows]), encoding="utf-8")
    words = ["-m", "sopgen", "order", "spec/sop/2019.yaml", "--activity", "A", "--roster", "daftar.csv"]
    return [sys.executable, *words, "--date", str(DAY), "--per-person", "--register"]
