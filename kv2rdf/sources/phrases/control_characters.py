"""Control characters in a text. They often result from decoding with the wrong code page."""

import re

_CONTROL_CHARACTER = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
"""A pattern for control characters, except tabs and line ends.

In Windows-1252, most of the bytes 80 to 9F are printable characters.
"""


def has_control_characters(text: str) -> bool:
    """Whether a text contains any control characters."""
    return _CONTROL_CHARACTER.search(text) is not None


def control_characters(text: str) -> str:
    """Return the control characters in a text, as "U+0093, U+0094", or "" if there are none."""
    if text.isprintable():
        return ""
    return ", ".join(f"U+{ord(c):04X}" for c in sorted(set(_CONTROL_CHARACTER.findall(text))))
