"""What the XML of a Word template, and of what is made with it, may not hold: fields that fetch, embedded objects.

Field codes are those of ECMA-376, part 1, 17.16; of them only page numbers are let through.
"""

import re
from collections.abc import Iterator
from typing import Final

from lxml import etree

from sopgen.messages import say

FIELDS: Final = ("PAGE", "NUMPAGES", "SECTIONPAGES")
# By their names in any namespace: the strict form of OOXML has another one.
ACTIVE: Final = (
    *("{*}altChunk", "{*}object", "{*}control", "{*}subDoc", "{*}mailMerge", "{*}attachedTemplate"),
    *("{*}OLEObject", "{*}entryMacro", "{*}exitMacro"),
)
FIELD_PARTS: Final = ("{*}fldChar", "{*}instrText", "{*}delInstrText", "{*}fldSimple")
# Relationships are checked by themselves; VML names files straight away, too.
STRAIGHT: Final = etree.XPath("boolean(//@*[local-name()='src' or local-name()='href'])")
SPANS: Final = ("{*}gridSpan", "{*}gridBefore", "{*}gridAfter")
# Word's own bound on the columns of a table.
MOST_COLUMNS: Final = 63


def active_content(root: etree._Element) -> tuple[str, str] | None:
    """Return what is wrong with a part and how to mend it; None where it holds nothing that acts."""
    found = next(root.iter(*ACTIVE), None)
    if found is not None:
        name = etree.QName(found).localname
        return say("holds w:{name}, which acts or fetches", name=name), say("delete the embedded object or the link")
    for code in field_codes(root):
        word = code.split()[0].upper() if code.split() else ""
        if word not in FIELDS:
            return (
                say('holds the field "{code}"', code=code.strip()[:60]),
                say("delete the field; a template may have {names} only", names=", ".join(FIELDS)),
            )
    if STRAIGHT(root):
        return say("names a picture outside the file"), say("insert the picture into the file")
    if any(_columns(one) > MOST_COLUMNS for one in root.iter(*SPANS)):
        return say("holds a cell over more than {count} columns", count=MOST_COLUMNS), say("make the table anew")
    return None


def field_codes(root: etree._Element) -> Iterator[str]:
    """Yield the code of every field; words of a code that stand outside a field are one, too."""
    open_codes: list[str] = []
    for one in root.iter(*FIELD_PARTS):
        kind = etree.QName(one).localname
        if kind == "fldSimple":
            yield _value(one, "instr")
        elif kind != "fldChar" and open_codes:
            open_codes[-1] += one.text or ""
        elif kind != "fldChar":
            yield one.text or ""
        elif _value(one, "fldCharType") == "begin":
            open_codes.append("")
        elif _value(one, "fldCharType") == "end" and open_codes:
            yield open_codes.pop()
    yield from open_codes


def _value(element: etree._Element, name: str) -> str:
    found = [value for key, value in element.attrib.items() if etree.QName(key).localname == name]
    return str(found[0]) if found else ""


def _columns(element: etree._Element) -> int:
    value = _value(element, "val")
    # A tag that is filled in later is looked at when it is filled.
    return int(value[:9]) if re.fullmatch(r"\d+", value, re.ASCII) else 1
