"""What an error of the user's becomes: its lines, and the exit code."""

from collections.abc import Sequence

import click
import pytest
from click.testing import CliRunner

from sopgen.cli.exits import reported
from sopgen.errors import (
    Problem,
    SopgenError,
    SpecError,
    ToolMissing,
    VerificationFailed,
    WrongUsage,
    together,
)

ONE, TWO = (SpecError([Problem("sop.yaml", line, 1, "FL03", "salah")]) for line in (1, 2))


@pytest.mark.parametrize(
    ("errors", "code", "lines"),
    [
        ([ONE, TWO, ONE], 1, ["sop.yaml:1:1: error FL03: salah.", "sop.yaml:2:1: error FL03: salah."]),
        ([ToolMissing("a")], 3, ["sopgen: a"]),
        ([ToolMissing("a"), ToolMissing("b"), ToolMissing("a")], 3, ["sopgen: a", "sopgen: b"]),
        ([VerificationFailed("a")], 4, ["sopgen: a"]),
        ([VerificationFailed("a"), ONE], 1, ["sop.yaml:1:1: error FL03: salah.", "sopgen: a"]),
    ],
)
def test_every_error_is_told_once_and_the_code_is_the_one_of_all(
    errors: Sequence[SopgenError], code: int, lines: list[str]
) -> None:
    @click.command()
    @reported
    def command() -> None:
        raise together(errors)

    result = CliRunner().invoke(command)
    assert (code, lines) == (result.exit_code, result.output.splitlines())


@pytest.mark.parametrize(
    ("error", "line"),
    [(WrongUsage("salah"), "Error: salah"), (WrongUsage("salah", "nrp"), "Error: Invalid value for '--nrp': salah")],
)
def test_wrong_usage_is_told_with_the_usage(error: WrongUsage, line: str) -> None:
    @click.command("contoh")
    @reported
    def command() -> None:
        raise error

    result = CliRunner().invoke(command)
    assert 2 == result.exit_code
    assert result.output.startswith("Usage: contoh [OPTIONS]\nTry 'contoh --help' for help.\n")
    assert line == result.output.splitlines()[-1]
