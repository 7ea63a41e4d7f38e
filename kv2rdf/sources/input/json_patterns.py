"""Regular expressions for the structure of JSON: brackets, quotation marks and separators.

Their quantifiers are possessive, so that the time for a match grows in proportion to the number of
bytes.
"""

import re
from functools import cache

from kv2rdf.model.limits import NESTING

_TEXT = rb'"(?:[^"\\\x00-\x1f]++|\\[^\x00-\x1f])*+"'
_OTHERS = rb"[-+.,: \t\r\n0-9Eaeflnrstu]++"
SPACE = re.compile(rb"[ \t\r\n]*+")
"""White space, or nothing."""

SCALAR = re.compile(rb"[-+.0-9Eaeflnrstu]++")
"""A number, ``true``, ``false``, ``null``, or any other word made of the same characters."""

IN_TEXT = re.compile(rb'(?:[^"\\\x00-\x1f]++|\\[^\x00-\x1f])*+')
"""The characters of a string, without the quotation marks around it."""


@cache
def in_brackets(levels: int) -> re.Pattern[bytes]:
    """Return a pattern for values and separators up to the first unmatched bracket.

    The values contain at most ``levels`` levels of nested lists and objects.
    """
    pattern = b"(?:%b|%b)*+" % (_OTHERS, _TEXT)
    for _ in range(levels):
        pattern = rb"(?:%b|%b|[\[{]%b[\]}])*+" % (_OTHERS, _TEXT, pattern)
    return re.compile(pattern)


@cache
def whole_value() -> re.Pattern[bytes]:
    """Return a pattern for a value that begins and ends in the same chunk of a file."""
    within = in_brackets(NESTING.most - 1).pattern
    return re.compile(rb"%b|[\[{]%b[\]}]|[-+.0-9Eaeflnrstu]++(?!\Z)" % (_TEXT, within))
