"""From errors that are the user's to clear lines and exit codes."""

import sys
from collections.abc import Callable
from functools import wraps
from typing import Any, Final

import click

from sopgen.errors import SopgenError, SpecError, ToolMissing, VerificationFailed

EXIT_CODES: Final = {ToolMissing: 3, VerificationFailed: 4}


def reported(command: Callable[..., None]) -> Callable[..., None]:
    """Turn the errors that are the user's into clear lines and exit codes."""

    @wraps(command)
    def run(*args: Any, **values: Any) -> None:
        try:
            command(*args, **values)
        except SpecError as error:
            for problem in error.problems:
                click.echo(str(problem), err=True)
            sys.exit(1)
        except SopgenError as error:
            click.echo(f"sopgen: {error}", err=True)
            sys.exit(EXIT_CODES.get(type(error), 1))

    return run
