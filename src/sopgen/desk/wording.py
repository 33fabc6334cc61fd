"""What the command line says, in the words of the desk: screens and fields instead of commands and files."""

from typing import Final

from sopgen.desk.phrases.commands import parts_for_commands
from sopgen.desk.phrases.days import days_in_words
from sopgen.desk.phrases.fields import names_for_keys, place_name
from sopgen.desk.phrases.files import names_for_files
from sopgen.desk.phrases.options import fields_for_options
from sopgen.desk.phrases.sentences import joined, said_otherwise

TURNS: Final = (
    said_otherwise,
    parts_for_commands,
    fields_for_options,
    names_for_files,
    names_for_keys,
    joined,
    days_in_words,
)


def at_the_desk(text: str) -> str:
    """Return a message as the desk says it, in the language in which it is said."""
    for told in TURNS:
        text = told(text)
    return text


def place_at_the_desk(path: str) -> str:
    """Return what the desk calls a place in the spec: "Kegiatan 2, langkah 3, uraian"; nothing for no place."""
    return place_name(path)
