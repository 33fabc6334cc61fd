"""A new SOP in a working folder, begun from a sample of its form."""

from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from sopgen.errors import SopgenError, WrongUsage, with_fix
from sopgen.files import one_writer, write_file
from sopgen.messages import say
from sopgen.model.base import Slug
from sopgen.read.source import parse_text
from sopgen.splice.put import rewrite
from sopgen.workspace import sample_folder


def sop_begun(home: Path, sop: str, sample: str) -> Path:
    """Write the draft of a new SOP into a working folder and return its file.

    `sop` is its id, `sample` the name of a sample. Its head still says that it is an example, and what is to be
    done about that. Raises WrongUsage where the id can not be one or the sample is not known, SopgenError where the
    folder has such an SOP.
    """
    _refuse_odd(sop)
    text = (sample_folder(sample) / "sop.yaml").read_text("utf-8")
    made = rewrite(parse_text("sop.yaml", text), ("id",), sop)
    edition = made.data["edisi"] if isinstance(made.data, dict) else ""
    shelf = home / "spec" / "sop"
    with one_writer(shelf / sop):
        taken = [one.name for one in shelf.glob("*") if one.is_dir() and one.name.casefold() == sop.casefold()]
        if taken:
            what = say('there is an SOP "{name}" here', name=taken[0])
            raise SopgenError(with_fix(what, say("choose another name")))
        path = shelf / sop / f"{edition}.yaml"
        write_file(path, made.text.encode())
    return path


def _refuse_odd(sop: str) -> None:
    try:
        TypeAdapter(Slug).validate_python(sop)
    except ValidationError as error:
        what = say('"{name}" can not name an SOP', name=sop)
        fix = say("letters, digits, - and _ only; not a name that Windows keeps for itself, such as CON")
        raise WrongUsage(with_fix(what, fix)) from error
