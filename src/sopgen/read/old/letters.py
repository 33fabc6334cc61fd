"""Letters of copied texts as they are typed: no invisible ones, no blanks of Word, no letters in parts."""

import re
import unicodedata
from typing import Final

from sopgen.read.yaml_text.characters import ALIKE, CONTROL, FIRM_BLANK, INVISIBLE, WORD

# Look-alikes of Latin letters in other scripts, as a scan or a foreign keyboard leaves them.
_FOREIGN: Final = str.maketrans(
    "\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7\u03bd\u03bf"
    "\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0423\u0425"
    "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455",
    "ABEZHIKMNOPTYXvoABEKMHOPCTYXaeopcyxijs",
)
_LIGATURES: Final = re.compile("[\ufb00-\ufb06]")
# An en or em blank and the like; the one of six firm blanks is below.
_BLANKS: Final = re.compile("[\u2000-\u2006\u2008-\u200a\u205f]")


def typed(text: str) -> str:
    """Return a text with the letters that it shows; line ends and tabs stay."""
    if text.isascii() and not CONTROL.search(text):
        return text
    whole = unicodedata.normalize("NFC", _LIGATURES.sub(_apart, text))
    seen = CONTROL.sub("", INVISIBLE.sub("", whole))
    return WORD.sub(_latin, _BLANKS.sub(" ", FIRM_BLANK.sub(" ", seen)))


def _apart(found: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", found[0])


def _latin(word: re.Match[str]) -> str:
    """Return a word with the Latin letters that its foreign ones look like, where it has both."""
    foreign = len(ALIKE.findall(word[0]))
    return word[0].translate(_FOREIGN) if 0 < foreign < len(word[0]) else word[0]
