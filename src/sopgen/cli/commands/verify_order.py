"""The command that checks the code on a task order."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from sopgen.cli.exits import reported
from sopgen.cli.options import FILE, in_record, register_option
from sopgen.jobs.letters.codes.verify_code import Compared, VouchedCode, vouched
from sopgen.jobs.register.folder import viewed
from sopgen.messages import say


@dataclass(frozen=True)
class VerifyOrderOptions:
    """What `verify-order` takes."""

    code: str
    keys: tuple[Path, ...]
    people: tuple[str, ...]
    place: str
    letter: Path | None
    numbered: bool
    url: str | None


@click.command("verify-order")
@click.argument("code")
@click.option(
    "--key",
    "keys",
    type=FILE,
    multiple=True,
    help="The issuing unit's public key (.pub); may be given several times; the own key by default.",
)
@click.option(
    "--person", "people", multiple=True, help="Name, rank and number as on paper; may be given several times."
)
@click.option("--place", default="", help="The place of the task as on paper.")
@click.option("--letter", type=FILE, help="The order file of the letter: every word is compared.")
@click.option("--register", "numbered", is_flag=True, help="Ask the register too what became of the number.")
@register_option("--register-url")
@reported
@in_record(VerifyOrderOptions)
def verify_order(options: VerifyOrderOptions) -> None:
    """Check the code on a task order, offline.

    CODE is the code's text as a phone reads it, or a photo or PDF of the letter. Compare what is printed here
    with the letter: the code vouches for these words only.
    """
    register = viewed(options.url) if options.numbered else None
    compared = Compared(options.people, options.place, options.letter, register)
    for found in vouched(options.code, options.keys, compared):
        _tell(found)
        for line in _of_words(found, compared):
            click.echo(line)
    click.echo(say("the unit's key vouches for this. Compare it with the letter; it is no electronic signature."))


def _tell(found: VouchedCode) -> None:
    seal = found.seal
    click.echo(say("number     {value}", value=seal.number))
    click.echo(say("date       {value}", value=seal.days.replace("..", " - ")))
    click.echo(say("task       {value}", value=seal.activity))
    click.echo(say("people     {value}", value=", ".join(seal.people)))
    click.echo(say("content    {value}", value=seal.digest))
    click.echo(say("key        {value}", value=found.key))
    if found.entry:
        click.echo(say("register   {value}", value=found.entry.state.value))


def _of_words(found: VouchedCode, compared: Compared) -> Iterator[str]:
    """Yield what of the letter's words the code was compared with, and what it does not cover or was not asked."""
    seal = found.seal
    if found.ordered:
        named = "; ".join(" ".join(filter(None, [p.name, p.rank, p.number])) for p in found.ordered.people)
        yield say("ordered    {people}", people=named)
        yield say("words      every word is that of the order file; compare the letter with it")
        return
    if not seal.lines:
        yield say("names      NOT covered by this code; compare with --letter, or ask the issuing unit")
    if not seal.place:
        yield say("place      NOT covered by this code; compare with --letter, or ask the issuing unit")
    if found.agrees:
        yield say("text       number, dates and what the code covers of people and place stand in the PDF")
    elif found.agrees is None and not (compared.people or compared.place):
        yield say("text       not read: compare names and place with --person and --place, or with --letter")
    yield say("others     hours, posts, remarks and tasks are covered by --letter alone")
