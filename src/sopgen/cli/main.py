"""The command line: the names of the commands; each one's module is imported when it is asked for."""

import gc
import os
import sys
from collections.abc import Mapping
from importlib import import_module
from keyword import iskeyword
from typing import Any, Final

import click

from sopgen import VERSION
from sopgen.cli import own_faults
from sopgen.cli.language import in_language, teach_click
from sopgen.cli.usage import helped

# Each command's module under sopgen.cli.commands, and the first sentence of its help.
COMMANDS: Final[Mapping[str, tuple[str, str]]] = {
    "accept-word": (
        "accept_word",
        "Take an edited Word document back: show what it proposes, and write what is accepted into the draft.",
    ),
    "approve": (
        "life",
        "Write into the record of an edition who reviewed, approved, enforced or revoked it, and when.",
    ),
    "build": ("build", "Make every output of the editions: document, charts, blank task orders, manifest."),
    "chart": (
        "build",
        "Draw the flowchart of one activity, or of all; `--style poster` is coloured, on A3 sheets.",
    ),
    "check": ("check", "Name every fault of the specs, with its place and how to mend it."),
    "desk": ("desk", "Open the desk in the browser: letters, SOPs and records without a command line."),
    "deviations": ("units.deviations", "List what each unit changes, adds and leaves out of its base."),
    "diff": (
        "diff",
        "Tell what changed from OLD to NEW: in words, as JSON, as a matrix (DOCX, PDF), as tracked changes.",
    ),
    "doctor": ("folder", "Say what is installed, what is missing, and what it is needed for."),
    "doubts": (
        "old",
        "List what a draft of an old SOP leaves to a person; --done takes a remark out.",
    ),
    "emblem": ("edit", "Take a PNG or JPEG picture over as the unit's emblem."),
    "fix": ("edit", "Correct in a draft what needs no decision, and name what a person must decide."),
    "form": ("letters.form", "Make forms, DOCX and PDF."),
    "import": ("old", "Make a draft of an old SOP: a PDF, a Word file, a workbook, a table of steps, a pasted text."),
    "key": (
        "letters.verify_order",
        "Hand over the key of this office's codes, and let in those of other offices by their fingerprints.",
    ),
    "log": (
        "log",
        "Tell what was done at the desk to the office's records: when, by whom, what; the newest first.",
    ),
    "meja": ("desk", "Open the desk in the browser: letters, SOPs and records without a command line."),
    "meja-orang": ("desk", "Keep who may enter the desk from other computers (meja --lan): add, list, remove."),
    "new": ("folder", "Make a working folder: spec/, templates/, checks for git and servers, ready to build."),
    "new-sop": ("edit", "Begin another SOP in the working folder: a draft made from a sample of its form."),
    "new-unit": (
        "units.begin",
        "Begin a unit: satuan/NAME/ with its spec/satuan.yaml, and an edition over each base.",
    ),
    "officials": ("sign", "Keep the certificates of the officials in satuan.yaml: add, list."),
    "open": ("units.share", "Verify the package of another office, offline, and open it in a new folder."),
    "order": ("letters.order", "Make task orders (surat perintah tugas) for the people of a roster."),
    "pack": ("units.share", "Make one signed file of an approved edition: spec, templates, outputs, records."),
    "panduan": ("folder", "Print the guide of the desk (meja), or that of the command line (perintah)."),
    "peraturan": (
        "laws.regulations",
        "Keep the laws that SOPs and letters cite, spec/peraturan.yaml: list, cari, show, add, check.",
    ),
    "reason": (
        "diff",
        "Write into a draft why something changed from the former edition, for the matrix of changes.",
    ),
    "record": (
        "life",
        "Write down a monitoring or an evaluation that took place (Permenpan RB 35/2012, annex, table 7).",
    ),
    "register": (
        "letters.register",
        "Keep the numbers of letters: one register an office, in register/ of its working folder.",
    ),
    "revise": ("edit", "Begin the next edition: a draft made from an edition, with its comments kept."),
    "schema": ("folder", "Write the JSON Schemas that editors use, under spec/skema/."),
    "sign": (
        "sign",
        "Sign a final file: by ink (--scan), by your own key (--p12 or --pkcs11), or through BSrE (--bsre).",
    ),
    "status": (
        "status",
        "Show where the editions stand, by whose approval, and when they are to be monitored and evaluated.",
    ),
    "update": (
        "units.update",
        "Show what a base that moved on brings to each unit and what clashes; --apply brings it over.",
    ),
    "verify": (
        "sign",
        "Say what final files prove: intact, signed by whom and when, which edition, what has changed since.",
    ),
    "verify-order": ("letters.verify_order", "Check the code on a task order, offline."),
}


teach_click()


class LazyGroup(click.Group):
    """A group that announces its commands from a table, so that its help waits for none of them.

    Only the one that is run, or completed, is imported: a module holds it under the command's name.
    """

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that is meant, imported."""
        name, announced, rest = super().resolve_command(ctx, args)
        return name, announced and in_language(loaded(str(announced.name))), rest

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help in the reader's language."""
        super(LazyGroup, in_language(self)).format_help(ctx, formatter)

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        """Read what is typed before the command; wrong usage is told with what helps."""
        with helped():
            return super().make_context(info_name, args, parent, **extra)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that is meant; wrong usage, and what nobody foresaw, is told in one line."""
        with own_faults.told(), helped():
            return super().invoke(ctx)


def loaded(name: str) -> click.Command:
    """Return a command, imported."""
    module, _ = COMMANDS[name]
    path = f"sopgen.cli.commands.{module}"
    if path not in sys.modules:
        _load(path)
    # `import` is a word of Python's own.
    command = getattr(sys.modules[path], name.replace("-", "_") + "_" * iskeyword(name))
    assert isinstance(command, click.Command)
    return command


def _load(path: str) -> None:
    """Import a command's module, without looking for garbage meanwhile, later or at the end in what is loaded."""
    # No plugin that another program installed for pydantic sees what is read, or is looked for (2 % of `check`).
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    gc.disable()  # loading makes 100,000 objects and no garbage: 5 % of `check`
    try:
        import_module(path)
    finally:
        gc.enable()
    # Another 10 %, most of it at the exit. What zxing-cpp made and is not looked through there it tells as leaks.
    if "zxingcpp" not in sys.modules:
        gc.freeze()


@click.group(
    cls=LazyGroup,
    commands={name: click.Command(name, help=sentence) for name, (_, sentence) in COMMANDS.items()},
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(VERSION, prog_name="sopgen")
def main() -> None:
    """Make the official document, flowcharts and task orders from the spec of an SOP."""
    # Windows consoles that know no UTF-8 must not stop a run at a letter they lack.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
