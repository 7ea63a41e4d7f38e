"""The entries of the register in the file of a case, each of which is parsed when it is needed.

They make up half of the statements, but the view of a case needs only some of them. Most entries
occur in the files of many cases, so the most recently used entries are kept.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Self

from kv2rdf.query.case_view.parsed_statements import EntityStatements, parsed_statements
from kv2rdf.rdf.turtle import REGISTER_HEADING

_HEADING = f"\n# {REGISTER_HEADING}\n\n".encode()
_BASE = re.compile(rb"@base <([^>\\]+)> \.\n")
_ENTRY = re.compile(rb"<([^>\\]+)> ")
_MOST_HEADERS = 8
_MOST_ENTRIES = 4_096
"""The maximum number of parsed entries that are kept. They take about 2 kB each."""


@dataclass(frozen=True, slots=True)
class RegisterEntries:
    """The entries of the register in a file. ``header`` declares the base and the prefixes.

    ``blocks`` contains the Turtle of each entry, by the address of the entity.
    """

    header: bytes
    blocks: Mapping[str, bytes]

    @classmethod
    def none(cls) -> Self:
        """Return no entries."""
        return cls(b"", {})

    @classmethod
    def divide(cls, turtle: bytes) -> tuple[bytes, Self]:
        """Return the Turtle without the entries of the register, and the entries.

        The entries are found only in the layout that a build writes. Other Turtle is returned
        unchanged, with no entries, so all of its statements are parsed at once.
        """
        base = _BASE.match(turtle)
        header, start, _ = turtle.partition(b"\n\n")
        own, heading, entries = turtle.partition(_HEADING)
        if not (base and start and heading):
            return turtle, cls.none()
        rest, blocks = [own, b""], dict[str, bytes]()
        for block in entries.split(b"\n\n"):
            if subject := _ENTRY.match(block):
                reference = subject[1] if b":" in subject[1] else base[1] + subject[1]
                blocks[reference.decode()] = block
            else:
                rest.append(block)
        return b"\n\n".join(rest), cls(_shared_header(header + start), blocks)

    def entry(self, address: str) -> EntityStatements | None:
        """Return the statements about an entity, or None if it has no entry.

        Raises ReleaseError if the entry is damaged.
        """
        block = self.blocks.get(address)
        return None if block is None else _parsed_entry(self.header, block).get(address)


@lru_cache(_MOST_HEADERS)
def _shared_header(header: bytes) -> bytes:
    """Return the equal header that is kept, so that parsed entries do not keep one per file."""
    return header


@lru_cache(_MOST_ENTRIES)
def _parsed_entry(header: bytes, block: bytes) -> Mapping[str, EntityStatements]:
    return parsed_statements(header + block, {})
