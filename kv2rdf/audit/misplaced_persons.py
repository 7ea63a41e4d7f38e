"""Persons to whom the graph gives the role, party or ministry of another person of the document."""

from collections.abc import Iterator, Sequence
from types import MappingProxyType

from kv2rdf.audit.case_facts import CaseFacts
from kv2rdf.audit.kvr.text import FieldText
from kv2rdf.audit.matching.spans import without_space

_ROLES = MappingProxyType(
    {
        "kvr/meta/vraagdata/vrager": "indiener",
        "kvr/meta/vraagdata/vraagt-aan": "geadresseerde",
        "kvr/meta/antwoorddata/antwoorder": "antwoordgever",
    }
)
"""Maps the elements that contain a person to the role of this person."""

_ALL_ROLES = ("indiener", "geadresseerde", "antwoordgever", "mede-namens", "mededeler")
_ATTRIBUTES = ("partij", "ministerie")


def misplaced_persons(
    field_texts: Sequence[FieldText], facts: CaseFacts
) -> Iterator[tuple[FieldText, str]]:
    """Yield the printed words that the graph connects with another person or role, with the reason.

    These are a person whose only roles in the graph are others than the printed one, and a party or
    ministry that is connected only with other persons in this role, although the graph states
    another one for the printed person.
    """
    by_location = {text.location: text for text in field_texts}
    for text in field_texts:
        role = _ROLES.get(text.field)
        if role is None:
            continue
        name = without_space(text.text)
        roles = [other for other in _ALL_ROLES if facts.has_value(name, (other,))]
        if roles and role not in roles:
            yield text, f"in the graph, the role is {' and '.join(roles)}"
            continue
        for attribute in _ATTRIBUTES:
            beside = by_location.get(f"{text.location}/@{attribute}")
            if beside and facts.has_only_others(role, name, without_space(beside.text)):
                yield beside, f"in the graph, it is not printed with {text.text}"
