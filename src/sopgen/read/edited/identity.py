"""The edition that a document was issued from, as its properties say it, in two places.

Word keeps both; LibreOffice keeps the identifier of the core properties, Google Docs neither.
"""

import re
from collections.abc import Mapping
from typing import Final

from lxml import etree

from sopgen.model.edited.document import IssuedAs
from sopgen.model.sop import Sop
from sopgen.read.digest import meaning_digest

WRITTEN: Final = re.compile(r"sopgen:(?P<sop>[A-Za-z0-9_-]+):(?P<edition>[A-Za-z0-9_-]+):(?P<digest>[0-9a-f]{64})")
# The name of the custom property.
PROPERTY: Final = "sopgen"


def issued_as(sop: Sop) -> IssuedAs:
    """Return what a document of this edition says of itself."""
    return IssuedAs(sop.id, sop.edisi, meaning_digest(sop))


def written(issued: IssuedAs) -> str:
    """Return the identity as the properties hold it."""
    return f"sopgen:{issued.sop}:{issued.edition}:{issued.digest}"


def read_identity(parts: Mapping[str, etree._Element]) -> IssuedAs | None:
    """Return the identity of a document; None where it says none."""
    for text in _candidates(parts):
        if found := WRITTEN.fullmatch(text.strip()):
            return IssuedAs(found["sop"], found["edition"], found["digest"])
    return None


def _candidates(parts: Mapping[str, etree._Element]) -> list[str]:
    core, custom = parts.get("core"), parts.get("custom")
    texts = [] if core is None else ["".join(map(str, one.itertext())) for one in core.iter("{*}identifier")]
    own = [] if custom is None else [one for one in custom.iter("{*}property") if one.get("name") == PROPERTY]
    return texts + ["".join(map(str, one.itertext())) for one in own]
