"""What nobody foresaw: one line and exit 70, the details in a file for who keeps sopgen; never a bare traceback."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import click

from sopgen.details import DEBUG, written
from sopgen.errors import with_fix
from sopgen.messages import say, system_reason

# sysexits.h: an internal software error.
OWN_FAULT: Final = 70


@contextmanager
def told() -> Iterator[None]:
    """Turn what nobody foresaw into one line: the system's refusals exit with 1, faults of sopgen with 70."""
    try:
        yield
    except (click.ClickException, click.Abort, click.exceptions.Exit):
        raise
    except Exception as error:
        # Of a closed pipe click knows what to do.
        if os.environ.get(DEBUG) or (isinstance(error, OSError) and error.errno == errno.EPIPE):
            raise
        line, code = _of_the_system(error) if isinstance(error, OSError) and error.filename else _own(error)
        click.echo(f"sopgen: {line}", err=True)
        raise click.exceptions.Exit(code) from error


def _of_the_system(error: OSError) -> tuple[str, int]:
    what = say("{path}: {reason}", path=os.fsdecode(error.filename), reason=system_reason(error))
    return with_fix(what, say("check the name, the place and the rights")), 1


def _own(error: Exception) -> tuple[str, int]:
    what = say("this is a fault of sopgen, not of yours ({kind})", kind=type(error).__name__)
    return with_fix(what, say("give the file {path} to who keeps sopgen", path=written(error))), OWN_FAULT
