"""The words of a text, by one rule for both the text index and every search in it.

A word consists of the letters a to z and of figures. Case, accents and ligatures do not count:
"Één" has the word "een", "m²" has "m2", and "ﬁets" has "fiets". A character that prints nothing,
such as a soft hyphen, does not end a word. Any other letter is written as its code point: "x3bc".

Each character is written by itself, whatever is next to it. So if one text contains another, the
words of the first contain the words of the second, which may be parts of words. SQLite finds the
same words in a text with the letters, accents and punctuation that are usual in Dutch. The index
has the words of all other texts a second time, as this module writes them.
"""

import re
import unicodedata

INDEX_FORM = 2
"""The number of this rule, which every index has as its ``user_version``. Change it with the rule,
so that an index which was made by another rule is not searched."""

_USUAL = (
    r"\t\n\r\x20-\x7e"
    r"\xa0-\xa9\xab\xac\xae-\xb1\xb4\xb6-\xb8\xbb\xbf\xd7\xf7"  # signs, such as § and «
    r"À-ÅÇ-ÏÑ-ÖÙ-Ýà-åç-ïñ-öù-ýÿ"  # letters with accents, but not ß, æ and the like
    r"\u0100-\u010f\u0112-\u0125\u0128-\u0130\u0134-\u0137\u0139-\u013e\u0143-\u0148"
    r"\u014c-\u0151\u0154-\u0165\u0168-\u017e"
    r"\u2010-\u2015\u2018-\u201e\u2020-\u2022\u2026\u2030\u2032\u2033\u2039\u203a\u20ac"
)
_UNUSUAL = re.compile(f"[^{_USUAL}]")
"""A character in which SQLite may see another word."""

_LETTER_OR_NUMBER = {"L", "N"}
_PRINTS_NOTHING = {"Mn", "Me", "Cf"}


class _WrittenCharacters(dict[int, str]):
    """What each character is written as, found when it is first needed."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        folded = unicodedata.normalize("NFKD", character).casefold()
        letters = unicodedata.normalize("NFKD", folded)
        written = self[code] = "".join(map(_written, letters))
        return written


_WRITTEN = _WrittenCharacters()


def search_words(text: str) -> str:
    """Return a text in which only its words are left, in lower case and between blanks.

    A blank at the beginning or the end says that the text does not begin or end within a word.
    """
    return " ".join(f"|{text.translate(_WRITTEN)}|".split())[1:-1]


def is_unusual(text: str) -> bool:
    """Whether a text has characters in which the tokenizer of SQLite may see other words."""
    return _UNUSUAL.search(text) is not None


def _written(letter: str) -> str:
    if letter.isascii():
        return letter.lower() if letter.isalnum() else " "
    category = unicodedata.category(letter)
    if category in _PRINTS_NOTHING:
        return ""
    return f"x{ord(letter):x}" if category[0] in _LETTER_OR_NUMBER else " "
