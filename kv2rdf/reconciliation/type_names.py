"""The names of the types of entities."""

from kv2rdf.reconciliation.entities import EntityType

TYPE_NAMES = {
    EntityType.PERSON: "member of parliament or of the government",
    EntityType.PARTY: "party or parliamentary group",
    EntityType.MINISTRY: "ministry",
    EntityType.OFFICE: "minister or state secretary",
    EntityType.CASE: "set of written questions with their answers",
    EntityType.TOPIC: "topic of questions",
}
"""The name of each type."""


def type_reference(kind: EntityType) -> dict[str, str]:
    """Return a type with its identifier and name."""
    return {"id": kind.value, "name": TYPE_NAMES[kind]}
