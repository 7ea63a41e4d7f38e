"""Every place in a KVR document, and what the audit makes of what stands there.

A place that is not in the table is reported as unknown: text cannot hide in what nobody listed.
Elements of the record go by the name of their item, ``item[Inhoud]``; an ``@`` is an attribute.
"""

from dataclasses import dataclass
from enum import Enum


class Sort(Enum):
    """What stands at a place, and so how it is compared."""

    PROSE = "prose"
    """Running text: each character once in the texts of the graph, and in none of them besides."""

    FACT = "fact"
    """Words that stand in some literal of the case, as often as it likes; see ``Place.terms``."""

    NUMBER = "number"
    """A printed number of a part: equal to the number of a part of the graph."""

    DAY = "day"
    """A day at the start, equal to one in the graph; what stands behind it is prose."""

    KIND = "kind"
    """One of two words for the kind of paper; anything else is prose."""

    ASIDE = "aside"
    """Not compared; the reason stands in the table."""

    RECORDED = "recorded day"
    """A day alone, in the library's record; what is no day is compared as a fact."""

    FIGURE = "figure"
    """The number of a part without text: it may be a figure of the text before it."""

    EMPTY = "empty"
    """An element that holds elements only: text in it is reported as an unknown place."""


@dataclass(frozen=True, slots=True)
class Place:
    """What stands at a place; ``why`` it is not compared, or what it is.

    ``copies``: the edition repeats text here that it has elsewhere in the document, so a text that
    is missing here and is found there is no loss, but a copy that was dropped. ``terms``: the local
    names of the properties that may say a fact.
    """

    sort: Sort
    why: str
    copies: bool = False
    terms: tuple[str, ...] = ()


KINDS = ("Antwoord", "Nader antwoord")
"""The words in ``kvr/@type`` that are no text."""

_TITLE = ("title",)
_NAME = ("asInSource",)
_PARTY = ("partyAsInSource",)
_OFFICE = ("asInSource", "officeAsInSource")
_TOPICS = ("topicsAsInSource",)

_PARSED = "cut by the edition out of the text of the note, which has it all"
_PAGE = "the head or foot of the printed page"
_COUNT = "a count of elements"
_CONSTANT = "the same word in every document"
_IN_ADDRESS = "number and session, which the addresses are made of"
_LIBRARY = "about the library's file, not about the paper"
_RECORD = "kvr/meta/metadata/item"


def _rows(sort: Sort, why: str, *places: str, copies: bool = False) -> dict[str, Place]:
    return dict.fromkeys(places, Place(sort, why, copies))


def _facts(terms: tuple[str, ...], why: str, *places: str) -> dict[str, Place]:
    return dict.fromkeys(places, Place(Sort.FACT, why, terms=terms))


def _items(sort: Sort, why: str, *names: str) -> dict[str, Place]:
    return _rows(sort, why, *(f"{_RECORD}[{name}]" for name in names))


def _attributes(sort: Sort, why: str, element: str, *names: str) -> dict[str, Place]:
    return _rows(sort, why, *(f"{element}/@{name}" for name in names))


_CONTAINERS = _rows(
    Sort.EMPTY, "holds elements only",
    "kvr", "kvr/meta", "kvr/meta/metadata", "kvr/meta/header", "kvr/meta/footer",
    "kvr/meta/vraagdata", "kvr/meta/antwoorddata", "kvr/vragen", "kvr/antwoorden",
    "kvr/vragen/noten", "kvr/antwoorden/noten", f"{_RECORD}[Indiener]", f"{_RECORD}[Beantwoorder]",
    "kvr/vragen/vraag/voetnoot", "kvr/antwoorden/antwoord/voetnoot",
)  # fmt: skip

_RECORDED = (
    _facts(_TITLE, "the title", f"{_RECORD}[Bibliografische_omschrijving]")
    | _facts(("abstract",), "the library's abstract", f"{_RECORD}[Inhoud]")
    | _facts(_TOPICS, "the topics", f"{_RECORD}[Rubriek]", f"{_RECORD}[Trefwoorden]")
    | _facts(("identifier",), "the question number", f"{_RECORD}[Vraagnr_bij_indiening]")
    | _items(Sort.PROSE, "the library's errata", "Tekstcorrecties")
    | _items(Sort.RECORDED, "the day in the record", "Datum_indiening", "Datum_reaktie")
    | _items(Sort.ASIDE, _IN_ADDRESS, "Vindplaats", "Vraagnummer", "titel")
    | _items(
        Sort.ASIDE, _LIBRARY, "Document-id", "identifier", "RecordIdentifier", "Omvang", "Bestand",
        "Bron", "Rechten", "SGD-Type", "Type", "Beginpagina", "Eindpagina", "Datum_uitgifte",
        "Permalink",
    )
    | _items(Sort.ASIDE, "the chamber and session of the Vindplaats", "Jaargang", "Kamer")
    | _items(Sort.ASIDE, "the department that sent it, left out", "Afkomstig_van")
    | _facts(
        _NAME, "who took part, as the library has it",
        f"{_RECORD}[Indiener]/persoon", f"{_RECORD}[Beantwoorder]/persoon",
    )
    | _facts(
        _PARTY, "the party, as the library has it",
        f"{_RECORD}[Indiener]/persoon/@partij", f"{_RECORD}[Beantwoorder]/persoon/@partij",
    )
)  # fmt: skip

_HEADING = (
    _attributes(
        Sort.ASIDE, _PAGE, "kvr/meta/header",
        "titel", "kamer", "vergaderjaar", "typehandeling", "typedoc",
    )
    | _attributes(
        Sort.ASIDE, _PAGE, "kvr/meta/footer", "firstpaginanummer", "allpagenumbers", "vetnummer",
        "code", "lopendefooter", "filenaam", "issn-nummer", "uitgever",
    )
    | _attributes(Sort.ASIDE, _IN_ADDRESS, "kvr/meta/vraagdata", "vraagnummer")
    | _facts(_TITLE, "the short title", "kvr/meta/vraagdata/@onderwerp")
    | _rows(
        Sort.DAY, "the printed day of tabling; text of a question may stand behind it",
        "kvr/meta/vraagdata/@indiendatum", copies=True,
    )
    | _facts(_NAME, "who asks", "kvr/meta/vraagdata/vrager")
    | _facts(_PARTY, "for which party", "kvr/meta/vraagdata/vrager/@partij")
    | _facts(_OFFICE, "who is asked", "kvr/meta/vraagdata/vraagt-aan")
    | _attributes(Sort.ASIDE, _CONSTANT, "kvr/meta/vraagdata/vrager", "oorsprong")
    | _rows(
        Sort.DAY, "the printed day of the answer; text of an answer may stand behind it",
        "kvr/meta/antwoorddata/@antwoorddatum", copies=True,
    )
    | _facts(_OFFICE, "who answers", "kvr/meta/antwoorddata/antwoorder")
    | _facts(
        _OFFICE, "in which office", "kvr/meta/antwoorddata/antwoorder/@functie",
        "kvr/meta/antwoorddata/antwoorder/@ministerie",
    )
    | _facts(_OFFICE, "on whose behalf", "kvr/meta/antwoorddata/mede-antwoorder")
)  # fmt: skip


def _side(side: str, part: str) -> dict[str, Place]:
    """Give the places of the questions, or of the answers."""
    element, note = f"kvr/{side}/{part}", f"kvr/{side}/noten/noot"
    return (
        _attributes(Sort.ASIDE, _COUNT, f"kvr/{side}", "aantal")
        | _rows(Sort.PROSE, f"the text of a {part}", element)
        | _attributes(Sort.NUMBER, f"the number of a {part}", element, "nummer")
        | _attributes(Sort.ASIDE, "the marks in the text, once more", element, "voetnoot")
        | _attributes(Sort.ASIDE, "a mark, which is no text", f"{element}/voetnoot", "nummer")
        | _attributes(Sort.ASIDE, _CONSTANT, f"kvr/{side}/noten", "afkomstig")
        | _rows(Sort.PROSE, "the text of a note", note)
        | _attributes(Sort.NUMBER, "the number of a note", note, "nummer")
        | _attributes(
            Sort.ASIDE, _PARSED, note, "bron", "datum", "titel", "weblink", "documenttype",
            "documentnummer", "documentjaargang", "documentpagina", "kamerstuk-id",
        )
    )  # fmt: skip


_TEXT = (
    _attributes(Sort.KIND, "the kind of paper, or its last printed line", "kvr", "type")
    | _attributes(Sort.ASIDE, _COUNT, "kvr", "aantalvragen")
    | _side("vragen", "vraag")
    | _side("antwoorden", "antwoord")
    | _rows(Sort.PROSE, "may end in a copy of the notice", "kvr/toelichting", copies=True)
    | _rows(Sort.PROSE, "the text of the notice, with its heading", "kvr/mededeling")
    | _facts(
        _OFFICE, "who gives the notice", "kvr/mededeling/@mededeler", "kvr/mededeling/@functie",
        "kvr/mededeling/@afdeling",
    )
    | _rows(
        Sort.DAY, "the day of the notice; its first words may stand behind it",
        "kvr/mededeling/@mededelingdatum", copies=True,
    )
)  # fmt: skip

PLACES: dict[str, Place] = _CONTAINERS | _RECORDED | _HEADING | _TEXT
