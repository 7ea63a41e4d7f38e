"""The description of a person names each period in a group once."""

from datetime import date

from msgspec.structs import replace

from kv2rdf.reconciliation.entities import register_entities
from tests.reconciliation.small_register import AT, PUBLISHED, REGISTER


def test_adjoining_memberships_of_one_group_are_one_period() -> None:
    (first, *_) = REGISTER.memberships
    days = (date(1998, 5, 19), date(2008, 6, 19)), (date(2008, 6, 20), date(2010, 6, 16))
    spells = tuple(replace(first, since=since, until=until) for since, until in days)
    entities = register_entities(replace(REGISTER, memberships=spells), AT, PUBLISHED)
    (eva,) = (entity for entity in entities if entity.keys == ("eva",))
    assert eva.description == "ABC, Tweede Kamer (1998–2010)"
