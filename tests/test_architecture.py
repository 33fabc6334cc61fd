"""The rooms only look down, and no function, file or room grows past its bound."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from tests.conftest import LONG, SERVICES, THINNED

ROOT = Path(__file__).parents[1] / "src" / "sopgen"
FILES = sorted(ROOT.rglob("*.py"))
ROOMS = sorted({path.parent for path in FILES})
# From the ground up: a room sees its own level's other rooms never, and every room of the levels below it.
LEVELS: list[set[str]] = [
    {"messages", "VERSION"},
    {"errors"},
    {"files", "lock", "workspace", "typeface", "details", "model"},
    {"compare", "read", "lint", "register", "seal", "tools"},
    {"plan", "splice"},
    {"render"},
    {"finish"},
    {"jobs"},
    {"desk"},
    {"cli"},
    {"__main__"},
]
LEVEL = {room: number for number, rooms in enumerate(LEVELS) for room in rooms}
# What few files may do: each thing has one door.
ONLY = {"click": "cli", "subprocess": "tools", "os.system": "tools"}
PAGE_FILES = sorted(
    path
    for path in (ROOT / "desk" / "static").rglob("*.*")
    if path.suffix in (".js", ".css") and "vendor" not in path.parts
)
LONGEST_FILE, LONGEST_FUNCTION, LARGEST_ROOM, WIDEST_LINE = 300, 60, 13, 200  # a room counts its docstring file too


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


@cache
def imports(path: Path) -> tuple[str, ...]:
    return tuple(_imports(path))


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(tree(path)):  # walk: imports inside functions count too
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: write absolute imports"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def room_of(path: Path) -> str:
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


@cache
def modules() -> dict[str, Path]:
    return {".".join(["sopgen", *path.relative_to(ROOT).with_suffix("").parts]): path for path in FILES}


@pytest.mark.parametrize("path", FILES, ids=str)
def test_rooms_only_look_down(path: Path) -> None:
    room = room_of(path)
    for name in imports(path):
        parts = name.split(".")
        if parts[0] == "sopgen" and parts[1] != room:
            assert LEVEL[parts[1]] < LEVEL.get(room, 0) or parts[1] == "VERSION", f"{room} must not import {parts[1]}"


@pytest.mark.parametrize("path", FILES, ids=str)
def test_each_thing_has_one_door(path: Path) -> None:
    for name in imports(path):
        for thing, room in ONLY.items():
            assert not f"{name}.".startswith(f"{thing}.") or room_of(path) == room, f"{thing} belongs to {room}"


def test_no_renderer_imports_another() -> None:
    kinds = {"bpmn", "chart", "exchange", "typst", "word"}
    for path in (ROOT / "render").rglob("*.py"):
        own = path.relative_to(ROOT / "render").parts[0].removesuffix(".py")
        seen = {name.split(".")[2] for name in imports(path) if name.startswith("sopgen.render.")}
        assert own not in kinds or not seen & (kinds - {own}), path


@pytest.mark.parametrize("path", FILES, ids=str)
def test_files_and_functions_stay_small(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= LONGEST_FILE
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert node.end_lineno is not None
            assert node.end_lineno - node.lineno < LONGEST_FUNCTION, f"{node.name} is too long"


@pytest.mark.parametrize("room", ROOMS, ids=str)
def test_a_room_is_seen_at_a_glance(room: Path) -> None:
    assert len(list(room.glob("*.py"))) <= LARGEST_ROOM
    assert not [path.name for path in room.glob("_*.py") if not path.name.startswith("__")], "no underscore modules"
    folders = {path for path in room.iterdir() if path.is_dir() and any(path.glob("**/*.py"))}
    assert room == ROOT or all((path / "__init__.py").is_file() for path in folders)


@pytest.mark.parametrize("path", PAGE_FILES, ids=str)
def test_the_page_s_files_stay_small_and_can_be_read(path: Path) -> None:
    lines = path.read_text("utf-8").splitlines()
    assert len(lines) <= LONGEST_FILE
    assert all(len(line) <= WIDEST_LINE for line in lines)
    assert len(list(path.parent.glob("*.js"))) <= LARGEST_ROOM


def test_each_name_that_the_page_imports_is_there_and_each_of_the_kit_is_used() -> None:
    texts = {path: path.read_text("utf-8") for path in PAGE_FILES if path.suffix == ".js"}
    kit = next(path for path in texts if path.name == "kit.js")
    used: set[str] = set()
    for path, text in texts.items():
        for names, where in re.findall(r'import \{([^}]*)\} from "(kit|\..*?)"', text):
            wanted = {one.split()[0] for one in names.split(",")}
            source = kit if where == "kit" else (path.parent / where).resolve()
            assert wanted <= _exported(texts[source]), (path, wanted - _exported(texts[source]))
            used |= wanted if where == "kit" else set()
    assert _exported(texts[kit]) == used


def _exported(text: str) -> set[str]:
    """Return the names that a file of the page gives."""
    lists = re.findall(r"^export \{([^}]*)\}", text, re.MULTILINE)
    own = re.findall(r"^export (?:async )?(?:function|const|class) (\w+)", text, re.MULTILINE)
    return {*own, *(name for names in lists for name in re.findall(r"\w+", names))}


def test_no_import_cycle() -> None:
    graph = {name: {one for target in imports(path) for one in _named(target)} for name, path in modules().items()}
    while leaves := [name for name, targets in graph.items() if not targets & graph.keys()]:
        for name in leaves:
            del graph[name]
    assert not graph


def _named(target: str) -> set[str]:
    """Return the modules that this import reads: `sopgen.a.b` is a module, or a name in `sopgen.a`."""
    return {target, target.rpartition(".")[0]} & modules().keys()


def test_a_word_means_one_thing() -> None:
    classes = [
        node.name
        for path in FILES
        for node in tree(path).body
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
    ]
    assert not {name for name in classes if classes.count(name) > 1}


def test_the_test_files_that_are_begun_first_are_there() -> None:
    assert all((ROOT.parents[1] / name).is_file() for name in {*LONG, *SERVICES, *THINNED})
