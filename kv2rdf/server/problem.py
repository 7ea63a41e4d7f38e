"""Requests that cannot be answered: what is wrong, and where to go next."""

from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus

from starlette.exceptions import HTTPException


@dataclass(frozen=True, slots=True)
class ProblemLink:
    """A link in the response to a request that cannot be answered.

    ``path`` begins with ``/``, and does not include the path below which a proxy serves the server.
    """

    path: str
    text: str


class Problem(HTTPException):
    """The exception for a request that cannot be answered. Any endpoint may raise it.

    The client receives ``detail`` and ``links`` as a page, as JSON, as RDF or as text, depending on
    what it accepts.
    """

    def __init__(
        self,
        status: HTTPStatus,
        detail: str,
        links: tuple[ProblemLink, ...] = (),
        headers: Mapping[str, str] | None = None,
    ) -> None:
        """Create a problem. ``detail`` is a sentence that says what is wrong and what to do."""
        super().__init__(status.value, detail, headers)
        self.title = status.phrase
        self.links = links
