"""What the bundle runs when it is clicked."""

import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

INSIDE = Path(__file__).parents[2] / "scripts" / "bundle" / "inside"


@pytest.fixture(autouse=True)
def _as_in_the_bundle(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.syspath_prepend(INSIDE)
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    monkeypatch.setattr(sys, "pycache_prefix", None)
    yield
    for name in ("sopgen_mulai", "sopgen_bundel"):
        sys.modules.pop(name, None)


@pytest.fixture
def start() -> ModuleType:
    return import_module("sopgen_mulai")


def test_compiled_modules_are_kept_among_the_users_own_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    import_module("sopgen_bundel").keep_outside("abc")
    assert str(tmp_path / "sopgen" / "pyc" / "abc") == sys.pycache_prefix
    assert not sys.dont_write_bytecode


def test_none_are_kept_where_windows_names_no_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("LOCALAPPDATA", raising=False)
    import_module("sopgen_bundel").keep_outside("abc")
    assert sys.pycache_prefix is None
    assert sys.dont_write_bytecode


def test_what_another_edition_compiled_goes(
    start: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("new", "old"):
        (tmp_path / "pyc" / name / "Lib").mkdir(parents=True)
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path / "pyc" / "new"))
    start.forget_others()
    assert ["new"] == [path.name for path in (tmp_path / "pyc").iterdir()]


def test_a_desk_that_can_not_start_says_why_in_a_window(start: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[object] = []
    monkeypatch.setattr(start, "show", shown.append)
    monkeypatch.setattr(start.os, "_exit", shown.append)
    monkeypatch.setattr(start, "run", lambda _: (1, "satu\ndua: tiga\n"))
    start.main()
    assert f"{start.NOT_STARTED}\n\nsatu\ndua: tiga\n\n{start.HELP}" == shown[0]
    assert 1 == shown[1]


def test_so_does_a_fault_of_the_start_itself(start: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[object] = []
    monkeypatch.setattr(start, "show", shown.append)
    monkeypatch.setattr(start.os, "_exit", shown.append)
    monkeypatch.setattr(sys, "executable", "/there/is/none/sopgen.exe")
    start.main()
    assert 1 == shown[1]
    assert "FileNotFoundError" in str(shown[0])


def test_a_desk_that_was_closed_shows_nothing(start: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[object] = []
    monkeypatch.setattr(start, "show", shown.append)
    monkeypatch.setattr(start.os, "_exit", shown.append)
    monkeypatch.setattr(start, "run", lambda _: (0, "http://127.0.0.1:1/"))
    start.main()
    assert [0] == shown


def test_what_the_desk_says_and_how_it_ends_is_known(start: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOPGEN_LANG", raising=False)
    words = "import os, sys; print(os.getcwd(), os.environ['SOPGEN_LANG']); print('é', file=sys.stderr); sys.exit(3)"
    code, said = start.run([sys.executable, "-X", "utf8", "-c", words])
    assert 3 == code
    assert f"{start.documents()} id" in said
    assert "é" in said


def test_a_window_shows_the_end_of_much_and_a_word_for_nothing(start: ModuleType) -> None:
    long = start.last_words("\n".join(map(str, range(100))))
    assert [str(number) for number in range(85, 100)] == long.split("\n\n")[1].splitlines()
    assert "sopgen.cmd" in start.last_words(" \n")
