"""Requests for cases and documents are answered a few at a time, because Python runs one thread."""

import asyncio
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Lock

import pytest
from starlette.requests import Request
from starlette.responses import Response

from kv2rdf.server import case_list_answers, case_routes
from kv2rdf.server.answer_queue import MOST_AT_ONCE, AnswerQueue, QueuedAnswer
from kv2rdf.server.documents import document_answer
from kv2rdf.server.problem import Problem
from tests.server.in_process import Caller, caller


class _Concurrency:
    """Counts how many answers are being computed, each of which takes a moment."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._now = 0
        self.most = 0

    def __call__(self, request: Request, *_: object, **__: object) -> Response:
        with self._lock:
            self._now += 1
            self.most = max(self.most, self._now)
        time.sleep(0.002)
        with self._lock:
            self._now -= 1
        return Response(request.url.path)


@pytest.fixture(scope="module")
def call(seed_release: Path) -> Iterator[Caller]:
    with caller(seed_release) as call:
        yield call


@pytest.mark.parametrize(
    ("module", "path"),
    [(case_routes, "/nl/zaak/2022Z00634"), (document_answer, "/doc/eli/nl/tk/zaak/2022Z00634.ttl"),
     (case_list_answers, "/nl/zaak?vorm=csv"), (case_list_answers, "/nl/jaar/2022?vorm=csv"),
     (case_list_answers, "/nl/fractie/cda?vorm=csv"),
     (case_list_answers, "/nl/vergaderjaar/2021-2022?vorm=csv")],
)  # fmt: skip
def test_few_are_computed_at_a_time_and_all_are_answered(
    call: Caller, monkeypatch: pytest.MonkeyPatch, module: object, path: str
) -> None:
    concurrency = _Concurrency()
    monkeypatch.setattr(module, "content_answer", concurrency)
    answers = call.together([path] * 20)
    assert [answer.content.decode() for answer in answers] == [path.partition("?")[0]] * 20
    assert 1 <= concurrency.most <= MOST_AT_ONCE


async def _together(answer: QueuedAnswer, number: int) -> list[Response | BaseException]:
    request = Request({"type": "http"})
    return await asyncio.gather(*(answer(request) for _ in range(number)), return_exceptions=True)


def test_a_queue_with_a_limit_refuses_what_it_has_no_place_for() -> None:
    answer = AnswerQueue(places=3).queued(lambda _request: Response("found"))
    for _ in range(2):  # the places become free again
        found = asyncio.run(_together(answer, 3))
        assert all(isinstance(each, Response) for each in found)
    *found, refused = asyncio.run(_together(answer, 4))
    assert all(isinstance(each, Response) for each in found)
    assert isinstance(refused, Problem)
    assert (refused.status_code, refused.headers) == (503, {"Retry-After": "10"})


def test_all_searches_share_a_queue(call: Caller) -> None:
    paths = ["/nl/zoek?q=de", "/en/zoek?q=de&vorm=csv", "/api/zoek?q=de", "/api/zaak?q=de"] * 5
    assert {answer.status for answer in call.together(paths)} == {200}
    answers = call.together([*paths, *paths[:4]])
    assert sorted(answer.status for answer in answers) == [*([200] * 20), *([503] * 4)]
    refused = [answer for answer in answers if answer.status == 503]
    assert {answer.headers["Retry-After"] for answer in refused} == {"10"}


def test_a_request_with_an_error_leaves_its_place(call: Caller) -> None:
    missing = call.together(["/nl/zaak/2022Z99999"] * (MOST_AT_ONCE + 1))
    assert {answer.status for answer in missing} == {404}
    assert call("/nl/zaak/2022Z00634").status == 200
