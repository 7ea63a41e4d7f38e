"""The exceptions for requests that cannot be answered."""

from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from types import MappingProxyType
from typing import Self

from starlette.exceptions import HTTPException

from kv2rdf.reference.page_words import LANGUAGES, PageWords

_NOTHING: Mapping[str, object] = MappingProxyType({})
_PROGRAMS = PageWords(LANGUAGES[1])
"""The words of responses to programs, which are always in English."""


@dataclass(frozen=True, slots=True)
class ProblemLink:
    """A link in the response to a request that cannot be answered.

    ``path`` begins with ``/``. It does not include the path below which a proxy serves the server.
    ``text`` is in English, or is the name of an entity. ``key`` is the key of the same text in the
    table of messages, or None if the text is a name.
    """

    path: str
    text: str
    key: str | None = None

    @classmethod
    def translated(cls, path: str, key: str) -> Self:
        """Return a link whose text is in the table of messages."""
        return cls(path, _PROGRAMS.text(key), key)

    def text_in(self, words: PageWords) -> str:
        """Return the text in the language of ``words``."""
        return words.text(self.key) if self.key else self.text


class Problem(HTTPException):
    """An exception that any endpoint may raise if a request cannot be answered.

    The client receives ``detail`` and ``links`` as a page, JSON, RDF or text, depending on its
    Accept header.
    """

    def __init__(
        self,
        status: HTTPStatus,
        detail: str,
        links: tuple[ProblemLink, ...] = (),
        headers: Mapping[str, str] | None = None,
    ) -> None:
        """Create a problem. ``detail`` is a sentence that explains the problem and its solution."""
        super().__init__(status.value, detail, headers)
        self.title = status.phrase
        self.links = links

    def detail_in(self, words: PageWords) -> str | None:
        """Return the detail if the language of ``words`` is English, and None otherwise."""
        return self.detail if words.language == _PROGRAMS.language else None


class TranslatedProblem(Problem):
    """A problem whose detail is in the table of messages, and so available in every language."""

    def __init__(
        self,
        status: HTTPStatus,
        key: str,
        links: tuple[ProblemLink, ...] = (),
        headers: Mapping[str, str] | None = None,
        values: Mapping[str, object] = _NOTHING,
    ) -> None:
        """Create a problem. ``key`` is the key of a message, into which ``values`` are inserted."""
        super().__init__(status, _PROGRAMS.text(key, **values), links, headers)
        self._key = key
        self._values = values

    def detail_in(self, words: PageWords) -> str:
        """Return the detail in the language of ``words``."""
        return words.text(self._key, **self._values)
