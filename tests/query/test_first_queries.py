"""The queries at the beginning of the data model. Each finds the same as the full path.

The table of missing facts on that page is counted by queries too.
"""

import re
from collections import Counter
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.missing_facts import BEGIN, END, FACTS, MissingFact, counts
from tests.open_releases import answer_rows

PAGE = (ROOT / "docs" / "data-model.md").read_text(encoding="utf-8")
QUERIES = re.findall(
    r"^```sparql\n(.*?)^```$", PAGE.partition("\n## Three terms\n")[0], re.MULTILINE | re.DOTALL
)
_TABLING = "?case eli-dl:consists_of ?t . ?t eli-dl:had_activity_type c:indiening"
_ASKING = f"{_TABLING} ; eli-dl:had_participation ?p . ?p eli-dl:participation_role c:indiener"
FULL_PATHS = {
    "kv:answeredOn ?answered": f"""SELECT ?case ?title ?tabled ?answered WHERE {{
        {_TABLING} . ?case dct:title ?title . OPTIONAL {{ ?t eli-dl:activity_date ?tabled }}
        OPTIONAL {{ SELECT ?case (MIN(?day) AS ?answered) WHERE {{
            ?case eli-dl:consists_of ?a .
            ?a eli-dl:created_a_realization_of/eli:work_type c:antwoord ;
                eli-dl:activity_date ?day }} GROUP BY ?case }} }}""",
    '"Palland"': f"""SELECT ?case ?tabled ?name WHERE {{
        {_ASKING} . OPTIONAL {{ ?t eli-dl:activity_date ?tabled }}
        ?p eli-dl:had_participant_person/foaf:name ?name FILTER(CONTAINS(?name, "Palland")) }}""",
    "kv:partyAtTheTime": f"""SELECT ?party (COUNT(DISTINCT ?case) AS ?n) WHERE {{
        {_ASKING} . ?p eli-dl:participation_in_name_of ?group .
        ?group org:subOrganizationOf ?of . ?of skos:prefLabel ?party }} GROUP BY ?party""",
    "kv:addressedTo": f"""SELECT ?label (COUNT(DISTINCT ?case) AS ?n) WHERE {{
        {_TABLING} ; eli-dl:had_participation ?p . ?p eli-dl:participation_role c:geadresseerde .
        OPTIONAL {{ ?p kv:office/skos:prefLabel ?office FILTER(LANG(?office) = "nl") }}
        OPTIONAL {{ ?p kv:officeForm/rdfs:label ?form }}
        BIND(COALESCE(?office, ?form) AS ?label) FILTER(BOUND(?label)) }} GROUP BY ?label""",
    "kv:answeredBy": """SELECT ?who (COUNT(DISTINCT ?case) AS ?n) WHERE {
        ?case eli-dl:consists_of ?a . ?a eli-dl:had_participation ?p ;
            eli-dl:created_a_realization_of ?work .
        ?p eli-dl:participation_role c:antwoordgever .
        FILTER NOT EXISTS {
            ?f kv:concerns ?work ; kv:rule c:antwoordgever-volgens-openkamer }
        OPTIONAL { ?p eli-dl:had_participant_person/foaf:name ?person }
        OPTIONAL { ?p kv:nameForm/rdfs:label ?form }
        BIND(COALESCE(?person, ?form) AS ?who) FILTER(BOUND(?who)) } GROUP BY ?who""",
    "dct:subject/rdfs:label ?topic .\n}": """SELECT ?topic (COUNT(DISTINCT ?case) AS ?n) WHERE {
        ?paper a kv:QuestionDocument ; kv:concernsDossier ?case .
        ?paper eli:is_about/skos:prefLabel ?topic } GROUP BY ?topic""",
    '"gemeenten"': """SELECT DISTINCT ?question ?text WHERE {
        ?question a kv:Question ; kv:text ?text ; eli:is_part_of/eli:is_about/skos:prefLabel ?topic
        FILTER(REGEX(?topic, "gemeenten", "i")) }""",
    "eli-dl:answers_to ?question ; kv:text": """SELECT ?q ?asked ?answered ?day WHERE {
        ?a eli-dl:answers_to ?q ; kv:text ?answered ; eli:is_part_of ?work .
        OPTIONAL { SELECT DISTINCT ?work ?day {
            ?act eli-dl:created_a_realization_of ?work ; eli-dl:activity_date ?day } }
        ?q a kv:Question ; kv:text ?asked }""",
    "kv:answeredInTime": """SELECT ?chamber (SUM(?late) / COUNT(?case) AS ?share) ?n WHERE {
        { SELECT ?case ?late ?chamber WHERE {
            ?case kv:daysToAnswer ?days ; kv:answerTerm/kv:termDays ?term ;
                kv:chamber/skos:prefLabel ?chamber FILTER(LANG(?chamber) = "en")
            BIND(IF(?days > ?term, 1, 0) AS ?late) } }
        { SELECT ?chamber (COUNT(?case) AS ?n) WHERE { ?case kv:answeredInTime ?x ;
            kv:chamber/skos:prefLabel ?chamber } GROUP BY ?chamber }
        } GROUP BY ?chamber ?n""",
    "?case kv:askedBy ?asker ; kv:chamber": f"""SELECT ?chamber (COUNT(?who) AS ?n) WHERE {{
        {{ SELECT DISTINCT ?case ?who ?chamber WHERE {{ {_ASKING} .
            ?p kv:nameForm ?form . ?form kv:chamber/skos:prefLabel ?chamber
            OPTIONAL {{ ?p eli-dl:had_participant_person ?person }}
            FILTER(LANG(?chamber) = "en") BIND(COALESCE(?person, ?form) AS ?who) }} }}
        }} GROUP BY ?chamber""",
    "MINUS { ?whole": """SELECT DISTINCT ?question ?text WHERE {
        ?question a kv:Question ; kv:text ?text ; eli:is_part_of ?paper .
        ?answers eli-dl:answers_to ?paper ; a kv:AnswerDocument
        OPTIONAL { ?own eli-dl:answers_to ?question }
        OPTIONAL { ?whole eli-dl:answers_to ?paper ; eli:is_part_of/a kv:AnswerDocument }
        FILTER(!BOUND(?own) && !BOUND(?whole)) }""",
}
"""For each query, words that only this query has, and the same question asked by the full path."""


def test_there_are_eleven_queries() -> None:
    assert len(QUERIES) == len(FULL_PATHS) == 11


@pytest.mark.sampled(3)
@pytest.mark.parametrize("words", FULL_PATHS)
def test_a_query_finds_what_the_full_path_finds(words: str, golden_release: Path) -> None:
    (query,) = (query for query in QUERIES if words in query)
    found = answer_rows(golden_release, query)
    assert found
    assert Counter(found) == Counter(answer_rows(golden_release, FULL_PATHS[words]))


def test_the_table_of_missing_facts_has_a_row_for_each_fact() -> None:
    lines = PAGE.partition(BEGIN)[2].partition(END)[0].splitlines()
    cells = [line.strip("| ").split(" | ") for line in lines if line.startswith("| ")]
    assert [what for what, _, _ in cells[1:]] == [fact.what for fact in FACTS]


@pytest.mark.sampled(3)
@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact.what)
def test_a_missing_fact_is_counted_among_the_things_that_could_have_it(
    fact: MissingFact, golden_release: Path
) -> None:
    missing, of_all = counts(golden_release, fact)
    assert 0 <= missing <= of_all
    assert of_all > 0
