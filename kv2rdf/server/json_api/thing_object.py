"""The JSON object of an entity that was identified: its address and its name."""

from kv2rdf.query.case_view.named_things import NamedThing
from kv2rdf.server.json_api.object_schema import ADDRESS, TEXT, ObjectSchema, SchemaMember

# fmt: off
THING: ObjectSchema[NamedThing] = ObjectSchema(
    "Thing",
    "A person, office, ministry, party, topic or medium.",
    (
        SchemaMember("address", ADDRESS, "The address of the entity.", lambda t: t.address, "@id"),
        SchemaMember("label", TEXT, "The name of the entity.", lambda t: t.label),
    ),
)
# fmt: on


def thing_or_null(thing: NamedThing | None) -> dict[str, object] | None:
    """Return the object of an entity, or None if there is no entity."""
    return THING.content(thing) if thing else None
