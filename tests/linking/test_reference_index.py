"""The index of a register is made once, and each user of it records its own look-ups."""

from kv2rdf.linking.reference_index import ReferenceIndex
from kv2rdf.model.register import Party, Register

REGISTER = Register(parties=(Party(key="cda", name="CDA", abbreviation="CDA"),))


def test_two_indexes_of_a_register_record_their_own_keys() -> None:
    one, other = (ReferenceIndex.of(REGISTER, {number: number}) for number in ("1", "2"))
    assert one.party("CDA") is not None
    assert one.take_used_keys()
    assert other.take_used_keys() == set()
    assert (one.listed_identifier("12"), other.listed_identifier("12")) == ("1", "2")


def test_another_register_has_its_own_index() -> None:
    assert ReferenceIndex.of(Register()).party("CDA") is None
    assert ReferenceIndex.of(REGISTER).party("CDA") is not None
