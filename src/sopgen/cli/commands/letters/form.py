"""The command that makes forms: blank ones, and those that follow a task order."""

from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

import click

from sopgen.cli.exits import reported
from sopgen.cli.letter_options import LetterOptions, asked_letters, letter_options, says_of_letters
from sopgen.cli.options import (
    FILE,
    FOLDER,
    activity_option,
    handed,
    in_record,
    numbered_option,
    register_option,
    tell_made,
)
from sopgen.errors import with_fix
from sopgen.files import owner_only, write_file
from sopgen.jobs.forms import form_names
from sopgen.jobs.letters.form_request import FormRequest, asked_forms
from sopgen.jobs.letters.request import OrderRequest
from sopgen.messages import say


class FormName(click.ParamType):  # type: ignore[type-arg]  # generic in newer versions only
    """The name of a form that the table of forms holds when it is asked for."""

    name = "form"

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str | None:
        """Return the names for the help."""
        return click.Choice(form_names()).get_metavar(param, ctx)

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the name; a wrong one is told with those that are known."""
        return click.Choice(form_names()).convert(value, param, ctx)


@dataclass(frozen=True)
class FormOptions(LetterOptions):
    """What `form` takes."""

    names: tuple[str, ...]
    order: Path | None
    letter: int | None
    numbered: bool
    reserved: int | None
    year: int | None
    url: str | None
    fillable: bool
    out: Path | None


@click.command()
@click.argument("spec", type=FILE)
@click.option("--form", "names", type=FormName(), multiple=True, help="Which form; may be given several times.")
@activity_option("The activity's id; all activities where none is given.")
@letter_options
@click.option("--order", type=FILE, help="An order file: the forms that follow its letters, filled from it.")
@click.option("--letter", type=click.IntRange(1), help="The number of an issued letter: the forms that follow it.")
@numbered_option("Look the letters' numbers up in the register.")
@click.option(
    "--reserved", type=click.IntRange(1, 1000), help="So many blank task orders, each with a reserved number."
)
@click.option("--year", type=click.IntRange(2000, 2999), help="The year of the number or numbers; this year.")
@register_option("--register-url")
@click.option("--fillable", is_flag=True, help="With fields to fill on the screen.")
@click.option("--out", type=FOLDER, help="The folder; tindak-lanjut/ for filled forms, else this one.")
@reported
@in_record(FormOptions)
def form(options: FormOptions) -> None:
    """Make forms, DOCX and PDF.

    Blank task orders (surat perintah tugas) where no --form is named; with --order, the report, the lists and the
    agreement that follow its letters; so with --letter for the issued letter of a number, and with --activity,
    --roster and --date for letters made by options.
    """
    asked = handed(FormRequest, options, letters=_letters(options))
    made = asked_forms(asked)
    for note in made.notes:
        click.echo(note, err=True)
    with owner_only() if asked.filled else nullcontext():
        for path, content in made.files.items():
            write_file(path, content)
            tell_made(path)


def _letters(options: FormOptions) -> OrderRequest | None:
    """Return the letters that options name; what says something of letters goes with all that names them."""
    letters = asked_letters(options)
    said = options.sheet or says_of_letters(options)
    if options.order and said:
        what = say("with --order, the order file names --roster, --date and the like")
        raise click.UsageError(with_fix(what, say("leave the other options out")))
    if options.letter and said:
        what = say("--letter N stands alone, since the register says what the letter is")
        raise click.UsageError(with_fix(what, say("leave the other options out")))
    if said and letters is None:
        what, fix = (
            say("it is not said for whom"),
            say("--activity, --roster and --date, or --order with an order file"),
        )
        raise click.UsageError(with_fix(what, fix))
    return letters
