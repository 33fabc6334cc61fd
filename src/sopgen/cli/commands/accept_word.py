"""The command that takes an edited Word document back into the spec."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final, Literal

import click

from sopgen.cli.exits import reported
from sopgen.cli.options import FILE, in_record, tell_made
from sopgen.errors import SopgenError, with_fix
from sopgen.jobs.accept_word.apply import WrittenDraft, apply, every_sure, refuse_unknown
from sopgen.jobs.accept_word.letter import EditedLetter, code_of_letter, edited_letter
from sopgen.jobs.accept_word.proposals import OfferedChange, WordOffer, WordRequest, proposals
from sopgen.jobs.accept_word.told import as_data, doubt_words, format_words, kind_words, letter_data
from sopgen.messages import say
from sopgen.workspace import working_folder

ALL: Final = "all"
COLOURS: Final = {"added": "green", "removed": "red", "changed": "yellow", "moved": "cyan", "remark": "blue"}


@dataclass(frozen=True)
class AcceptOptions:
    """What `accept-word` takes."""

    file: Path
    spec: Path | None
    into: Path | None
    edition: str | None
    accepted: tuple[str, ...]
    rejected: tuple[str, ...]
    texts: tuple[str, ...]
    listed: bool
    fmt: Literal["text", "json"]


@click.command("accept-word")
@click.argument("file", type=FILE)
@click.option("--list", "listed", is_flag=True, help="Show what is proposed; write nothing. Without a choice, too.")
@click.option(
    "--accept", "accepted", multiple=True, metavar="all|IDS", help="Accept these proposals, or all without a doubt."
)
@click.option(
    "--reject",
    "rejected",
    multiple=True,
    metavar="IDS",
    help="Leave these out; alone: accept all others that are sure.",
)
@click.option("--change", "texts", multiple=True, metavar="ID=TEXT", help="Accept a proposal with another text.")
@click.option("--spec", type=FILE, help="The edition that it was issued from, where the document does not say it.")
@click.option("--into", type=FILE, help="The draft that takes what is accepted.")
@click.option("--edition", help="The name of the revision that is begun where there is none; this year.")
@click.option("--format", "fmt", type=click.Choice(["text", "json"]), default="text", show_default=True)
@reported
@in_record(AcceptOptions)
def accept_word(options: AcceptOptions) -> None:
    """Take an edited Word document back: show what it proposes, and write what is accepted into the draft.

    FILE is the edited DOCX (or ODT, DOC, by LibreOffice). An edition in force stays as it is: its revision takes it.
    """
    if options.spec is None and (code := code_of_letter(options.file)):
        _letter(edited_letter(options.file, code, Path()), options)
        return
    offer = proposals(_asked(options))
    choices = _choices(offer, options)
    if options.listed or not choices:
        for line in _json(offer) if options.fmt == "json" else _text(offer):
            click.echo(line)
        return
    written = apply(offer, choices)
    for line in _done(written):
        click.echo(line, err=options.fmt == "json")
    tell_made(written.path, err=options.fmt == "json")
    click.echo(say("next: sopgen check {path}", path=written.path), err=options.fmt == "json")


def _letter(found: EditedLetter, options: AcceptOptions) -> None:
    """Tell what differs in a letter; raise SopgenError where something of it is to be accepted."""
    if options.accepted or options.rejected or options.texts:
        what = say("letter {number} was issued: nothing is taken back from Word", number=found.number)
        raise SopgenError(with_fix(what, say("issue it anew with `sopgen order --correct`")))
    if options.fmt == "json":
        click.echo(json.dumps(letter_data(found), ensure_ascii=False, indent=2))
        return
    click.echo(
        say("{file}: letter {number}, compared with {path}", file=found.file, number=found.number, path=found.issued)
    )
    for one in found.changes:
        hands = "; ".join(" ".join(filter(None, [hand.author, hand.date[:10]])) for hand in one.hands)
        click.echo(f"\n{one.field or say('text')}" + (f"  {hands}" if hands else ""))
        click.echo(click.style(f"        - {one.old}", fg="red") if one.old else "", nl=bool(one.old))
        click.echo(click.style(f"        + {one.new}", fg="green") if one.new else "", nl=bool(one.new))
    click.echo(say("{count} differences; a letter is never taken back", count=len(found.changes)))


def _asked(options: AcceptOptions) -> WordRequest:
    office = working_folder(options.spec) or Path()
    office = Path() if office == Path.cwd() else office
    name = options.edition or str(date.today().year)
    return WordRequest(options.file, office, options.spec, options.into, name)


def _choices(offer: WordOffer, options: AcceptOptions) -> dict[str, str | None]:
    """Return what was chosen: ids, and the texts of those that are changed."""
    accepted, rejected = _ids(options.accepted), _ids(options.rejected)
    every = ALL in accepted or (bool(rejected) and not accepted and not options.texts)
    chosen: dict[str, str | None] = dict.fromkeys(every_sure(offer) if every else ())
    chosen |= dict.fromkeys(one for one in accepted if one != ALL)
    for word in options.texts:
        name, given, text = word.partition("=")
        if not given or not text.strip():
            raise click.UsageError(with_fix(say('--change "{word}" names no text', word=word), say("write ID=TEXT")))
        chosen[name.strip()] = text
    refuse_unknown(offer, rejected)
    return {name: text for name, text in chosen.items() if name not in rejected}


def _ids(words: tuple[str, ...]) -> list[str]:
    return [one for word in words for one in word.replace(",", " ").split()]


def _json(offer: WordOffer) -> Iterator[str]:
    yield json.dumps(as_data(offer), ensure_ascii=False, indent=2)


def _text(offer: WordOffer) -> Iterator[str]:
    """Yield the proposals line by line, as a table; click takes the colours off where no terminal is."""
    path = offer.draft.path.as_posix()
    yield click.style(say("{file}: proposals for {path}", file=offer.file, path=path), bold=True)
    for one in offer.changes:
        yield from _change(one)
    yield ""
    sure = len(every_sure(offer))
    unsure = sum(not one.sure and one.proposal.kind != "remark" for one in offer.changes)
    remarks = sum(one.proposal.kind == "remark" for one in offer.changes)
    counts = {"count": sure, "unsure": unsure, "remarks": remarks}
    yield say("{count} sure, {unsure} not sure, {remarks} remarks", **counts)
    if offer.done:
        yield say("{count} are in the draft already", count=len(offer.done))
    if offer.formats:
        names = ", ".join(f"{count} {format_words(name)}" for name, count in sorted(offer.formats.items()))
        yield say("formatting, never taken over: {names}", names=names)
    for outside in offer.outside:
        yield say('no text of the spec: "{old}" -> "{new}"', old=outside.old, new=outside.new)
    if not offer.source.certain:
        yield say("the issued text is not known any more: what the document does not note itself is not sure")
    yield _next(offer)


def _next(offer: WordOffer) -> str:
    """Say that a list wrote nothing, and what takes it from here."""
    if sure := every_sure(offer):
        return say("nothing written. next: the same command with --accept all, or --accept {names}", names=sure[0])
    unsure = [one.id for one in offer.changes if one.proposal.kind != "remark"]
    if unsure:
        names = ",".join(unsure)
        return say("nothing written: none is sure. next: look at each, then --accept {names}", names=names)
    return say("nothing written: there is nothing to accept")


def _change(one: OfferedChange) -> Iterator[str]:
    proposal = one.proposal
    kind = click.style(kind_words(proposal.kind), fg=COLOURS[proposal.kind.value])
    hands = "; ".join(" ".join(filter(None, [hand.author, hand.date[:10]])) for hand in proposal.hands)
    unsure = f" [{say('not sure')}]" if proposal.doubts else ""
    yield ""
    path = click.style(proposal.path, dim=True)
    yield f"{proposal.id}  {one.part} [{kind}]{unsure} {path}" + (f"  {hands}" if hands else "")
    if proposal.old:
        yield click.style(f"        - {proposal.old}", fg="red")
    if one.clash:
        yield f"        = {say('now: {text}', text=one.now)}"
    if proposal.new and proposal.kind != "remark":
        yield click.style(f"        + {proposal.new}", fg="green")
    yield from (f"        # {remark.by.author}: {remark.text}" for remark in proposal.remarks)
    yield from (f"        ? {doubt_words(doubt)}" for doubt in proposal.doubts)


def _done(written: WrittenDraft) -> Iterator[str]:
    for one in written.accepted:
        proposal = one.offered.proposal
        told = f'"{proposal.old}" -> "{one.text}"' if one.text else f'"{proposal.old}"'
        yield f"{proposal.id}  {one.offered.part} [{kind_words(proposal.kind)}]: {told}"
    yield say("{count} proposals accepted", count=len(written.accepted))
