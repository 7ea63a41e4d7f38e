"""Statements on existing items, in the two formats of QuickStatements.

The formats are those of https://www.wikidata.org/wiki/Help:QuickStatements. In the first, a line is
a statement: item, property and value, then pairs of a property and a value. In pairs, ``P`` begins
a qualifier, and ``S`` a part of the reference. The second is CSV: ``qal`` begins a qualifier, ``S``
the first part of a reference, and ``s`` the others. No line creates an item: every line begins with
an item that exists.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from kv2rdf.errors import ReleaseError

_ITEM = re.compile(r"Q[1-9][0-9]*")
_URL = re.compile(r'https?://[^\s|"]+')
_DUTCH = "Q7411"
_SUMMARY = "described in the dataset Kamervragen"
_HEADER = ("qid", "P973", "qal407", "S854", "s813", "#")


@dataclass(frozen=True, slots=True)
class DescriptionStatement:
    """The statement that an item is described at a URL (P973), in Dutch (P407).

    The reference is a URL (P854) and, if known, the day on which it was looked at (P813).
    """

    item: str
    url: str
    reference: str
    retrieved: date | None

    def __post_init__(self) -> None:
        """Check the values. Raises ReleaseError if one would be read as something else."""
        if not _ITEM.fullmatch(self.item):
            raise ReleaseError(f"{self.item!r} is not an item in Wikidata")
        for url in (self.url, self.reference):
            if not _URL.fullmatch(url):
                raise ReleaseError(f"{url!r} cannot be written in QuickStatements")


def version_1(statements: Iterable[DescriptionStatement]) -> str:
    """Return statements as lines of words with tabs between them."""
    return "".join(f"{line}\n" for line in map(_line, statements))


def version_2(statements: Iterable[DescriptionStatement]) -> str:
    """Return statements as CSV. Strings keep their own quotation marks inside those of CSV."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(_HEADER)
    writer.writerows(map(_row, statements))
    return text.getvalue()


def _line(statement: DescriptionStatement) -> str:
    words = [statement.item, "P973", f'"{statement.url}"', "P407", _DUTCH]
    words += ["S854", f'"{statement.reference}"']
    if statement.retrieved:
        words += ["S813", _day(statement.retrieved)]
    return "\t".join(words) + f"\t/* {_SUMMARY} */"


def _row(statement: DescriptionStatement) -> Iterator[str]:
    yield from (statement.item, f'"{statement.url}"', _DUTCH, f'"{statement.reference}"')
    yield _day(statement.retrieved) if statement.retrieved else ""
    yield _SUMMARY


def _day(day: date) -> str:
    """Return a day with its precision, which is 11 for days."""
    return f"+{day.isoformat()}T00:00:00Z/11"
