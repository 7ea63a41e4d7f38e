"""Dates in the graph that are not printed in any source."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from kv2rdf.audit.kvr.dates import date_and_rest, dates_in
from kv2rdf.audit.kvr.text import FieldText
from kv2rdf.audit.unsourced_texts import AddedFact

_TERMS = {"date_document", "activity_date", "dateSubmitted"}


def added_dates(
    things: Iterable[tuple[str, Iterable[tuple[str, str]]]],
    documents: Collection[Sequence[FieldText]],
) -> Iterator[AddedFact]:
    """Yield the dates of papers and activities that are not in any of ``documents``.

    Each item of ``things`` is an address with facts, and each fact is a property with a text. A
    date may be printed anywhere in a document, for example in a heading within running text.
    """
    stated = [
        AddedFact(subject, term, text)
        for subject, literals in things
        for term, text in literals
        if term in _TERMS
    ]
    texts = [text.text for field_texts in documents for text in field_texts]
    at_start = {date_and_rest(text)[0] for text in texts}
    if missing := [fact for fact in stated if fact.text not in at_start]:
        printed = {date for text in texts for date in dates_in(text)}
        yield from (fact for fact in missing if fact.text not in printed)
