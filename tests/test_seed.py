"""Everything that is printed on the seed page 2022Z00634 is in the graph."""

import gzip
import re
from pathlib import Path

import pytest
from pyoxigraph import QuerySolutions, RdfFormat, Store

from tests.conftest import ROOT
from tests.every_case import every_case

MARKS = r"(?<=»\?)1|(?<=Veiligheid)2|(?<=onderzoek)3|(?<=ontvangen)4"
CASE = "https://w3id.org/kamervragen/eli/nl/tk/zaak/2022Z00634"
PREFIXES = """
PREFIX kv: <https://w3id.org/kamervragen/def#>
PREFIX c: <https://w3id.org/kamervragen/id/begrip/>
PREFIX eli: <http://data.europa.eu/eli/ontology#>
PREFIX eli-dl: <http://data.europa.eu/eli/eli-draft-legislation-ontology#>
PREFIX dct: <http://purl.org/dc/terms/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX owl: <http://www.w3.org/2002/07/owl#>
"""


@pytest.fixture(scope="module")
def graph(seed_release: Path) -> Store:
    """The dump of the seed, in a store that is independent of the release."""
    store = Store()
    with gzip.open(seed_release / "kamervragen.nq.gz") as file:
        store.load(file.read(), format=RdfFormat.N_QUADS)
    return store


def select(graph: Store, query: str) -> list[tuple[str, ...]]:
    solutions = graph.query(PREFIXES + query, use_default_graph_as_union=True)
    assert isinstance(solutions, QuerySolutions)
    return [tuple(value.value if value else "" for value in row) for row in solutions]


@every_case(
    ("class_", "count"),
    [
        ("kv:Dossier", 1),
        ("kv:Question", 7),
        ("kv:Answer", 7),
        ("kv:FootnoteMark", 4),
        ("kv:Footnote", 4),
        ("kv:DelayNotice", 1),
        ("kv:QuestionDocument", 1),
        ("kv:AnswerDocument", 1),
        ("eli:Manifestation", 2),
    ],
)
def test_the_number_of_things_of_a_class(graph: Store, class_: str, count: int) -> None:
    rows = select(graph, f"SELECT (COUNT(DISTINCT ?x) AS ?n) {{ ?x a {class_} }}")
    assert rows == [(str(count),)]


def test_what_a_notice_announces_is_inferred_and_names_its_rule(graph: Store) -> None:
    rows = select(
        graph,
        """SELECT ?kind ?rule ?activity {
            GRAPH ?graph { ?notice a kv:DelayNotice ; kv:matchedBy ?rule .
                ?done eli-dl:had_activity_type ?activity }
            ?graph a ?kind
        }""",
    )
    base = CASE.partition("/eli/")[0]
    rule, activity = f"{base}/id/begrip/uitstel-in-de-tekst", f"{base}/id/begrip/uitstel"
    assert rows == [(f"{base}/def#DerivedGraph", rule, activity)]


def test_the_graphs_of_the_papers_do_not_state_what_a_notice_announces(
    golden_release: Path,
) -> None:
    store = Store()
    with gzip.open(golden_release / "kamervragen.nq.gz") as file:
        store.load(file.read(), format=RdfFormat.N_QUADS)
    rows = select(
        store,
        """SELECT DISTINCT ?class ?kind {
            GRAPH ?graph { ?done eli-dl:had_activity_type ?activity }
            ?graph a ?graphClass
            BIND (REPLACE(STR(?graphClass), ".*#", "") AS ?class)
            BIND (REPLACE(STR(?activity), ".*/", "") AS ?kind)
        } ORDER BY ?class ?kind""",
    )
    assert rows == [
        ("DerivedGraph", "kennisgeving"),
        ("DerivedGraph", "uitstel"),
        ("PrintedGraph", "beantwoording"),
        ("PrintedGraph", "indiening"),
    ]


def test_the_participants_with_their_party_and_wikidata_item(graph: Store) -> None:
    rows = select(
        graph,
        """SELECT ?role ?name ?party ?item {
            ?part eli-dl:participation_role ?r ; kv:ordinal ?order ;
                eli-dl:had_participant_person ?who ;
                (eli-dl:participation_in_name_of/org:subOrganizationOf)|kv:partyAtTheTime ?p .
            ?who <http://xmlns.com/foaf/0.1/name> ?name ; owl:sameAs ?item .
            ?p skos:altLabel ?party
            BIND (REPLACE(STR(?r), ".*/", "") AS ?role)
        } ORDER BY ?role ?order""",
    )
    wikidata = "http://www.wikidata.org/entity/"
    ministers = [
        ("Hanke Bruins Slot", "CDA", f"{wikidata}Q5165280"),
        ("Dilan Yeşilgöz-Zegerius", "VVD", f"{wikidata}Q28861002"),
    ]
    assert rows == [
        *(("antwoordgever", *minister) for minister in ministers),
        *(("geadresseerde", *minister) for minister in ministers),
        ("indiener", "Hilde Palland", "CDA", f"{wikidata}Q28861157"),
        ("indiener", "Inge van Dijk", "CDA", f"{wikidata}Q106090816"),
    ]


def test_the_answer_deadline(graph: Store) -> None:
    rows = select(
        graph,
        f"""SELECT ?days ?due ?inTime ?state {{ <{CASE}> kv:daysToAnswer ?days ; kv:answerDue ?due ;
            kv:answeredInTime ?inTime ; kv:state ?state }}""",
    )
    assert rows == [
        ("38", "2022-02-08", "false", "https://w3id.org/kamervragen/id/begrip/beantwoord")
    ]


def test_the_dates_of_the_activities(graph: Store) -> None:
    rows = select(
        graph,
        f"""SELECT ?what ?day {{ <{CASE}> eli-dl:consists_of [ eli-dl:had_activity_type ?t ;
            eli-dl:activity_date ?day ]
            BIND (REPLACE(STR(?t), ".*/", "") AS ?what) }} ORDER BY ?day""",
    )
    assert rows == [
        ("indiening", "2022-01-18"),
        ("uitstel", "2022-02-08"),
        ("beantwoording", "2022-02-25"),
    ]


def test_the_two_topics(graph: Store) -> None:
    rows = select(
        graph,
        """SELECT ?main ?sub { ?d eli:is_about ?t . ?t skos:prefLabel ?sub ;
            skos:broader/skos:prefLabel ?main } ORDER BY ?main""",
    )
    assert rows == [
        ("Bestuur", "Gemeenten"),
        ("Openbare orde en veiligheid", "Organisatie en beleid"),
    ]


def test_answer_4_refers_to_answer_2_with_the_words_at_the_offset(graph: Store) -> None:
    rows = select(
        graph,
        """SELECT ?from ?to ?words ?offset ?text { ?a kv:refersToAnswer ?b ; kv:text ?text .
            ?a eli:number ?from . ?b eli:number ?to .
            ?c kv:citedIn ?a ; kv:concerns ?b ; kv:quotes ?words ; kv:offset ?offset }""",
    )
    ((from_, to, words, offset, text),) = rows
    assert (from_, to) == ("4", "2")
    assert text[int(offset) :].startswith(words)


def test_a_mark_has_the_offset_at_which_the_page_prints_it(graph: Store) -> None:
    rows = select(
        graph,
        """SELECT ?number ?text ?offset { ?part kv:hasMark ?m ; kv:text ?text .
            ?m kv:offset ?offset ; kv:markOf/eli:number ?number } ORDER BY ?number""",
    )
    page = seed_page()
    for number, text, offset in rows:
        before, after = text[: int(offset)], text[int(offset) :]
        assert f"{before[-20:].splitlines()[-1]}{number}{after[:1].strip()}" in page
    assert [number for number, _, _ in rows] == ["1", "2", "3", "4"]


def test_every_paragraph_of_the_page_is_in_a_literal(graph: Store) -> None:
    """All text, character for character, except the four marks and the words of openkamer."""
    rows = select(graph, "SELECT DISTINCT ?o { ?s ?p ?o FILTER (isLiteral(?o)) }")
    literals = "\n".join(value for (value,) in rows)
    paragraphs = [line[2:] for line in seed_page().splitlines() if line.startswith("  ")]
    assert len(paragraphs) == 23
    for paragraph in paragraphs:
        assert re.sub(MARKS, "", paragraph) in literals


@every_case(
    "printed",
    [
        "2022Z00634",
        "kv-tk-2022Z00634",
        "ah-tk-20212022-1881",
        "Het bericht ‘Verdrievoudiging van bedreigingen en geweld tegen gemeenteraadsleden’",
        "Antwoord op vragen van de leden Inge van Dijk en Palland over het bericht"
        " ‘verdrievoudiging van bedreigingen en geweld tegen gemeenteraadsleden",
        "bestuur gemeenten openbare orde en veiligheid organisatie en beleid",
        "Hilde Palland (CDA)",
        "Inge van Dijk (CDA)",
        "Hanke Bruins Slot (minister binnenlandse zaken en koninkrijksrelaties) (CDA)",
        "Dilan Yeşilgöz-Zegerius (minister justitie en veiligheid) (VVD)",
        "https://zoek.officielebekendmakingen.nl/kv-tk-2022Z00634.html",
        "https://zoek.officielebekendmakingen.nl/ah-tk-20212022-1881.html",
    ],
)
def test_a_string_on_the_page_is_in_the_graph(graph: Store, printed: str) -> None:
    assert printed in seed_page()
    assert select(graph, f"SELECT ?s {{ ?s ?p ?o FILTER (STR(?o) = {printed!r}) }}")


def seed_page() -> str:
    return (ROOT / "seeds" / "kamervragen" / "2022Z00634.txt").read_text(encoding="utf-8")
