"""What the commands share: errors that are the user's become clear lines and exit codes; wrong usage is told."""

import sys
from collections.abc import Callable
from functools import wraps
from typing import Any, Final

import click

from sopgen.errors import SopgenError, SpecError, ToolMissing, VerificationFailed
from sopgen.messages import say

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


def known_activity(work: Any, activity: str | None) -> str | None:
    """Return the activity's id; raise UsageError where the edition does not know it."""
    known = [one.id for one in work.edition.sop.kegiatan]
    if activity is not None and activity not in known:
        raise click.UsageError(
            say('activity "{id}" is not known; known: {known}', id=activity, known=", ".join(known))
        )
    return activity
