"""The JSON objects of persons, parties, ministries, offices, topics and media, with their cases."""

from dataclasses import dataclass

from kv2rdf.rdf.vocabulary import OWL
from kv2rdf.server.json_api.list_objects import CASE_ITEM, ListPart, list_members
from kv2rdf.server.json_api.object_schema import (
    ADDRESS,
    ADDRESSES,
    COUNT,
    DAY,
    LINK,
    TEXT,
    ObjectSchema,
    SchemaMember,
    address_term,
    json_day,
    or_null,
)
from kv2rdf.server.pages.listed_things import ListedThing
from kv2rdf.server.pages.thing_view import RelatedThing, ThingView


@dataclass(frozen=True, slots=True)
class ThingItem:
    """An entity in the list of its kind. ``link`` is the link to the entity in this API."""

    thing: ListedThing
    link: str


@dataclass(frozen=True, slots=True)
class ShownThing:
    """An entity, and a page of one of its lists of cases."""

    view: ThingView
    part: ListPart


def _of_part(member: SchemaMember[ListPart]) -> SchemaMember[ShownThing]:
    """Return a copy of a member that takes its value from the ``part`` of a ``ShownThing``."""
    name, schema, about, term = member.name, member.schema, member.about, member.term
    return SchemaMember(name, schema, about, lambda shown: member.value(shown.part), term)


# fmt: off
THING_ITEM: ObjectSchema[ThingItem] = ObjectSchema(
    "ThingItem",
    "An entity in the list of its kind.",
    (
        SchemaMember("address", ADDRESS, "The address of the entity.", lambda i: i.thing.address,
            "@id"),
        SchemaMember("label", TEXT, "The name of the entity.", lambda i: i.thing.label),
        SchemaMember("case_count", COUNT, "The number of its cases.", lambda i: i.thing.count),
        SchemaMember("json", LINK, "The link to the entity in this API.", lambda i: i.link),
    ),
)
THING_LIST: ObjectSchema[ListPart] = ObjectSchema(
    "ThingList",
    "A page of the list of all entities of a kind. The entities with the most cases come first.",
    tuple(list_members("things", THING_ITEM, "The entities on this page.", "@included")),
)
RELATED: ObjectSchema[RelatedThing] = ObjectSchema(
    "RelatedThing",
    "An entity that is related to another entity, such as an office that a person held.",
    (
        SchemaMember("address", ADDRESS, "The address of the entity.", lambda t: t.address, "@id"),
        SchemaMember("label", TEXT, "The name of the entity.", lambda t: t.label),
        SchemaMember("start", or_null(DAY), "The first day of the relation.",
            lambda t: json_day(t.start)),
        SchemaMember("end", or_null(DAY), "The last day of the relation.",
            lambda t: json_day(t.end)),
    ),
)
WHOLE_THING: ObjectSchema[ShownThing] = ObjectSchema(
    "ThingWithCases",
    "An entity, and a page of one of its lists of cases.",
    (
        SchemaMember("address", ADDRESS, "The address of the entity.", lambda t: t.view.address,
            "@id"),
        SchemaMember("label", TEXT, "The name of the entity.", lambda t: t.view.label),
        SchemaMember("same_as", ADDRESSES, "Its addresses elsewhere, such as in Wikidata.",
            lambda t: t.view.same, address_term(OWL.sameAs)),
        SchemaMember("related", {"type": "object", "additionalProperties": RELATED.list_of},
            "Other entities, by the name of their relation to this entity.",
            lambda t: {k: RELATED.contents(v) for k, v in t.view.related.items()}),
        SchemaMember("lists", {"type": "object", "additionalProperties": COUNT},
            "The length of each list of its cases, by the name of the list.",
            lambda t: {name: found.total for name, found in t.view.lists.totals.items()}),
        SchemaMember("list", TEXT, "The name of the list that is shown.",
            lambda t: t.view.lists.shown.name),
        *map(_of_part, list_members("cases", CASE_ITEM, "The cases on this page.", "@included")),
    ),
)
# fmt: on
