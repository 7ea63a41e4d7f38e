"""The size of a JSON value: how many values it contains, and how deeply they are nested."""

import re

from kv2rdf.model.limits import NESTING, VALUES

_TOKEN = re.compile(
    rb'(?:[^"\[\]{},]++|"(?:[^"\\]++|\\.)*+"?)*+(?:(,)|([\[{])[ \t\r\n]*+([\]}])?|([\]}])|\Z)',
    re.DOTALL,
)
"""Matches everything up to a comma (group 1), an opening bracket (2) or a closing bracket (4).

A closing bracket that immediately follows an opening one is group 3.
"""


def size_problem(content: bytes) -> str | None:
    """Return a message if a JSON value exceeds the limit VALUES or NESTING, or None otherwise.

    The value itself, each element of an array, and the value of each field are all counted.
    Counting ends when a limit is exceeded.
    """
    brackets = content.count(b"[") + content.count(b"{")
    if brackets <= NESTING.most and brackets + content.count(b",") < VALUES.most:
        # There are at most this many values, and fewer if texts contain some of the characters.
        return None
    values, depth, deepest = 1, 0, 0
    for found in _TOKEN.finditer(content):
        group = found.lastindex
        if group == 1:
            values += 1
        elif group == 4:
            depth -= 1
        elif group == 3:
            deepest = max(deepest, depth + 1)
        elif group == 2:
            values += 1
            depth += 1
            deepest = max(deepest, depth)
        if values > VALUES.most or deepest > NESTING.most:
            break
    return NESTING.excess(deepest) or VALUES.excess(values)
