"""The numbers of gaps and findings in a release, which are read once for each release."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from kv2rdf.query.open_release import Release
from kv2rdf.query.sparql import rows_of
from kv2rdf.server.pages.addressee_counts import addressee_counts
from kv2rdf.server.pages.gaps.gap_lists import NO_ADDRESSEE, OWN_GAPS, count_query
from kv2rdf.server.per_release import PerRelease

GAPS_QUERY = """\
SELECT ?year ?counted (SUM(?count) AS ?number) WHERE {
  ?table dct:identifier "hiaten" ; a qb:DataSet .
  ?row qb:dataSet ?table ; kv:counted ?kind ; kv:year ?year ; kv:count ?count .
  BIND(STRAFTER(STR(?kind), "/begrip/") AS ?counted)
}
GROUP BY ?year ?counted
ORDER BY ?year ?counted
"""
_WORDS = """
SELECT ?concept ?language ?label ?definition WHERE {
  { ?concept skos:inScheme c:hiaten } UNION { ?concept skos:inScheme c:bevindingen }
  ?concept skos:prefLabel ?label ; skos:definition ?definition .
  BIND(LANG(?label) AS ?language)
  FILTER(LANG(?definition) = ?language)
}
"""
_WHOLES = """
SELECT ?gap ?whole ?language ?label WHERE {
  ?gap skos:inScheme c:hiaten ; skos:broader ?whole .
  ?whole skos:prefLabel ?label BIND(LANG(?label) AS ?language)
}
ORDER BY ?whole ?gap
"""
_FINDINGS = """
SELECT ?rule (COUNT(?finding) AS ?number) WHERE { ?finding kv:rule ?rule } GROUP BY ?rule
"""


@dataclass(frozen=True, slots=True)
class GapCount:
    """The number of entities with a gap, and the number of all entities that could have it."""

    number: int
    whole: int


@dataclass(frozen=True, slots=True)
class ConceptWords:
    """The name and the meaning of a concept in a language."""

    label: str
    definition: str


@dataclass(frozen=True, slots=True)
class ReleaseGaps:
    """The numbers of gaps and findings in a release, with the names of their kinds.

    ``by_year`` maps each year ("" if the year is not known) to the counts in the statistics, by
    kind of gap. ``own`` contains the counts of ``OWN_GAPS``, by key. ``findings`` contains the
    number of findings by rule. ``wholes`` maps each kind of gap to the kind of entities among which
    it is counted. ``words`` contains the names and meanings of the kinds of gaps and of the rules,
    by key and language. ``whole_words`` contains the names of the kinds of entities, also by key
    and language. ``wholes_since`` contains the number of entities that could have a gap, for each
    kind of gap that only later papers can have.
    """

    by_year: Mapping[str, Mapping[str, GapCount]]
    own: Mapping[str, GapCount]
    findings: Mapping[str, int]
    wholes: Mapping[str, str]
    words: Mapping[tuple[str, str], ConceptWords]
    whole_words: Mapping[tuple[str, str], str]
    wholes_since: Mapping[str, int]

    def total(self, gap: str) -> GapCount:
        """Return the count of a kind of gap over all years."""
        counts = [kinds[gap] for kinds in self.by_year.values() if gap in kinds]
        whole = self.wholes_since.get(gap, sum(count.whole for count in counts))
        return GapCount(sum(count.number for count in counts), whole)


def release_gaps(release: Release) -> ReleaseGaps:
    """Return the counts of gaps in a release. Raises ReleaseError if the store cannot be read."""
    return _GAPS.value(release)


def _read_gaps(release: Release) -> ReleaseGaps:
    numbers: dict[str, dict[str, int]] = defaultdict(dict)
    for year, kind, number in rows_of(release.query(GAPS_QUERY)):
        numbers[year][_key(kind)] = int(number)
    whole_rows = rows_of(release.query(_WHOLES))
    wholes = {_key(gap): _key(whole) for gap, whole, _, _ in whole_rows}
    own: dict[tuple[str, str], int] = {
        (gap, what): int(number) for gap, what, number in rows_of(release.query(count_query()))
    }
    return ReleaseGaps(
        by_year={
            year: {gap: GapCount(of_year[gap], of_year[whole]) for gap, whole in wholes.items()}
            for year, of_year in numbers.items()
        },
        own={g.key: GapCount(own[g.key, "part"], own[g.key, "whole"]) for g in OWN_GAPS},
        findings={_key(rule): int(n) for rule, n in rows_of(release.query(_FINDINGS))},
        wholes=wholes,
        words={
            (_key(concept), language): ConceptWords(label, definition)
            for concept, language, label, definition in rows_of(release.query(_WORDS))
        },
        whole_words={(_key(whole), language): label for _, whole, language, label in whole_rows},
        wholes_since={NO_ADDRESSEE: addressee_counts(release).cases},
    )


def _key(concept: str) -> str:
    return concept.rpartition("/")[2]


_GAPS = PerRelease(_read_gaps, "gaps")
