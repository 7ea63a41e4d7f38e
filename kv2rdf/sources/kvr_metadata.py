"""The library's record at the head of a KVR document, and the numbers and days it gives."""

import re
from collections.abc import Mapping
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from kv2rdf.model.paper import AnnexNumber, Chamber, Mention, Paper, PaperKind, Remark, SourceKind
from kv2rdf.sources.dates import day_at_start, whole_day
from kv2rdf.sources.xml import Node

_ITEMS = {
    "Bibliografische_omschrijving", "Document-id", "Indiener", "Permalink", "Vindplaats",
    "Datum_indiening", "Omvang", "Bestand", "Rubriek", "Trefwoorden", "Inhoud",
    "Vraagnr_bij_indiening", "Tekstcorrecties", "Afkomstig_van", "Datum_reaktie", "Datum_uitgifte",
    "Beantwoorder", "Beginpagina", "Eindpagina", "Bron", "Jaargang", "Kamer", "Rechten",
    "RecordIdentifier", "identifier", "SGD-Type", "titel", "Type", "Vraagnummer",
}  # fmt: skip
_PUBLISHED = {"Bibliografische_omschrijving", "Rubriek", "Trefwoorden", "Inhoud", "Tekstcorrecties"}
_WITH_ANSWER = re.compile(
    r"Kamervragen met antwoord (\d{4}-\d{4}), nr\. (\d{1,4}[a-z]?)(H?)(?:, nr\. \w+)?,"
    r" (Tweede|Eerste) Kamer"
)
_QUESTIONS_ONLY = re.compile(
    r"Kamervragen (\d{4}-\d{4}), vraagnr\. (\d{9,10})(H?)(?:, (Tweede|Eerste) Kamer)?"
)
_SCAN = re.compile(
    r"Aanhangsel (Tweede|Eerste) Kamer (\d{4}-\d{4}) nummer (\d{1,4}a?)( Herdruk| 2e Herdruk)?"
)
_QUESTION_NUMBER = re.compile(r"2(\d\d)(\d\d)(\d{4})([\dH])")
_BEHIND_DAY = " ),.;:}]'"
"""What closes a printed day, also as a scan reads it."""

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


def place(metadata: Node, found: Mapping[str, str], lookups: Mapping[str, str]) -> Place:
    """Read the Vindplaats; one that is misprinted has a row in seeds/lookups.csv."""
    printed = found.get("Vindplaats", "")
    printed = lookups.get(printed, printed)
    if known := _WITH_ANSWER.fullmatch(printed):
        kind = SourceKind.KVR
        session, number, reprint, chamber = known.groups()
        edition = 1 if reprint else 0
    elif known := _QUESTIONS_ONLY.fullmatch(printed):
        kind = SourceKind.KVR_QUESTIONS
        session, number, chamber = known[1], None, known[4] or "Tweede"
        edition = 1 if known[3] else 0
    elif known := _SCAN.fullmatch(printed):
        kind = SourceKind.KVR_SCAN
        chamber, session, number, reprint = known.groups()
        edition = (None, " Herdruk", " 2e Herdruk").index(reprint)
    else:
        raise metadata.problem(f"cannot read the Vindplaats {printed!r}")
    annex = AnnexNumber(session=session.replace("-", ""), number=number) if number else None
    return Place(
        kind=kind,
        chamber=Chamber.TK if chamber == "Tweede" else Chamber.EK,
        session_year=session,
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


def settled(recorded: str, printed: str, place: str) -> tuple[date | None, str, tuple[Remark, ...]]:
    """Settle a day from the record and the printed heading; give it and the text behind it.

    Where the two are different days, neither is believed (None), and a remark has both.
    """
    record = whole_day(recorded)
    heading, rest = day_at_start(printed.lstrip(", "))
    rest = rest.lstrip(_BEHIND_DAY)
    if record and heading and record != heading:
        both = f"{recorded} | {printed[: len(printed) - len(rest)]}".strip(" ),.;:")
        return None, rest, (Remark(rule="dagen-spreken-elkaar-tegen", place=place, text=both),)
    if heading is None and rest and len(rest) <= 60:
        remark = Remark(rule="dag-onleesbaar", place=place, text=printed)
        return record, "", (remark,)
    return record or heading, rest, ()


def in_order(paper: Paper) -> Paper:
    """Take back a day that cannot be: a reply cannot come before its questions.

    Where the session that prints the paper rules out one of the two, the other stands; else
    neither is believed. A remark keeps what was printed.
    """
    if paper.kind is PaperKind.QUESTIONS or not paper.tabled or not paper.dated:
        return paper
    if paper.tabled <= paper.dated:
        return paper
    first, last = _reach(paper.session_year or "")
    tabled = paper.tabled if first <= paper.tabled <= last else None
    dated = paper.dated if first <= paper.dated <= last else None
    if tabled and dated:
        tabled = dated = None
    both = f"{paper.tabled.isoformat()} | {paper.dated.isoformat()}"
    remark = Remark(rule="antwoord-voor-de-vragen", place="dagen", text=both)
    return replace(paper, tabled=tabled, dated=dated, remarks=(*paper.remarks, remark))


def _reach(session_year: str) -> tuple[date, date]:
    """Give the days that the Aanhangsel of a session can print: the summer before, to its end.

    A session runs from the third Tuesday of September (Grondwet, artikel 65).
    """
    first, _, last = session_year.partition("-")
    return date(int(first), 6, 1), date(int(last), 10, 1)
