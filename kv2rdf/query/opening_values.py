"""Values that occur in the release, for the parameters of named queries.

The page of a named query shows these values when it is first opened. The defaults in the files of
the queries are examples from the release that is built from seeds/kamervragen. In a release that
does not contain them, the results would be empty.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from kv2rdf.query.named_queries import NamedQuery, Parameter, quoted_value
from kv2rdf.query.open_release import Release
from kv2rdf.query.sparql import rows_of

_NEW_CASES, _EXAMPLES = 1_000, 50
"""How many of the newest cases are examined, and from how many of them values are taken.

Values are taken only from cases that were answered.
"""
_ANSWERED = "SELECT ?case WHERE { VALUES ?case { $cases } ?case kv:state c:beantwoord }"
_WORD = re.compile(r"\w+")
_QUESTIONS = """
?paper kv:concernsDossier ?case . ?question eli:is_part_of ?paper ; a kv:Question ; kv:text ?value .
"""


class _Source(NamedTuple):
    """The patterns that find a value for a parameter.

    ``default`` is a pattern that has a solution if the default, $default, occurs in the release.
    ``example`` is a pattern that binds ?value to a value that occurs in the release, if possible in
    one of the newest cases (?case). It may also bind ?first if a value is preferred as an example,
    such as the number of a case with footnotes.
    """

    default: str
    example: str


_SOURCES: Final = MappingProxyType({
    "case": _Source(
        "?case dct:identifier $default ; a kv:Dossier .",
        "?case eli-dl:process_id ?value . ?paper kv:concernsDossier ?case ."
        " OPTIONAL { ?note eli:is_part_of ?paper ; a kv:Footnote BIND(1 AS ?first) }",
    ),
    "address": _Source(
        'VALUES ?end { "^$" "[/#][^/#]*$" "([/#][^/#]*){2}$" }'
        ' BIND(IRI(REPLACE($default, ?end, "")) AS ?former) ?former dct:isReplacedBy ?new .',
        "{ SELECT ?former WHERE { ?former dct:isReplacedBy ?new } LIMIT 1 }"
        " BIND(STR(?former) AS ?value)",
    ),
    "name": _Source(
        "{ ?form a kv:NameForm ; kv:asInSource ?name } UNION { ?person foaf:name ?name }"
        " FILTER(CONTAINS(LCASE(?name), LCASE($default)))",
        "?case kv:askedBy/(foaf:name|kv:asInSource) ?value .",
    ),
    "wikidata": _Source(
        'BIND(IRI(CONCAT("http://www.wikidata.org/entity/", $default)) AS ?item)'
        " ?person owl:sameAs ?item . ?case kv:askedBy ?person .",
        "?case kv:askedBy/owl:sameAs ?item ."
        ' FILTER(STRSTARTS(STR(?item), "http://www.wikidata.org/entity/Q"))'
        ' BIND(STRAFTER(STR(?item), "/entity/") AS ?value)',
    ),
    "cabinet": _Source(
        "?cabinet a kv:Cabinet ; skos:altLabel ?name ; dct:temporal ?period ."
        " FILTER(STR(?name) = $default) ?period dcat:startDate ?start ."
        " OPTIONAL { ?period dcat:endDate ?end } ?case dct:dateSubmitted ?tabled ."
        " FILTER(?tabled > ?start && (!BOUND(?end) || ?tabled < ?end))",
        "?case dct:dateSubmitted ?day ."
        " ?cabinet a kv:Cabinet ; skos:altLabel ?name ; dct:temporal ?period ."
        " ?period dcat:startDate ?start . OPTIONAL { ?period dcat:endDate ?end }"
        " FILTER(?day > ?start && (!BOUND(?end) || ?day < ?end)) BIND(STR(?name) AS ?value)",
    ),
})  # fmt: skip


def opening_values(query: NamedQuery, release: Release) -> Mapping[str, str]:
    """Return a value for each parameter of a query.

    The value of a parameter is its default, with one exception. If the parameter is for an entity
    or for words in a text, and its default does not occur in the release, a value that does occur
    is returned instead, if possible from one of the newest cases. Raises ReleaseError if the
    release cannot be read.
    """
    return {
        parameter.name: _opening_value(release, parameter) or parameter.default
        for parameter in query.parameters
    }


def _opening_value(release: Release, parameter: Parameter) -> str | None:
    """Return a value that replaces the default, or None if the default is used.

    The value occurs in the release.
    """
    if not parameter.default:
        return None
    if parameter.name == "words":
        candidates = release.candidates(parameter.default)
        return None if candidates is None or candidates else _longest_word(release)
    source = _SOURCES.get(parameter.name)
    if source is None:
        return None
    pattern = source.default.replace("$default", quoted_value(parameter.default))
    if rows_of(release.query(f"SELECT * WHERE {{ {pattern} }} LIMIT 1")):
        return None
    return _first_value(release, source.example)


def _longest_word(release: Release) -> str | None:
    """Return the longest word in a question of one of the newest cases, or None."""
    return max(_WORD.findall(_first_value(release, _QUESTIONS) or ""), key=len, default=None)


def _first_value(release: Release, pattern: str) -> str | None:
    """Return a value that a pattern binds for one of the newest answered cases, or None."""
    new = [found.address for found in release.found_cases(first=_NEW_CASES).cases]
    listed = " ".join(f"<{address}>" for address in new)
    answered = {case for (case,) in rows_of(release.query(_ANSWERED.replace("$cases", listed)))}
    cases = " ".join([f"<{address}>" for address in new if address in answered][:_EXAMPLES])
    query = f"SELECT ?value WHERE {{ VALUES ?case {{ {cases} }} {pattern} }}"
    query += " ORDER BY DESC(?first) ?case ?value LIMIT 1"
    return next((value for (value,) in rows_of(release.query(query))), None)
