"""Which part of the desk does what a command does; what it has no part for, who keeps sopgen does."""

import re
from collections.abc import Callable, Mapping
from typing import Final

from sopgen.messages import say

# By how a command begins; the first that fits counts, so that the longer ones stand first.
PARTS: Final[Mapping[str, Callable[[], str]]] = {
    "accept-word": lambda: say("the screen From Word"),
    "new": lambda: say("a new folder (Start page)"),
    "import": lambda: say("the screen Old SOP"),
    "doubts": lambda: say("the screen Old SOP"),
    "revise": lambda: say('"New edition" on the Start page'),
    "status": lambda: say("the Start page"),
    "check": lambda: say("the screen Manuscript"),
    "fix": lambda: say("the screen Manuscript"),
    "chart": lambda: say("the screen Flow"),
    "approve": lambda: say("the screen Approval"),
    "build": lambda: say("the screen Approval"),
    "sign": lambda: say("the screen Approval"),
    "officials": lambda: say("the screen Approval, Whose certificates count"),
    "verify-order": lambda: say("the screen Agenda book"),
    "verify": lambda: say("the screen Approval"),
    "record": lambda: say("the screen Schedule"),
    "reason": lambda: say("the screen Changes"),
    "diff": lambda: say("the screen Changes"),
    "order": lambda: say("the screen Task orders"),
    "form": lambda: say("the screen Task orders"),
    "register begin": lambda: say("the screen Agenda book"),
    "register list": lambda: say("the screen Agenda book"),
    "register show": lambda: say("the screen Agenda book"),
    "register void": lambda: say("the screen Agenda book"),
    "register export": lambda: say("the screen Agenda book"),
    "register gaps": lambda: say("the screen Agenda book"),
    "register reserve": lambda: say("the screen Agenda book"),
    "register": lambda: say("the screen Agenda book, Upkeep of the book"),
    "key": lambda: say("the screen Agenda book, Upkeep of the book"),
    "doctor": lambda: say("the screen Help"),
    "peraturan": lambda: say("the screen Laws"),
    "panduan": lambda: say("the screen Help"),
    "log": lambda: say("the Start page"),
    "meja-orang": lambda: say("the Start page"),
    "meja": lambda: say("the desk"),
}
# What is typed: between backticks (some leave "sopgen" out there), or "sopgen X" alone; the word alone is the
# program's name ("this sopgen", "sopgen changed").
TYPED: Final = re.compile(r"`(?:sopgen )(?P<inside>[a-z-][^`]*)`|`(?P<short>sign|approve|cari)(?P<rest>[^`]*)`")
# A whole line to type, with its options: it ends what is said.
LINE: Final = re.compile(r"sopgen (?P<command>[a-z-]+(?: [a-z]+)?)\b[^`\n]* --[^`\n]*(?:\.\.\.)?$", re.MULTILINE)
BARE: Final = re.compile(
    r"(?:\w+ && )?sopgen (?P<bare>new|accept-word|import|revise|status|check|fix|chart|approve|build"
    r"|sign|verify-order|verify|record|diff|reason|update|deviations|log|meja-orang|order|form"
    r"|register \w+|peraturan \w+|key \w+|officials \w+)(?: (?=/)\S+)*"
)


def parts_for_commands(text: str) -> str:
    """Return a text that names the part of the desk in the place of each command."""
    text = TYPED.sub(lambda found: _part(found["inside"] or f"{found['short']}{found['rest']}"), text)
    text = LINE.sub(lambda found: _part(found["command"]), text)
    return BARE.sub(lambda found: _part(found["bare"]), text)


def _part(command: str) -> str:
    words = " ".join(command.split())
    named = next((name for name in PARTS if words == name or words.startswith(f"{name} ")), None)
    return PARTS[named]() if named else say("the help of who keeps sopgen")
