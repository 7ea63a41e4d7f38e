"""The number of a question or an answer, as printed: "5", "4 en 5", "2, 3 en 7", "2 t/m 4"."""

import re
from functools import lru_cache

_ONE = r"[0-9]{1,4}(?:[a-z](?!\w|\s*/\s*m))?"
_PIECE = rf"(?:[0-9]{{1,4}}\s*t\s*/\s*m\s*[0-9]{{1,4}}|{_ONE})"
_LABEL = re.compile(rf"\s*{_PIECE}\.?(?:(?:\s*,\s*|\s*,?\s*en\s*|\s*/\s*){_PIECE})*\s*")
_PIECES = re.compile(rf"([0-9]{{1,4}})\s*t\s*/\s*m\s*([0-9]{{1,4}})|({_ONE})")


@lru_cache(maxsize=1 << 12)
def numbers_in(label: str) -> tuple[str, ...] | None:
    """Tell which numbers a label names, sorted and once each; None: it is no such label.

    "2 t/m 4" names 2, 3 and 4. The forms are those of all 243,860 labels of the archive.
    """
    if not _LABEL.fullmatch(label):
        return None
    named = set()
    for first, last, one in _PIECES.findall(label):
        named |= {one} if one else set(map(str, range(int(first), int(last) + 1)))
    return tuple(sorted(named, key=natural)) or None


@lru_cache(maxsize=1 << 12)
def natural(number: str) -> tuple[int, str]:
    """Sort "2" before "10", and "3" before "3a"."""
    digits = re.match(r"\d*", number)
    return int(digits[0]) if digits and digits[0] else 0, number
