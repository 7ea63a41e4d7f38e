"""The answers of the JSON API agree with its description, with the search and with the pages."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from openapi_spec_validator import OpenAPIV31SpecValidator
from starlette.testclient import TestClient

from kv2rdf.query.open_release import Release
from kv2rdf.query.sparql import rows_of
from kv2rdf.server.json_api import answers
from kv2rdf.server.json_api.operations import OPERATIONS
from kv2rdf.server.pages.search_request import SearchRequest
from tests.every_case import every_case
from tests.server.clients import client

SEED = "2022Z00634"
QUERIES = {"search": "?q=de"}
CLASSES = {"naamvorm": "kv:NameForm", "ambt": "org:Post"}


@pytest.fixture(scope="module")
def web(golden_release: Path) -> TestClient:
    return client(golden_release)


@pytest.fixture(scope="module")
def description(web: TestClient) -> dict[str, Any]:
    document: dict[str, Any] = web.get("/api/openapi.json").json()
    return document


def listed(web: TestClient, path: str) -> Iterator[dict[str, Any]]:
    """Yield the items of all pages of a list."""
    link: str | None = path
    while link:
        answer = web.get(link).json()
        yield from next(value for value in answer.values() if isinstance(value, list))
        link = answer["next"]


def examples(web: TestClient, release: Path) -> Iterator[tuple[str, str]]:
    """Yield an address for each operation, and all addresses of cases and other entities."""
    for operation in OPERATIONS:
        if "{" not in operation.path:
            yield operation.name, operation.path + QUERIES.get(operation.name, "")
            name = operation.name.replace("all_", "").replace("cases", "case")
            for item in listed(web, operation.path) if name != "search" else ():
                yield name if name == "case" else f"{name}_with_cases", item["json"]
    with Release(release) as opened:
        for kind, class_ in CLASSES.items():
            found = rows_of(opened.query(f"SELECT ?x WHERE {{ ?x a {class_} }} ORDER BY ?x"))
            for (address,) in found[:3]:
                yield f"{kind}_with_cases", f"/api/{kind}/{address.rpartition('/')[2]}"


def test_the_description_is_valid_and_has_every_route(description: dict[str, Any]) -> None:
    assert list(OpenAPIV31SpecValidator(description).iter_errors()) == []
    assert {operation.path for operation in OPERATIONS} == set(description["paths"])


def test_every_answer_is_as_described(
    web: TestClient, golden_release: Path, description: dict[str, Any]
) -> None:
    described = {get["get"]["operationId"]: get["get"] for get in description["paths"].values()}
    called = set()
    for name, address in examples(web, golden_release):
        answer = web.get(address)
        assert answer.status_code == 200, (address, answer.text)
        schema = described[name]["responses"]["200"]["content"]["application/json"]["schema"]
        checker = Draft202012Validator(
            {**schema, "components": description["components"]}, format_checker=FormatChecker()
        )
        assert [error.message for error in checker.iter_errors(answer.json())] == [], address
        called.add(name)
    assert called == set(described)


def test_the_filters_are_those_of_the_search() -> None:
    by_name = {operation.name: operation for operation in OPERATIONS}
    for name in ("cases", "search"):
        for parameter in by_name[name].parameters:
            value = {
                "p": "1",
                "kamer": "tk",
                "stand": "afgedaan",
                "deel": "vraag",
                "orde": "oud",
            }.get(parameter.name)
            pair = (parameter.name, value or "2003")
            assert SearchRequest.read([pair]).others == ()
    assert len(by_name["cases"].parameters) == 11


def test_texts_of_a_scan_are_as_printed_and_also_with_words_joined(web: TestClient) -> None:
    case = web.get("/api/zaak/ah-tk-19881989-331").json()
    for name, joined in (("notices", "De beantwoording wordt u"), ("notes", "Wetenschappen")):
        (item,) = case[name]
        assert joined not in item["text"]
        assert joined in item["joined_text"]
    case = web.get(f"/api/zaak/{SEED}").json()
    assert {item["joined_text"] for item in (*case["notes"], *case["notices"])} == {None}


def test_the_cases_of_a_search_are_those_of_its_texts(web: TestClient) -> None:
    for query in ("q=raadsleden", "q=de&deel=vraag", "q=de&fractie=cda", "q=de&van=2000"):
        texts = {text["case"] for text in listed(web, f"/api/zoek?{query}")}
        cases = [case["case"] for case in listed(web, f"/api/zaak?{query}")]
        assert texts == set(cases)
        assert len(cases) == len(texts) > 0


def test_a_filter_that_no_case_can_satisfy_is_an_error(web: TestClient) -> None:
    for query, detail in (
        ("fractie=nonsens", "no case in this release has the party 'nonsens'"),
        ("vrager=nonsens", "no case in this release has the asker 'nonsens'"),
        ("ministerie=nonsens", "no case in this release has the ministry 'nonsens'"),
        ("van=2006&tot=2005", "the period ends on 2005-12-31, before it begins on 2006-01-01"),
    ):
        for path in ("/api/zaak", "/api/zoek?q=de"):
            answer = web.get(f"{path}{'&' if '?' in path else '?'}{query}")
            assert (answer.status_code, answer.json()["detail"]) == (400, detail)


def test_all_cases_are_listed_in_the_wanted_order(
    web: TestClient, golden_release: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(answers, "CASES_ON_A_PAGE", 7)
    newest, oldest = list(listed(web, "/api/zaak")), list(listed(web, "/api/zaak?orde=oud"))
    files = {file.stem for file in golden_release.glob("dossiers/*/*.ttl")}
    assert {case["case"] for case in newest} == files
    assert len(newest) == len(oldest) == len(files) > 14
    days = [case["tabled_on"] for case in newest if case["tabled_on"]]
    assert days == sorted(days, reverse=True)
    assert [case["tabled_on"] for case in oldest if case["tabled_on"]] == sorted(days)
    of_2022 = list(listed(web, "/api/zaak?van=2022&tot=2022&vrager=palland"))
    assert [case["case"] for case in of_2022] == [SEED]


def test_a_page_behind_the_last_has_no_items_and_still_the_total(web: TestClient) -> None:
    total = web.get("/api/zaak").json()["total"]
    for path in ("/api/zaak?p=99", "/api/fractie/cda?p=99", "/api/persoon?p=99"):
        answer = web.get(path).json()
        assert answer["total"] > 0
        assert (answer["page"], answer["next"]) == (99, None)
        assert answer.get("cases", answer.get("things")) == []
    assert web.get("/api/zaak?p=99").json()["total"] == total


def test_a_case_says_what_its_page_says(web: TestClient) -> None:
    case = web.get(f"/api/zaak/{SEED}", headers={"Accept-Language": "en"}).json()
    assert (case["days_to_answer"], case["answered_in_time"]) == (38, False)
    askers = [p for p in case["participants"] if p["role"] == "indiener"]
    assert [p["name_as_printed"] for p in askers] == ["Hilde Palland", "Inge van Dijk"]
    assert askers[0]["person"]["address"].endswith("/id/persoon/palland-hm-1979")
    answers_ = [part for part in case["parts"] if part["class"] == "Answer"]
    assert answers_[0]["text"] == "Ja."
    assert answers_[0]["answers_to"] == [case["parts"][0]["address"]]
    assert web.get(case["page"]).status_code == 200
    assert case["page"].startswith("/en/")
    assert case["chamber"] == "House of Representatives"


def test_another_identifier_leads_to_the_case(web: TestClient) -> None:
    answer = web.get("/api/zaak/ah-tk-20212022-1881")
    assert (answer.status_code, answer.headers["location"]) == (301, f"/api/zaak/{SEED}")
    assert web.get("/api").headers["location"] == "/api/openapi.json"


@every_case(
    ("path", "status"),
    [("/api/zaak?word=x", 400), ("/api/zaak?kamer=x", 400), ("/api/zaak?p=0", 400),
     ("/api/zaak?p=²", 400), ("/api/zaak?orde=best", 400), ("/api/zaak?deel=vraag", 400),
     ("/api/zaak?q=(", 400), ("/api/zoek", 400), ("/api/fractie/cda?stand=weg", 400),
     ("/api/fractie/cda?lijst=answered", 400), ("/api/zaak/2099Z99999", 404),
     ("/api/fractie/x", 404), ("/api/onderwerp/x/y", 404), ("/api/x", 404)],
)  # fmt: skip
def test_what_is_wrong_is_stated_in_json(web: TestClient, path: str, status: int) -> None:
    answer = web.get(path)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["detail"]


def test_an_answer_has_the_manners_of_all_answers(web: TestClient) -> None:
    for path in ("/api/zaak", f"/api/zaak/{SEED}", "/api/openapi.json", "/api/context.jsonld"):
        answer = web.get(path)
        assert answer.headers["access-control-allow-origin"] == "*"
        again = web.get(path, headers={"If-None-Match": answer.headers["etag"]})
        assert (again.status_code, again.content) == (304, b"")
        head = web.head(path)
        assert (head.status_code, head.content) == (200, b"")
        assert head.headers["etag"] == answer.headers["etag"]


def test_behind_a_proxy_links_have_its_path(golden_release: Path) -> None:
    below = client(golden_release, root_path="/kamervragen")
    answer = below.get("/kamervragen/api/zaak").json()
    assert answer["@context"] == "/kamervragen/api/context.jsonld"
    assert answer["cases"][0]["json"].startswith("/kamervragen/api/zaak/")
    document = below.get("/kamervragen/api/openapi.json").json()
    assert document["servers"] == [{"url": "/kamervragen"}]
