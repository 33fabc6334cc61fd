"""The rule over how the items of a list end."""

from collections.abc import Iterator

from sopgen.lint.registry import Finding, Loc, Subject, rule
from sopgen.lint.texts import SpecText, texts
from sopgen.messages import say
from sopgen.model.printed import Printed


@rule("LG10", "info", source="EYD edition V (2022), punctuation: lists", sure="M")
def items_of_a_list_end_alike(subject: Subject) -> Iterator[Finding]:
    """The items of a list all end with a full stop, or none does.

    After semicolons the last one has a full stop or nothing, and `; dan` may stand before it. A list that ends now
    so, now so was put together from several texts. A hint.

    Wrong:
        - Menjadi mediator dalam masyarakat.
        - Menjadi motivator masyarakat
    Right:
        - Menjadi mediator dalam masyarakat
        - Menjadi motivator masyarakat
    """
    for items in _lists(subject):
        marks = [_mark(one.text) for one in items]
        if ";" in marks:
            yield from _after_semicolons(items, marks)
            continue
        if len(items) > 2 and marks[-1] == "." and not any(marks[:-1]) and _is_plain(items):
            what = say("the last item alone ends with a full stop")
            yield items[-1].proposing(what, say("end them alike"), items[-1].text.rstrip().removesuffix("."))
        dotted = [one for one, mark in zip(items, marks, strict=True) if mark == "."]
        if "" in marks and [one for one in dotted if one is not items[-1]]:
            for one in dotted:
                what = say("some items of the list end with a full stop, others without one")
                yield one.proposing(what, say("end them alike"), one.text.rstrip().removesuffix("."))


def _lists(subject: Subject) -> Iterator[list[SpecText]]:
    lists: dict[Loc, list[SpecText]] = {}
    mixed: set[Loc] = set()
    for one in texts(subject, {Printed.WORDS, Printed.LAW}):
        if one.at.loc[0] == "bab":
            mixed.add(one.at.loc[:-2])
        is_item = isinstance(one.at.loc[-1], int) and "isi" in one.at.loc
        # The cells of a table are none.
        if is_item and "tabel" not in one.at.loc and not one.in_unit:
            lists.setdefault(one.at.loc[:-1], []).append(one)
    # Of an item of a chapter that has items of its own, the end is not that of its text.
    yield from (items for loc, items in lists.items() if loc not in mixed)


def _is_plain(items: list[SpecText]) -> bool:
    """Tell entries none of which has sentences within: these need their stops."""
    return not any(". " in one.text.strip() for one in items)


def _mark(text: str) -> str:
    """Return the mark at the end of an item: a full stop, a semicolon (before `dan`, too) or none."""
    plain = text.rstrip().removesuffix(" dan").removesuffix(" atau").rstrip()
    return plain[-1:] if plain[-1:] in (".", ";") else ""


def _after_semicolons(items: list[SpecText], marks: list[str]) -> Iterator[Finding]:
    """Yield the items that do not end with the semicolon of the others, and a last one that goes on."""
    others = len(marks) - 1
    if marks.count(";") == 1 and marks.count("") == others and others > 2:
        item = items[marks.index(";")]
        yield item.finding(say("the item alone ends with a semicolon"), say("end them alike"))
        return
    # Of two items one has none: a full stop at the very end says that they are one sentence.
    if marks[:-1].count(";") * 2 < others + (marks[-1] != "."):
        return
    for one, mark in zip(items[:-1], marks[:-1], strict=True):
        if mark != ";":
            yield one.finding(say("the other items of the list end with a semicolon"), say("end them alike"))
    if marks[-1] == ";":
        yield items[-1].finding(
            say("the last item of the list ends with a semicolon"), say("end it with a full stop")
        )
