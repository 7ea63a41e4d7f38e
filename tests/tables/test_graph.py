"""The tables contain the same triples as the graph, except those that docs/tables.md lists."""

import gzip
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pyoxigraph as ox
import pytest

from kv2rdf.rdf.vocabulary import HOME, PREFIXES
from kv2rdf.tables.all_tables import TABLES
from tests.conftest import ROOT, build_quietly
from tests.open_releases import answer_rows
from tests.tables import csvw
from tests.tables.conftest import write_quietly

COUNTS = {
    "cases": "?x a kv:Dossier",
    "documents": "VALUES ?c { kv:QuestionDocument kv:AnswerDocument kv:Notice } ?x a ?c",
    "questions": "?x a kv:Question",
    "answers": "?x a kv:Answer",
    "participations": "?x eli-dl:participation_role ?role",
    "notes": "?x a kv:Footnote",
    "notes_media": "?note kv:citedMedium ?medium",
    "notes_papers": "?note kv:citedPaper ?paper",
    "notes_references": "?note a kv:Footnote ; eli:refers_to ?cited",
    "notes_pages": "?note dct:references ?page",
    "activities": "?x a eli-dl:Activity",
    "answers_questions": "?a a kv:Answer ; eli-dl:answers_to ?q . ?q a kv:Question",
    "answers_documents": "?a a kv:Answer ; eli-dl:answers_to ?q . ?q a kv:QuestionDocument",
    "answers_answers": "?a kv:refersToAnswer ?b",
    "documents_cases": "?d a eli:Work ; kv:concernsDossier ?c",
    "documents_identifiers": "?d dct:identifier ?n FILTER EXISTS { ?d kv:concernsDossier ?c }",
    "documents_topics": "?d eli:is_about ?topic",
    "documents_sources": "?d a eli:Work ; prov:wasDerivedFrom ?source",
    "cases_identifiers": "?x a kv:Dossier ; dct:identifier ?n",
    "explanations": "?x a kv:Explanation",
    "marks": "?part kv:hasMark ?mark",
    "findings": "?x a kv:Finding",
    "sources": "?x a prov:Entity",
    "files": "?x a eli:Manifestation",
    "persons": "?x a foaf:Person",
    "parties": "?x a kv:Party",
    "groups": "?x a kv:Group",
    "offices": "?x a org:Post",
    "ministries": "?x a kv:Ministry",
    "cabinets": "?x a kv:Cabinet",
    "concepts": "?x a skos:Concept",
    "cases_per_year": "?x qb:dataSet/dct:identifier 'jaar'",
    "cases_per_party": "?x qb:dataSet/dct:identifier 'fractie'",
    "cases_per_ministry": "?x qb:dataSet/dct:identifier 'ministerie'",
    "cases_per_topic": "?x qb:dataSet/dct:identifier 'onderwerp'",
    "cases_per_medium": "?x qb:dataSet/dct:identifier 'medium'",
    "gaps": "?x qb:dataSet/dct:identifier 'hiaten'",
    "unpublished": "?x qb:dataSet/dct:identifier 'ongepubliceerd'",
    "completeness": "?x qb:dataSet/dct:identifier 'volledigheid'",
}


def solution_count(release: Path, pattern: str) -> int:
    query = f"SELECT (COUNT(*) AS ?n) {{ {pattern} }}"
    ((count,),) = answer_rows(release, query)
    return int(count)


def graph_triples(release: Path) -> set[ox.Triple]:
    lines = gzip.decompress((release / "kamervragen.nq.gz").read_bytes())
    return {quad.triple for quad in ox.parse(lines, format=ox.RdfFormat.N_QUADS)}


def check_tables(release: Path, tables: Path) -> None:
    """Compare the counts, keys and triples of tables with the release they were made from."""
    for name, pattern in COUNTS.items():
        assert len(csvw.rows(tables, name)) == solution_count(release, pattern), name
    for table in csvw.descriptions(tables):
        keys = table["tableSchema"]["primaryKey"]
        rows = csvw.rows(tables, table["url"].removesuffix(".csv"))
        assert len({tuple(row[key] for key in keys) for row in rows}) == len(rows)
    assert list(dangling_links(tables)) == []
    graph = graph_triples(release)
    for table in csvw.descriptions(tables):
        assert set(csvw.triples(tables, table)) - graph == set(), table["url"]


def dangling_links(tables: Path) -> Iterator[tuple[str, str, str]]:
    """Yield the table, column and address of every link to a row that does not exist."""
    addresses = {
        t.name: {row[t.columns[0].name] for row in csvw.rows(tables, t.name)} for t in TABLES
    }
    for table in TABLES:
        for row in csvw.rows(tables, table.name):
            for column in (column for column in table.columns if column.table):
                address = row[column.name]
                if address not in addresses[column.table] and (address or not column.optional):
                    yield table.name, column.name, address


@pytest.mark.parametrize("source", ["seed", pytest.param("golden", marks=pytest.mark.long)])
def test_the_tables_hold_the_triples_of_the_graph(
    source: str, request: pytest.FixtureRequest
) -> None:
    release, tables = (
        request.getfixturevalue(f"{source}_{kind}") for kind in ("release", "tables")
    )
    check_tables(release, tables)


def test_every_table_is_counted_and_has_rows_of_the_golden_cases(golden_tables: Path) -> None:
    assert list(COUNTS) == [table.name for table in TABLES]
    assert [name for name in COUNTS if not csvw.rows(golden_tables, name)] == []


def test_the_properties_that_tables_lack_are_those_that_the_docs_list(
    golden_release: Path, golden_tables: Path
) -> None:
    """The tables also leave out every class other than the narrowest."""
    in_tables = {
        t for table in csvw.descriptions(golden_tables) for t in csvw.triples(golden_tables, table)
    }
    missing = {
        short(triple.predicate.value)
        for triple in graph_triples(golden_release) - in_tables
        if f"{HOME}/eli/" in str(triple.subject) and not triple.predicate.value.endswith("#type")
    }
    page = (ROOT / "docs" / "tables.md").read_text(encoding="utf-8")
    section = page.partition("\n## What is not in the tables\n")[2]
    assert missing == set(re.findall(r"`([\w-]+:\w+)`", section))


def short(term: str) -> str:
    ((prefix, namespace),) = [(p, n) for p, n in PREFIXES.items() if term.startswith(n)]
    return f"{prefix}:{term.removeprefix(namespace)}"


def test_every_participant_with_a_group_or_a_party_has_its_party(
    golden_release: Path, golden_tables: Path
) -> None:
    rows = csvw.rows(golden_tables, "participations")
    of_group = "eli-dl:participation_in_name_of"
    for column, path in (
        ("group", of_group),
        ("party", f"kv:partyAtTheTime|{of_group}/org:subOrganizationOf"),
    ):
        query = f"SELECT ?x ?one {{ ?x a eli-dl:Participation ; {path} ?one }}"
        found = set(answer_rows(golden_release, query))
        assert found
        assert {(row["participation"], row[column]) for row in rows if row[column]} == found


def test_the_days_of_a_case_are_consistent(golden_tables: Path) -> None:
    count = 0
    for row in csvw.rows(golden_tables, "cases"):
        if row["tabled_on"] and row["answered_on"]:
            days = date.fromisoformat(row["answered_on"]) - date.fromisoformat(row["tabled_on"])
            assert row["days_to_answer"] == str(days.days)
            count += 1
    assert count > 10


@pytest.mark.long
def test_the_tables_of_another_base_hold_the_triples_of_its_graph(tmp_path: Path) -> None:
    """The base contains path segments of our own addresses, which must not confuse the tables."""
    release = tmp_path / "release"
    base = "https://example.org/kv/vraag"
    build_quietly(release, ROOT / "seeds" / "kamervragen", base=base)
    write_quietly(release, tmp_path / "tables")
    check_tables(release, tmp_path / "tables")
    assert all(row["case"].startswith(base) for row in csvw.rows(tmp_path / "tables", "cases"))


@pytest.mark.corpus
@pytest.mark.long
def test_the_tables_of_real_documents_hold_the_triples_of_the_graph(
    real_release: Path, tmp_path: Path
) -> None:
    counts = write_quietly(real_release, tmp_path / "tables")
    assert counts["questions"] > 500
    check_tables(real_release, tmp_path / "tables")
