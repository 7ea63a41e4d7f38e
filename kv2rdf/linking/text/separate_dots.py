"""The repair of vowels whose diaeresis is printed after them: "financie¨le" and "geı¨nformeerd".

The born-digital papers of 1994–1996 contain such letters, which come from the program with which
they were typeset. A diaeresis alone has no other use in Dutch, so this repair is certain. Other
accents are left unchanged, because "´" is also used as an apostrophe ("foto´s").
"""

import re
import unicodedata

_SEPARATE = re.compile("([aeiouAEIOUı])¨")
_DIAERESIS = "\N{COMBINING DIAERESIS}"


def with_dots_above(text: str) -> str | None:
    """Return a text in which each separate diaeresis is above its vowel, or None if there is none.

    The letter "ı", which has no dot, becomes "ï".
    """
    if "¨" not in text:  # finding one character is much faster than trying every vowel
        return None
    repaired = _SEPARATE.sub(lambda found: _composed(found[1]), text)
    return repaired if repaired != text else None


def _composed(vowel: str) -> str:
    return unicodedata.normalize("NFC", vowel.replace("ı", "i") + _DIAERESIS)
