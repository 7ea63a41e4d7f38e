"""The JSON objects of lists of cases, texts and entities."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from kv2rdf.query.found_texts import FoundText
from kv2rdf.query.indexed_cases import IndexedCase
from kv2rdf.rdf.vocabulary import DCT, ELIDL, KV
from kv2rdf.server.json_api.object_schema import (
    ADDRESS,
    COUNT,
    DAY,
    LINK,
    STATE,
    TEXT,
    TEXTS,
    TRUTH,
    ObjectSchema,
    SchemaMember,
    concept_term,
    day_term,
    dutch_term,
    json_day,
    or_null,
)
from kv2rdf.server.pages.case_rows import CaseRow


@dataclass(frozen=True, slots=True)
class CaseItem:
    """A case in a list. ``link`` is the link to the case in this API."""

    found: IndexedCase
    row: CaseRow
    link: str


@dataclass(frozen=True, slots=True)
class ListPart:
    """A page of a list. ``following`` is the link to the next page, or None on the last."""

    items: tuple[Any, ...]
    total: int
    page: int
    following: str | None


# fmt: off
CASE_ITEM: ObjectSchema[CaseItem] = ObjectSchema(
    "CaseItem",
    "A case in a list.",
    (
        SchemaMember("address", ADDRESS, "The address of the case.", lambda c: c.found.address,
            "@id"),
        SchemaMember("case", TEXT, "The number of the case.", lambda c: c.found.case,
            ELIDL.process_id),
        SchemaMember("title", TEXT, "The title, in Dutch.", lambda c: c.found.title,
            dutch_term(DCT.title)),
        SchemaMember("state", STATE, "The state.",
            lambda c: c.row.state, concept_term(KV.state)),
        SchemaMember("tabled_on", or_null(DAY), "The date of tabling.",
            lambda c: json_day(c.found.day), day_term(DCT.dateSubmitted)),
        SchemaMember("days_to_answer", or_null(COUNT),
            "The number of days from tabling to the first answer.",
            lambda c: c.row.days, KV.daysToAnswer),
        SchemaMember("answered_in_time", or_null(TRUTH), "Whether the answer came in time.",
            lambda c: c.row.is_in_time, KV.answeredInTime),
        SchemaMember("askers", TEXTS, "The names of the askers.", lambda c: c.found.askers),
        SchemaMember("parties_as_printed", TEXTS, "The printed parties of the askers.",
            lambda c: c.found.parties),
        SchemaMember("json", LINK, "The link to the whole case in this API.", lambda c: c.link),
    ),
)
TEXT_ITEM: ObjectSchema[FoundText] = ObjectSchema(
    "TextItem",
    "A text that a search found, with some data about its case.",
    (
        SchemaMember("text", ADDRESS, "The address of the text.", lambda t: t.address),
        SchemaMember("kind", TEXT, "The kind of text, such as vraag, antwoord or noot.",
            lambda t: t.kind),
        SchemaMember("number", or_null(TEXT), "The number of the text, as printed.",
            lambda t: t.part),
        SchemaMember("snippet", TEXT, "The words around the match.", lambda t: t.snippet),
        SchemaMember("case", TEXT, "The number of the case.", lambda t: t.case),
        SchemaMember("title", TEXT, "The title of the case.", lambda t: t.title),
        SchemaMember("tabled_on", or_null(DAY), "The date on which the case was tabled.",
            lambda t: json_day(t.day)),
        SchemaMember("askers", TEXTS, "The names of the askers.", lambda t: t.askers),
        SchemaMember("parties_as_printed", TEXTS, "The printed parties of the askers.",
            lambda t: t.parties),
    ),
)


def list_members(
    name: str, items: ObjectSchema[Any], about: str, term: str | None = None
) -> Iterator[SchemaMember[ListPart]]:
    """Yield the members of an object that contains a page of a list.

    ``name`` is the name of the member that contains the items, and ``items`` is the schema of an
    item. ``about`` is the description of this member, and ``term`` is its term definition in
    JSON-LD.
    """
    yield SchemaMember("total", COUNT, "The number of items on all pages.", lambda p: p.total)
    yield SchemaMember("page", COUNT, "The number of this page. The first is 1.", lambda p: p.page)
    yield SchemaMember("next", or_null(LINK), "The link to the next page; null on the last page.",
        lambda p: p.following)
    yield SchemaMember(name, items.list_of, about, lambda p: items.contents(p.items), term)


CASE_LIST: ObjectSchema[ListPart] = ObjectSchema(
    "CaseList",
    "A page of a list of cases.",
    tuple(list_members("cases", CASE_ITEM, "The cases on this page.", "@included")),
)
TEXT_LIST: ObjectSchema[ListPart] = ObjectSchema(
    "TextList",
    "A page of the texts that a search found.",
    tuple(list_members("texts", TEXT_ITEM, "The texts on this page.")),
)
# fmt: on
