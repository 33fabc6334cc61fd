"""What the desk calls the files of the working folder."""

import re
from collections.abc import Callable, Mapping
from typing import Final

from sopgen.messages import say

Word = Callable[[re.Match[str]], str]
# The first that fits counts.
FILES: Final[Mapping[str, Word]] = {
    r"(?:\S*/)?satuan/[^/\s]+/spec/sop/[^/\s]+/[^/\s]+?\.yaml": lambda _: say("the edition of a unit"),
    r"(?:\S*/)?dasar/[^\s;,]+?\.yaml": lambda found: say("the base {name}", name=_based(found[0])),
    r"(?:\S*/)?spec/sop/[^/\s]+/[^/\s]+?\.yaml": lambda found: _edition(found[0]),
    r"(?:\S*/)?spec/sop/[^/\s)]+/?": lambda found: say("the SOP {name}", name=_last(found[0])),
    r"(?:\S*/)?spec/pengesahan/[^\s;,]+\.yaml": lambda found: say("the record of {name}", name=_last(found[0])),
    r"(?:\S*/)?spec/pengesahan/?": lambda _: say("the records of approval"),
    r"(?:\S*/)?spec/surat-perintah/(?:[^/\s]+\.yaml)?": lambda _: say("the letters that are kept"),
    r"(?:\S*/)?(?:spec/)?satuan\.yaml": lambda _: say("the screen Unit"),
    r"(?:\S*/)?(?:spec/)?peraturan\.yaml": lambda _: say("the list of laws"),
    r"(?:\S*/)?rupa\.yaml": lambda _: say("the screen Looks"),
    r"(?:\S*/)?draf\.yaml": lambda _: say("the draft"),
    r"(?<![\w/.-])spec(?![\w/.-])": lambda _: "SOP",
    r"(?:\S*/)?sop\.pdf": lambda _: say("the document (PDF)"),
    r"(?:\S*/)?sop\.docx": lambda _: say("the document (Word)"),
    r"(?:\S*/)?manifest\.json": lambda _: say("the list of the files made"),
    r"(?:\S*/)?docs/templat-aman\.md": lambda _: say("the guide"),
    r"(?:\S*/)?docs/glossary\.md": lambda _: say("the list of terms"),
    r"(?:\S*/)?(?:spec/)?skema/\S*\.json": lambda _: say("the list of terms"),
    r"(?<![\w/])spec/sop/?(?!\w)": lambda _: say("the SOPs"),
}
FILE: Final = re.compile("|".join(f"({pattern})" for pattern in FILES))


def names_for_files(text: str) -> str:
    """Return a text that names the thing in the place of each file that holds it."""
    words = tuple(FILES.values())
    return FILE.sub(lambda found: words[(found.lastindex or 1) - 1](found), text)


def _last(path: str) -> str:
    return path.rstrip("/").rpartition("/")[2].removesuffix(".yaml").replace("-", " ", 1)


def _based(path: str) -> str:
    return "/".join(path.removesuffix(".yaml").split("/")[-2:])


def _edition(path: str) -> str:
    sop, name = path.split("/")[-2:]
    return say("SOP {sop}, edition {name}", sop=sop, name=name.removesuffix(".yaml").removesuffix("-draf"))
