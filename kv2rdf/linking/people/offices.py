"""The offices to which a printed mention refers."""

import re
from datetime import date

from msgspec import Struct

from kv2rdf.linking.people.office_lists import NamedOffice, offices_in
from kv2rdf.linking.reference_index import ReferenceIndex
from kv2rdf.model.paper import Mention

_LINK_AT_END = re.compile(r"(?:\s|,|\ben|\baan|\balsmede|\bmede namens)*$")


class PrintedOffice(Struct, frozen=True, kw_only=True):
    """A mention of one person or of one office.

    ``listed_in`` is the printed list from which it was taken, or None. ``named`` is the office to
    which it refers, or None if that is not certain.
    """

    mention: Mention
    listed_in: str | None = None
    named: NamedOffice | None = None


def printed_offices(
    index: ReferenceIndex, mention: Mention, day: date | None
) -> tuple[PrintedOffice, ...]:
    """Return the office in a mention, or each office in a mention that lists several.

    "De ministers van Justitie en van Financiën" lists two offices. A mention that contains the name
    of a person is never split, because it refers to one person. Only the first office in such a
    mention is used. ``day`` is the date of the paper, or None if it is not known.
    """
    words = mention.whole_office
    named = offices_in(words, day, index.office_names) if words else ()
    if words is None or mention.name is not None or len(named) < 2:
        return (PrintedOffice(mention=mention, named=named[0] if named else None),)
    ends = [*(one.start for one in named[1:]), len(words)]
    pieces = [
        _LINK_AT_END.sub("", words[one.start : end if end > one.start else len(words)])
        for one, end in zip(named, ends, strict=True)
    ]
    whole = mention.printed if words in mention.printed else words
    return tuple(
        PrintedOffice(mention=Mention(printed=piece, office=piece), listed_in=whole, named=one)
        for piece, one in zip(pieces, named, strict=True)
    )
