"""The formats of answers to queries, and the choice of one for a request."""

from http import HTTPStatus
from types import MappingProxyType
from typing import Final, NamedTuple

from starlette.requests import HTTPConnection

from kv2rdf.query.query_words import query_form
from kv2rdf.server.documents.document_format import DOCUMENT_FORMATS, HTML_FORMAT
from kv2rdf.server.negotiation import best_media_type
from kv2rdf.server.problem import Problem
from kv2rdf.server.sparql.protocol import FORM_LINK, AskedQuery


class AnswerFormat(NamedTuple):
    """A format of results: a short name, and the media types by which clients can request it.

    The worker writes results in the first media type.
    """

    name: str
    accepted: tuple[str, ...]

    @property
    def media_type(self) -> str:
        """The media type that the worker writes, without parameters."""
        return self.accepted[0]


HTML_ANSWER: Final = AnswerFormat("html", HTML_FORMAT.accepted)
ROW_ANSWERS: Final = (
    AnswerFormat("json", ("application/sparql-results+json", "application/json")),
    AnswerFormat("xml", ("application/sparql-results+xml", "application/xml", "text/xml")),
    AnswerFormat("csv", ("text/csv",)),
    AnswerFormat("tsv", ("text/tab-separated-values",)),
    HTML_ANSWER,
)
"""The formats of rows. The first is the default."""

TRIPLE_ANSWERS: Final = (
    *(AnswerFormat(f.extension, f.accepted) for f in DOCUMENT_FORMATS if f is not HTML_FORMAT),
    HTML_ANSWER,
)
"""The formats of triples. The first is the default."""

_ANSWERS_OF_FORMS = MappingProxyType({"CONSTRUCT": TRIPLE_ANSWERS, "DESCRIBE": TRIPLE_ANSWERS})


def answer_formats(query: str) -> tuple[AnswerFormat, ...]:
    """Return the formats in which the result of a query can be written."""
    return _ANSWERS_OF_FORMS.get(query_form(query), ROW_ANSWERS)


def chosen_format(request: HTTPConnection, asked: AskedQuery) -> AnswerFormat:
    """Return the format that a request names or, if it names none, the one that the client prefers.

    Raises Problem if the result of the query cannot be written in the named format, or if the
    client accepts none of the possible formats.
    """
    formats = answer_formats(asked.text)
    names = ", ".join(format_.name for format_ in formats)
    if asked.format_name is not None:
        for format_ in formats:
            if format_.name == asked.format_name:
                return format_
        raise Problem(
            HTTPStatus.BAD_REQUEST,
            f"The format {asked.format_name!r} does not suit this query; choose from {names}.",
            (FORM_LINK,),
        )
    own = {format_.media_type: format_ for format_ in formats}
    others = {name: format_ for format_ in formats for name in format_.accepted[1:]}
    by_media_type = {**others, **own}
    chosen = best_media_type(request, (*own, *others))
    if chosen is None:
        types = ", ".join(own)
        detail = f"This query has no answer in a format that you accept; there is {types}."
        raise Problem(HTTPStatus.NOT_ACCEPTABLE, detail, (FORM_LINK,))
    return by_media_type[chosen]
