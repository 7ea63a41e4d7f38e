"""The pages on which people run queries."""

import json
import re
from urllib.parse import quote, urlencode

import pytest
from lxml import html
from starlette.testclient import TestClient

from tests.every_case import every_case
from tests.server.pages.case_pages import listed
from tests.server.script_vectors import VECTORS
from tests.server.sparql.asked_pages import asked, rows
from tests.server.sparql.running_pools import ENDLESS

PAGE = {"Accept": "text/html"}


def test_a_thing_has_its_label_with_its_address_and_a_link_to_its_page(patient: TestClient) -> None:
    _, page = asked(patient, "SELECT ?case ?asker { ?case a kv:Dossier ; kv:askedBy ?asker }")
    (cell,) = page.xpath("//tbody/tr[1]/th")
    assert cell[0].get("href") == "/nl/zaak/2022Z00634"
    assert cell[0].text.startswith("Het bericht ‘Verdrievoudiging")
    assert cell[1].text == "https://w3id.org/kamervragen/eli/nl/tk/zaak/2022Z00634"


def test_values_are_escaped_marked_and_linked(patient: TestClient) -> None:
    query = """SELECT ("<b>&" AS ?a) ("2022Z00634" AS ?b) ("vraag"@nl AS ?c) (1/3 AS ?d) ?e
      ("javascript:x" AS ?f) (<javascript:x> AS ?g) (dct:title AS ?h) {}"""
    _, page = asked(patient, query, "en")
    assert rows(page)[1] == ["<b>&", "2022Z00634", "vraag", "0.33", "", "javascript:x",
                             "javascript:x", "dct:title"]  # fmt: skip
    links = {link.text: link.get("href") for link in page.xpath("//table//a")}
    assert links == {
        "2022Z00634": "/en/zaak/2022Z00634",
        "dct:title": "http://purl.org/dc/terms/title",
    }
    assert listed(page, "//td//*[@lang='nl']") == ["vraag"]


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("SELECT ?n { VALUES ?n { 1 2 3 } }", "compleet ·"),
        ("SELECT ?n { VALUES ?n { 1 2 3 } } LIMIT 2", "compleet tot aan de LIMIT in de vraag ·"),
        ('SELECT ("LIMIT" AS ?n) {}', "compleet ·"),
    ],
)
def test_a_limit_in_the_query_is_mentioned(patient: TestClient, query: str, said: str) -> None:
    _, page = asked(patient, query)
    assert said in listed(page, "//section[@class='result']/p")[0]


@every_case(
    ("values", "widths"),
    [
        ('("a" 4) ("b" 1) ("c" 0)', ["100.0%", "25.0%", "0.0%"]),
        ('("a" 4)', []),
        ('("a" 4) ("b" -1)', []),
        ('("a" 4) ("b" "1")', []),
        ('("a" 0) ("b" 0)', []),
        ('("a" 4) (UNDEF 1)', ["100.0%", "25.0%"]),
        ('("a" 4) ("b" "INF"^^xsd:double)', []),
    ],
)
def test_a_label_and_a_number_are_drawn_as_bars(
    patient: TestClient, values: str, widths: list[str]
) -> None:
    _, page = asked(patient, f"SELECT ?x ?n {{ VALUES (?x ?n) {{ {values} }} }} ORDER BY DESC(?n)")
    assert [bar.get("width") for bar in page.xpath("//td//rect")] == widths
    assert len(page.xpath("//tbody/tr")) == values.count("(")


def test_more_than_two_columns_are_not_a_chart(patient: TestClient) -> None:
    _, page = asked(patient, "SELECT ?x ?y ?n { VALUES (?x ?y ?n) { (1 2 3) (4 5 6) } }")
    assert not page.xpath("//td//rect")


def test_the_page_says_how_much_was_found_and_links_to_downloads(patient: TestClient) -> None:
    query = "SELECT ?q { ?q a kv:Question }"
    _, page = asked(patient, query)
    (said,) = listed(page, "//section[@id='uitkomst']/p[@class='ours']")
    assert re.fullmatch(r"7 rijen in \d+,\d\d s · compleet · download CSV TSV JSON XML", said)
    for link in page.xpath("//section[@id='uitkomst']/p/a"):
        assert patient.get(link.get("href")).status_code == 200
    csv = patient.get(page.xpath("//section[@id='uitkomst']/p/a")[0].get("href"))
    assert csv.text.count("\n") == 8
    assert listed(page, "//p[@class='iri']/a") == [
        f"http://testserver/nl/bevragen?{urlencode({'query': query})}"
    ]


def test_a_large_result_is_shown_in_part_and_says_so(patient: TestClient) -> None:
    _, page = asked(patient, "SELECT (1 AS ?n) { ?s ?p ?o } LIMIT 1001")
    assert len(rows(page)) == 1 + 1000
    (said,) = listed(page, "//section[@id='uitkomst']/p[@class='ours']")
    assert "1.001 rijen" in said
    assert "Hier staan de eerste 1.000" in said


def test_nothing_found_is_said_with_a_warning_about_unknown_terms(patient: TestClient) -> None:
    _, page = asked(patient, "SELECT * { ?s kv:texts 'x' }", "en")
    assert listed(page, "//section[@id='uitkomst']/div[@class='notice said']/p") == [
        "there is no term kv:texts; did you mean kv:text?"
    ]
    assert "nothing in the data matches it" in listed(page, "//section[@id='uitkomst']")[0]


def test_yes_and_triples_are_shown_as_text(patient: TestClient) -> None:
    assert listed(asked(patient, "ASK {}")[1], "//p[@class='figure']") == ["Ja"]
    _, page = asked(patient, "CONSTRUCT { <tag:x:1> a kv:Question } WHERE {}")
    assert "<tag:x:1> a kv:Question ." in listed(page, "//section[@id='uitkomst']/pre")[0]


@pytest.mark.parametrize(
    ("query", "status", "heading"),
    [
        ("SELECT * {", 400, "In de vraag staat een fout"),
        ("SELECT * { SERVICE <http://127.0.0.1:1/> {} }", 400, "In de vraag staat een fout"),
        ("DELETE WHERE { ?s ?p ?o }", 403, "Deze site beantwoordt vragen en verandert niets"),
        (ENDLESS, 504, "Gestopt bij de tijdslimiet; er is geen deel van de uitkomst getoond"),
        ("SELECT * { ?s ?p ?o }", 413, "De uitkomst is te groot; er is geen deel van getoond"),
    ],
    ids=["syntax", "service", "update", "time", "size"],
)
def test_a_query_without_an_answer_has_a_heading_a_reason_and_a_way_on(
    patient: TestClient, sparql: TestClient, query: str, status: int, heading: str
) -> None:
    found, page = asked(sparql if query == ENDLESS else patient, query)
    assert found == status
    assert listed(page, "//section[@id='fout']/h2") == [heading]
    assert page.xpath("//section[@id='fout']//a[@href='#query']")
    assert page.xpath("//textarea[@aria-describedby='fout']")[0].text.strip() == query


def test_an_error_has_the_line_with_a_mark_below_the_place(patient: TestClient) -> None:
    _, page = asked(patient, "SELECT * {\r\n  ?s kv:text ?t\r\n  FILTR(true) }")
    assert page.xpath("//section[@id='fout']/pre")[0].text == "  FILTR(true) }\n  ^"
    assert "Line 3, column 3" in listed(page, "//section[@id='fout']/p[@lang='en']")[0].replace(
        "line", "Line"
    )


def test_the_service_shows_the_same_page_to_people(patient: TestClient) -> None:
    answer = patient.get("/sparql", headers={**PAGE, "Accept-Language": "en"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/en/bevragen")
    answer = patient.post("/sparql", data={"query": "ASK {}"}, headers=PAGE)
    page = html.document_fromstring(answer.text)
    assert listed(page, "//p[@class='figure']") == ["Ja"]
    (language,) = page.xpath("//a[@class='lang']/@href")
    assert language == "/en/bevragen?query=ASK+%7B%7D"
    assert patient.get(language).status_code == 200


RUNS = (
    "//script[not(starts-with(@src, '/assets/'))] | //iframe | //object | //embed | //style"
    " | //@*[starts-with(name(), 'on')]"
    " | //@href[starts-with(., 'javascript:')] | //@action[starts-with(., 'javascript:')]"
)


def test_vectors_in_results_are_text(patient: TestClient) -> None:
    values = " ".join(f"({json.dumps(vector)} {n})" for n, vector in enumerate(VECTORS))
    _, page = asked(patient, f"SELECT ?v ?n {{ VALUES (?v ?n) {{ {values} }} }}")
    assert listed(page, "//tbody/tr/th") == [" ".join(vector.split()) for vector in VECTORS]
    assert page.xpath(RUNS) == []


@every_case("place", ["?query={}", "/still-open?first={}", "/counts?{}=x", "/{}"])
def test_vectors_in_the_address_are_text(patient: TestClient, place: str) -> None:
    for vector in VECTORS[::20]:
        answer = patient.get(f"/nl/bevragen{place.format(quote(vector, safe=''))}", headers=PAGE)
        assert html.document_fromstring(answer.text).xpath(RUNS) == [], vector
