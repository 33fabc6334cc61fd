"""Rules over figures in words and over sentences that begin in their middle."""

import re
from collections.abc import Iterator
from typing import Final

from sopgen.lint.language.dictionary import is_word
from sopgen.lint.language.spelling import ACRONYMS
from sopgen.lint.registry import Finding, Subject, rule
from sopgen.lint.texts import texts
from sopgen.messages import say
from sopgen.model.printed import Printed

_TWICE: Final = re.compile(r"(?<![\w/.-])(?P<word>[A-Za-z][a-z]{3,})2(?![\w/-]|\.\w)")
# Words that a figure numbers: Ruang2 is the second room.
_NUMBERED: Final = frozenset(
    [
        "rangkap",
        "lantai",
        "tahap",
        "kelas",
        "ruang",
        "loket",
        "pasal",
        "ayat",
        "step",
        "level",
        "versi",
        "form",
        "nomor",
        "blok",
        "jalur",
        "tipe",
        "lampiran",
    ]
)
_ZERO: Final = re.compile(r"(?<![\w/.-])[A-Za-z]+0[A-Za-z]+(?![\w/-]|\.\w)")
_BEGINS: Final = re.compile(r"(?:^|[.!?]\s+)(?P<word>Sehingga|Sedangkan)\s")
_SHORT: Final = frozenset(ACRONYMS.split())


@rule("LG60", "warning", source="EYD edition V (2022), hyphen: words said twice", sure="M")
def words_said_twice_are_written_out(subject: Subject) -> Iterator[Finding]:
    """A word that is said twice is written twice, with a hyphen, and not with a figure.

    The figure 2 is for notes. What a figure numbers (lantai2, kelas2) is left alone.

    Wrong:
        - Berkoordinasi dengan tokoh2 masyarakat
    Right:
        - Berkoordinasi dengan tokoh-tokoh masyarakat
    """
    for one in texts(subject, {Printed.WORDS}):
        for found in _TWICE.finditer(one.text):
            word = found["word"]
            if word.lower() not in _NUMBERED and is_word(word.lower()):
                right = f"{word}-{word.lower()}"
                what = say('"{text}" is written with a figure', text=found[0])
                mended = one.text[: found.start()] + right + one.text[found.end() :]
                yield one.proposing(what, say('write "{right}"', right=right), mended)


@rule("LG61", "warning", source="KBBI: words are written with letters", sure="own")
def no_zero_stands_for_the_letter_o(subject: Subject) -> Iterator[Finding]:
    """No zero stands in a word in place of the letter O.

    Both look alike on paper, but no search finds the word. Told only where the word with the letter is known.

    Wrong:
        - S0P Pengelolaan Arsip
    Right:
        - SOP Pengelolaan Arsip
    """
    for one in texts(subject, {Printed.WORDS}):
        for found in _ZERO.finditer(one.text):
            right = found[0].replace("0", "o" if found[0][-1].islower() else "O")
            if right in _SHORT or is_word(right.lower()):
                what = say('"{text}" is written with the figure 0', text=found[0])
                mended = one.text[: found.start()] + right + one.text[found.end() :]
                yield one.proposing(what, say('write "{right}"', right=right), mended)


@rule("LG62", "info", source="Tata Bahasa Baku Bahasa Indonesia: conjunctions within a sentence", sure="M")
def no_sentence_begins_with_a_conjunction_of_its_middle(subject: Subject) -> Iterator[Finding]:
    """No sentence begins with Sehingga or Sedangkan.

    They join a part to the sentence before it; at its beginning the main part is missing. A hint.

    Wrong:
        maksud: {judul: Maksud, isi: [Sehingga memberikan pedoman]}
    Right:
        maksud: {judul: Maksud, isi: [Memberikan pedoman]}
    """
    for one in texts(subject, {Printed.WORDS}):
        for found in _BEGINS.finditer(one.text):
            what = say('the sentence begins with "{word}"', word=found["word"])
            yield one.finding(what, say("begin it with its main part, or join it to the one before"))
