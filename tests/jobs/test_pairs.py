"""Two commands at the same moment on one working folder: nothing is lost, no file is half, no number stands twice."""

import hashlib
import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest
from tests.examples import turns
from tests.jobs.folder import ROOT
from tests.pairs import Ended, Pair, kept_pair

from sopgen.jobs.build import build
from sopgen.jobs.register.compare import differences
from sopgen.jobs.register.folder import LETTERS, viewed
from sopgen.read.load import load_approvals, load_edition, load_unit
from sopgen.register.entry import NumberEntry, State
from sopgen.seal.keys import fingerprint, make_key

SMALL: Final = "spec/sop/contoh/2026.yaml"
ISSUED: Final = "spec/sop/fkpm/2019.yaml"
DRAFT: Final = "spec/sop/contoh/2027.yaml"
SIGNED_IN: Final = "spec/pengesahan/contoh-2026.yaml"
STEPS_IN: Final = "spec/pengesahan/contoh-2027.yaml"
SEEN_IN: Final = "spec/pengesahan/fkpm-2019.yaml"
DAY: Final = ("--date", "2026-11-02")
PAIRS: Final = 200


@dataclass(frozen=True)
class Case:
    """A working folder, the processes, and the turn of a kind of pair."""

    folder: Path
    pair: Pair
    turn: int

    def run(self, one: list[str], other: list[str]) -> tuple[Ended, Ended]:
        ended = self.pair.run(self.folder, one, other)
        for words, of in zip((one, other), ended, strict=True):
            assert not of.fault, (words, of)
            assert of.code in (0, 1), (words, of)
        return ended

    def both(self, one: list[str], other: list[str]) -> None:
        for of in self.run(one, other):
            assert 0 == of.code, of.words

    @property
    def entries(self) -> list[NumberEntry]:
        register = viewed(None, self.folder / ISSUED)
        found = register.entries()
        register.engine.dispose()
        return found

    def roster(self, name: str, *people: int) -> str:
        rows = [f"Personel Contoh {n};BRIPKA;{n:08};Anggota;" for n in people]
        (self.folder / name).write_text("\n".join(["Nama;Pangkat;NRP;Jabatan;Ket", *rows]), encoding="utf-8")
        return name


def _order(roster: str, *more: str) -> list[str]:
    words = ["order", ISSUED, "--activity", "A", "--roster", roster, "--date", "2026-11-20", "--yes"]
    return [*words, "--formats", "docx", *more]


def _record(note: str) -> list[str]:
    words = ["record", ISSUED, "--kind", "monitoring", "--result", "berjalan_baik", "--by", "penandatangan"]
    return [*words, *DAY, "--note", note]


def _notes(case: Case) -> set[str]:
    return {str(one.catatan) for one in load_approvals(case.folder / SEEN_IN).pemantauan}


def record_record(case: Case) -> None:
    notes = {f"{case.turn}-{side}" for side in "ab"}
    case.both(*(_record(note) for note in sorted(notes)))
    assert notes <= _notes(case)


def record_status(case: Case) -> None:
    case.both(_record(f"{case.turn}-s"), ["status"])
    assert f"{case.turn}-s" in _notes(case)


def _reject(note: str) -> list[str]:
    """A rejection keeps the edition a draft, so that each turn begins alike."""
    words = ["approve", DRAFT, "--to", "ditinjau", "--by", "kasat", *DAY]
    return [*words, "--decision", "tolak", "--note", note]


def _steps(case: Case) -> int:
    return len(load_approvals(case.folder / STEPS_IN).riwayat) if (case.folder / STEPS_IN).is_file() else 0


def approve_approve(case: Case) -> None:
    before = _steps(case)
    case.both(_reject(f"{case.turn}-a"), _reject(f"{case.turn}-b"))
    assert before + 2 == _steps(case)


def approve_status(case: Case) -> None:
    before = _steps(case)
    case.both(_reject(f"{case.turn}-c"), ["status"])
    assert before + 1 == _steps(case)


def approve_undo(case: Case) -> None:
    before = _steps(case)
    ended = case.run(_reject(f"{case.turn}-d"), ["approve", DRAFT, "--undo", *DAY, "--note", "salah edisi"])
    assert before + sum(of.code == 0 for of in ended) == _steps(case), ended


def order_order(case: Case) -> None:
    people = (2 * case.turn + 100, 2 * case.turn + 101)
    rosters = [case.roster(f"r{n}.csv", n) for n in people]
    case.both(*(_order(name, "--register") for name in rosters))
    assert {f"BRIPKA Personel Contoh {n}" for n in people} <= {entry.to for entry in case.entries}


def same_order(case: Case) -> None:
    name = case.roster("sama.csv", 10_000 + case.turn)
    case.both(_order(name, "--register"), _order(name, "--register"))
    assert 1 == sum(f"BRIPKA Personel Contoh {10_000 + case.turn}" == entry.to for entry in case.entries)


def order_void(case: Case) -> None:
    number = next(entry.number for entry in case.entries if entry.state is State.ISSUED)
    void = ["register", "void", f"{number}", "--year", "2026", "--reason", "batal"]
    case.both(_order(case.roster("v.csv", 20_000 + case.turn), "--register"), void)
    (entry,) = [one for one in case.entries if one.number == number]
    assert State.VOID is entry.state
    for name in entry.files:
        (case.folder / LETTERS / name).unlink()


def correct_correct(case: Case) -> None:
    case.both(_order(case.roster("b.csv", 60_000 + case.turn), "--register"), ["register", "list"])
    number = max(entry.number for entry in case.entries if entry.state is State.ISSUED)
    rosters = [case.roster(f"k{n}.csv", n) for n in (30_000 + 2 * case.turn, 30_001 + 2 * case.turn)]
    more = ("--correct", f"{number}", "--reason", "salah nama")
    case.run(*(_order(name, *more) for name in rosters))


def by_hand(case: Case) -> None:
    """One number for two letters, given by hand where no register is: one of them is told."""
    rosters = [case.roster(f"h{n}.csv", n, n + 1) for n in (40_000 + 4 * case.turn, 40_002 + 4 * case.turn)]
    out = f"tangan-{case.turn}"
    more = ("--number", f"{90_000 + case.turn}", "--out", out, "--register-url", "sqlite:///tidak/ada.sqlite")
    ended = case.run(*(_order(name, *more) for name in rosters))
    assert [0, 1] == sorted(of.code for of in ended), ended
    assert 1 == len(list((case.folder / out).glob("*.docx")))


def draw_draw(case: Case) -> None:
    reserve = ["register", "reserve", ISSUED, "--count", "2", "--purpose", "piket", "--year", "2026"]
    case.both(reserve, reserve)
    blank = ["form", ISSUED, "--activity", "A", "--reserved", "2", "--year", "2026"]
    kept = [entry.number for entry in case.entries if entry.state is State.RESERVED]
    assert 4 == len(kept)
    ended = case.run(*([*blank, "--out", f"blangko-{case.turn}-{side}"] for side in "ab"))
    if 1 in {of.code for of in ended}:  # both began with the same numbers: the later one is to be given again
        assert 0 == case.run([*blank, "--out", f"blangko-{case.turn}-c"], ["status"])[0].code
    drawn = [path.name for path in case.folder.glob(f"blangko-{case.turn}-*/*.docx")]
    assert 4 == len(drawn) == len(set(drawn))


def export_order(case: Case) -> None:
    case.both(["register", "export"], _order(case.roster("e.csv", 50_000 + case.turn), "--register"))
    assert (case.folder / "agenda.xlsx").read_bytes().startswith(b"PK")


def begin_begin(case: Case) -> None:
    year = 2100 + case.turn
    begin = ["register", "begin", "--year", f"{year}", "--start"]
    ended = case.run([*begin, "5"], [*begin, "9"])
    assert [0, 1] == sorted(of.code for of in ended), ended


def revise_revise(case: Case) -> None:
    out = f"spec/sop/contoh/{case.turn}-draf.yaml"
    names = [f"{case.turn}{side}" for side in "ab"]
    ended = case.run(*(["revise", SMALL, "--edition", name, "--out", out] for name in names))
    assert [0, 1] == sorted(of.code for of in ended), ended
    written = load_edition(case.folder / out).sop.edisi
    assert written == names[[of.code for of in ended].index(0)]
    (case.folder / out).unlink()


def revise_fix(case: Case) -> None:
    draft = f"spec/sop/contoh/{case.turn}-draf.yaml"
    assert 0 == case.run(["revise", SMALL, "--edition", f"{case.turn}"], ["status"])[0].code
    case.both(["fix", draft], ["fix", draft])
    assert f"{case.turn}" == load_edition(case.folder / draft).sop.edisi
    (case.folder / draft).unlink()


def enrol_enrol(case: Case) -> None:
    prints = [hashlib.sha256(f"{case.turn}{side}".encode()).hexdigest() for side in "ab"]
    case.both(*(["officials", "add", "kasat", "--fingerprint", one] for one in prints))
    assert set(prints) <= {one.sidik for one in load_unit(case.folder / "spec" / "satuan.yaml").sertifikat}


def build_build(case: Case) -> None:
    case.both(["build", SMALL], ["build", SMALL])
    _whole(case.folder / "build" / "contoh-2026")


def build_chart(case: Case) -> None:
    case.both(["build", SMALL], ["chart", SMALL, "--activity", "A", "--to", "svg", "--out", "bagan.svg"])
    _whole(case.folder / "build" / "contoh-2026")
    assert (case.folder / "bagan.svg").read_text("utf-8").rstrip().endswith("</svg>")


def _sign(case: Case, by: str) -> list[str]:
    (case.folder / f"pindaian-{by}.pdf").write_bytes(f"%PDF-1.7 pindaian {case.turn}".encode())
    words = ["sign", "build/contoh-2026/sop.pdf", "--scan", f"pindaian-{by}.pdf", "--date", "2026-03-10"]
    return [*words, "--by", by]


def _signatures(case: Case) -> int:
    return len(load_approvals(case.folder / SIGNED_IN).tanda_tangan)


def _forget_signatures(case: Case) -> None:
    record = case.folder / SIGNED_IN
    record.write_text(record.read_text("utf-8").partition("tanda_tangan:")[0], encoding="utf-8")
    shutil.rmtree(case.folder / "arsip", ignore_errors=True)


def sign_sign(case: Case) -> None:
    """Signed on paper by two: both stand in the record, and the archive is whole."""
    _forget_signatures(case)
    case.both(_sign(case, "pengesah"), _sign(case, "kasat"))
    assert 2 == _signatures(case)
    _whole(case.folder / "arsip" / "contoh-2026")


def sign_status(case: Case) -> None:
    _forget_signatures(case)
    case.both(_sign(case, "kasat"), ["status"])
    assert 1 == _signatures(case)
    _whole(case.folder / "arsip" / "contoh-2026")


def key_key(case: Case) -> None:
    """Two keys under one name: one is let in, the other told."""
    files = [case.folder / f"kunci-{side}.pem" for side in "ab"]
    heard = [fingerprint(make_key(path).public_key()) for path in files]
    add = [
        ["key", "add", str(path.with_suffix(".pub")), "--fingerprint", said, "--name", f"polres-{case.turn}"]
        for path, said in zip(files, heard, strict=True)
    ]
    ended = case.run(*add)
    assert [0, 1] == sorted(of.code for of in ended), ended
    for path in files:
        path.unlink()


def _whole(folder: Path) -> None:
    named = json.loads((folder / "manifest.json").read_text("utf-8"))["files"]
    for name, digest in named.items():
        assert digest == hashlib.sha256((folder / name).read_bytes()).hexdigest(), name


# How many of the 200 each kind takes, and half as many in CI.
KINDS: Final[dict[Callable[[Case], None], int]] = {
    sign_sign: 10,
    sign_status: 5,
    record_record: 15,
    record_status: 10,
    approve_approve: 15,
    approve_status: 5,
    approve_undo: 10,
    key_key: 5,
    order_order: 20,
    same_order: 15,
    order_void: 10,
    correct_correct: 15,
    by_hand: 15,
    draw_draw: 10,
    export_order: 5,
    begin_begin: 5,
    revise_revise: 5,
    revise_fix: 5,
    enrol_enrol: 10,
    build_build: 5,
    build_chart: 5,
}


@pytest.fixture(scope="module")
def folder(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office with a signed and an issued edition, and a register."""
    home = tmp_path_factory.mktemp("pasangan") / "kantor"
    shutil.copytree(built, home)
    (home / ISSUED).parent.mkdir(parents=True)
    shutil.copy(ROOT / ISSUED, home / ISSUED)
    unit = home / "spec" / "satuan.yaml"
    unit.write_text(unit.read_text("utf-8") + "surat_perintah: {kka: CONTOH.1, selisih_hari: 3650}\n", "utf-8")
    draft = (home / SMALL).read_text("utf-8").replace('edisi: "2026"', 'edisi: "2027"', 1)
    (home / DRAFT).write_text(draft, encoding="utf-8")
    build(home / SMALL, home / "build", templates=ROOT / "templates")
    return home


@pytest.fixture(scope="module")
def pair(folder: Path) -> Iterator[Pair]:
    key = str(folder.parent / "kunci" / "kunci.pem")
    with kept_pair(SOPGEN_KEY=key, SOPGEN_LANG="en", SOPGEN_DEBUG="1") as found:
        begun = found.run(folder, ["register", "begin", "--start", "1", "--year", "2026"], ["status"])[0]
        assert 0 == begun.code, begun
        yield found


def test_the_kinds_are_two_hundred_pairs() -> None:
    assert PAIRS == sum(KINDS.values())


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_nothing_is_lost_of_two_commands_at_once(
    kind: Callable[[Case], None], folder: Path, pair: Pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    for turn in range(turns(KINDS[kind])):
        kind(Case(folder, pair, turn))
        _nothing_lost(folder)


def _nothing_lost(folder: Path) -> None:
    """The register agrees with its letters, no number stands twice, nothing is left half made."""
    register = viewed(None, folder / ISSUED)
    assert [] == [line for line in differences(register, [folder / LETTERS]) if "has no letter" not in line]
    texts = [entry.text for entry in register.entries()]
    assert len(texts) == len(set(texts))
    register.engine.dispose()
    assert [] == list(folder.rglob(".baru-*"))
