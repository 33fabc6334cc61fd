"""What the commands share: errors that are the user's become clear lines and exit codes; wrong usage is told."""

import sys
from collections.abc import Callable, Iterator
from functools import wraps
from typing import Final, ParamSpec

import click

from sopgen.errors import SeveralErrors, SopgenError, SpecError, ToolMissing, VerificationFailed, WrongUsage

EXIT_CODES: Final = {ToolMissing: 3, VerificationFailed: 4}
P = ParamSpec("P")


def reported(command: Callable[P, None]) -> Callable[P, None]:
    """Turn the errors that are the user's into clear lines and exit codes."""

    @wraps(command)
    def run(*args: P.args, **values: P.kwargs) -> None:
        try:
            command(*args, **values)
        except WrongUsage as error:
            raise _usage(error) from error
        except SopgenError as error:
            for line in _lines(error):
                click.echo(line, err=True)
            sys.exit(_exit_code(error))

    return run


def _usage(error: WrongUsage) -> click.UsageError:
    if error.of:
        return click.BadParameter(str(error), param_hint=f"'--{error.of}'")
    return click.UsageError(str(error))


def _lines(error: SopgenError) -> Iterator[str]:
    if isinstance(error, SeveralErrors):
        for one in error.errors:
            yield from _lines(one)
    elif isinstance(error, SpecError):
        yield from map(str, error.problems)
    else:
        yield f"sopgen: {error}"


def _exit_code(error: SopgenError) -> int:
    """Return the code of an error; of several, the one that all have, else 1."""
    if isinstance(error, SeveralErrors):
        codes = {_exit_code(one) for one in error.errors}
        return codes.pop() if len(codes) == 1 else 1
    return EXIT_CODES.get(type(error), 1)
