"""Statements on existing items, in the two formats of QuickStatements.

https://www.wikidata.org/wiki/Help:QuickStatements describes the formats. In the first, each line is
a statement: item, property and value, followed by pairs of a property and a value. In these pairs,
``P`` begins a qualifier, and ``S`` begins a part of the reference. The second format is CSV. Among
the column names, ``qal`` begins a qualifier, ``S`` begins the first part of a reference, and ``s``
begins the others. No line creates an item, because every line begins with an existing item.
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

    The reference is a URL (P854) and, if known, the date on which it was retrieved (P813).
    """

    item: str
    url: str
    reference: str
    retrieved: date | None

    def __post_init__(self) -> None:
        """Check the item and the URLs. Raises ReleaseError if one of them is not valid."""
        if not _ITEM.fullmatch(self.item):
            raise ReleaseError(f"{self.item!r} is not an item in Wikidata")
        for url in (self.url, self.reference):
            if not _URL.fullmatch(url):
                raise ReleaseError(f"{url!r} cannot be written in QuickStatements")


def version_1(statements: Iterable[DescriptionStatement]) -> str:
    """Return statements in the first format, as lines of tab-separated values."""
    return "".join(f"{line}\n" for line in map(_line, statements))


def version_2(statements: Iterable[DescriptionStatement]) -> str:
    """Return statements in the second format. URLs have quotation marks besides those of CSV."""
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
    """Return a date in the notation of QuickStatements. Its precision is 11, which means a day."""
    return f"+{day.isoformat()}T00:00:00Z/11"
