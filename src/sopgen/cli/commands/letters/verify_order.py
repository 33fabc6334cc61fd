"""The command that checks the code on a task order, and those for the keys that codes are checked with."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from sopgen.cli.exits import reported
from sopgen.cli.options import FILE, in_record, register_option, tell_made
from sopgen.jobs.letters.codes import key_handover
from sopgen.jobs.letters.codes.verify_code import Compared, VouchedCode, vouched
from sopgen.jobs.register.folder import viewed
from sopgen.messages import say
from sopgen.seal.known import KnownKey


@dataclass(frozen=True)
class VerifyOrderOptions:
    """What `verify-order` takes."""

    code: str
    keys: tuple[Path, ...]
    people: tuple[str, ...]
    place: str
    letter: Path | None
    spec: Path | None
    numbered: bool
    url: str | None


@click.command("verify-order")
@click.argument("code")
@click.option(
    "--key",
    "keys",
    type=FILE,
    multiple=True,
    help="The issuing unit's public key (.pub); may be given several times; those of `sopgen key list` by default.",
)
@click.option(
    "--person", "people", multiple=True, help="Name, rank and number as on paper; may be given several times."
)
@click.option("--place", default="", help="The place of the task as on paper.")
@click.option("--letter", type=FILE, help="The order file of the letter: every word is compared.")
@click.option("--spec", type=FILE, help="The letter's SOP: every word is compared with the letter of the register.")
@click.option("--register", "numbered", is_flag=True, help="Ask the register too what became of the number.")
@register_option("--register-url")
@reported
@in_record(VerifyOrderOptions)
def verify_order(options: VerifyOrderOptions) -> None:
    """Check the code on a task order, offline.

    CODE is the code's text as a phone reads it, or a photo or PDF of the letter. Compare what is printed here
    with the letter: the code vouches for these words only.
    """
    register = viewed(options.url, options.spec) if options.numbered or options.spec else None
    compared = Compared(options.people, options.place, options.letter, register, options.spec)
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
    click.echo(say("key        {value}", value=_key_line(found.key)))
    if found.key.name != key_handover.OWN:
        click.echo(say("office     the one of this key: its letterhead must stand on the paper"))
    if found.entry:
        click.echo(say("register   {value}", value=found.entry.state.value))


def _of_words(found: VouchedCode, compared: Compared) -> Iterator[str]:
    """Yield what of the letter's words the code was compared with, and what it does not cover or was not asked."""
    seal = found.seal
    if found.ordered:
        named = "; ".join(" ".join(filter(None, [p.name, p.rank, p.number])) for p in found.ordered.people)
        yield say("ordered    {people}", people=named)
        yield say("words      every word is that of the letter made anew; compare the paper with it")
        return
    if not seal.lines:
        yield say("names      NOT covered by this code; compare with --letter or --spec, or ask the issuing unit")
    if not seal.place:
        yield say("place      NOT covered by this code; compare with --letter or --spec, or ask the issuing unit")
    if found.agrees:
        yield say("text       number, dates and what the code covers of people and place stand in the PDF")
    elif found.agrees is None and not (compared.people or compared.place):
        yield say(
            "text       not read: compare names and place with --person and --place, or with --letter or --spec"
        )
    yield say("others     hours, posts, remarks and tasks are covered by --letter and --spec alone")


@click.group()
def key() -> None:
    """Hand over the key of this office's codes, and let in those of other offices by their fingerprints."""


@key.command()
@click.option("--out", type=FILE, help="Write the public key to this file too, for those who check.")
@reported
def show(out: Path | None) -> None:
    """Show the fingerprint of this office's key, to be read out to those who check its letters."""
    own = key_handover.own_key(out)
    if out:
        tell_made(out)
    click.echo(say("fingerprint {print}", print=own.fingerprint))
    click.echo(say("read it out by telephone or face to face; never send it together with the file"))


@key.command()
@click.argument("file", type=FILE)
@click.option(
    "--fingerprint", "said", required=True, help="As the issuing unit read it out, not as it came with FILE."
)
@click.option("--name", default="", help="What the office is called here; the file's name by default.")
@reported
def add(file: Path, said: str, name: str) -> None:
    """Let in the public key (.pub) of another office, where its fingerprint is the one that the office read out."""
    click.echo(say("codes of this key count: {key}", key=_key_line(key_handover.add(file, said, name))))


@key.command("list")
@reported
def list_() -> None:
    """List the keys that codes are checked with."""
    for known in key_handover.counting():
        click.echo(_key_line(known))


@key.command()
@click.argument("name")
@reported
def remove(name: str) -> None:
    """Have the codes of a key count no more."""
    key_handover.remove(name)
    click.echo(say("codes of {name} count no more", name=name))


def _key_line(known: KnownKey) -> str:
    name = say("this office") if known.name == key_handover.OWN else known.name
    return f"{known.fingerprint}  {name}"
