"""What all tests share: the shipped edition, golden texts, the real programs."""

import os
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import pytest
from hypothesis import HealthCheck, settings
from tests.examples import ANEW, DESK, THIN, many
from tests.kept_office import KeptOffice

from sopgen.model.sop import Sop
from sopgen.model.unit import Unit
from sopgen.read.load import Edition, load_edition
from sopgen.tools import libreoffice

ROOT = Path(__file__).parents[1]
PROGRAMS = ("git", "soffice", "pdftotext", "pdftoppm", "pdffonts", "qpdf", "dot")
MEMORY: Final = Path("/dev/shm")  # a file system of Linux that no disk is behind
ROOM: Final = 3 * 2**30
# Begun first: a long file that is begun last leaves the other processors idle.
LONG: Final = (
    "tests/test_recipes.py",
    "tests/bundle/test_bundle.py",
    "tests/render/word/test_habits.py",
    "tests/jobs/signing/proof/test_files.py",
    "tests/test_starter.py",
    "tests/render/test_mutated_templates.py",
    "tests/finish/redline/test_document.py",
    "tests/plan/flow/test_over_pages.py",
    "tests/plan/flow/test_one_sheet.py",
    "tests/jobs/accept_word/test_scripted.py",
    "tests/jobs/letters/test_workers.py",
    "tests/jobs/letters/test_maker.py",
    "tests/register/test_store.py",
    "tests/jobs/test_pairs.py",
    "tests/test_prose.py",
    "tests/test_fits_its_cells.py",
    "tests/jobs/signing/test_sign.py",
    "tests/test_mutated_files.py",
    "tests/splice/test_sure.py",
    "tests/read/roster/test_bounds.py",
    "tests/test_samples.py",
)

# Whole services, signatures, full disks and copies of the repository, and what takes seconds a test where few changes
# reach: at the desk, `make test-all` and the names of these files run them.
SERVICES: Final = frozenset(
    {
        "tests/desk/test_firefox.py",
        "tests/desk/test_print.py",
        "tests/bundle/test_bundle.py",
        "tests/finish/redline/test_document.py",
        "tests/jobs/letters/test_maker.py",
        "tests/jobs/letters/test_workers.py",
        "tests/jobs/life/test_at_once.py",
        "tests/jobs/life/test_release.py",
        "tests/jobs/overlays/test_build_units.py",
        "tests/jobs/register/test_recover.py",
        "tests/jobs/signing/proof/test_files.py",
        "tests/jobs/signing/proof/test_folder.py",
        "tests/jobs/signing/proof/test_origin.py",
        "tests/jobs/signing/proof/test_pdf.py",
        "tests/jobs/signing/proof/test_signers.py",
        "tests/jobs/signing/proof/test_trust.py",
        "tests/jobs/signing/test_keys.py",
        "tests/jobs/signing/test_registered.py",
        "tests/jobs/signing/test_sign.py",
        "tests/jobs/signing/ways/test_bsre.py",
        "tests/jobs/signing/ways/test_time_stamp.py",
        "tests/jobs/test_build_all.py",
        "tests/jobs/test_full_disk.py",
        "tests/jobs/test_pairs.py",
        "tests/register/test_store.py",
        "tests/render/test_changed_typst.py",
        "tests/render/test_mutated_templates.py",
        "tests/render/word/test_decree.py",
        "tests/render/word/test_matrix.py",
        "tests/render/word/test_room.py",
        "tests/test_prose.py",
        "tests/test_recipes.py",
        "tests/test_samples.py",
        "tests/test_starter.py",
    }
)
# Each example of these makes documents: by hand and in CI every third one does.
THINNED: Final = frozenset(
    {
        "tests/cli/test_order.py",
        "tests/cli/test_verify_order.py",
        "tests/finish/fillable/test_fields.py",
        "tests/finish/fillable/test_form.py",
        "tests/jobs/templates/test_agreement.py",
        "tests/read/roster/test_bounds.py",
        "tests/render/word/letters/test_habits.py",
        "tests/render/word/test_document.py",
        "tests/render/word/test_habits.py",
        "tests/splice/test_sure.py",
        "tests/test_check_and_build_agree.py",
        "tests/test_forms.py",
        "tests/test_marks.py",
        "tests/test_per_langkah.py",
    }
)
NTH: Final = 3

# The same examples for everyone, however busy the machine is; `make test-all` tries others each time.
settings.register_profile(
    "sopgen",
    max_examples=many(100),
    deadline=None,
    database=None,
    derandomize=not ANEW,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("sopgen")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="accept what is made now as golden text")


def pytest_configure(config: pytest.Config) -> None:
    if in_memory_is_room():
        # Tests wait for no disk: most of what a register does is to wait until its lines are on it.
        os.environ.setdefault("TMPDIR", str(MEMORY))
        tempfile.tempdir = None
    if config.getoption("--update-golden") and os.environ.get("CI"):
        raise pytest.UsageError("--update-golden is refused in CI: read the diff and commit it")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if THIN:
        left = _left_for_all(items)
        config.hook.pytest_deselected(items=left)
        gone = set(left)
        items[:] = [one for one in items if one not in gone]
    places = {name: n for n, name in enumerate(LONG)}
    items.sort(key=lambda item: places.get(item.path.relative_to(ROOT).as_posix(), len(LONG)))


def _left_for_all(items: list[pytest.Item]) -> list[pytest.Item]:
    """Return what `make test` leaves for `make test-all`: by hand the services, too, which CI runs."""
    counts: Counter[str] = Counter()
    left = []
    for item in items:
        name = item.path.relative_to(ROOT).as_posix()
        counts[one := item.nodeid.partition("[")[0]] += 1
        if (DESK and name in SERVICES) or (name in THINNED and counts[one] % NTH != 1):
            left.append(item)
    return left


def in_memory_is_room() -> bool:
    """Tell whether this computer has a file system in memory that is large enough and lets programs run."""
    if sys.platform != "linux" or not os.access(MEMORY, os.W_OK):
        return False
    system = os.statvfs(MEMORY)
    return not system.f_flag & os.ST_NOEXEC and system.f_bavail * system.f_frsize > ROOM


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test of a real program where it is missing; in CI a missing one is a failure."""
    if item.get_closest_marker("exe") is None:
        return
    missing = [name for name in PROGRAMS if shutil.which(name) is None]
    if missing and os.environ.get("CI"):
        pytest.fail(f"missing in CI: {', '.join(missing)}")
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)}")


@pytest.fixture(autouse=True)
def _key_of_the_tests(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or makes the key of whoever runs it."""
    monkeypatch.setenv("SOPGEN_KEY", str(tmp_path / "kunci" / "kunci.pem"))


@pytest.fixture(autouse=True)
def _faults_of_our_own_are_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    """What nobody foresaw fails a test with its traceback."""
    monkeypatch.setenv("SOPGEN_DEBUG", "1")


@pytest.fixture(scope="session", autouse=True)
def _one_office_prints_for_all_tests() -> Iterator[None]:
    """LibreOffice is started once, where a test prints by it in this process."""
    office = KeptOffice()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(libreoffice, "argv", office.argv)
        yield
    office.end()


@pytest.fixture(scope="session")
def edition() -> Edition:
    return load_edition(ROOT / "spec" / "sop" / "fkpm" / "2019.yaml")


@pytest.fixture(scope="session")
def sop(edition: Edition) -> Sop:
    return edition.sop


@pytest.fixture(scope="session")
def unit(edition: Edition) -> Unit:
    return edition.unit


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Return a check of a text against tests/golden/<name>; a missing golden text is a failure."""

    def compare(name: str, text: str) -> None:
        path = ROOT / "tests" / "golden" / name
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        assert path.is_file(), f"no golden text {name}: make it with --update-golden and read it"
        assert text == path.read_text(encoding="utf-8")

    return compare
