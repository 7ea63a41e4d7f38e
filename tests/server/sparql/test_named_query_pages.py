"""The pages of named queries and of recipes."""

from pathlib import Path

import pytest
from lxml import html
from starlette.testclient import TestClient

from kv2rdf.query.named_queries import NamedQuery, all_queries, all_recipes
from kv2rdf.query.open_release import Release
from kv2rdf.query.sparql import ResultRows
from kv2rdf.reference.page_words import LANGUAGES, PageWords
from kv2rdf.server.sparql.collected_result import CollectedResult
from kv2rdf.server.sparql.frames import SparqlRequest
from kv2rdf.server.sparql.worker_pool import WorkerPool
from tests.server.pages.case_pages import listed
from tests.server.sparql.asked_pages import rows

PAGE = {"Accept": "text/html"}
EVERY = (*all_queries(), *all_recipes())


@pytest.mark.parametrize(("language", "word"), [("nl", "Voer uit"), ("en", "Run")])
def test_the_form_lists_every_query_by_its_question(
    patient: TestClient, language: str, word: str
) -> None:
    answer = patient.get(f"/{language}/bevragen")
    page = html.document_fromstring(answer.text)
    assert (answer.status_code, listed(page, "//main//button")) == (200, [word])
    links = {link.get("href"): link.text for link in page.xpath("//details//a")}
    questions = {f"/{language}/bevragen/{q.name}": getattr(q, language) for q in EVERY}
    assert links == questions
    assert not page.xpath("//section[@id='uitkomst']")
    scripts = {script.get("src") for script in page.xpath("//script")}
    assert scripts <= {"/assets/yasqe.min.js", "/assets/query-editor.js"}  # only with the editor


@pytest.mark.sampled(5)
@pytest.mark.parametrize("query", EVERY, ids=lambda query: query.name)
def test_each_named_query_and_recipe_has_a_page_with_its_answer(
    patient: TestClient, query: NamedQuery
) -> None:
    answer = patient.get(f"/nl/bevragen/{query.name}")
    page = html.document_fromstring(answer.text)
    assert answer.status_code == 200
    assert listed(page, "//h1") == [query.nl]
    assert [field.get("name") for field in page.xpath("//input[starts-with(@id,'p-')]")] == [
        parameter.name for parameter in query.parameters
    ]
    values = {field.get("name"): field.get("value") for field in page.xpath("//input[@value]")}
    values = {p.name: values[p.name] for p in query.parameters}
    assert page.xpath("//textarea")[0].text.strip() == query.plain_text(values, "nl").strip()
    assert page.xpath("//section[@id='uitkomst']")


def test_the_values_of_parameters_are_fields_and_are_in_the_permanent_link(
    patient: TestClient,
) -> None:
    answer = patient.get("/en/bevragen/who-asked-what?name=Dijk&first=100&utm=x")
    page = html.document_fromstring(answer.text)
    assert [f.get("value") for f in page.xpath("//input[starts-with(@id,'p-')]")] == ["Dijk", "100"]
    assert rows(page)[1][1:4:2] == ["2022Z00634", "Inge van Dijk"]
    (link,) = listed(page, "//p[@class='iri']/a")
    assert link == "http://testserver/en/bevragen/who-asked-what?name=Dijk"
    assert "Unknown parameters: utm." in answer.text
    assert patient.get(link.removeprefix("http://testserver")).status_code == 200


def test_a_named_query_has_downloads_of_its_own(patient: TestClient) -> None:
    answer = patient.get("/nl/bevragen/who-asked-what?name=Dijk&vorm=csv")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.text.splitlines()[1].split(",")[1] == "2022Z00634"
    page = html.document_fromstring(patient.get("/nl/bevragen/who-asked-what?name=Dijk").text)
    link = page.xpath("//section[@id='uitkomst']/p/a/@href")[0]
    assert patient.get(link).text == answer.text
    assert patient.get("/nl/bevragen/counts?vorm=pdf").status_code == 400
    assert patient.get("/nl/bevragen/still-open?vorm=csv&first=x").status_code == 400


def test_a_search_for_words_tries_only_the_texts_that_can_have_them(
    patient: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked_for: list[str] = []

    def candidates(_release: Release, words: str) -> tuple[str, ...]:
        asked_for.append(words)
        return ()

    whole = patient.get("/en/bevragen/text-contains?words=doxing&vorm=csv").text
    assert whole.count("2022Z00634") > 1
    monkeypatch.setattr(Release, "candidates", candidates)
    answer = patient.get("/en/bevragen/text-contains?words=doxing&vorm=csv")
    assert asked_for == ["doxing"]
    assert answer.text.splitlines() == ["case,kind,number,text"]


def test_a_value_that_a_parameter_cannot_have_is_explained(patient: TestClient) -> None:
    answer = patient.get("/nl/bevragen/still-open?first=many")
    assert answer.status_code == 400
    assert "first must be a whole number from 1, not &#39;many&#39;" in answer.text
    assert 'value="many"' in answer.text


def test_there_is_no_page_for_a_query_that_does_not_exist(patient: TestClient) -> None:
    answer = patient.get("/nl/bevragen/none", headers=PAGE)
    assert answer.status_code == 404
    assert 'href="/nl/bevragen"' in answer.text


def test_an_unknown_query_has_a_link_to_all_queries_below_the_path_of_a_proxy(
    patient: TestClient,
) -> None:
    below = TestClient(patient.app, raise_server_exceptions=False, root_path="/kamervragen")
    answer = below.get("/kamervragen/nl/bevragen/nothing", headers={"Accept": "text/html"})
    assert answer.status_code == 404
    assert 'href="/kamervragen/nl/bevragen">alle zoekvragen' in answer.text


def test_every_column_of_a_named_query_has_a_name_in_both_languages(seed_release: Path) -> None:
    words = [PageWords(language) for language in LANGUAGES]
    with Release(seed_release) as release:
        for query in EVERY:
            result = release.query(query.filled_text({}))
            assert isinstance(result, ResultRows)
            keys = [f"variable_{variable}" for variable in result.variables]
            assert all(each.text(key) for each in words for key in keys), query.name


@pytest.mark.parametrize(
    ("language", "names"),
    [("nl", ["Regel", "Bevindingen"]), ("en", ["Rule", "Findings"])],
)
def test_the_columns_have_names_in_the_language_of_the_page(
    patient: TestClient, language: str, names: list[str]
) -> None:
    page = html.document_fromstring(patient.get(f"/{language}/bevragen/findings-per-rule").text)
    heads = listed(page, "//table[contains(@class, 'results')]//thead//th")
    assert [head for head in heads if head not in ("Staaf", "Bar")] == names


def test_the_columns_of_another_query_have_its_own_names(patient: TestClient) -> None:
    asked = "SELECT ?case ?mine WHERE { ?case a kv:Dossier ; dct:title ?mine }"
    page = html.document_fromstring(patient.get("/nl/bevragen", params={"query": asked}).text)
    assert listed(page, "//table//thead//th") == ["case", "mine"]


def test_a_dutch_label_in_a_result_is_marked_as_dutch_on_an_english_page(
    patient: TestClient,
) -> None:
    asked = "SELECT DISTINCT ?topic WHERE { ?case dct:subject ?topic }"
    page = html.document_fromstring(patient.get("/en/bevragen", params={"query": asked}).text)
    texts = page.xpath("//table[contains(@class, 'results')]//tbody//th/a")
    assert "nl" in {text.get("lang") for text in texts}


def test_only_a_named_query_is_sent_to_the_worker_as_one(
    patient: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[bool] = []
    result = WorkerPool.result

    async def recorded_result(
        pool: WorkerPool, folder: Path, request: SparqlRequest, client: str
    ) -> CollectedResult:
        sent.append(request.is_named)
        return await result(pool, folder, request, client)

    monkeypatch.setattr(WorkerPool, "result", recorded_result)
    for path in ("/nl/bevragen/counts", "/nl/bevragen/counts?vorm=csv", "/nl/bevragen?query=ASK{}"):
        assert patient.get(path).status_code == 200
    assert patient.get("/sparql?query=ASK{}").status_code == 200
    assert sent == [True, True, False, False]
