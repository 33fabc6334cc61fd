"""The help and click's own words in the reader's language; click itself is shipped in English only."""

import inspect
import sys
from copy import copy
from typing import Final, TypeVar

import click

from sopgen.messages import language, translated

# What click says, as it stands in its source; the catalogue translates it.
CLICK: Final = (
    "Usage:",
    "Options",
    "Commands",
    "Positional arguments",
    "required",
    "default: {default}",
    "env var: {var}",
    "Show the version and exit.",
    "Show this message and exit.",
    "%(prog)s, version %(version)s",
    "Try '{command} {option}' for help.",
    "Error: {message}",
    "Aborted!",
    "Missing command.",
    "Missing argument",
    "Missing option",
    "Missing parameter",
    "Invalid value: {message}",
    "Invalid value for {param_hint}: {message}",
    "No such option {name!r}.",
    "No such command {name!r}.",
    "Did you mean {possibility}?",
    "(Did you mean one of: {possibilities}?)",
    "Got unexpected extra argument ({args})",
    "Got unexpected extra arguments ({args})",
    "Option {name!r} requires an argument.",
    "Option {name!r} requires {nargs} arguments.",
    "Option {name!r} does not take a value.",
    "Choose from:\n\t{choices}",
    "{value!r} is not {choice}.",
    "{value!r} is not one of {choices}.",
    "{value} is not in the range {range}.",
    "{value!r} is not a valid {number_type}.",
    "integer",
    "integer range",
    "file",
    "directory",
    "path",
    "{name} {filename!r} does not exist.",
    "{name} {filename!r} is a file.",
    "{name} {filename!r} is a directory.",
    "{name} {filename!r} is not readable.",
    "{name} {filename!r} is not writable.",
    "Could not open file {filename!r}: {message}",
    "unknown error",
    "Repeat for confirmation",
    "Error: The two entered values do not match.",
    "Error: invalid input",
)
# Where click's modules keep gettext.
SPEAKERS: Final = ("core", "decorators", "exceptions", "formatting", "parser", "termui", "types")
CommandOrGroup = TypeVar("CommandOrGroup", bound=click.Command)


def teach_click() -> None:
    """Have click ask our catalogue for its words: it would ask one of the locale's, which nobody ships."""
    for name in SPEAKERS:
        module = sys.modules[f"click.{name}"]
        for asked, answer in (("_", translated), ("ngettext", _counted)):
            if hasattr(module, asked):
                setattr(module, asked, answer)

    # click names the kinds of values by these, without asking for a translation.
    click.types.IntRange.name = translated("integer range")
    click.types.IntParamType.name = translated("integer")


def _counted(one: str, several: str, count: int) -> str:
    return translated(one if count == 1 else several)


def in_language(command: CommandOrGroup) -> CommandOrGroup:
    """Return a command whose help, and that of its options and commands, is in the reader's language."""
    if language() == "en":
        return command
    made = copy(command)
    made.help = "\n\n".join(map(translated, paragraphs(made.help)))
    made.params = [_parameter(one) for one in made.params]
    made._help_option = None  # click keeps the option with the words of whoever asked first
    if isinstance(made, click.Group):
        made.commands = {name: in_language(one) for name, one in made.commands.items()}
    return made


def paragraphs(text: str | None) -> list[str]:
    """Return the paragraphs of a help text, each in one line: what the catalogue translates."""
    return [" ".join(one.split()) for one in inspect.cleandoc(text or "").split("\n\n") if one.strip()]


def _parameter(one: click.Parameter) -> click.Parameter:
    made = copy(one)
    if isinstance(made, click.Option) and made.help:
        made.help = translated(made.help)
    return made
