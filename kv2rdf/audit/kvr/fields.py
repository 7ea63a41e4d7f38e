"""The table of the elements, attributes and record items of a KVR document.

The table states how each field is compared. A field that is not in the table is reported as
unknown, so that no text can be overlooked. The name of a record item is in brackets, as in
``item[Inhoud]``. An ``@`` marks an attribute.
"""

from kv2rdf.audit.kvr.comparison import Comparison, Field

PAPER_KINDS = ("Antwoord", "Nader antwoord")
"""The values of ``kvr/@type`` that only state the kind of paper and are therefore not compared."""

_TITLE = ("title",)
_NAME = ("asInSource",)
_PARTY = ("partyAsInSource",)
_OFFICE = ("asInSource", "officeAsInSource", "ministryAsInSource")
_TOPICS = ("topicsAsInSource",)

_EXTRACTED = "extracted by the edition from the text of the note, which is compared"
_PAGE = "the header or footer of the printed page"
_COUNT = "a count of elements"
_CONSTANT = "the same word in every document"
_IN_ADDRESS = "number and session, which are part of the addresses"
_LIBRARY = "about the library's file, not about the paper"
_RECORD = "kvr/meta/metadata/item"


def _rows(
    comparison: Comparison, description: str, *fields: str, may_be_copy: bool = False
) -> dict[str, Field]:
    return dict.fromkeys(fields, Field(comparison, description, may_be_copy))


def _facts(terms: tuple[str, ...], description: str, *fields: str) -> dict[str, Field]:
    return dict.fromkeys(fields, Field(Comparison.FACT, description, terms=terms))


def _items(comparison: Comparison, description: str, *names: str) -> dict[str, Field]:
    return _rows(comparison, description, *(f"{_RECORD}[{name}]" for name in names))


def _attributes(
    comparison: Comparison, description: str, element: str, *names: str
) -> dict[str, Field]:
    return _rows(comparison, description, *(f"{element}/@{name}" for name in names))


_CONTAINERS = _rows(
    Comparison.NO_TEXT, "elements only",
    "kvr", "kvr/meta", "kvr/meta/metadata", "kvr/meta/header", "kvr/meta/footer",
    "kvr/meta/vraagdata", "kvr/meta/antwoorddata", "kvr/vragen", "kvr/antwoorden",
    "kvr/vragen/noten", "kvr/antwoorden/noten", f"{_RECORD}[Indiener]", f"{_RECORD}[Beantwoorder]",
    "kvr/vragen/vraag/voetnoot", "kvr/antwoorden/antwoord/voetnoot",
)  # fmt: skip

_RECORD_ITEMS = (
    _facts(_TITLE, "the title", f"{_RECORD}[Bibliografische_omschrijving]")
    | _facts(("abstract",), "the library's abstract", f"{_RECORD}[Inhoud]")
    | _facts(_TOPICS, "the topics", f"{_RECORD}[Rubriek]", f"{_RECORD}[Trefwoorden]")
    | _facts(("identifier",), "the question number", f"{_RECORD}[Vraagnr_bij_indiening]")
    | _items(Comparison.PROSE, "the library's errata", "Tekstcorrecties")
    | _items(
        Comparison.RECORD_DATE, "the date in the record", "Datum_indiening", "Datum_reaktie"
    )
    | _items(Comparison.IGNORED, _IN_ADDRESS, "Vindplaats", "Vraagnummer", "titel")
    | _items(
        Comparison.IGNORED, _LIBRARY, "Document-id", "identifier", "RecordIdentifier", "Omvang",
        "Bestand", "Bron", "Rechten", "SGD-Type", "Type", "Beginpagina", "Eindpagina",
        "Datum_uitgifte", "Permalink",
    )
    | _items(Comparison.IGNORED, "the chamber and session of the Vindplaats", "Jaargang", "Kamer")
    | _items(Comparison.IGNORED, "the department that sent it, not published", "Afkomstig_van")
    | _facts(_NAME, "a participant, as the library has it", f"{_RECORD}[Indiener]/persoon")
    | _facts(_OFFICE, "a participant, as the library has it", f"{_RECORD}[Beantwoorder]/persoon")
    | _facts(
        _PARTY, "the party, as the library has it",
        f"{_RECORD}[Indiener]/persoon/@partij", f"{_RECORD}[Beantwoorder]/persoon/@partij",
    )
)  # fmt: skip

_HEADING = (
    _attributes(
        Comparison.IGNORED, _PAGE, "kvr/meta/header",
        "titel", "kamer", "vergaderjaar", "typehandeling", "typedoc",
    )
    | _attributes(
        Comparison.IGNORED, _PAGE, "kvr/meta/footer", "firstpaginanummer", "allpagenumbers",
        "vetnummer", "code", "lopendefooter", "filenaam", "issn-nummer", "uitgever",
    )
    | _attributes(Comparison.IGNORED, _IN_ADDRESS, "kvr/meta/vraagdata", "vraagnummer")
    | _facts(_TITLE, "the short title", "kvr/meta/vraagdata/@onderwerp")
    | _rows(
        Comparison.DATE, "the printed date of tabling; text of a question may follow it",
        "kvr/meta/vraagdata/@indiendatum", may_be_copy=True,
    )
    | _facts(_NAME, "an asker", "kvr/meta/vraagdata/vrager")
    | _facts(_PARTY, "the party of an asker", "kvr/meta/vraagdata/vrager/@partij")
    | _facts(_OFFICE, "an addressee", "kvr/meta/vraagdata/vraagt-aan")
    | _attributes(Comparison.IGNORED, _CONSTANT, "kvr/meta/vraagdata/vrager", "oorsprong")
    | _rows(
        Comparison.DATE, "the printed date of the answer; text of an answer may follow it",
        "kvr/meta/antwoorddata/@antwoorddatum", may_be_copy=True,
    )
    | _facts(_OFFICE, "an answerer", "kvr/meta/antwoorddata/antwoorder")
    | _facts(
        _OFFICE, "the office of an answerer", "kvr/meta/antwoorddata/antwoorder/@functie",
        "kvr/meta/antwoorddata/antwoorder/@ministerie",
    )
    | _facts(_OFFICE, "a person on whose behalf it is", "kvr/meta/antwoorddata/mede-antwoorder")
)  # fmt: skip


def _part_fields(side: str, part: str) -> dict[str, Field]:
    """Return the fields of a ``side``, such as ``vragen``, with parts such as ``vraag``."""
    element, note = f"kvr/{side}/{part}", f"kvr/{side}/noten/noot"
    ignored, number = Comparison.IGNORED, Comparison.NUMBER
    return (
        _attributes(ignored, _COUNT, f"kvr/{side}", "aantal")
        | _rows(Comparison.PROSE, f"the text of a {part}", element)
        | _attributes(number, f"the number of a {part}", element, "nummer")
        | _attributes(ignored, "the marks in the text, repeated", element, "voetnoot")
        | _attributes(ignored, "a mark, which is not text", f"{element}/voetnoot", "nummer")
        | _attributes(ignored, _CONSTANT, f"kvr/{side}/noten", "afkomstig")
        | _rows(Comparison.PROSE, "the text of a note", note)
        | _attributes(number, "the number of a note", note, "nummer")
        | _attributes(
            ignored, _EXTRACTED, note, "bron", "datum", "titel", "weblink", "documenttype",
            "documentnummer", "documentjaargang", "documentpagina", "kamerstuk-id",
        )
    )  # fmt: skip


_TEXT = (
    _attributes(Comparison.PAPER_KIND, "the kind of paper, or its last line", "kvr", "type")
    | _attributes(Comparison.IGNORED, _COUNT, "kvr", "aantalvragen")
    | _part_fields("vragen", "vraag")
    | _part_fields("antwoorden", "antwoord")
    | _rows(
        Comparison.PROSE, "the explanation; it may end in a copy of the notice",
        "kvr/toelichting", may_be_copy=True,
    )
    | _rows(Comparison.PROSE, "the text of the notice, with its heading", "kvr/mededeling")
    | _facts(
        _OFFICE, "the author of the notice", "kvr/mededeling/@mededeler",
        "kvr/mededeling/@functie", "kvr/mededeling/@afdeling",
    )
    | _rows(
        Comparison.DATE, "the date of the notice; its first words may follow it",
        "kvr/mededeling/@mededelingdatum", may_be_copy=True,
    )
)  # fmt: skip

FIELDS: dict[str, Field] = _CONTAINERS | _RECORD_ITEMS | _HEADING | _TEXT
