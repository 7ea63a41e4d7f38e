"""The operations of the API, with their paths, parameters and responses.

Both the routes and the OpenAPI document are made from ``OPERATIONS``.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import Response

from kv2rdf.query.found_texts import STATES
from kv2rdf.release.text_index import TEXT_KINDS
from kv2rdf.server.json_api.answers import (
    case_answer,
    case_list_answer,
    text_list_answer,
    thing_answer,
    thing_list_answer,
)
from kv2rdf.server.json_api.case_objects import CASE
from kv2rdf.server.json_api.list_objects import CASE_LIST, TEXT_LIST
from kv2rdf.server.json_api.object_schema import TEXT, JsonSchema, ObjectSchema
from kv2rdf.server.json_api.thing_objects import THING_LIST, WHOLE_THING
from kv2rdf.server.page_number import LAST_LISTED_PAGE
from kv2rdf.server.pages.case_totals import SELECTIONS
from kv2rdf.server.pages.search_request import CHAMBERS, ORDERS
from kv2rdf.server.pages.thing_kinds import THING_KINDS


@dataclass(frozen=True, slots=True)
class OperationParameter:
    """A parameter of an operation, in the query string or in the path of the address."""

    name: str
    about: str
    schema: JsonSchema = field(default_factory=lambda: TEXT)
    is_in_path: bool = False
    is_needed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """An operation. ``name`` is unique, and ``schema`` is the schema of the answer.

    ``is_search`` is whether it searches in texts, which may take long.
    """

    path: str
    name: str
    about: str
    parameters: tuple[OperationParameter, ...]
    schema: ObjectSchema[Any]
    answer: Callable[[Request], Response]
    is_search: bool = False


_PERIOD = {
    "type": "string",
    "pattern": r"^[1-9]\d{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$",
}
_PAGE = OperationParameter(
    "p", "The number of the page.", {"type": "integer", "minimum": 1, "maximum": LAST_LISTED_PAGE}
)
_SEARCH = (
    OperationParameter("van", "The earliest date of tabling: a year, a month or a date.", _PERIOD),
    OperationParameter("tot", "The latest date of tabling, in the same form.", _PERIOD),
    OperationParameter("fractie", "A party: its name as printed, or any of its other names."),
    OperationParameter("vrager", "The key of an asker, or the beginning of words in the name."),
    OperationParameter(
        "ministerie", "The key of a ministry, or the beginning of words in its name."
    ),
    OperationParameter("kamer", "The chamber.", {"enum": list(CHAMBERS)}),
    OperationParameter("stand", "The state of the case.", {"enum": list(STATES)}),
    OperationParameter("deel", "The kind of text that contains the words.",
        {"enum": list(TEXT_KINDS)}),
    OperationParameter("orde", "The order: newest, best match or oldest first.",
        {"enum": list(ORDERS)}),
    _PAGE,
)  # fmt: skip
_WORDS = "Words and operators, as on the search page."


def _thing_operations(kind: str) -> tuple[Operation, ...]:
    """Return the operations for entities of one kind and, if the kind has a list, for that list."""
    found = THING_KINDS[kind]
    names = ("scheme", "key") if kind == "onderwerp" else ("key",)
    path = "/".join((f"/api/{kind}", *(f"{{{name}}}" for name in names)))

    def answer(request: Request) -> Response:
        return thing_answer(request, kind, "/".join(request.path_params[name] for name in names))

    whole = Operation(
        path=path,
        name=f"{kind}_with_cases",
        about=f"An entity of the kind “{kind}” with its cases, newest first.",
        parameters=(
            *(
                OperationParameter(name, "A part of the address of the entity.", is_in_path=True)
                for name in names
            ),
            OperationParameter(
                "lijst", "The list of cases that is shown.", {"enum": [*found.lists]}
            ),
            OperationParameter(
                "stand",
                "Only cases in this state, or those that were answered late (te-laat).",
                {"enum": list(SELECTIONS)},
            ),
            _PAGE,
        ),
        schema=WHOLE_THING,
        answer=answer,
    )
    if found.things is None:
        return (whole,)
    everything = Operation(
        path=f"/api/{kind}",
        name=f"all_{kind}",
        about=f"All entities of the kind “{kind}” that have cases.",
        parameters=(_PAGE,),
        schema=THING_LIST,
        answer=partial(_all_things, kind),
    )
    return (everything, whole)


def _all_things(kind: str, request: Request) -> Response:
    return thing_list_answer(request, kind)


OPERATIONS: Final = (
    Operation(
        path="/api/zaak",
        name="cases",
        about="The cases with a text that contains the given words. Without words, all cases.",
        parameters=(
            OperationParameter("q", f"{_WORDS} Without it, deel and orde=best are refused."),
            *_SEARCH,
        ),
        schema=CASE_LIST,
        answer=case_list_answer,
        is_search=True,
    ),
    Operation(
        path="/api/zaak/{case}",
        name="case",
        about="One case, with its questions and answers.",
        parameters=(
            OperationParameter(
                "case",
                "The number of the case. Another identifier of the case is redirected to it.",
                is_in_path=True,
            ),
        ),
        schema=CASE,
        answer=case_answer,
    ),
    Operation(
        path="/api/zoek",
        name="search",
        about="The texts that contain the given words, each with its case.",
        parameters=(OperationParameter("q", _WORDS, is_needed=True), *_SEARCH),
        schema=TEXT_LIST,
        answer=text_list_answer,
        is_search=True,
    ),
    *(operation for kind in THING_KINDS for operation in _thing_operations(kind)),
)  # fmt: skip
"""All operations."""
