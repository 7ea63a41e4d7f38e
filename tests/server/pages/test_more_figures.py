"""The figures of parties that ask together, and of reasons for delay."""

from collections import Counter, defaultdict
from pathlib import Path

import pyoxigraph as ox

from kv2rdf.query.sparql import SparqlStore
from kv2rdf.server.pages.figures.delay_reasons import delay_kinds
from kv2rdf.server.pages.figures.figure import FigureName, Share
from kv2rdf.server.pages.figures.release_figures import FIGURES
from tests.every_case import every_case
from tests.open_releases import answer_rows

ASKED = """
SELECT DISTINCT ?case (CONCAT(STR(?party), " ", ?name) AS ?label) WHERE {
  ?case eli-dl:consists_of ?tabling . ?tabling eli-dl:had_participation ?asking .
  ?asking eli-dl:participation_role c:indiener ; eli-dl:participation_in_name_of ?group .
  ?group org:subOrganizationOf ?party .
  OPTIONAL { SELECT ?party (MIN(?label) AS ?short) WHERE {
    ?group org:subOrganizationOf ?party ; skos:altLabel ?label } GROUP BY ?party }
  ?party skos:prefLabel ?whole FILTER(LANG(?whole) = "nl")
  BIND(COALESCE(?short, STR(?whole)) AS ?name)
}
"""
PAPERS = """
@prefix kv: <https://w3id.org/kamervragen/def#> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<group/sp> org:subOrganizationOf <sp> ; skos:altLabel "SP" .
<group/1> org:subOrganizationOf <pvda> ; skos:altLabel "PvdA", "P.v.d.A." .
<group/2> org:subOrganizationOf <pvda> ; skos:altLabel "PvdA" .
<sp> a kv:Party ; skos:prefLabel "Socialistische Partij"@nl, "Socialist Party"@en .
<pvda> a kv:Party ; skos:prefLabel "Partij van de Arbeid"@nl, "Labour Party"@en .
<groep> a kv:Party ; skos:prefLabel "Groep Bos"@nl, "Groep Bos"@en .
<group/3> org:subOrganizationOf <groep> .
<d> kv:concernsDossier <4> ; kv:partyAtTheTime <groep>, <sp> .
<a> kv:concernsDossier <1> ; kv:partyAtTheTime <sp>, <pvda> .
<b> kv:concernsDossier <2>, <3> ; kv:partyAtTheTime <sp> .
<c> kv:concernsDossier <2> ; kv:partyAtTheTime <sp>, <pvda> .
"""
PARTIES = {name: FigureName(name, address=f"/{name}") for name in ("D66", "PvdA", "SP")}


def test_each_pair_of_parties_has_its_cases() -> None:
    d66, labour, sp = PARTIES.values()
    figure = FIGURES["samen"]
    all_three = "/SP SP|/PvdA PvdA|/D66 D66"
    found = figure.table(((all_three, "1"), ("/PvdA PvdA|/SP SP", "1"), ("/SP SP", "7")))
    assert found == ((labour, sp, 2), (d66, labour, 1), (d66, sp, 1))
    assert figure.finding(found) == {"name": labour, "other": sp, "value": 2}
    assert figure.finding(found[1:]) is None  # Two pairs have the most cases.


def test_the_parties_of_a_case_are_those_of_its_papers() -> None:
    store = ox.Store()
    store.load(PAPERS.encode(), ox.RdfFormat.TURTLE, base_iri="https://x/")
    rows, sp = SparqlStore(store).rows(FIGURES["samen"].query), "https://x/sp SP"
    found = {frozenset(parties.split("|")): int(cases) for parties, cases in rows}
    assert found == {
        frozenset({"https://x/pvda P.v.d.A.", sp}): 2,
        frozenset({sp}): 1,
        frozenset({"https://x/groep Groep Bos", sp}): 1,
    }


def test_the_parties_of_a_case_are_those_of_its_askers(golden_release: Path) -> None:
    cases: dict[str, set[str]] = defaultdict(set)
    for case, party in answer_rows(golden_release, ASKED):
        cases[case].add(party)
    rows = answer_rows(golden_release, FIGURES["samen"].query)
    assert len(rows) > 1
    assert Counter(map(frozenset, cases.values())) == {
        frozenset(parties.split("|")): int(number) for parties, number in rows
    }


@every_case(
    ("reason", "kinds"),
    [
        ("Nog niet alle benodigde informatie is ontvangen.", ("reason_information",)),
        ("De afstemming met derden en het inwinnen van gegevens vergen tijd.",
         ("reason_information", "reason_consultation")),
        ("Vanwege de samenhang tussen beide", ("reason_together",)),
        ("Mede als gevolg van het zomerreces", ("reason_recess",)),
        ("Het onderzoek loopt nog.", ("reason_inquiry",)),
        ("Door drukte.", ("reason_other",)),
        ("", ("reason_none",)),
    ],
)  # fmt: skip
def test_a_reason_is_of_the_kinds_whose_words_it_contains(
    reason: str, kinds: tuple[str, ...]
) -> None:
    assert delay_kinds(reason) == kinds


def test_a_notice_counts_for_each_kind_and_shares_are_of_all_notices() -> None:
    rows = (("Overleg en informatie.", "3"), ("Nader overleg.", "2"), ("Drukte.", "1"), ("", "4"))
    found = FIGURES["uitstel"].table(rows)
    assert found == (
        ("reason_consultation", 5, Share(5, 10)),
        ("reason_information", 3, Share(3, 10)),
        ("reason_other", 1, Share(1, 10)),
        ("reason_none", 4, Share(4, 10)),
    )


def test_the_sentence_names_a_reason_even_if_most_notices_give_none() -> None:
    figure = FIGURES["uitstel"]
    rows = figure.table((("Nader overleg.", "2"), ("Drukte.", "3"), ("", "5")))
    assert figure.finding(rows) == {"name": "reason_consultation", "value": Share(2, 10)}
    assert figure.finding(figure.table((("", "5"),))) is None
