"""Specs, units and order files full of slips: every one is read, checked and planned, or refused with its places."""

import shutil
import time
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from tests.examples import mutations
from tests.mutations import mutated

from sopgen.errors import Problem, SopgenError, SpecError
from sopgen.jobs.check import problems
from sopgen.jobs.letters.request import from_file, prepared
from sopgen.jobs.pages import plan_edition
from sopgen.jobs.soundness.sound import checked

ROOT = Path(__file__).parents[1]
TODAY = date(2026, 11, 27)
# The files in turns: an edition with a row an activity, one with a row a step, the unit.
EDITIONS = ("fkpm/2019.yaml", "mediasi/contoh.yaml")
LONGEST_S = 20.0


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("kerja")
    shutil.copytree(ROOT / "spec", made / "spec")
    shutil.copytree(ROOT / "templates", made / "templates")
    return made


def weighed(spec: Path, templates: Path) -> None:
    """Check an edition and plan its pages; what check lets pass is planned, and every fault has a place."""
    begun = time.process_time()
    refused: list[Problem] = []
    errors = [one for one in problems(spec, TODAY) if one.severity == "error"]
    assert all(one.line > 0 and one.column > 0 and one.what and "\n" not in str(one) for one in errors)
    try:
        plan_edition(checked(spec), templates)
    except SpecError as error:
        refused = error.problems
    assert set(refused) <= set(errors)
    assert time.process_time() - begun < LONGEST_S


@pytest.mark.parametrize("seed", range(mutations(200, full=5_000)))
def test_a_mutated_spec_is_planned_or_refused_with_places(seed: int, folder: Path) -> None:
    spec = folder / "spec" / "sop" / EDITIONS[seed % 2]
    file = folder / "spec" / "satuan.yaml" if seed % 5 == 4 else spec
    sound = file.read_bytes()
    file.write_text(mutated(sound.decode("utf-8"), seed), encoding="utf-8", newline="")
    try:
        weighed(spec, folder / "templates")
    finally:
        file.write_bytes(sound)


@pytest.mark.parametrize("seed", range(mutations(60, full=300)))
def test_a_mutated_order_file_is_prepared_or_refused(seed: int, folder: Path) -> None:
    file = folder / "spec" / "surat-perintah" / "contoh.yaml"
    sound = file.read_bytes()
    file.write_text(mutated(sound.decode("utf-8"), seed), encoding="utf-8", newline="")
    try:
        with suppress(SopgenError):
            prepared(from_file(file))
    finally:
        file.write_bytes(sound)
