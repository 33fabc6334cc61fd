"""What is imported is declared, and nothing is declared that nothing needs."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
# Needed without an import: a program that is run, a driver that SQLAlchemy loads by its name, a list that is read.
RUN = {
    "graphviz-pure": "src/sopgen/tools/graphviz.py",
    "psycopg": "src/sopgen/register/database.py",
    "pyphen": "src/sopgen/plan/syllables.py",
}
# What a developer runs, and what those programs need: not imported either.
DEVELOPERS = {
    "editables",
    "hatchling",
    "mypy",
    "pre-commit",
    "pytest-xdist",
    "ruff",
    "ooxml-integrity",
    "openxml-audit",
}
STUBS = re.compile(r"types-.+|.+-stubs")


def name(requirement: str) -> str:
    """Return a distribution's name as the registries compare it."""
    found = re.match(r"[A-Za-z0-9._-]+", requirement)
    assert found
    return re.sub(r"[-_.]+", "-", found[0]).lower()


@cache
def project() -> dict[str, Any]:
    found: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return found


def declared(*extras: str) -> set[str]:
    lists = [project()["dependencies"], *(project()["optional-dependencies"][extra] for extra in extras)]
    return {name(one) for several in lists for one in several}


def imported(folder: str, *, at_start: bool = False) -> Iterator[tuple[Path, str]]:
    """Yield the top packages that a folder's files import; `at_start` without those inside functions."""
    for path in sorted(one for one in (ROOT / folder).rglob("*.py") if "node_modules" not in one.parts):
        tree = ast.parse(path.read_text("utf-8"))
        for node in tree.body if at_start else ast.walk(tree):
            if isinstance(node, ast.Import):
                yield from ((path, alias.name.split(".")[0]) for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                yield path, node.module.split(".")[0]


@cache
def installed() -> dict[str, set[str]]:
    return {package: set(map(name, found)) for package, found in packages_distributions().items()}


def distributions(package: str) -> set[str]:
    return installed().get(package, set())


def undeclared(found: Iterator[tuple[Path, str]], known: set[str]) -> list[str]:
    beside = {path.stem for path in (ROOT / "benchmarks").glob("*.py")}
    ours = {*sys.stdlib_module_names, *beside, "sopgen", "tests", "benchmarks", "scripts"}
    return [f"{path}: {one}" for path, one in found if one not in ours and not distributions(one) & known]


def test_every_import_of_the_program_is_declared() -> None:
    extras = [extra for extra in project()["optional-dependencies"] if extra != "dev"]
    assert not undeclared(imported("src"), declared(*extras))


def test_the_plain_install_starts_without_the_extras() -> None:
    assert not undeclared(imported("src", at_start=True), declared())


@pytest.mark.parametrize("folder", ["tests", "benchmarks", "scripts"])
def test_every_import_of_the_tests_is_declared_for_developers(folder: str) -> None:
    assert not undeclared(imported(folder), declared("dev"))


def test_nothing_is_declared_that_nothing_needs() -> None:
    used = {one for _, package in imported("src") for one in distributions(package)}
    for distribution in declared(*project()["optional-dependencies"].keys() - {"dev"}) - used:
        assert distribution in (ROOT / RUN[distribution]).read_text("utf-8"), distribution


def test_nothing_is_declared_for_developers_that_nothing_needs() -> None:
    used = {one for folder in ("src", "tests", "benchmarks", "scripts") for _, one in imported(folder)}
    needed = {one for package in used for one in distributions(package)} | DEVELOPERS | RUN.keys()
    assert not {one for one in declared("dev") - needed if not STUBS.fullmatch(one)}


@pytest.mark.parametrize("lock", ["requirements.lock", "starter/alat/requirements.lock"])
def test_a_lock_holds_what_is_declared_by_hash_and_no_address(lock: str) -> None:
    text = (ROOT / lock).read_text("utf-8")
    locked = set(re.findall(r"^([a-z0-9-]+)==", text, re.MULTILINE))
    assert declared("dev") - locked == set() if lock == "requirements.lock" else declared() <= locked
    assert "://" not in text
