"""The command that checks the code on a task order."""

from dataclasses import dataclass
from pathlib import Path

import click

from sopgen.cli.exits import reported
from sopgen.cli.options import FILE, in_record, register_option
from sopgen.jobs.letters.verify_code import VouchedCode, vouched
from sopgen.jobs.register.folder import viewed
from sopgen.messages import say


@dataclass(frozen=True)
class VerifyOrderOptions:
    """What `verify-order` takes."""

    code: str
    key: Path | None
    numbered: bool
    url: str | None


@click.command("verify-order")
@click.argument("code")
@click.option("--key", type=FILE, help="The issuing unit's public key (.pub); the own key by default.")
@click.option("--register", "numbered", is_flag=True, help="Ask the register too what became of the number.")
@register_option("--register-url")
@reported
@in_record(VerifyOrderOptions)
def verify_order(options: VerifyOrderOptions) -> None:
    """Check the code on a task order, offline.

    CODE is the code's text as a phone reads it, or a photo or PDF of the letter. Compare what is printed here
    with the letter: the code vouches for these words only.
    """
    for found in vouched(options.code, options.key, viewed(options.url) if options.numbered else None):
        _tell(found)
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
