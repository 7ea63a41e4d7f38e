"""The recipes of the cookbook. Each returns results, including those from the seed."""

import importlib
import re
from pathlib import Path

import pytest

from kv2rdf.query.named_queries import all_recipes
from kv2rdf.query.open_release import Release
from kv2rdf.tables.write import write_tables
from tests.conftest import ROOT
from tests.open_releases import answer_rows

PAGE = (ROOT / "docs" / "cookbook.md").read_text(encoding="utf-8")
TEXTS = re.findall(r"^```sparql\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
(SQL,) = re.findall(r"^```sql\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
CASE = "https://w3id.org/kamervragen/eli/nl/tk/zaak/2022Z00634"
MINISTER = "minister van Binnenlandse Zaken en Koninkrijksrelaties"
LONG_FORMS = {
    "most-questions": """
SELECT ?asker (COUNT(?question) AS ?questions) WHERE {
  ?question a kv:Question ; kv:concernsDossier/kv:askedBy ?asker
}
GROUP BY ?asker ORDER BY DESC(?questions) ?asker LIMIT 50
""",
    "unanswered-per-year": """
SELECT ?year (COUNT(*) AS ?questions) WHERE {
  ?question a kv:Question ; kv:concernsDossier/dct:dateSubmitted ?day .
  FILTER NOT EXISTS { ?answer eli-dl:answers_to ?question }
  BIND(YEAR(?day) AS ?year)
}
GROUP BY ?year ORDER BY ?year
""",
    "media-per-party": """
SELECT ?medium ?party (COUNT(DISTINCT ?note) AS ?notes) WHERE {
  ?note kv:citedMedium ?medium ; eli:is_part_of ?paper .
  ?paper a kv:QuestionDocument ; kv:concernsDossier/kv:partyAsInSource ?party
}
GROUP BY ?medium ?party ORDER BY DESC(?notes) ?medium ?party LIMIT 100
""",
}
"""For each recipe that counts by graph, a query that joins every question or note with its case."""
ROWS_OF_THE_SEED = {
    "eli-dl:answers_to ?question OPTIONAL": (f"{CASE.replace('zaak', 'kv')}/vraag/1", "Ja."),
    "VALUES ?kind": ("2022Z00634", "1"),
    "?year DESC(?cases) ?party": ("2022", "CDA", "1"),
    "SELECT ?asker (SUM(?number)": ("https://w3id.org/kamervragen/id/persoon/dijk-i-1975", "7"),
    "?item": ("Hanke Bruins Slot", "http://www.wikidata.org/entity/Q5165280", "1"),
    'kv:partyAsInSource "CDA"': ("Gemeenten", "1"),
    "?topic ?year": ("https://w3id.org/kamervragen/id/thema/bestuur-gemeenten", "2022", "1"),
    "AS ?timely": ("2022", "1", "0"),
    "AS ?late": (MINISTER, "1", "1"),
    "AS ?answers": (MINISTER, "1"),
    "DESC(?days) ?case": (CASE, "38"),
    "?case kv:addressedTo|kv:answeredBy ?person } }": ("Hanke Bruins Slot", "1"),
    "?longest": ("2022", "1", "38"),
    "SELECT ?chamber (": ("https://identifier.overheid.nl/tooi/id/oorg/oorg10002", "1", "38"),
    "?party ?topic (COUNT": ("CDA", "Gemeenten", "1"),
    "AVG(?number)": ("2022", "7"),
    "kv:delayReason": ("1",),
    "GROUP BY ?days": ("38", "1"),
    "?missing": ("tk", "20212022", "1", "1881", "1880"),
}
"""For words that only one recipe contains, cells of a row that it finds for the seed."""


def test_every_block_of_the_page_is_a_recipe() -> None:
    assert len(TEXTS) == PAGE.count("```sparql\n") == 26
    for words in ROWS_OF_THE_SEED:
        assert sum(words in text for text in TEXTS) == 1, words


def test_the_recipes_of_the_package_are_those_of_the_page() -> None:
    bodies = [recipe.text.partition("\n\n")[2] for recipe in all_recipes()]
    assert sorted(bodies) == sorted(TEXTS)


@pytest.mark.sampled(4)
@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text.splitlines()[0][:40])
def test_a_recipe_finds_something_and_sorts_it(
    golden_release: Path, seed_release: Path, text: str
) -> None:
    assert "\nORDER BY " in text
    rows = answer_rows(golden_release, text) or answer_rows(seed_release, text)
    assert rows


@pytest.mark.sampled(4)
@pytest.mark.parametrize("words", ROWS_OF_THE_SEED)
def test_a_recipe_finds_what_the_seed_has(seed_release: Path, words: str) -> None:
    (text,) = (text for text in TEXTS if words in text)
    wanted = set(ROWS_OF_THE_SEED[words])
    rows = answer_rows(seed_release, text)
    assert any(wanted <= set(row) for row in rows), rows


@pytest.mark.parametrize("name", LONG_FORMS)
def test_a_recipe_that_counts_by_graph_finds_what_a_long_path_finds(
    golden_release: Path, name: str
) -> None:
    (recipe,) = (recipe for recipe in all_recipes() if recipe.name == name)
    rows = answer_rows(golden_release, recipe.text)
    assert len(rows) > 1
    assert rows == answer_rows(golden_release, LONG_FORMS[name])


@pytest.mark.parquet
@pytest.mark.long
def test_the_examples_for_duckdb_find_something(
    golden_release: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    duckdb = importlib.import_module("duckdb")
    with Release(golden_release) as opened:
        write_tables(opened.files, tmp_path / "tables", lambda *_: None, with_parquet=False)
    monkeypatch.chdir(tmp_path / "tables")
    # In these cases, no longer question is printed twice, and none is about Limburg.
    texts = SQL.replace("> 80", "> 2").replace("Limburg", "een").split(";")[:4]
    longest, repeated, short, per_year = (duckdb.sql(text).fetchall() for text in texts)
    assert len(longest) == 20
    assert [length for _, length in longest] == sorted((n for _, n in longest), reverse=True)
    assert all(number > 1 for _, number in repeated)
    assert repeated
    assert all(len(text) < 20 for text, _ in short)
    assert short
    years = [year for year, _ in per_year if year is not None]
    assert years == sorted(years)
    assert len(years) > 3
