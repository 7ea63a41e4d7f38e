"""The Vindplaats of a KVR document, which is the position of the paper in the Aanhangsel."""

import re
from collections.abc import Mapping

from msgspec import Struct

from kv2rdf.model.kinds import Chamber, SourceKind
from kv2rdf.model.paper import AnnexNumber
from kv2rdf.sources.markup.xml_node import Node

_CHAMBER = r"(?:Tweede|Eerste)[ ]Kamer"
_VINDPLAATS = re.compile(
    rf"""
    (?P<series>Kamervragen|Aanhangsel)
    (?:[ ]met[ ]antwoord)?
    (?:,?[ ](?P<before>{_CHAMBER}))?                      # "Aanhangsel Tweede Kamer"
    ,?[ ](?P<first>[12]\d{{3}})\s*[-–/]\s*(?P<last>[12]\d{{3}})  # "2004-2005"
    ,?[ ](?:vraag)?(?:nr\.?|nummer)[ ]?
    (?:
        (?P<case>\d{{9,10}})                              # "vraagnr. 2060723030"
      | (?P<number>\d{{1,4}}?[a-gi-z]?)                   # "nr. 1262", "nr. 17a"
    )
    (?P<reprint>[ ,(]*(?:(?P<nth>\d)e[ ]?)?(?:H|[Hh]erdruk|h)\)?)?  # "1262H", "492 2e Herdruk"
    (?:,[ ]nr\.[ ]\w+)?
    (?:,?[ ](?P<after>{_CHAMBER}))?                       # "nr. 1262, Tweede Kamer"
    \.?
    """,
    re.ASCII | re.VERBOSE,
)
_CHAMBERS = {
    "Tweede Kamer": Chamber.TK,
    "Eerste Kamer": Chamber.EK,
    "2": Chamber.TK,
    "1": Chamber.EK,
}


class Vindplaats(Struct, frozen=True, kw_only=True):
    """The position of a paper in the Aanhangsel der Handelingen.

    ``kind`` is the kind of source, which follows from the form of the Vindplaats. ``annex_number``
    is None for a paper that has only questions. ``edition`` has the same meaning as in Paper.
    """

    kind: SourceKind
    chamber: Chamber
    session_year: str
    annex_number: AnnexNumber | None
    edition: int


def read_vindplaats(meta: Node, printed: str, lookups: Mapping[str, str]) -> Vindplaats:
    """Return the Vindplaats that is written as ``printed`` in the library's record.

    If the Vindplaats contains a question number but no chamber, the chamber is the Tweede Kamer. If
    it contains neither, the chamber is taken from the header of the printed page, which is in
    ``meta``. ``lookups``, which is read from seeds/lookups.csv, maps a misprinted Vindplaats to the
    correct one. Raises ReadError if the Vindplaats or its chamber cannot be read.
    """
    known = _VINDPLAATS.fullmatch(lookups.get(printed, printed))
    if not known:
        raise meta.read_error(f"cannot read the Vindplaats {printed!r}")
    questions_only = known["case"] is not None
    candidates = [known["before"], known["after"], "2" if questions_only else None]
    candidates += [header.attribute_or_empty("kamer") for header in meta.many("header")]
    chamber = next((_CHAMBERS[words] for words in candidates if words in _CHAMBERS), None)
    if chamber is None:
        raise meta.read_error(f"the Vindplaats {printed!r} names no chamber")
    first, last = known["first"], known["last"]
    if questions_only:
        kind, annex_number = SourceKind.KVR_QUESTIONS, None
    else:
        kind = SourceKind.KVR_SCAN if known["series"] == "Aanhangsel" else SourceKind.KVR
        annex_number = AnnexNumber(session=first + last, number=known["number"])
    return Vindplaats(
        kind=kind,
        chamber=chamber,
        session_year=f"{first}-{last}",
        annex_number=annex_number,
        edition=int(known["nth"] or 1) if known["reprint"] else 0,
    )


def read_only_vindplaats(meta: Node, lookups: Mapping[str, str]) -> Vindplaats:
    """Return the Vindplaats of a document, even if its other contents are unreadable.

    Raises ReadError if the Vindplaats cannot be read.
    """
    items = meta.one("metadata").many("item")
    printed = (i.text for i in items if i.attribute_or_empty("attribuut") == "Vindplaats")
    return read_vindplaats(meta, next(printed, ""), lookups)
