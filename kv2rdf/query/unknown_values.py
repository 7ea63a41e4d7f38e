"""Values of the parameters of a named query that do not occur in a release."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeAlias

from kv2rdf.query.similar_values import similar_values

RowsOfQuery: TypeAlias = Callable[[str], Sequence[tuple[str, ...]]]
"""A function that returns the rows of a SPARQL query."""

_EQUAL = {
    "case": "?x a kv:Dossier ; dct:identifier ?value",
    "cabinet": "?x a kv:Cabinet ; skos:altLabel ?value",
    "medium": "?note kv:citedMedium/skos:prefLabel ?value",
    "kind": "?note kv:citedMedium/skos:broader/skos:prefLabel ?value",
    "session": "?x kv:sessionYear ?value",
    "wikidata": """?x a foaf:Person ; owl:sameAs ?item
        FILTER(STRSTARTS(STR(?item), STR(wd:))) BIND(STRAFTER(STR(?item), STR(wd:)) AS ?value)""",
}
"""Patterns that bind ``?value`` to each possible value of a parameter, by parameter name."""

_WITHOUT_SIMILAR = {"wikidata"}
"""Parameters for which a similar value is as likely to be wrong as any other."""

_CONTAINED = {
    "name": "{ ?x a kv:NameForm ; kv:asInSource ?value } UNION { ?x foaf:name ?value }",
    "topic": "?document eli:is_about/skos:prefLabel ?value",
    "rule": '?x kv:rule ?rule BIND(STRAFTER(STR(?rule), "/begrip/") AS ?value)',
}
"""Patterns that bind ``?value`` to each text that may contain the value of a parameter.

Upper and lower case are not distinguished.
"""


def unknown_values(values: Mapping[str, str], rows: RowsOfQuery) -> Iterator[str]:
    """Yield a sentence for each value of a parameter that does not occur in a release.

    The sentence suggests similar values if there are any. ``values`` maps the names of parameters
    of a named query to values, and ``rows`` runs a query on the release. Empty values are skipped,
    and so are parameters for which this module has no pattern. Raises the same errors as ``rows``.
    """
    for name, value in values.items():
        pattern = _EQUAL.get(name) or _CONTAINED.get(name)
        if not value or pattern is None:
            continue
        known = {row[0] for row in rows(f"SELECT DISTINCT ?value {{ {pattern} }}")}
        wanted = value.casefold()
        if name in _CONTAINED:
            is_known = any(wanted in text.casefold() for text in known)
            known = {word for text in known for word in (text, *text.split())}
        else:
            is_known = value in known
        if not is_known:
            hint = "" if name in _WITHOUT_SIMILAR else similar_values(value, known, 2)
            yield f"{value!r} does not occur in this release as a {name}{hint}"
