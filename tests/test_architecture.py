"""The rooms only look down, and no function or file grows past its bound."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1] / "src" / "sopgen"
FILES = sorted(ROOT.rglob("*.py"))
LEAVES = {"messages", "VERSION"}
MAY: dict[str, set[str]] = {
    "__init__": set(),
    "messages": set(),
    "errors": set(),
    "model": {"errors"},
    "read": {"model", "workspace", "errors"},
    "lint": {"model", "errors"},
    "plan": {"model", "errors"},
    "render": {"plan", "model", "errors"},
    "tools": {"errors"},
    "publish": {"errors"},
    "register": {"model", "errors"},
    "drawings": {"publish", "errors"},
    "workspace": {"errors"},
    "silence": {"read", "lint", "errors"},
    "check": {"silence", "read", "lint", "model", "errors"},
    "explain": {"lint", "errors"},
    "report": {"explain", "lint", "errors"},
    "edit": {"check", "read", "lint", "plan", "model", "errors"},
    "seal": {"errors"},
    "signoff": {"origin", "build", "check", "read", "render", "publish", "workspace", "model", "errors"},
    "cli_sign": {"signoff", "reporting", "errors"},
    "press": {"plan", "render", "tools", "seal", "errors"},
    "spread": {"press", "plan", "errors"},
    "cli_life": {"signoff", "read", "check", "model", "workspace", "publish", "reporting", "errors"},
    "origin": {"read", "errors"},
    "build": {
        "origin",
        "press",
        "check",
        "read",
        "lint",
        "plan",
        "render",
        "tools",
        "publish",
        "drawings",
        "workspace",
        "model",
        "errors",
    },
    "reporting": {"errors"},
    "cli_check": {"check", "explain", "report", "lint", "reporting", "workspace", "errors"},
    "revisions": {"read", "tools", "errors"},
    "comparison": {"revisions", "build", "check", "read", "plan", "render", "tools", "workspace", "model", "errors"},
    "cli_diff": {"comparison", "publish", "reporting"},
    "cli_register": {"reporting", "check", "plan", "publish", "register", "errors"},
    "issue": {"build", "plan", "register", "publish", "seal", "spread", "model", "errors"},
    "follow": {"build", "issue", "plan", "register"},
    "asked": {"reporting", "build", "check", "issue", "read", "model", "workspace", "errors"},
    "cli_order": {
        "asked",
        "plan",
        "model",
        "press",
        "seal",
        "spread",
        "cli_register",
        "reporting",
        "build",
        "issue",
        "publish",
        "register",
        "errors",
    },
    "cli_form": {
        "asked",
        "cli_register",
        "reporting",
        "follow",
        "build",
        "check",
        "issue",
        "plan",
        "publish",
        "register",
        "workspace",
    },
    "cli_edit": {"edit", "check", "read", "publish", "reporting", "errors"},
    "cli": {
        "cli_check",
        "cli_form",
        "cli_edit",
        "cli_diff",
        "cli_life",
        "signoff",
        "cli_order",
        "cli_register",
        "cli_sign",
        "reporting",
        "build",
        "check",
        "publish",
        "workspace",
        "read",
        "register",
        "model",
        "tools",
        "errors",
    },
    "__main__": {"cli"},
}


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):  # walk: imports inside functions count too
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: write absolute imports"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def room_of(path: Path) -> str:
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


@pytest.mark.parametrize("path", FILES, ids=str)
def test_rooms_only_look_down(path: Path) -> None:
    room = room_of(path)
    for name in imports(path):
        parts = name.split(".")
        if parts[0] != "sopgen" or parts[1] in LEAVES:
            continue
        assert parts[1] == room or parts[1] in MAY[room], f"{room} must not import {parts[1]}"
        if parts[1] == room == "render":
            assert parts[2].startswith("_"), "renderers do not import each other"


@pytest.mark.parametrize("path", FILES, ids=str)
def test_only_tools_start_a_process(path: Path) -> None:
    starts = {"subprocess", "os.system"} & set(imports(path))
    assert not starts or room_of(path) == "tools"


@pytest.mark.parametrize("path", FILES, ids=str)
def test_files_and_functions_stay_small(path: Path) -> None:
    text = path.read_text("utf-8")
    assert len(text.splitlines()) <= 400
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            assert node.end_lineno is not None
            assert node.end_lineno - node.lineno < 60, f"{node.name} is too long"


def test_no_import_cycle() -> None:
    names = {".".join(["sopgen", *path.relative_to(ROOT).with_suffix("").parts]): path for path in FILES}
    graph = {
        name: {
            other for target in imports(path) for other in names if target == other or target.startswith(f"{other}.")
        }
        for name, path in names.items()
    }
    while leaves := [name for name, targets in graph.items() if not targets & graph.keys()]:
        for name in leaves:
            del graph[name]
    assert not graph
