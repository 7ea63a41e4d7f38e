"""The query service of Wikidata: statements about positions held, page by page.

A page begins after the last statement of the previous page, so that no statement is skipped if
others are added in the meantime. At the end, the number of statements is compared with the number
that the service counts.
"""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from kv2rdf.errors import ServiceError
from kv2rdf.exchange.services.json_client import JsonClient

QUERY_SERVICE = "https://query.wikidata.org/sparql"
_PAGE = 500
_RESULTS = "application/sparql-results+json"
_PREFIXES = """
PREFIX p: <http://www.wikidata.org/prop/>
PREFIX pq: <http://www.wikidata.org/prop/qualifier/>
PREFIX pqv: <http://www.wikidata.org/prop/qualifier/value/>
PREFIX ps: <http://www.wikidata.org/prop/statement/>
PREFIX psv: <http://www.wikidata.org/prop/statement/value/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX wd: <http://www.wikidata.org/entity/>
PREFIX wdt: <http://www.wikidata.org/prop/direct/>
PREFIX wikibase: <http://wikiba.se/ontology#>
"""
_HELD = """
  VALUES ?position {{ {positions} }}
  ?person p:P39 ?statement .
  ?statement ps:P39 ?position ; wikibase:rank ?rank .
  FILTER(?rank != wikibase:DeprecatedRank)
"""
_COUNT = _PREFIXES + "SELECT (COUNT(DISTINCT ?statement) AS ?n) WHERE {{" + _HELD + "}}"
_STATEMENTS = (
    _PREFIXES
    + """
SELECT ?statement ?person ?position ?start ?startPrecision ?end ?endPrecision ?someEnd ?term
  ?termStart ?termEnd ?group ?parlement ?name ?family ?birth ?birthPrecision
WHERE {{
  {{ SELECT DISTINCT ?statement ?person ?position WHERE {{"""
    + _HELD
    + """
    FILTER(STR(?statement) > "{after}")
  }} ORDER BY STR(?statement) LIMIT {page} }}
  OPTIONAL {{
    ?statement pqv:P580 ?from .
    ?from wikibase:timeValue ?start ; wikibase:timePrecision ?startPrecision
  }}
  OPTIONAL {{
    ?statement pqv:P582 ?until .
    ?until wikibase:timeValue ?end ; wikibase:timePrecision ?endPrecision
  }}
  OPTIONAL {{ ?statement pq:P582 ?someEnd }}
  OPTIONAL {{
    ?statement pq:P2937 ?term
    OPTIONAL {{ ?term wdt:P580 ?termStart }}
    OPTIONAL {{ ?term wdt:P582 ?termEnd }}
  }}
  OPTIONAL {{ ?statement pq:P4100 ?group }}
  OPTIONAL {{ ?person wdt:P1749 ?parlement }}
  OPTIONAL {{ ?person rdfs:label ?name FILTER(LANG(?name) = "nl") }}
  OPTIONAL {{
    ?person wdt:P734/rdfs:label ?family FILTER(LANG(?family) = "nl")
  }}
  OPTIONAL {{
    ?person p:P569/psv:P569 ?born .
    ?born wikibase:timeValue ?birth ; wikibase:timePrecision ?birthPrecision
  }}
}}"""
)


@dataclass(frozen=True, slots=True)
class HeldPosition:
    """A statement that a person holds or held a position.

    ``values`` contains the values of each variable of the query, sorted. A variable has several
    values if the statement or the person has several.
    """

    address: str
    values: dict[str, tuple[str, ...]]


def held_positions(
    client: JsonClient, url: str, positions: Collection[str], page: int = _PAGE
) -> tuple[HeldPosition, ...]:
    """Return all statements that persons held the given positions, sorted by address.

    ``page`` is the number of statements on a page. Raises ServiceError if there is no answer, if
    the same page is returned twice, or if the number of statements is not the number that the
    service reports.
    """
    words = " ".join(f"wd:{item}" for item in sorted(positions))
    found: list[HeldPosition] = []
    after = ""
    while True:
        query = _STATEMENTS.format(positions=words, after=after, page=page)
        statements = _grouped(_bindings(client, url, query), url)
        if statements and statements[0].address <= after:
            raise ServiceError(f"{url}: a page was returned twice, at {statements[0].address}")
        found += statements
        if len(statements) < page:
            break
        after = statements[-1].address
    counted = _bindings(client, url, _COUNT.format(positions=words))
    number = counted[0].get("n") if len(counted) == 1 else None
    if number != str(len(found)):
        raise ServiceError(
            f"{url}: {len(found)} statements arrived, but the service reports {number}"
        )
    return tuple(found)


def _bindings(client: JsonClient, url: str, query: str) -> list[dict[str, str]]:
    """Return the rows of a query. An unknown value, which is a blank node, is returned as "_:"."""
    answer = client.answer(url, _RESULTS, {"query": query, "format": "json"})
    try:
        return [
            {name: _text(term) for name, term in binding.items()}
            for binding in answer["results"]["bindings"]
        ]
    except (KeyError, TypeError, AttributeError) as error:
        raise ServiceError(f"{url}: the answer is not in the SPARQL JSON format") from error


def _text(term: dict[str, Any]) -> str:
    value = term["value"]
    if not isinstance(value, str):
        raise TypeError("a value is not text")
    is_unknown = term["type"] == "bnode" or "/.well-known/genid/" in value
    return "_:" if is_unknown else value


def _grouped(rows: list[dict[str, str]], url: str) -> list[HeldPosition]:
    found: dict[str, dict[str, set[str]]] = {}
    for row in rows:
        if "statement" not in row:
            raise ServiceError(f"{url}: a row has no statement")
        values = found.setdefault(row["statement"], {})
        for name, value in row.items():
            values.setdefault(name, set()).add(value)
    return [
        HeldPosition(address, {name: tuple(sorted(each)) for name, each in values.items()})
        for address, values in sorted(found.items())
    ]
