"""The key ranges that divide the sorted lines of a dump into members.

A key is the beginning of the address of a subject, and a member contains the lines of all subjects
with the same key. Keys depend only on the addresses, so the next release has the same ranges and
can copy every member that has not changed.
"""

import re
from collections.abc import Iterable, Iterator

_CASES = [f"/eli/nl/{chamber}/{word}/" for chamber in ("tk", "ek") for word in ("kv", "zaak")]
_GRAPHS = ("/graph/derived/", "/graph/findings/", "/graph/")
_RANGES = {
    **{f"{case}ah-": 13 for case in _CASES},
    **{f"{case}K": 4 for case in _CASES},
    **dict.fromkeys(_CASES, 7),
    **{f"{graphs}ah-": 11 for graphs in _GRAPHS},
    **{f"{graphs}K": 3 for graphs in _GRAPHS},
    **dict.fromkeys(_GRAPHS, 6),
    "/eli/nl/tk/ah/": 10,
    "/eli/nl/ek/ah/": 10,
    "/id/naamvorm/": 1,
    "/bron/": 7,
}
"""Maps each beginning of a path to the number of further characters in a key.

These lengths are chosen so that a range covers a thousand question numbers, a hundred of the
numbers that the archive itself assigned, or all numbers with the same first digit in the Aanhangsel
of one session. The description of a graph has only two lines, so a range of graphs covers ten times
as many cases, or a whole session.
"""

_RANGE = re.compile("|".join(f"{re.escape(start)}.{{0,{more}}}" for start, more in _RANGES.items()))


def key_range(line: str, base: str) -> str:
    """Return the key of the member to which a line of N-Quads or N-Triples belongs.

    ``base`` is the base of all addresses. In sorted lines, those with the same key are adjacent.
    """
    end = line.index("> ")
    subject = line[1:end]
    if not subject.startswith(base):
        return subject[:20]
    path = subject[len(base) :]
    if in_range := _RANGE.match(path):
        return in_range.group()
    if not path.startswith("/id/"):
        return path[:5]
    kind, slash, _ = path[4:].partition("/")
    return path[:4] + kind + slash


def range_blocks(lines: Iterable[bytes], base: str) -> Iterator[bytes]:
    """Yield the lines of each key range as one block. ``lines`` must be sorted.

    ``base`` is the base of all addresses.
    """
    block: list[bytes] = []
    subject, key = b"", ""
    for line in lines:
        if not subject or not line.startswith(subject):
            subject = line[: line.index(b"> ") + 2]
            if (new_key := key_range(subject.decode(), base)) != key:
                if block:
                    yield b"".join(block)
                block, key = [], new_key
        block.append(line)
    if block:
        yield b"".join(block)
