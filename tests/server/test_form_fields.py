"""The body of a request whose connection ends too early."""

import asyncio

import pytest
from starlette.requests import Request
from starlette.types import Message

from kv2rdf.server.form_fields import request_body
from kv2rdf.server.problem import Problem


def test_a_connection_that_ends_within_the_body_is_a_bad_request() -> None:
    begin: Message = {"type": "http.request", "body": b"ab", "more_body": True}
    messages: list[Message] = [{"type": "http.disconnect"}, begin]

    async def receive() -> Message:
        return messages.pop()

    with pytest.raises(Problem) as caught:
        asyncio.run(request_body(Request({"type": "http"}, receive), 10))
    assert caught.value.status_code == 400
