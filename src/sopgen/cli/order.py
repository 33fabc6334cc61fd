"""The commands that make task orders from a roster, and check the code on one."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from sopgen.cli.exits import reported
from sopgen.cli.register import DEFAULT
from sopgen.errors import VerificationFailed
from sopgen.jobs.letters.request import OrderRequest, from_file, prepared
from sopgen.messages import say

FILE = click.Path(path_type=Path, dir_okay=False)
FOLDER = click.Path(path_type=Path, file_okay=False)
DAY = click.DateTime(["%Y-%m-%d"])


@click.command()
@click.argument("spec", type=FILE)
@click.option("--activity", help="The activity's id (A, B, ...).")
@click.option("--roster", type=FILE, help="CSV or XLSX with Nama, Pangkat, NRP, Jabatan, Ket.")
@click.option("--date", "day", type=DAY, help="The orders' date, YYYY-MM-DD.")
@click.option("--until", type=DAY, help="The last day of the task.")
@click.option("--place", default="", help="Where the task is carried out.")
@click.option("--per-person/--one-letter", default=False, help="A letter for each person, or one for all (default).")
@click.option("--number", type=click.IntRange(1), help="The first letter's running number.")
@click.option("--signatory", help="The id of the official who signs (pejabat in satuan.yaml).")
@click.option("--register", "numbered", is_flag=True, help="Take the numbers from the register.")
@click.option("--register-url", "url", envvar="SOPGEN_REGISTER", default=DEFAULT, show_default=True)
@click.option("--out", type=FOLDER, default=Path("surat"), show_default=True)
@click.option("--formats", default="docx,pdf", show_default=True, help="What is kept of each letter.")
@click.option("--print-run", type=FILE, help="One PDF of all letters with their copies, for the printer.")
@click.option(
    "--workers", type=click.IntRange(1, 64), default=1, show_default=True, help="Processes that make letters."
)
@click.option("--scheduler", help="dask://host:port of a cluster that makes the letters.")
@reported
def order(spec: Path, numbered: bool, url: str, out: Path, formats: str, print_run: Path | None, **more: Any) -> None:
    """Make task orders (surat perintah tugas) for the people of a roster.

    SPEC is the SOP, with --activity, --roster and --date; or an order file under spec/surat-perintah/.
    """
    from sopgen.jobs.letters.issue import Delivery, by_hand, by_register, letters
    from sopgen.register.store import open_register

    kept = _formats(formats)
    asked = _asked(spec, more)
    if asked.number and numbered:
        raise click.UsageError(say("--number and --register exclude each other"))
    work, deployment = prepared(asked)
    _tell_left_out(work, deployment.day)
    ones = letters(deployment, per_person=asked.per_person)
    register = open_register(url) if numbered else None
    if register:
        _warn_of_same_day(register, work, ones)
    numbers = by_register(work, register) if register else by_hand(work, asked.number)
    key = _unit_key() if numbered or asked.number else None
    spread = _spread(work, more["workers"], more["scheduler"])
    desk = Delivery(out, kept, numbers, spread, register, key, printed=print_run is not None)
    _carry_out(work, ones, desk, print_run)


def _carry_out(work: Any, ones: Any, desk: Any, print_run: Path | None) -> None:
    from sopgen.jobs.letters.issue import issue

    bar = click.progressbar(issue(work, ones, desk), length=len(ones), file=sys.stderr)
    with _printer(work, print_run, ones[0].day) as add, bar as progress:
        for made in progress:
            for path in made.paths:
                click.echo(say("made {folder}", folder=path))
            if made.pdf:
                add(made.title, made.pdf)
    if print_run:
        click.echo(say("made {folder}", folder=print_run))
    people = sum(len(one.people) for one in ones)
    click.echo(say("{letters} letters for {people} people", letters=len(ones), people=people))


@contextmanager
def _printer(work: Any, path: Path | None, day: date) -> Iterator[Any]:
    """Yield what adds a letter to the print run, if one is wanted."""
    from sopgen.files import opened
    from sopgen.jobs.build import printing

    if path is None:
        yield None
    else:
        with opened(path) as file, printing(work, file, day=day) as add:
            yield add


def _formats(words: str) -> tuple[str, ...]:
    kept = tuple(dict.fromkeys(word.strip() for word in words.split(",")))
    if not set(kept) <= {"docx", "pdf"}:
        raise click.UsageError(say("--formats takes docx, pdf or both"))
    return kept


def _asked(spec: Path, more: dict[str, Any]) -> OrderRequest:
    """Return what is asked for; an order file stands alone, a spec needs activity, roster and date."""
    needed = [more["activity"], more["roster"], more["day"]]
    if not any(needed):
        return from_file(spec)
    if not all(needed):
        raise click.UsageError(say("give --activity, --roster and --date, or an order file alone"))
    until: datetime | None = more["until"]
    task = (more["day"].date(), until.date() if until else None, more["place"])
    return OrderRequest(
        spec, more["activity"], more["roster"], task, more["per_person"], more["number"], more["signatory"]
    )


def _tell_left_out(work: Any, day: date) -> None:
    """Name the revoked laws that the letters do not cite, and what replaced them."""
    from sopgen.plan.basis import basis

    edition = work.edition
    left_out = basis(edition.sop, edition.unit, edition.regulations, day).left_out
    for law in left_out:
        now = edition.regulations.successor(law, day) or "?"
        note = say(
            "note: left out of Dasar: {law}, revoked since {since}; now {successor}",
            law=law.sebutan,
            since=law.since,
            successor=now,
        )
        click.echo(note, err=True)
    if left_out:
        fix = say("fix: cite the new one in surat_perintah.dasar of satuan.yaml; tetap_dikutip keeps the old one")
        click.echo(fix, err=True)


def _warn_of_same_day(register: Any, work: Any, ones: Any) -> None:
    from sopgen.jobs.letters.issue import letter_key

    own = {letter_key(work, one) for one in ones}
    people = [number for one in ones for number in one.numbers]
    for person, entry in register.same_day(people, ones[0].day, own):
        warning = say("warning: {person} has order {text} on that day already", person=person, text=entry.text)
        click.echo(warning, err=True)


def _spread(work: Any, workers: int, scheduler: str | None) -> Any:
    from sopgen.jobs.letters.maker import NAME, template_files
    from sopgen.jobs.letters.workers import here, over_dask, over_processes

    if scheduler:
        return over_dask(template_files(work.templates / NAME), scheduler)
    if workers > 1:
        return over_processes(template_files(work.templates / NAME), workers)
    return here(work.press)


def _key_path() -> Path:
    named = os.environ.get("SOPGEN_KEY")
    return Path(named) if named else Path(click.get_app_dir("sopgen")) / "kunci.pem"


def _unit_key() -> Any:
    """Return the unit's key, made on first use. CI has none: its letters carry no code."""
    from sopgen.seal.keys import fingerprint, load_key, make_key, public_path

    path = _key_path()
    if path.exists():
        return load_key(path)
    if os.environ.get("CI") and "SOPGEN_KEY" not in os.environ:
        click.echo(say("warning: no key of the unit here; the letters carry no code"), err=True)
        return None
    key = make_key(path)
    note = say(
        "made the unit's key {path} (keep a copy locked away); {public} is for those who check: {print}",
        path=path,
        public=public_path(path).name,
        print=fingerprint(key.public_key()),
    )
    click.echo(note, err=True)
    return key


@click.command("verify-order")
@click.argument("code")
@click.option("--key", type=FILE, help="The issuing unit's public key (.pub); the own key by default.")
@click.option("--register", "numbered", is_flag=True, help="Ask the register too what became of the number.")
@click.option("--register-url", "url", envvar="SOPGEN_REGISTER", default=DEFAULT, show_default=True)
@reported
def verify_order(code: str, key: Path | None, numbered: bool, url: str) -> None:
    """Check the code on a task order, offline.

    CODE is the code's text as a phone reads it, or a photo or PDF of the letter. Compare what is printed here
    with the letter: the code vouches for these words only.
    """
    from sopgen.seal.code import checked_seal
    from sopgen.seal.keys import fingerprint, load_public_key

    public = load_public_key(key or _key_path())
    for text in _texts(code):
        seal = checked_seal(text, public)
        click.echo(say("number     {value}", value=seal.number))
        click.echo(say("date       {value}", value=seal.days.replace("..", " - ")))
        click.echo(say("task       {value}", value=seal.activity))
        click.echo(say("people     {value}", value=", ".join(seal.people)))
        click.echo(say("content    {value}", value=seal.digest))
        click.echo(say("key        {value}", value=fingerprint(public)))
        if numbered:
            _ask_register(url, seal.number)
    click.echo(say("the unit's key vouches for this. Compare it with the letter; it is no electronic signature."))


def _texts(code: str) -> list[str]:
    if "|" in code:
        return [code]
    from sopgen.seal.picture import codes_in

    found = codes_in(Path(code))
    if not found:
        raise VerificationFailed(say("{path} shows no readable code. fix: a sharper photo, or the text", path=code))
    return found


def _ask_register(url: str, number: str) -> None:
    from sopgen.register.store import State, open_register

    entry = next((one for one in open_register(url).entries() if one.text == number), None)
    if entry is None:
        raise VerificationFailed(say("the register knows no letter {number}", number=number))
    click.echo(say("register   {value}", value=entry.state.value))
    if entry.state is State.VOID:
        raise VerificationFailed(say("number {text} is void: {reason}", text=number, reason=entry.reason))
