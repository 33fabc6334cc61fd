"""What the fields of the desk are called that stand for the options of the commands."""

import re
from collections.abc import Callable, Mapping
from typing import Final

from sopgen.messages import say

FIELDS: Final[Mapping[str, Callable[[], str]]] = {
    "activity": lambda: say("Activity"),
    "roster": lambda: say("People"),
    "date": lambda: say("Date"),
    "until": lambda: say("Until"),
    "hours": lambda: say("Hours"),
    "place": lambda: say("Place"),
    "number": lambda: say("Number of your own"),
    "register": lambda: say("Number of the agenda book"),
    "reserved": lambda: say("Reserved numbers"),
    "reserve": lambda: say("Reserved numbers"),
    "reason": lambda: say("Reason"),
    "correct": lambda: say("Correct"),
    "reprint": lambda: say("Print again"),
    "letter": lambda: say("Letter"),
    "order": lambda: say("Letter"),
    "form": lambda: say("Form"),
    "per-person": lambda: say("A letter for each"),
    "without-civilians": lambda: say("Leave civilians out"),
    "keep-order": lambda: say("Keep the order of the list"),
    "many": lambda: say("All of them"),
    "yes": lambda: say("Go on"),
    "sheet": lambda: say("Sheet"),
    "kka": lambda: say("Archive code"),
    "formats": lambda: say("Files"),
    "sides": lambda: say("Sides"),
    "copies": lambda: say("Copies"),
    "print-run": lambda: say("Print"),
    "start": lambda: say("First number"),
    "last": lambda: say("Last number"),
    "year": lambda: say("Year"),
    "before": lambda: say("Before"),
    "by": lambda: say("Official"),
    "name": lambda: say("Name"),
    "rank": lambda: say("Rank"),
    "nrp": lambda: say("NRP or NIP"),
    "post": lambda: say("Post"),
    "to": lambda: say("State"),
    "undo": lambda: say("Cancel the last step"),
    "kind": lambda: say("Kind"),
    "criteria": lambda: say("Criteria"),
    "scan": lambda: say("Scan"),
    "edition": lambda: say("Name of the edition"),
    "out": lambda: say("Folder of the files"),
    "redline": lambda: say("Tracked changes"),
    "spec": lambda: say("SOP"),
    "change": lambda: say("Change"),
    "why": lambda: say("Reason"),
    "accept": lambda: say("Accept"),
    "into": lambda: say("Draft"),
    "all": lambda: say("Show all"),
    "person": lambda: say("Person"),
    "key": lambda: say("Key of the other office"),
    "holder": lambda: say("Holder of the certificate"),
    "signer": lambda: say("Fingerprint of the signer"),
    "fingerprint": lambda: say("Fingerprint"),
    "trust": lambda: say("Root certificate"),
    "cert": lambda: say("Certificate"),
    "p12": lambda: say("Key file"),
    "pkcs11": lambda: say("Signing token"),
    "token": lambda: say("Name of the token"),
    "bsre": lambda: say("Address of BSrE"),
    "tsa": lambda: say("Address of the time stamp"),
    "pdf-engine": lambda: say("Maker of the PDF"),
    "source": lambda: say("Source"),
    "sure": lambda: say("How sure"),
    "style": lambda: say("Look of the chart"),
    "explain": lambda: say("Explanation"),
    "lan": lambda: say("Other computers"),
    "units": lambda: say("Units"),
    "apply": lambda: say("Bring over"),
    "keep": lambda: say("Keep the unit's words"),
    "take": lambda: say("Take the base's words"),
    "title": lambda: say("Name of the unit"),
    "base": lambda: say("Base"),
    "onto": lambda: say("Another base"),
    "personal-data": lambda: say("Personal data"),
}
# An option with what is typed behind it, where that is a place holder or a word of the option's own.
OPTION: Final = re.compile(
    r"`--(?P<typed>[a-z][a-z0-9-]*)[^`]*`|(?<![\w-])--(?P<name>[a-z][a-z0-9-]*)"
    r"(?P<value> (?:A\|B\|M|[A-Z]+\b|KODE|ya,ya[,a-z]*|docx,pdf|page,x,y|halaman,x,y|\d\d\.\d\d-\d\d\.\d\d))?"
)


def fields_for_options(text: str) -> str:
    """Return a text that names the field of the desk in the place of each option."""
    return OPTION.sub(_field, text)


def _field(found: re.Match[str]) -> str:
    name = found["typed"] or found["name"]
    known = FIELDS.get(name)
    return f'"{known()}"' if known else f'"{name.replace("-", " ")}"'
