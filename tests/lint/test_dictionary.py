"""Words are known as PySastrawi knows them, whose stemmer is asked for few of them."""

import random

from Sastrawi.Stemmer.StemmerFactory import StemmerFactory

from sopgen.lint.language import dictionary

BEGINS = ("", "di", "ke", "se", "ber", "ter", "me", "meng", "meny", "peng", "pem", "ku", "kau", "memper", "keber")
ENDS = ("", "", "kan", "an", "i", "nya", "lah", "kah", "tah", "pun", "ku", "mu", "is", "isasi")
INFIXES = ("el", "em", "er", "in")


def words() -> list[str]:
    """Return roots with affixes and infixes, half of them with a letter left out."""
    choose = random.Random(31)
    roots = [one for one in sorted(StemmerFactory().get_words()) if len(one) > 3]
    found = [f"{choose.choice(BEGINS)}{choose.choice(roots)}{choose.choice(ENDS)}" for _ in range(250)]
    found += [f"{root[0]}{choose.choice(INFIXES)}{root[1:]}" for root in choose.sample(roots, 50)]
    return [*found, *(word[:n] + word[n + 1 :] for word in found for n in [choose.randrange(len(word))])]


def test_a_word_is_known_where_the_library_finds_its_root() -> None:
    factory = StemmerFactory()
    stemmer, listed = factory.create_stemmer(), {*factory.get_words()}
    for word in words():
        stem = stemmer.stem(word)
        assert stem == dictionary._stemmer().stem(word), word
        assert bool(dictionary._AFFIXED.match(word)) or stem == word, word
        assert dictionary.is_word(word) or stem not in listed, word
        assert dictionary.is_root(word) == (word in listed), word
