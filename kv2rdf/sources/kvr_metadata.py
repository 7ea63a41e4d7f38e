"""The library's record at the head of a KVR document, and the numbers it gives."""

import re
from collections.abc import Mapping

from msgspec import Struct

from kv2rdf.model.paper import AnnexNumber, Chamber, Mention, Remark, SourceKind
from kv2rdf.sources.xml import Node

_ITEMS = {
    "Bibliografische_omschrijving", "Document-id", "Indiener", "Permalink", "Vindplaats",
    "Datum_indiening", "Omvang", "Bestand", "Rubriek", "Trefwoorden", "Inhoud",
    "Vraagnr_bij_indiening", "Tekstcorrecties", "Afkomstig_van", "Datum_reaktie", "Datum_uitgifte",
    "Beantwoorder", "Beginpagina", "Eindpagina", "Bron", "Jaargang", "Kamer", "Rechten",
    "RecordIdentifier", "identifier", "SGD-Type", "titel", "Type", "Vraagnummer",
}  # fmt: skip
_PUBLISHED = {"Bibliografische_omschrijving", "Rubriek", "Trefwoorden", "Inhoud", "Tekstcorrecties"}
_SESSION = r"(\d{4})\s*[-–/]\s*(\d{4})"
_CHAMBER = r"(Tweede|Eerste) Kamer"
_WITH_ANSWER = re.compile(
    rf"Kamervragen met antwoord {_SESSION},? nr\.? ?(\d{{1,4}}[a-gi-z]?)([Hh]?)(?:, nr\. \w+)?"
    rf",? {_CHAMBER}\.?"
)
_QUESTIONS_ONLY = re.compile(
    rf"Kamervragen {_SESSION},? vraagnr\.? ?(\d{{9,10}})([Hh]?)(?:,? {_CHAMBER})?\.?"
)
_SCAN = re.compile(
    rf"Aanhangsel {_CHAMBER} {_SESSION},? nummer (\d{{1,4}}[a-z]?)(?:( (\d)e)?( Herdruk))?\.?"
)
_QUESTION_NUMBER = re.compile(r"2(\d\d)(\d\d)(\d{4})([\dH])")
_ADDRESS = re.compile(r"https?://[^\s/]+\S*")
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
    for item in metadata.only("item").many("item"):
        name = item.known("attribuut").attribute("attribuut")
        if name not in _ITEMS or name in found:
            raise item.problem(f"cannot read the item {name}")
        printed = item.text
        found[name] = mended(printed)
        if found[name] != printed and name in _PUBLISHED:
            remarks.append(Remark(rule="letters-hersteld", place=f"item {name}", text=printed))
    return found, tuple(remarks)


def persons(metadata: Node, name: str) -> tuple[str, ...]:
    """Give the persons that an item of the record names; () where it has no such item."""
    return tuple(
        mended(person.text)
        for item in metadata.many("item")
        if item.attribute("attribuut") == name
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
    return printed if _ADDRESS.fullmatch(printed) else None


def place(metadata: Node, found: Mapping[str, str], lookups: Mapping[str, str]) -> Place:
    """Read the Vindplaats, whatever stands between its words and figures.

    One that is misprinted otherwise has a row in seeds/lookups.csv.
    """
    printed = found.get("Vindplaats", "")
    printed = lookups.get(printed, printed)
    if known := _WITH_ANSWER.fullmatch(printed):
        kind = SourceKind.KVR
        first, last, number, reprint, chamber = known.groups()
        edition = 1 if reprint else 0
    elif known := _QUESTIONS_ONLY.fullmatch(printed):
        kind = SourceKind.KVR_QUESTIONS
        first, last, number, reprint, chamber = *known.groups()[:2], None, known[4], known[5]
        edition = 1 if reprint else 0
    elif known := _SCAN.fullmatch(printed):
        kind = SourceKind.KVR_SCAN
        chamber, first, last, number, _, nth, reprint = known.groups()
        edition = int(nth or 1) if reprint else 0
    else:
        raise metadata.problem(f"cannot read the Vindplaats {printed!r}")
    annex = AnnexNumber(session=f"{first}{last}", number=number) if number else None
    return Place(
        kind=kind,
        chamber=Chamber.EK if chamber == "Eerste" else Chamber.TK,
        session_year=f"{first}-{last}",
        annex_number=annex,
        edition=edition,
    )


def printed_place(metadata: Node, lookups: Mapping[str, str]) -> Place:
    """Read the Vindplaats alone, of a record that may be unreadable otherwise."""
    places = [i.text for i in metadata.many("item") if i.optional("attribuut") == "Vindplaats"]
    return place(metadata, {"Vindplaats": places[0] if places else ""}, lookups)


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
    office: str | None = f"{title} {department}".strip() or None
    printed = name or office
    if title in _NO_TITLES:
        found = _OFFICE_BEHIND.fullmatch(name.removeprefix("heer "))
        office = found[2].rstrip(".") if found else None
        name = found[1] if found else name.removeprefix("heer ")
        printed = printed if printed != f"{title} {department}" else None
    if not printed:
        return ()
    return (Mention(printed=printed, name=name or None, office=office),)
