"""Control characters in a text. They often result from decoding with the wrong code page."""

import re

_CONTROL_CHARACTER = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
"""A pattern for control characters, except tabs and line ends.

U+0080 to U+009F are printable characters in Windows-1252.
"""


def control_characters(text: str) -> str:
    """Return the control characters in a text, as "U+0093, U+0094", or "" if there are none."""
    if text.isprintable():
        return ""
    return ", ".join(f"U+{ord(c):04X}" for c in sorted(set(_CONTROL_CHARACTER.findall(text))))
