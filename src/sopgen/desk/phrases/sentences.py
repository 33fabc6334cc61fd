"""What no word in another's place mends: the few messages that are said otherwise, and the joints of the others."""

import re
from collections.abc import Callable, Mapping
from typing import Final

from sopgen.messages import say, translated

# By the words of the source.
OTHERWISE: Final[Mapping[str, Callable[[], str]]] = {
    "go to the working folder, or name a spec; `sopgen new` makes one": lambda: say(
        "open the folder of your office on the Start page, or make a new one"
    ),
    "write the spec, or start from `sopgen new`": lambda: say("begin with a new folder on the Start page"),
    "write it in braces, as in the shipped satuan.yaml": lambda: say("write it in braces, as in a new folder"),
    "the emblem lies outside the folder of satuan.yaml": lambda: say("the emblem lies outside the office's folder"),
    "copy the picture beside satuan.yaml": lambda: say("choose the picture anew on the screen Unit"),
    "write why: `# abaikan CODE: reason`": lambda: say("have who keeps sopgen write why"),
    "there is no satuan.yaml above it": lambda: say("it belongs to no office's folder"),
    "there is no satuan.yaml, here or in a folder above": lambda: say("there is no office's folder here"),
    "write spec/satuan.yaml": lambda: say("open the folder of your office on the Start page"),
    "`git tag` and `git log --oneline` list what there is": lambda: say("ask who keeps sopgen for it"),
    "write `key: value` lines": lambda: say("ask who keeps sopgen to mend the file"),
    "write `key: value`": lambda: say("ask who keeps sopgen to mend the file"),
    "write `- item`": lambda: say("ask who keeps sopgen to mend the file"),
    "the line is neither `key: value` nor an item": lambda: say("the line is not one that sopgen writes"),
    "write it, or use null where the key allows it": lambda: say("fill it in"),
    "an NRP has 8 digits, a NIP 18; write it in quotes": lambda: say("an NRP has 8 digits, a NIP 18"),
    "name two editions, or one revision and --spec FILE": lambda: say("choose two editions"),
}
# How words of the desk stand in a sentence that spoke of files and commands.
JOINTS: Final[Mapping[str, str]] = {
    r"\b(?:dengan|dalam|melalui|pada|dari|di) layar ": "di layar ",
    r"\b(?:in|by|with|under|from|on) the screen ": "on the screen ",
    # What helps is a place alone: then one goes there.
    r"(^|perbaikan: )(layar \w+(?: \w+)?)(?=$|[;,])": r"\1buka \2",
    r"(^|fix: )(the screen \w+(?: \w+)?)(?=$|[;,])": r"\1open \2",
    r"(^|perbaikan: )(bantuan petugas yang mengurus sopgen)(?=$|[;,])": r"\1minta \2",
    r"(^|fix: )(the help of who keeps sopgen)(?=$|[;,])": r"\1ask for \2",
}


def said_otherwise(text: str) -> str:
    """Return a text whose sentences that speak of files and commands are said in words of the desk."""
    for source, words in OTHERWISE.items():
        if (told := translated(source)) in text:
            text = text.replace(told, words())
    return text


def joined(text: str) -> str:
    """Return a text in which the names of screens stand as such names do."""
    for pattern, words in JOINTS.items():
        text = re.sub(pattern, words, text)
    return text
