"""A client for services that answer in JSON. It repeats a request if the service is busy."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

import requests

from kv2rdf.errors import ServiceError
from kv2rdf.exchange.services.time_limit import result_within

_RETRIED = frozenset((429, 500, 502, 503, 504))
_ATTEMPTS = 5
_FIRST_WAIT = 2.0
_LONGEST_WAIT = 300.0
_LAG_WAIT = 5.0
_TIMEOUT = (10.0, 90.0)
_LONGEST_REQUEST = 600.0
_LARGEST = 64_000_000
_LOST = (
    requests.ConnectionError,
    requests.Timeout,
    requests.exceptions.ChunkedEncodingError,
    requests.exceptions.ContentDecodingError,
)


@dataclass(frozen=True, slots=True)
class JsonClient:
    """A client that sends one request at a time. ``user_agent`` names the program and a contact.

    ``wait`` waits for a number of seconds. ``now`` returns the current time, which is needed if a
    service states when a request may be repeated. ``longest_request`` is the maximum number of
    seconds for one request, even if the service continues to send.
    """

    user_agent: str
    wait: Callable[[float], None]
    now: Callable[[], datetime]
    session: requests.Session = field(default_factory=requests.Session)
    longest_request: float = _LONGEST_REQUEST

    def answer(
        self, url: str, accept: str, parameters: Mapping[str, str] | None = None
    ) -> dict[str, Any]:
        """Return the JSON object at a URL.

        A request is repeated if the connection is lost, if the answer is incomplete, if the status
        is 429, 500, 502, 503 or 504, or if MediaWiki returns the error ``maxlag``. If the service
        requests a delay, the request is repeated after that delay. Raises ServiceError if there is
        no answer after five attempts, if a request or the requested delay is too long, or if the
        answer is an error that is not listed here, is too large or is not a JSON object.
        """
        wait = _FIRST_WAIT
        problem = ""
        for attempt in range(_ATTEMPTS):
            found, problem, asked = self._limited_attempt(url, accept, parameters)
            if found is not None:
                return found
            if asked is not None and asked > _LONGEST_WAIT:
                raise ServiceError(f"{url}: {problem}; it asks to wait {asked:.0f} seconds")
            if attempt < _ATTEMPTS - 1:
                self.wait(wait if asked is None else asked)
                wait *= 2
        raise ServiceError(f"{url}: {problem}, {_ATTEMPTS} times")

    def close(self) -> None:
        """Close all connections."""
        self.session.close()

    def _limited_attempt(
        self, url: str, accept: str, parameters: Mapping[str, str] | None
    ) -> tuple[dict[str, Any] | None, str, float | None]:
        """Return what ``_attempt`` returns. Raises ServiceError if it takes too long."""
        try:
            return result_within(
                self.longest_request, lambda: self._attempt(url, accept, parameters)
            )
        except TimeoutError as error:
            limit = f"{self.longest_request:g} seconds"
            raise ServiceError(f"{url}: the answer is not complete after {limit}") from error

    def _attempt(
        self, url: str, accept: str, parameters: Mapping[str, str] | None
    ) -> tuple[dict[str, Any] | None, str, float | None]:
        """Return the answer or None, the reason to repeat the request, and the delay in seconds.

        The delay is None if the service does not request one. Raises ServiceError if the request
        failed and should not be repeated.
        """
        headers = {"Accept": accept, "User-Agent": self.user_agent}
        try:
            with self.session.get(
                url, params=parameters, headers=headers, timeout=_TIMEOUT, stream=True
            ) as response:
                if response.status_code in _RETRIED:
                    return None, f"status {response.status_code}", self._asked_wait(response)
                if response.status_code != requests.codes.ok:
                    raise ServiceError(f"{url}: status {response.status_code}")
                kind = response.headers.get("Content-Type", "nothing").partition(";")[0]
                if not kind.endswith("json"):
                    raise ServiceError(f"{url}: the answer is {kind}, not JSON")
                content = _content(response)
                asked = self._asked_wait(response)
        except requests.exceptions.SSLError as error:
            raise ServiceError(f"{url}: there is no secure connection: {error}") from error
        except _LOST as error:
            return None, f"the connection is lost ({type(error).__name__})", None
        except requests.RequestException as error:
            raise ServiceError(f"{url}: {error}") from error
        if content is None:
            raise ServiceError(f"{url}: the answer has more than {_LARGEST:,} bytes")
        return _object(url, content, asked)

    def _asked_wait(self, response: requests.Response) -> float | None:
        """Return the delay in seconds that the Retry-After header requests, or None."""
        asked = response.headers.get("Retry-After", "").strip()
        if asked.isdecimal():
            return float(asked)
        try:
            moment = parsedate_to_datetime(asked)
        except ValueError:
            return None
        at = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        return max(0.0, (at - self.now()).total_seconds())


def _content(response: requests.Response) -> bytes | None:
    """Return the whole answer, or None if it is too large."""
    parts: list[bytes] = []
    size = 0
    for part in response.iter_content(1 << 16):
        size += len(part)
        if size > _LARGEST:
            return None
        parts.append(part)
    return b"".join(parts)


def _object(
    url: str, content: bytes, asked: float | None
) -> tuple[dict[str, Any] | None, str, float | None]:
    try:
        value = json.loads(content)
    except (ValueError, RecursionError):
        return None, "the answer is cut, or is not JSON", asked
    if not isinstance(value, dict):
        raise ServiceError(f"{url}: the answer is not a JSON object")
    error = value.get("error")
    if isinstance(error, dict) and error.get("code") == "maxlag":
        return None, "the service is busy (maxlag)", max(_LAG_WAIT, asked or 0.0)
    if error is not None:
        raise ServiceError(f"{url}: {json.dumps(error, ensure_ascii=False)[:200]}")
    return value, "", None
