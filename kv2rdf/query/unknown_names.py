"""Terms, concepts, addresses and case numbers in a query that do not occur in a release."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeAlias

from kv2rdf.query.query_words import UsedName, has_service, is_case_number, texts, used_names
from kv2rdf.query.sparql import PREFIXES_OF_OTHERS, SparqlStore
from kv2rdf.query.term_hints import is_known_term, most_similar, prefixed_name, similar_term
from kv2rdf.rdf.vocabulary import PREFIXES

_UNCHECKED = {"xsd", "rdf"}
_IN_WIKIDATA = re.compile(re.escape(PREFIXES_OF_OTHERS["wd"]) + r"[PQ]\d")
_CASE_ADDRESS = re.compile(r"(.+/zaak/)([^/#]+)")
_NOT_IN_NUMBERS = re.compile(r"[^\w-]")
_INSTEAD = {
    "dct:hasPart": "^eli:is_part_of",
    "dct:isPartOf": "eli:is_part_of",
    "eli-dl:is_answered_by": "^eli-dl:answers_to",
    "eli-dl:parliamentary_term": "kv:sessionYear",
    "eli:cites": "eli:refers_to",
    "eli:embodies": "^eli:is_embodied_by",
    "eli:has_part": "^eli:is_part_of",
    "eli:is_referred_to_by": "^eli:refers_to",
    "eli:realizes": "^eli:is_realized_by",
    "skos:narrower": "^skos:broader",
}
"""Maps terms that no release uses to the property or path that states the same."""
_BEGINNING = 6
_MOST_COMPARED = 1_000
"""The maximum number of case numbers compared with an unknown one. Comparing more takes too long.
"""
_CONCEPTS = f"""
SELECT ?concept ?label WHERE {{
  ?concept skos:prefLabel|skos:altLabel ?label FILTER(STRSTARTS(STR(?concept), "{PREFIXES["c"]}"))
}}"""
CaseNumbers: TypeAlias = Callable[[str], Iterable[str]]
"""A function that takes a prefix and returns the case numbers that begin with it."""


def unknown_names(
    query: str, prefixes: Mapping[str, str], store: SparqlStore, case_numbers: CaseNumbers
) -> Iterator[str]:
    """Yield a sentence for each name or case number in a query that does not occur in a release.

    The sentence suggests a similar name if there is one. Names are looked up in the release only if
    they are in a namespace whose prefix is known, or below the base of the release. The items and
    properties of Wikidata are looked up unless the query also asks another service. Strings are
    looked up only if they have the form of a case number.
    """
    base = store.base
    for name in used_names(query, prefixes):
        short = prefixed_name(name.address)
        is_checked = (
            _has_known_prefix(short)
            or (base and name.address.startswith(f"{base}/"))
            or (_IN_WIKIDATA.match(name.address) and not has_service(query))
        )
        if is_checked and not store.has_address(name.address):
            yield _sentence(name, short, store, case_numbers)
    for text in texts(query):
        if is_case_number(text) and not store.has_text(text):
            yield f"{text!r} does not occur in this release{_similar_case(text, case_numbers)}"


def _has_known_prefix(short: str) -> bool:
    return not short.startswith("<") and short.partition(":")[0] not in _UNCHECKED


def _sentence(name: UsedName, short: str, store: SparqlStore, case_numbers: CaseNumbers) -> str:
    prefix = short.partition(":")[0]
    if is_known_term(short):
        return f"{short} does not occur in this release"
    if prefix == "kv":
        return f"there is no term {short}{_suggestion(similar_term(short))}"
    if prefix == "c":
        return f"there is no concept {short}{_suggestion(most_similar(short, _concepts(store)))}"
    if short.startswith("<"):
        case = _CASE_ADDRESS.fullmatch(name.address)
        similar = _similar_case(case[2], case_numbers) if case else ""
        return f"{name.written} does not occur in this release{similar}"
    instead = _INSTEAD.get(short) or similar_term(short)
    return f"{short} does not occur in this release{_suggestion(instead)}"


def _suggestion(term: str | None) -> str:
    return f"; did you mean {term}?" if term else ""


def _concepts(store: SparqlStore) -> dict[str, tuple[str, ...]]:
    labels: dict[str, tuple[str, ...]] = {}
    for concept, label in store.rows(_CONCEPTS):
        name = prefixed_name(concept)
        labels[name] = (*labels.get(name, ()), label)
    return labels


def _similar_case(number: str, case_numbers: CaseNumbers) -> str:
    """Return a suggestion with the most similar case number that begins in the same way.

    Return "" if no number is similar.
    """
    plain = _NOT_IN_NUMBERS.sub("", number)
    numbers: tuple[str, ...] = ()
    for length in range(_BEGINNING, len(plain) + 1):
        numbers = tuple(case_numbers(plain[:length]))
        if len(numbers) <= _MOST_COMPARED:
            break
    return _suggestion(most_similar(number, dict.fromkeys(numbers, ())))
