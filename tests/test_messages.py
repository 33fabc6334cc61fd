"""The Indonesian catalogue holds every message of the source, and its values stand in both languages."""

import ast
import json
import re
import string
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from babel.messages import mofile, pofile

from sopgen import messages
from sopgen.cli.language import CLICK, paragraphs
from sopgen.cli.main import COMMANDS, loaded, main
from sopgen.lint.pages.all import PAGES
from sopgen.messages import say
from sopgen.tools.doctor import tools

SOURCE = Path(messages.__file__).parent
CATALOGUE = SOURCE / "locale" / "id" / "LC_MESSAGES" / "sopgen.po"
OF_THE_PAGE = CATALOGUE.with_name("meja.po")
SAID_BY_THE_PAGE = re.compile(r'\bsay\(\s*("(?:[^"\\]|\\.)*")')


def said() -> set[str]:
    found = {tool.job for tool in tools()} | {text for page in PAGES.values() for text in page.words()}
    found |= {*CLICK, *helps(main), *(text for name in COMMANDS for text in helps(loaded(name)))}
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "say":
                text = node.args[0]
                if isinstance(text, ast.Constant):
                    found.add(str(text.value))
    return found


def helps(command: click.Command) -> Iterator[str]:
    """Yield every text of a command's help."""
    yield from paragraphs(command.help)
    yield from (one.help for one in command.params if isinstance(one, click.Option) and one.help)
    if isinstance(command, click.Group):
        for one in command.commands.values():
            yield from helps(one)


def said_by_the_page() -> set[str]:
    own = [path for path in (SOURCE / "desk" / "static").rglob("*.js") if "vendor" not in path.parts]
    return {json.loads(text) for path in own for text in SAID_BY_THE_PAGE.findall(path.read_text("utf-8"))}


def translated(catalogue: Path = CATALOGUE) -> dict[str, str]:
    with catalogue.open("rb") as file:
        return {str(message.id): str(message.string) for message in pofile.read_po(file) if message.id}


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_every_message_is_in_its_catalogue_and_no_other() -> None:
    assert said() == set(translated())
    assert said_by_the_page() == set(translated(OF_THE_PAGE))


@pytest.mark.parametrize("catalogue", [CATALOGUE, OF_THE_PAGE], ids=lambda path: path.stem)
def test_translations_use_the_same_values(catalogue: Path) -> None:
    for source, text in translated(catalogue).items():
        assert text
        assert fields(source) == fields(text), source


@pytest.mark.parametrize("catalogue", [CATALOGUE, OF_THE_PAGE], ids=lambda path: path.stem)
def test_the_compiled_catalogue_is_fresh(catalogue: Path) -> None:
    with catalogue.with_suffix(".mo").open("rb") as file:
        compiled = {str(message.id): str(message.string) for message in mofile.read_mo(file) if message.id}
    assert translated(catalogue) == compiled, "run `make catalogue`"


@pytest.mark.parametrize(
    ("variable", "value", "expected"),
    [
        ("SOPGEN_LANG", "id", "hapus karakter itu"),
        ("LANG", "id_ID.UTF-8", "hapus karakter itu"),
        ("LANG", "C.UTF-8", "delete the character"),
    ],
)
def test_the_language_comes_from_the_variables(
    monkeypatch: pytest.MonkeyPatch, variable: str, value: str, expected: str
) -> None:
    for name in ("SOPGEN_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv(variable, value)
    assert expected == say("delete the character")
