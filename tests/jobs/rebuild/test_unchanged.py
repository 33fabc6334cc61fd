"""What a build leaves alone is what a full build would write, byte for byte; whatever else is made again."""

import random
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.examples import turns
from tests.jobs.folder import RECORD, REVIEWER, SPEC, begin, edit, run, step
from tests.jobs.overlays import office

from sopgen.jobs.build import build_all
from sopgen.jobs.rebuild import causes
from sopgen.jobs.rebuild.former import Files, FormerOutputs
from sopgen.jobs.rebuild.request import BuildRequest
from sopgen.jobs.rebuild.trace import FOLDER, standing, unchanged
from sopgen.model.page import PdfEngine
from sopgen.read.overlay.base import FOLDER as BASES

ASKED = BuildRequest((Path(SPEC),))
MADE = Path("build/contoh-2026")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A working folder whose edition was built; its trace holds where it lies."""
    folder = begin(tmp_path_factory.mktemp("kerja"))
    with pytest.MonkeyPatch.context() as here:
        here.chdir(folder)
        assert run("build").exit_code == 0
    shutil.copytree(folder, folder.parent / "asli")
    return folder


@pytest.fixture(autouse=True)
def _as_built(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(built)
    monkeypatch.setenv("SOPGEN_LANG", "en")
    for path in built.iterdir():
        shutil.rmtree(path)
    shutil.copytree(built.parent / "asli", built, dirs_exist_ok=True)


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def fully(where: str) -> dict[str, bytes]:
    """Return the outputs that a full build writes."""
    (folder,) = build_all(BuildRequest(ASKED.specs, Path(where)))
    return files(folder)


def word(chance: random.Random) -> None:
    edit(SPEC, "isi: [Kamera", f"isi: [Kamera {chance.choice(['', 'saku', 'video'])}".rstrip())


def step_words(chance: random.Random) -> None:
    edit(SPEC, "uraian: Menyusun laporan", f"uraian: Menyusun laporan{chance.choice(['', ' lengkap'])}")


def remark(chance: random.Random) -> None:
    edit(SPEC, "judul:", f"# catatan {chance.random()}\njudul:")


def unit(chance: random.Random) -> None:
    edit("spec/satuan.yaml", "tempat: ", f"tempat: {chance.choice(['', 'Kota '])}")


def look(chance: random.Random) -> None:
    path = Path("templates/sop/rupa.yaml")
    path.write_text(path.read_text("utf-8") + f"# {chance.random()}\n", "utf-8")


def output(chance: random.Random) -> None:
    path = chance.choice(sorted(path for path in MADE.rglob("*") if path.is_file()))
    path.write_bytes(path.read_bytes() + chance.choice([b"", b" "]))


def missing(chance: random.Random) -> None:
    chance.choice(sorted(path for path in MADE.rglob("*") if path.is_file())).unlink()


def further(chance: random.Random) -> None:
    Path(chance.choice(["build/catatan.txt", "build/contoh-2026/catatan.txt", "spec/catatan.txt"])).touch()


def laws(chance: random.Random) -> None:
    Path("spec/peraturan.yaml").write_text(f"peraturan: [] # {chance.random()}\n", "utf-8")


def approval(_: random.Random) -> None:
    if not RECORD.exists():
        assert step("ditinjau", "2026-03-05", *REVIEWER).exit_code == 0


def nothing(_: random.Random) -> None:
    for path in Path().rglob("*"):
        path.touch()


EDITS: list[Callable[[random.Random], None]] = [
    word, step_words, remark, unit, look, output, missing, further, laws, approval, nothing,
]  # fmt: skip


@pytest.mark.parametrize("seed", range(turns(10)))
def test_after_any_edits_what_stands_is_what_a_full_build_writes(seed: int) -> None:
    chance = random.Random(seed)
    stood = 0
    for change in [*chance.sample(EDITS, 3), nothing]:
        change(chance)
        before = files(MADE) if standing(Path(SPEC), ASKED) else None
        stood += before is not None
        told = run("build", SPEC).stdout.replace("\\", "/")
        assert told == f"{'made' if before is None else 'unchanged'} build/contoh-2026\n"
        assert before in (None, files(MADE))
        assert files(MADE) == fully("lain")
    assert stood  # touching all files changes none


def test_a_changed_edition_is_made_and_the_others_stand() -> None:
    other = SPEC.replace("2026", "2027")
    Path(other).write_text(Path(SPEC).read_text("utf-8").replace('edisi: "2026"', 'edisi: "2027"'), "utf-8")
    assert run("build").stdout.replace("\\", "/") == "unchanged build/contoh-2026\nmade build/contoh-2027\n"
    assert run("build").stdout.replace("\\", "/") == "unchanged build/contoh-2026\nunchanged build/contoh-2027\n"
    edit(other, 'edisi: "2027"', 'edisi: "2026"')
    assert run("build").exit_code == 1  # two files of one edition share its outputs


def test_a_changed_step_redraws_only_what_shows_it(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[str] = []
    true_one = FormerOutputs.made

    def noted(self: FormerOutputs, names: list[str], plan: object, make: Callable[[], Files]) -> Files:
        return true_one(self, names, plan, lambda: [(drawn.append(name) or name, one) for name, one in make()])  # type: ignore[func-returns-value]

    monkeypatch.setattr(FormerOutputs, "made", noted)
    edit(SPEC, "uraian: Menyusun laporan", "uraian: Menyusun laporan lengkap")
    assert run("build").exit_code == 0
    assert drawn == ["charts/A.svg", "charts/A.pdf", "charts/A.png"]
    assert files(MADE) == fully("lain")
    drawn.clear()
    path = Path("templates/formulir.yaml")
    path.write_text(path.read_text("utf-8") + "# lain\n", "utf-8")
    assert run("build").exit_code == 0
    assert set(drawn) == {name for name in files(MADE) if name.startswith(("charts/", "forms/"))}


def test_an_output_that_was_changed_is_not_taken_over() -> None:
    before = files(MADE)
    (MADE / "forms/notulen.docx").write_bytes(b"lain")
    assert run("build").stdout.startswith("made")
    assert files(MADE) == before


def test_what_stands_is_made_when_it_is_forced() -> None:
    assert run("build", SPEC, "--force").stdout.replace("\\", "/") == "made build/contoh-2026\n"


def test_a_changed_program_or_day_makes_it_again(monkeypatch: pytest.MonkeyPatch) -> None:
    assert unchanged(ASKED)
    for name in ("_program", "_days"):
        with monkeypatch.context() as other:
            other.setattr(causes, name, lambda: ["another"])
            assert not unchanged(ASKED)


@pytest.mark.parametrize(("engine", "release"), [("libreoffice", False), ("typst", True)])
def test_what_is_given_out_or_printed_by_another_program_is_always_made(engine: PdfEngine, release: bool) -> None:
    assert not unchanged(BuildRequest(ASKED.specs, ASKED.out, engine, release))


def test_a_damaged_trace_is_none() -> None:
    (trace,) = Path("build", FOLDER).iterdir()
    for text in ("", "[]", '{"causes": 1}', '{"causes": "", "folder": "", "pictures": 3, "written": 4}'):
        trace.write_text(text, "utf-8")
        assert not unchanged(ASKED)


def test_templates_that_libreoffice_prints_leave_no_trace() -> None:
    Path("templates/notulen/notulen.typ").unlink()
    assert not causes.typeset_alone(Path(SPEC))


OPENED: list[Path] = []
WATCHED: list[bool] = []


def _noted(event: str, values: tuple[object, ...]) -> None:
    if WATCHED and event == "open" and isinstance(values[0], str) and set(str(values[1])) <= {"r", "b", "t"}:
        OPENED.append(Path(values[0]).absolute())


@pytest.fixture
def opened() -> Iterator[list[Path]]:
    """The files that were opened to be read meanwhile."""
    if not OPENED:
        sys.addaudithook(_noted)  # it stays as long as the process, and hears nothing in other tests
    OPENED.clear()
    WATCHED.append(True)
    yield OPENED
    WATCHED.clear()


def test_all_that_an_edition_over_a_base_is_made_from_is_a_cause(
    opened: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(office.begin(tmp_path, "polres"))
    spec = office.overlay("polres")
    home, out = Path().absolute(), Path("hasil").absolute()
    list(build_all(BuildRequest((spec,), out)))
    read = {path for path in opened if path.is_relative_to(home) and not path.is_relative_to(out)}
    assert spec.absolute() in read
    assert any(BASES in path.parts for path in read)
    assert read <= set(causes._around(spec.absolute()))
