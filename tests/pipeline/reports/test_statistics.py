"""The statistics are equal to the counts that queries on the data return."""

from collections import Counter
from pathlib import Path

import pyoxigraph as ox
import pytest

from kv2rdf.query import named_queries
from tests.conftest import ROOT

BY_COUNTING = sorted((ROOT / "tests" / "statistics").glob("*.rq"))
PREFIXES = """
PREFIX kv: <https://w3id.org/kamervragen/def#>
PREFIX eli: <http://data.europa.eu/eli/ontology#>
PREFIX qb: <http://purl.org/linked-data/cube#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
"""
TOPICS = """SELECT ?topic (COUNT(DISTINCT ?asked) AS ?cases) {
  ?asked a kv:QuestionDocument ; eli:is_about ?topic } GROUP BY ?topic"""
TOPICS_COUNTED = "SELECT ?topic ?cases { ?row kv:topic ?topic ; kv:caseCount ?cases }"
GROUPS = """SELECT ?group (COUNT(DISTINCT ?case) AS ?cases) {
  ?paper a kv:QuestionDocument ; kv:concernsDossier ?case .
  { ?paper kv:partyAtTheTime ?group }
  UNION { ?note eli:is_part_of ?paper ; kv:citedMedium ?group } } GROUP BY ?group"""
GROUPS_COUNTED = """SELECT ?group (SUM(?n) AS ?cases) {
  ?row kv:group ?group ; kv:year ?year ; kv:caseCount ?n } GROUP BY ?group"""
NAMES = "SELECT ?ministry ?name { ?row kv:group ?ministry ; kv:groupName ?name ; kv:meanDays ?n }"
LABELS = """SELECT ?ministry (STR(?label) AS ?name) {
  ?ministry a kv:Ministry ; skos:prefLabel ?label FILTER(LANG(?label) = "nl")
  FILTER EXISTS { ?row kv:group ?ministry } }"""


def rows(release: Path, query: str) -> Counter[tuple[str, ...]]:
    """Return the rows that a query finds in a release, in any order."""
    store = ox.Store.read_only(str(release / "store"))
    solutions = store.query(query, use_default_graph_as_union=True)
    assert isinstance(solutions, ox.QuerySolutions)
    return Counter(tuple(str(row[v].value) for v in solutions.variables) for row in solutions)


def check_statistics(release: Path) -> None:
    """Assert that each table of a release equals the counts of a query over its cases."""
    by_name = {query.name: query.text for query in named_queries.all_queries()}
    for path in BY_COUNTING:
        counted = rows(release, path.read_text(encoding="utf-8"))
        assert len(counted) > 2
        assert rows(release, by_name[path.stem]) == counted
    topics = rows(release, PREFIXES + TOPICS)
    assert len(topics) > 2
    assert rows(release, PREFIXES + TOPICS_COUNTED) == topics
    groups = rows(release, PREFIXES + GROUPS)
    assert len(groups) > 2
    assert rows(release, PREFIXES + GROUPS_COUNTED) == groups
    ministries = rows(release, PREFIXES + LABELS)
    assert len(ministries) > 1
    assert rows(release, PREFIXES + NAMES) == ministries


def test_the_tables_equal_the_counts(golden_release: Path) -> None:
    check_statistics(golden_release)


def test_the_years_together_have_all_cases_and_questions(golden_release: Path) -> None:
    counted = "SELECT (SUM(?n) AS ?all) { ?row qb:dataSet ?t ; kv:year ?y ; kv:%s ?n ; qb:dataSet"
    counted += " <https://w3id.org/kamervragen/statistiek/jaar> }"
    for measure, class_ in (("caseCount", "Dossier"), ("questionCount", "Question")):
        all_of_class = f"SELECT (COUNT(?x) AS ?all) {{ ?x a kv:{class_} }}"
        assert rows(golden_release, PREFIXES + counted % measure) == rows(
            golden_release, PREFIXES + all_of_class
        )


@pytest.mark.corpus
@pytest.mark.long
def test_the_tables_equal_the_counts_in_real_documents(real_release: Path) -> None:
    check_statistics(real_release)
