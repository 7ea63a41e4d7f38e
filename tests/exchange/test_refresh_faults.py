"""`kv2rdf link refresh` if a service fails. It waits, or ends with a one-line message."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from kv2rdf.errors import ServiceError
from kv2rdf.exchange.additions.chamber_facts import ChamberRows, chamber_facts
from kv2rdf.exchange.services.json_client import JsonClient
from kv2rdf.exchange.services.query_service import held_positions
from tests.cli.commands import one_line
from tests.exchange.conftest import refresh
from tests.exchange.local_services import (
    BUSY,
    LAG,
    LOST,
    PAGE_OF_HTML,
    TOO_MANY,
    Answer,
    LocalServices,
    cut_after,
)

NOW = datetime(2026, 11, 29, tzinfo=UTC)
MOMENT = "Sun, 29 Nov 2026 00:00:09 GMT"


@pytest.mark.sampled(3)
@pytest.mark.parametrize(("path", "fault", "problem"), [
    ("/sparql", [PAGE_OF_HTML], "the answer is text/html, not JSON"),
    ("/sparql", [Answer(content=b"[]")], "the answer is not a JSON object"),
    ("/sparql", [Answer(content=b"{}")], "the answer is not in the SPARQL JSON format"),
    ("/sparql", [Answer(status=400, content=b"{}")], "status 400"),
    ("/sparql", [BUSY] * 5, "status 503, 5 times"),
    ("/w/api.php", [Answer(content=b'{"error": {"code": "no-such-entity"}}')], "no-such-entity"),
    ("/w/api.php", [Answer(content=b'{"entities": {}}')], "not about the items"),
    ("/OData/v4/2.0/Persoon", [Answer(content=b'{"value": [{}]}')], "not a page of rows"),
    ("/OData/v4/2.0/Persoon",
     [Answer(content=b'{"value": [], "@odata.count": 0, "@odata.nextLink": "http://e.example/"}')],
     "the next page is on another server"),
    ("/OData/v4/2.0/Fractie", [Answer(content=b'{"value": [{"Id": "f1"}], "@odata.count": 1}')],
     "a row does not have the expected form"),
    ("/sparql", [Answer(status=429, content=b"", headers={"Retry-After": "86400"})],
     "status 429; it asks to wait 86400 seconds"),
], ids=[
    "html", "list", "other", "400", "busy", "error", "none", "no-id", "server", "row", "ban",
])  # fmt: skip
def test_an_answer_that_cannot_be_used_is_reported_in_one_line_and_nothing_is_written(
    services: LocalServices, tmp_path: Path, path: str, fault: list[Answer], problem: str
) -> None:
    services.faults[path] = list(fault)
    result = refresh(services, tmp_path / "out")
    assert result.exit_code == 2
    assert problem in one_line(result)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("moment", ["0001-01-01T00:00:00+02:00", "9999-12-31T23:30:00Z", "soon"])
def test_a_spell_from_an_impossible_moment_is_an_error(moment: str) -> None:
    spell = {"Id": "s", "Persoon_Id": "p", "FractieZetel_Id": "z", "Van": moment, "TotEnMet": None}
    with pytest.raises(ServiceError, match=f"a row does not have the expected form.*{moment[:4]}"):
        chamber_facts(ChamberRows((), (), (), (spell,)), {})


def test_pages_that_come_twice_or_lack_rows_are_errors(
    services: LocalServices, tmp_path: Path
) -> None:
    services.counts["Persoon"] = 4
    assert "3 rows arrived, but the service reports 4" in one_line(
        refresh(services, tmp_path / "out")
    )
    services.repeats_pages = True
    assert "a page was returned twice" in one_line(refresh(services, tmp_path / "out"))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("fault", [
    [LOST, LOST], [cut_after(40)], [Answer(content=b'{"results": {"bindi')], [TOO_MANY, BUSY],
    [LAG], [Answer(status=503, content=b"", headers={"Retry-After": MOMENT})],
], ids=["lost", "cut", "cut-json", "busy", "lag", "moment"])  # fmt: skip
def test_a_fault_that_passes_is_waited_for(
    services: LocalServices, fault: list[Answer], request: pytest.FixtureRequest
) -> None:
    waits: list[float] = []
    client = JsonClient("kv2rdf", waits.append, lambda: NOW)
    services.faults["/w/api.php"] = list(fault)
    url = f"{services.url}/w/api.php?ids=Q1&maxlag=5"
    assert client.answer(url, "application/json") == {
        "entities": {"Q1": {"id": "Q1", "type": "item"}}
    }
    expected = {"lost": [2, 4], "cut": [2], "cut-json": [2], "busy": [7, 0], "lag": [5]}
    expected["moment"] = [9]
    assert waits == expected[request.node.callspec.id]


def test_no_network_is_reported_in_one_line() -> None:
    client = JsonClient("kv2rdf", lambda _: None, lambda: NOW + timedelta(1))
    with pytest.raises(ServiceError, match=r"the connection is lost \(ConnectionError\), 5 times"):
        client.answer("http://127.0.0.1:9/", "application/json")
    with pytest.raises(ServiceError, match="Invalid URL"):
        client.answer("no-url", "application/json")


def test_a_page_of_statements_that_comes_twice_is_an_error(services: LocalServices) -> None:
    client = JsonClient("kv2rdf", lambda _: None, lambda: NOW)
    positions = ("Q18887908", "Q20740176", "Q15731332")
    url = f"{services.url}/sparql"
    whole = held_positions(client, url, positions)
    assert held_positions(client, url, positions, page=4) == whole
    first = services.answer("/sparql", {"query": _query(services, 4)})
    services.faults["/sparql"] = [first, first]
    with pytest.raises(ServiceError, match="a page was returned twice"):
        held_positions(client, url, positions, page=4)
    count = b'{"head": {}, "results": {"bindings": [{"n": {"type": "literal", "value": "99"}}]}}'
    services.faults["/sparql"] = [Answer(kind=first.kind), Answer(content=count, kind=first.kind)]
    with pytest.raises(ServiceError, match="statements arrived, but the service reports 99"):
        held_positions(client, url, positions)


def _query(services: LocalServices, page: int) -> str:
    queries = (parse_qs(urlsplit(path).query)["query"][0] for path, _ in services.requests)
    return next(query for query in queries if f"LIMIT {page} " in query)
