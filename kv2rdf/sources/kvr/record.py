"""The library's record at the head of a KVR document, and the numbers it gives."""

import re
from collections.abc import Mapping

from msgspec import Struct

from kv2rdf.model.kinds import Chamber, SourceKind
from kv2rdf.model.paper import AnnexNumber, Mention, Remark
from kv2rdf.sources.kvr.note_fields import PAGE
from kv2rdf.sources.markup.xml_node import Node

_ITEMS = {
    "Bibliografische_omschrijving", "Document-id", "Indiener", "Permalink", "Vindplaats",
    "Datum_indiening", "Omvang", "Bestand", "Rubriek", "Trefwoorden", "Inhoud",
    "Vraagnr_bij_indiening", "Tekstcorrecties", "Afkomstig_van", "Datum_reaktie", "Datum_uitgifte",
    "Beantwoorder", "Beginpagina", "Eindpagina", "Bron", "Jaargang", "Kamer", "Rechten",
    "RecordIdentifier", "identifier", "SGD-Type", "titel", "Type", "Vraagnummer",
}  # fmt: skip
_OF_PERSONS = {"Indiener", "Beantwoorder"}
_PUBLISHED = {"Bibliografische_omschrijving", "Rubriek", "Trefwoorden", "Inhoud", "Tekstcorrecties"}
_SESSION = r"(?P<first>[12]\d{3})\s*[-–/]\s*(?P<last>[12]\d{3})"
_CHAMBER = r"(?:Tweede|Eerste) Kamer"
_REPRINT = r"[ ,(]*(?:(?P<nth>\d)e ?)?(?:H|[Hh]erdruk|h)\)?"
_PLACE = re.compile(
    rf"(?P<sort>Kamervragen|Aanhangsel)(?: met antwoord)?(?:,? (?P<before>{_CHAMBER}))?"
    rf",? {_SESSION},? (?:vraag)?(?:nr\.?|nummer) ?"
    r"(?:(?P<case>\d{9,10})|(?P<number>\d{1,4}?[a-gi-z]?))"
    rf"(?P<reprint>{_REPRINT})?(?:, nr\. \w+)?(?:,? (?P<behind>{_CHAMBER}))?\.?",
    re.ASCII,
)
_CHAMBERS = {
    "Tweede Kamer": Chamber.TK,
    "Eerste Kamer": Chamber.EK,
    "2": Chamber.TK,
    "1": Chamber.EK,
}
_QUESTION_NUMBER = re.compile(r"2(\d\d)(\d\d)(\d{4})([\dH])")
_NO_TITLES = {"de", "mevrouw"}
_OFFICE_BEHIND = re.compile(r"(.+?),? ((?:[Mm]inister|[Ss]taatssecretaris)\b.*)")
_SUBJECT = re.compile(r"([^() ][^()]*) \(((?:[^()]|\([^()]*\))*)\)(?: |$)")


class Place(Struct, frozen=True, kw_only=True):
    """Where the Aanhangsel prints a paper (Vindplaats), and so which part of the edition it is."""

    kind: SourceKind
    chamber: Chamber
    session_year: str
    annex_number: AnnexNumber | None
    edition: int


def items(metadata: Node) -> tuple[dict[str, str], tuple[Remark, ...]]:
    """Read the items of the record by name; a name we do not know is a ReadError."""
    found: dict[str, str] = {}
    remarks: list[Remark] = []
    for item in metadata.known().only("item").many("item"):
        name = item.known("attribuut").attribute("attribuut")
        printed = _persons(item) if name in _OF_PERSONS else item.words
        if not printed and name not in _ITEMS:
            continue
        if name not in _ITEMS or found.get(name, mended(printed)) != mended(printed):
            raise item.problem(f"cannot read the item {name}")
        found[name] = mended(printed)
        if found[name] != printed and name in _PUBLISHED:
            remarks.append(Remark(rule="letters-hersteld", place=f"item {name}", text=printed))
    return found, tuple(remarks)


def _persons(item: Node) -> str:
    """Give the names that an item of the record lists, or its words where it lists none."""
    if not (named := item.many("persoon")):
        return item.words
    item.only("persoon")
    return " ".join(person.known("partij").words for person in named)


def persons(metadata: Node, name: str) -> tuple[str, ...]:
    """Give the persons that an item of the record names; () where it has no such item."""
    return tuple(
        mended(person.text)
        for item in metadata.many("item")
        if item.optional("attribuut") == name
        for person in item.many("persoon") or [item]
        if person.text
    )


def mended(printed: str) -> str:
    """Give a string whose letters were read in the wrong code page (``FinanciÃ«n``) as it was.

    The library's record has some; the text has none. What cannot be such a string stays.
    """
    if "Ã" not in printed and "Â" not in printed:
        return printed
    try:
        return printed.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return printed


def page(found: Mapping[str, str]) -> str | None:
    """Give the address of the paper at the library; None: it has none, or what it has is none."""
    printed = found.get("Permalink", "")
    return printed if PAGE.fullmatch(printed) else None


def place(meta: Node, found: Mapping[str, str], lookups: Mapping[str, str]) -> Place:
    """Read the Vindplaats, whatever stands between its words and figures.

    One without the chamber is of the Tweede Kamer where it has a question number; else the head of
    the printed page in ``meta`` tells. One that is misprinted has a row in seeds/lookups.csv.
    """
    printed = found.get("Vindplaats", "")
    if not (known := _PLACE.fullmatch(lookups.get(printed, printed))):
        raise meta.problem(f"cannot read the Vindplaats {printed!r}")
    questions_only = known["case"] is not None
    chambers = [known["before"], known["behind"], "2" if questions_only else None]
    chambers += [header.optional("kamer") for header in meta.many("header")]
    chamber = next((_CHAMBERS[words] for words in chambers if words in _CHAMBERS), None)
    if chamber is None:
        raise meta.problem(f"the Vindplaats {printed!r} names no chamber")
    session = (known["first"], known["last"])
    scanned = SourceKind.KVR_SCAN if known["sort"] == "Aanhangsel" else SourceKind.KVR
    return Place(
        kind=SourceKind.KVR_QUESTIONS if questions_only else scanned,
        chamber=chamber,
        session_year="-".join(session),
        annex_number=None
        if questions_only
        else AnnexNumber(session="".join(session), number=known["number"]),
        edition=int(known["nth"] or 1) if known["reprint"] else 0,
    )


def printed_place(meta: Node, lookups: Mapping[str, str]) -> Place:
    """Read the Vindplaats alone, of a record that may be unreadable otherwise."""
    listed = meta.one("metadata").many("item")
    places = [i.text for i in listed if i.optional("attribuut") == "Vindplaats"]
    return place(meta, {"Vindplaats": places[0] if places else ""}, lookups)


def question_number(printed: str) -> str | None:
    """Read a question number of the Tweede Kamer, such as 2989916200; None: it is none.

    It holds two years in sequence; a closing H marks a reprint of the number that ends in 0.
    """
    if not (known := _QUESTION_NUMBER.fullmatch(printed)):
        return None
    first, second, _, last = known.groups()
    if (int(first) + 1) % 100 != int(second):
        return None
    return printed[:-1] + ("0" if last == "H" else last)


def subjects(printed: str) -> tuple[str, ...]:
    """Cut a Rubriek line, which joins "main (sub)" by blanks; nothing where it is cut otherwise."""
    found, end = [], 0
    while end < len(printed):
        if not (subject := _SUBJECT.match(printed, end)):
            return ()
        found.append(f"{subject[1]} ({subject[2]})")
        end = subject.end()
    return tuple(dict.fromkeys(found))


def officer(title: str, department: str, name: str) -> tuple[Mention, ...]:
    """Read who answers or gives notice; () where nothing is printed.

    For the Eerste Kamer the edition has "de" or "mevrouw" for a title, the office behind the name,
    and a piece of the heading for a department.
    """
    office = heading = f"{title} {department}".strip() or None
    printed = name or office
    if title in _NO_TITLES:
        found = _OFFICE_BEHIND.fullmatch(name.removeprefix("heer "))
        office = found[2].rstrip(".") if found else None
        name = found[1] if found else name.removeprefix("heer ")
        printed = printed if printed != heading else None
    if not printed:
        return ()
    return (Mention(printed=printed, name=name or None, office=office),)
