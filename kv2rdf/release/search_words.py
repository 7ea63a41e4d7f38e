"""The division of a text into words, for the text index and for every search in it.

A word consists of the letters a to z and of digits. Case, accents and ligatures are ignored: "Één"
contains the word "een", "m²" contains "m2", and "ﬁets" contains "fiets". An accent may also be
printed behind its letter: "geı¨nd" contains "geind". An invisible character, such as a soft
hyphen, does not end a word. Any other letter is written as its code point: "x3bc".

Each character is converted separately, regardless of its neighbours. Therefore, if a text contains
a string, the words of the text contain the words of the string, but the first and the last of these
may be parts of longer words. If a text contains only letters, accents and punctuation that are
usual in Dutch, SQLite finds the same words in it. For all other texts, the index also contains the
words that this module finds.
"""

import re
import unicodedata

INDEX_FORM = 5
"""The version number of the rules in this module and of the tables of the text index.

Every index stores it as its ``user_version``. Change the number whenever the rules or the tables
change, so that an index of another version is not searched.
"""

_USUAL = (
    r"\t\n\r\x20-\x7e"
    r"\xa0-\xa7\xa9\xab\xac\xae-\xb1\xb4\xb6-\xb8\xbb\xbf\xd7\xf7"  # signs, such as § and «
    r"À-ÅÇ-ÏÑ-ÖÙ-Ýà-åç-ïñ-öù-ýÿ"  # letters with accents, but not letters such as ß or æ
    r"\u0100-\u010f\u0112-\u0125\u0128-\u0130\u0134-\u0137\u0139-\u013e\u0143-\u0148"
    r"\u014c-\u0151\u0154-\u0165\u0168-\u017e"
    r"\u2010-\u2015\u2018-\u201e\u2020-\u2022\u2026\u2030\u2032\u2033\u2039\u203a\u20ac"
)
_UNUSUAL = re.compile(f"[^{_USUAL}]")
"""Characters for which SQLite may find different words than this module."""

_BEHIND_ITS_LETTER = {ord("ı"): "i", ord("¨"): ""}
"""The characters of "ï" if its dots are printed behind it, as in papers of 1994 to 1996."""
_LETTER_OR_NUMBER = {"L", "N"}
_PRINTS_NOTHING = {"Mn", "Me", "Cf"}


class _WrittenCharacters(dict[int, str]):
    """A cache that maps each character code to the characters that are indexed for it.

    Each entry is computed when it is first needed.
    """

    def __missing__(self, code: int) -> str:
        character = chr(code)
        folded = unicodedata.normalize("NFKD", character).casefold()
        letters = unicodedata.normalize("NFKD", folded)
        written = self[code] = "".join(map(_written, letters))
        return written


_WRITTEN = _WrittenCharacters(_BEHIND_ITS_LETTER)


def search_words(text: str) -> str:
    """Return the words of a text, in lower case and separated by spaces.

    If the text begins or ends with a character that is not part of a word, the result begins or
    ends with a space.
    """
    return " ".join(f"|{text.translate(_WRITTEN)}|".split())[1:-1]


def is_unusual(text: str) -> bool:
    """Whether the tokenizer of SQLite may find different words in a text than ``search_words``."""
    return _UNUSUAL.search(text) is not None


def _written(letter: str) -> str:
    if letter.isascii():
        return letter.lower() if letter.isalnum() else " "
    category = unicodedata.category(letter)
    if category in _PRINTS_NOTHING:
        return ""
    return f"x{ord(letter):x}" if category[0] in _LETTER_OR_NUMBER else " "
