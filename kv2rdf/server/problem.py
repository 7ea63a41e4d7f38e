"""A request that has no answer: what is wrong, and where to go next."""

from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus

from starlette.exceptions import HTTPException


@dataclass(frozen=True, slots=True)
class ProblemLink:
    """A link in the answer to a request that has none. ``path`` begins with ``/``."""

    path: str
    text: str


class Problem(HTTPException):
    """A request that cannot be answered. Any endpoint may raise it.

    The client gets ``detail`` and ``links`` as a page, as JSON, as RDF or as text: what it accepts.
    """

    def __init__(
        self,
        status: HTTPStatus,
        detail: str,
        links: tuple[ProblemLink, ...] = (),
        headers: Mapping[str, str] | None = None,
    ) -> None:
        """Make a problem. ``detail`` says in a sentence what is wrong and what to do."""
        super().__init__(status.value, detail, headers)
        self.title = status.phrase
        self.links = links
