"""Texts and facts in the graph that are not printed in any source."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from kv2rdf.audit.fields import FIELDS
from kv2rdf.audit.finding_rules import with_encoding_repaired
from kv2rdf.audit.kvr.comparison import Comparison
from kv2rdf.audit.kvr.dates import DATE_CLOSING
from kv2rdf.audit.kvr.headings import headings_and_offices
from kv2rdf.audit.kvr.text import FieldText
from kv2rdf.audit.matching.spans import without_space
from kv2rdf.audit.matching.texts import GraphText

_SEPARATOR = "|"
"""The separator between the values of a record in the text of a finding."""

_PRINTED_TERMS = frozenset(
    term
    for field in FIELDS.values()
    if field.comparison is not Comparison.VALUE
    for term in field.terms
) - {
    "identifier",
    "process_id",
}
"""The properties whose values are printed. Identifiers are left out, because kv2rdf makes them."""

_RECORDED_TERMS = {"date_document", "activity_date", "dateSubmitted", "sessionYear"}
"""The properties whose complete values are in a record."""

_IDENTIFIER_TERMS = {"identifier", "process_id"}
_WHOLE = (Comparison.VALUE, Comparison.STATED_KIND)
"""The kinds of comparison in which the value of a field is compared as a whole."""

_LAST_LINE = "kvr/@type"
_ANSWERER, _NOTICE = "kvr/meta/antwoorddata/antwoorder", "kvr/mededeling"
_OFFICES = (
    (f"{_ANSWERER}/@functie", f"{_ANSWERER}/@ministerie"),
    (f"{_NOTICE}/@functie", f"{_NOTICE}/@afdeling"),
)
"""Pairs of fields that together name an office: its title and its department."""


@dataclass(frozen=True, slots=True)
class AddedText:
    """A text that the graph contains more often than its sources do.

    ``is_repetition`` is true if the sources contain it at least once.
    """

    text: str
    is_repetition: bool


class AddedFact(NamedTuple):
    """A fact in the graph that is not printed in any document: entity, property and text."""

    subject: str
    term: str
    text: str


@dataclass(frozen=True)
class SourceTexts:
    """The texts of the documents from which a text in the graph was taken.

    The properties are computed when they are first used.
    """

    documents: tuple[Sequence[FieldText], ...]

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """All text in the documents, without white space."""
        return tuple(text for field_texts in self.documents for text in printed_texts(field_texts))

    @cached_property
    def empty_part_numbers(self) -> tuple[str, ...]:
        """The numbers of parts without text, in order.

        These may really be digits in running text.
        """
        return tuple(
            text.text
            for field_texts in self.documents
            for text in field_texts
            if text.comparison is Comparison.EMPTY_PART_NUMBER
        )


def added_texts(graph_text: GraphText, printed: SourceTexts) -> Iterator[AddedText]:
    """Yield the spans of a text in the graph that are not printed in its sources.

    In ``graph_text``, the characters that were found in the sources must already be marked.
    """
    spans = list(graph_text.unprinted())
    spans = spans and [s for s in spans if not _is_made_of(s, printed.empty_part_numbers)]
    if not spans:
        return
    values = graph_text.text.split(_SEPARATOR) if graph_text.rule else [graph_text.text]
    is_printed = all(
        any(value.rstrip(DATE_CLOSING) in text for text in printed.texts) for value in values
    )
    if not (is_printed and graph_text.rule):
        yield from (AddedText(span, is_repetition=is_printed) for span in spans)


def _is_made_of(span: str, numbers: Sequence[str]) -> bool:
    """Whether a span consists only of numbers in ``numbers``, in order."""
    for number in numbers:
        span = span.removeprefix(without_space(number))
    return not span


def printed_texts(field_texts: Sequence[FieldText]) -> Iterator[str]:
    """Yield the texts, facts and headings of a document, without white space."""
    yield from (without_space(text.text) for text in field_texts)
    yield from _joined_facts(field_texts)
    for text in _texts_with_last_line(field_texts):
        yield from map(without_space, headings_and_offices(text))


def added_facts(
    things: Iterable[tuple[str, Iterable[tuple[str, str]]]],
    documents: Collection[Sequence[FieldText]],
) -> Iterator[AddedFact]:
    """Yield the facts that should be printed but are not printed in any of ``documents``.

    Each item of ``things`` is an address with facts, and each fact is a property with a text
    without white space. A title that is an identifier is left out, because it is the title of a
    case without a printed title.
    """
    facts = [
        AddedFact(subject, term, text) for subject, literals in things for term, text in literals
    ]
    identifiers = {fact.text for fact in facts if fact.term in _IDENTIFIER_TERMS}
    lines = [line for field_texts in documents for line in _joined_facts(field_texts)]
    added = [
        fact
        for fact in facts
        if fact.term in _PRINTED_TERMS
        if not (fact.term == "title" and fact.text in identifiers)
        if not any(spelling in line for spelling in _spellings(fact) for line in lines)
    ]
    if added:
        headings = [
            without_space(heading)
            for field_texts in documents
            for text in _texts_with_last_line(field_texts)
            for heading in headings_and_offices(text)
        ]
        yield from (fact for fact in added if not any(fact.text in line for line in headings))


def added_values(
    things: Iterable[tuple[str, Iterable[tuple[str, str]]]],
    documents: Collection[Sequence[FieldText]],
) -> Iterator[AddedFact]:
    """Yield the dates and sessions in ``things`` that are not in any of ``documents``.

    Nothing is yielded unless all documents are records or metadata, because only these contain
    complete values. A session may be part of a number, as in ah-tk-20302031-12.
    """
    texts = [text for field_texts in documents for text in field_texts]
    if any(text.comparison not in _WHOLE for text in texts):
        return
    values = {without_space(text.text) for text in texts}
    for subject, literals in things:
        for term, text in literals:
            is_in_number = term == "sessionYear" and any(
                f"-{text.replace('-', '')}-" in value for value in values
            )
            if term in _RECORDED_TERMS and text not in values and not is_in_number:
                yield AddedFact(subject, term, text)


def _spellings(fact: AddedFact) -> tuple[str, ...]:
    """Return the text of a fact and, if it is a title, also with its first letter in lower case."""
    text = fact.text
    return (text, text[:1].lower() + text[1:]) if fact.term == "title" else (text,)


def _texts_with_last_line(field_texts: Sequence[FieldText]) -> Iterator[str]:
    """Yield each text, both alone and followed by the last printed line, which may belong to it."""
    last_lines = [text.text for text in field_texts if text.field == _LAST_LINE]
    for field_text in field_texts:
        yield field_text.text
        yield from (f"{field_text.text} {last_line}" for last_line in last_lines)


def _joined_facts(field_texts: Sequence[FieldText]) -> Iterator[str]:
    """Yield all facts of a document as one line, and again with the encoding repaired.

    The title and the department of an office are in two attributes that are not adjacent, so each
    office is also yielded as a separate line.
    """
    kinds = (Comparison.FACT, Comparison.VALUE)
    facts = [text for text in field_texts if text.comparison in kinds]
    yield "".join(without_space(fact.text) for fact in facts)
    yield "".join(without_space(with_encoding_repaired(fact.text)) for fact in facts)
    by_field = {fact.field: fact.text for fact in facts}
    for title, department in _OFFICES:
        yield without_space(by_field.get(title, "") + by_field.get(department, ""))
