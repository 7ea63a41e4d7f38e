"""The downloads of results on the query pages: the labels in a CSV, and the names of the files."""

import csv
import io

import pytest
from lxml import html
from starlette.testclient import TestClient

from kv2rdf.server.pages import labelled_csv
from kv2rdf.server.sparql import result_downloads

BASE = "https://w3id.org/kamervragen"
ASKERS = "SELECT ?case ?asker ?tabled { ?case kv:askedBy ?asker ; dct:dateSubmitted ?tabled }"


def downloaded(client: TestClient, query: str, language: str = "nl") -> list[list[str]]:
    """Return the rows of the CSV to which the page of a query links."""
    page = client.get(f"/{language}/bevragen", params={"query": query})
    (href,) = html.document_fromstring(page.text).xpath("//section[@id='uitkomst']/p/a/@href")[:1]
    answer = client.get(href)
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    return list(csv.reader(io.StringIO(answer.text, newline="")))


def test_each_column_of_addresses_is_followed_by_a_column_of_labels(patient: TestClient) -> None:
    head, first, *_ = downloaded(patient, ASKERS + " ORDER BY ?asker")
    assert head == ["case", "case_label", "asker", "asker_label", "tabled"]
    assert first[0] == f"{BASE}/eli/nl/tk/zaak/2022Z00634"
    assert first[1].startswith("Het bericht ‘Verdrievoudiging")
    assert first[3] == "Inge van Dijk"


def test_a_label_is_in_the_language_of_the_page(patient: TestClient) -> None:
    asked = "SELECT DISTINCT ?state { ?case kv:state ?state }"
    dutch, english = (downloaded(patient, asked, language)[1] for language in ("nl", "en"))
    assert dutch[0] == english[0]
    assert (dutch[1], english[1]) == ("beantwoord", "answered")


def test_a_column_of_labels_that_the_query_itself_returns_is_not_replaced(
    patient: TestClient,
) -> None:
    asked = 'SELECT ?case ("mine" AS ?case_label) { ?case a kv:Dossier }'
    assert downloaded(patient, asked) == [
        ["case", "case_label"], [f"{BASE}/eli/nl/tk/zaak/2022Z00634", "mine"]
    ]  # fmt: skip


def test_values_that_are_not_entities_of_the_release_get_no_labels(patient: TestClient) -> None:
    asked = f'SELECT ?x ?y {{ VALUES (?x ?y) {{ (dct:title "a\\r\\nb") (<{BASE}/id/x"y> 1) }} }}'
    refused = patient.get("/nl/bevragen", params={"query": asked, "vorm": "csv"})
    assert refused.status_code == 400
    asked = f'SELECT ?x ?y {{ VALUES (?x ?y) {{ (dct:title "a\\r\\nb") ("{BASE}/a b>" UNDEF) }} }}'
    assert downloaded(patient, asked)[1:] == [
        ["http://purl.org/dc/terms/title", "a\r\nb"], [f"{BASE}/a b>", ""]
    ]  # fmt: skip


def test_no_result_and_an_ask_query_are_csv_too(patient: TestClient) -> None:
    assert downloaded(patient, "SELECT ?x { ?x a kv:Nothing }") == [["x"]]
    assert downloaded(patient, "ASK { ?x a kv:Dossier }")[-1] == ["true"]


@pytest.mark.parametrize(
    ("module", "limit"),
    [(labelled_csv, "MOST_ENTITIES"), (result_downloads, "MOST_LABELLED_BYTES")],
)
def test_a_very_large_result_has_no_labels(
    patient: TestClient, monkeypatch: pytest.MonkeyPatch, module: object, limit: str
) -> None:
    monkeypatch.setattr(module, limit, 1)
    assert downloaded(patient, ASKERS)[0] == ["case", "asker", "tabled"]


def test_the_endpoint_answers_as_its_protocol_says(patient: TestClient) -> None:
    answer = patient.get("/sparql", params={"query": ASKERS, "format": "csv"})
    assert answer.text.splitlines()[0] == "case,asker,tabled"
    assert answer.headers["content-disposition"] == 'inline; filename="result.csv"'


@pytest.mark.parametrize("format_", ["csv", "tsv", "json", "xml"])
def test_a_file_is_named_after_the_named_query(patient: TestClient, format_: str) -> None:
    named = patient.get(f"/nl/bevragen/counts?vorm={format_}")
    assert named.headers["content-disposition"] == f'attachment; filename="counts.{format_}"'
    free = patient.get("/nl/bevragen", params={"query": ASKERS, "vorm": format_})
    assert free.headers["content-disposition"] == f'attachment; filename="result.{format_}"'
    assert free.headers["x-kv-complete"] == "true"


def test_a_format_that_does_not_exist_is_refused(patient: TestClient) -> None:
    answer = patient.get("/nl/bevragen", params={"query": ASKERS, "vorm": "pdf"})
    assert answer.status_code == 400
