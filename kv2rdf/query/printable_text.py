"""Text in a form that is safe to print on a terminal."""

import re

_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
)
"""Characters that are not printed as they are.

They are control characters except tab and line feed, characters that change the direction of text,
line separators, and surrogates (which represent bytes of a file name that is not UTF-8).
"""

_UNDECODED = range(0xDC80, 0xDD00)
"""The code points that Python uses for bytes that are not UTF-8."""


def printable(text: str) -> str:
    r"""Return text with each unsafe character replaced by an escape, such as ``\u001b``.

    A byte of a file name that is not UTF-8 becomes an escape such as ``\xff``.
    """
    return _UNPRINTABLE.sub(lambda match: _escape(ord(match[0])), text)


def _escape(code: int) -> str:
    is_byte = code in _UNDECODED
    return f"\\x{code - _UNDECODED.start + 0x80:02x}" if is_byte else f"\\u{code:04x}"
