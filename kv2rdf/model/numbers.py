"""The number of a question or an answer, as printed: "5", "4 en 5", "2, 3 en 7", "2 t/m 4"."""

import re

_LABEL = re.compile(
    r"\s*\d{1,4}[a-z]?\.?(?:(?:\s*,\s*|\s*,?\s*en\s*|\s*/\s*|\s*t\s*/\s*m\s*)\d{1,4}[a-z]?)*\s*"
)
_SPAN = re.compile(r"(\d+[a-z]?)(?:\s*t\s*/\s*m\s*(\d+))?")


def numbers_in(label: str) -> tuple[str, ...] | None:
    """Tell which numbers a label names, sorted and once each; None: it is no such label.

    "2 t/m 4" names 2, 3 and 4. The forms are those of all 243,860 labels of the archive.
    """
    if not _LABEL.fullmatch(label):
        return None
    named = set()
    for first, last in _SPAN.findall(label):
        named |= {first} if not last else set(map(str, range(int(first), int(last) + 1)))
    return tuple(sorted(named, key=natural)) or None


def natural(number: str) -> tuple[int, str]:
    """Sort "2" before "10", and "3" before "3a"."""
    digits = re.match(r"\d*", number)
    return int(digits[0]) if digits and digits[0] else 0, number
