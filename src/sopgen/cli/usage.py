"""Wrong usage, as every other fault: what is wrong, and how to mend it, in one line."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import click
from click.exceptions import NoArgsIsHelpError, NoSuchCommand

from sopgen.errors import with_fix
from sopgen.messages import likeliest, nearest, say, translated

# Of these click tells in words only; as they stand in its source.
NO_VALUE: Final = "Option {name!r} does not take a value."
EXTRA: Final = ("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})")


class Misused(click.UsageError):
    """What click found wrong, with what helps."""

    def __init__(self, error: click.UsageError) -> None:
        super().__init__(_line(error), error.ctx)


@contextmanager
def helped() -> Iterator[None]:
    """Add to wrong usage what helps."""
    try:
        yield
    except (NoArgsIsHelpError, Misused):
        raise
    except click.UsageError as error:
        raise Misused(error) from error


def _line(error: click.UsageError) -> str:
    what, fix = _parts(error)
    # What a command or a type found says itself what helps.
    told = say("fix: {fix}", fix="").strip() in what
    return what if told else with_fix(what.rstrip("."), fix)


def _parts(error: click.UsageError) -> tuple[str, str]:
    """Return what is wrong and what helps."""
    if isinstance(error, NoSuchCommand):
        known = error.ctx.command.commands if error.ctx and isinstance(error.ctx.command, click.Group) else ()
        return error.message, nearest(error.command_name, known)
    if isinstance(error, click.NoSuchOption):
        return error.message, _option_meant(error)
    if isinstance(error, click.BadOptionUsage):
        flag = error.message == translated(NO_VALUE).format(name=error.option_name)
        fix = say("delete the = and what stands behind it") if flag else say("type the value behind it")
        return error.message, fix
    if isinstance(error, click.MissingParameter):
        return _missing(error)
    if isinstance(error, click.BadParameter):
        return error.format_message(), _value_wanted(error)
    extra = error.message.startswith(tuple(translated(one).partition("(")[0] for one in EXTRA))
    fix = say("delete it; or put a text that has blanks in quotes") if extra else _by_help(error)
    return error.format_message(), fix


def _option_meant(error: click.NoSuchOption) -> str:
    params = error.ctx.command.params if error.ctx else ()
    close = likeliest(error.option_name, [name for one in params for name in one.opts])
    return say('did you mean "{name}"?', name=close) if close else _by_help(error)


def _missing(error: click.MissingParameter) -> tuple[str, str]:
    """Return what is missing, in one line whatever may be chosen, and how it is typed."""
    param = error.param
    if isinstance(param, click.Option):
        what = say("option {name} is missing", name=param.opts[-1])
        choices = _choices(param)
        return what, say("add {option}", option=f"{param.opts[-1]} {choices or param.make_metavar(_ctx(error))}")
    name = param.make_metavar(_ctx(error)) if param else error.format_message()
    return say("argument {name} is missing", name=name), _by_help(error)


def _ctx(error: click.UsageError) -> click.Context:
    return error.ctx or click.Context(click.Command("sopgen"))


def _choices(param: click.Parameter) -> str:
    return "|".join(map(str, param.type.choices)) if isinstance(param.type, click.Choice) else ""


def _value_wanted(error: click.BadParameter) -> str:
    """Return what may be typed for an option or an argument."""
    kind = error.param.type if error.param else None
    if isinstance(kind, click.Choice) or hasattr(kind, "choices"):
        return say("write one of these")
    if isinstance(kind, click.IntRange | click.FloatRange):
        return say("write a number within the bounds")
    if isinstance(kind, click.types.IntParamType):
        return say("write digits only, such as 12")
    if isinstance(kind, click.Path):
        if not kind.dir_okay:
            return say("name a file")
        return say("name a folder") if not kind.file_okay else say("check the name and the place")
    return _by_help(error)


def _by_help(error: click.UsageError) -> str:
    command = error.ctx.command_path if error.ctx else "sopgen"
    return say("`{command}` tells what can be typed", command=f"{command} --help")
