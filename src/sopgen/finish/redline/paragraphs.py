"""A paragraph of both documents: what changed in its words, its properties, its mark and its section."""

import copy

from docx.oxml.ns import qn
from lxml import etree

from sopgen.errors import TemplateError
from sopgen.finish.redline.tokens import Canon, Sides, between, tokens
from sopgen.finish.redline.track import NOT_IN_CHANGE, child, first, look_of_mark, mark_properties, new
from sopgen.messages import say


def paragraph(old: etree._Element, now: etree._Element, sides: Sides) -> etree._Element:
    """Return a paragraph of both documents with what changed in it."""
    made = shell(now)
    made.extend(between(tokens(old, sides.old), tokens(now, sides.new), sides))
    note_properties(made, old, sides)
    return made


def shell(block: etree._Element) -> etree._Element:
    """Return a paragraph with its properties and without its content."""
    made = new("p")
    made.attrib.update(block.attrib)
    properties = child(block, "pPr")
    if properties is not None:
        made.append(copy.deepcopy(properties))
    return made


def note_properties(made: etree._Element, old: etree._Element, sides: Sides) -> None:
    """Note where the properties of a paragraph, its mark and its section were others before."""
    now, before = child(made, "pPr"), child(old, "pPr")
    marks = [None if one is None else child(one, "rPr") for one in (now, before)]
    if base(marks[0], sides.new) != base(marks[1], sides.old):
        mark_properties(look_of_mark(made), marks[1], sides.by)
    sections = [None if one is None else child(one, "sectPr") for one in (now, before)]
    if sections != [None, None]:
        note_section(sections[0], sections[1], sides)
    if base(now, sides.new) != base(before, sides.old):
        mark_properties(first(made, "pPr"), before, sides.by)


def note_section(now: etree._Element | None, before: etree._Element | None, sides: Sides) -> None:
    """Note a change of a section's page; raise TemplateError where only one document has the section."""
    if now is None or before is None:
        raise untracked(now)
    if base(now, sides.new) != base(before, sides.old):
        mark_properties(now, before, sides.by)


def base(properties: etree._Element | None, canon: Canon) -> str:
    """Return the properties without what a change of them does not hold; empty where there are none."""
    if properties is None:
        return ""
    held = copy.deepcopy(properties)
    for name in NOT_IN_CHANGE[etree.QName(properties).localname]:
        for element in held.findall(qn(f"w:{name}")):
            held.remove(element)
    return canon(held) if len(held) else ""


def untracked(block: etree._Element | None) -> TemplateError:
    """Return the error for what Word can not track; None stands for a section."""
    name = "sectPr" if block is None else etree.QName(block).localname
    fix = say("take it out of the template, or make the text plain")
    return TemplateError(say("sop.docx: changes in w:{name} can not be tracked. fix: {fix}", name=name, fix=fix))
