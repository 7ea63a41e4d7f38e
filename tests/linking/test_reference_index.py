"""The index of a register is made once, and records keys only where that is asked for."""

from kv2rdf.linking.recorded_index import RecordedIndex
from kv2rdf.linking.reference_index import IDENTIFIERS, ReferenceIndex
from kv2rdf.model.recorded_table import key_number
from kv2rdf.model.register import Party, Register

REGISTER = Register(parties=(Party(key="cda", name="CDA", abbreviation="CDA"),))


def test_indexes_of_a_register_share_its_tables_but_not_the_identifiers() -> None:
    one, other = (ReferenceIndex.of(REGISTER, {number: number}) for number in ("1", "2"))
    assert one.parties is other.parties
    assert (one.listed_identifier("12"), other.listed_identifier("12")) == ("1", "2")


def test_another_register_has_its_own_index() -> None:
    assert ReferenceIndex.of(Register()).party("CDA") is None
    assert ReferenceIndex.of(REGISTER).party("CDA") is not None


def test_two_recorded_indexes_record_their_own_keys() -> None:
    plain = ReferenceIndex.of(REGISTER, {"1": "1"})
    one, other = RecordedIndex.of(plain), RecordedIndex.of(plain)
    assert plain.party("CDA") is not None
    assert one.index.listed_identifier("12") == "1"
    assert one.take_used_keys() == {key_number(IDENTIFIERS, "1")}
    assert one.take_used_keys() == other.take_used_keys() == set()
    assert one.index.party("CDA") is not None
    assert one.take_used_keys()


def test_the_entries_that_differ_between_two_indexes_have_changed() -> None:
    old, new = (RecordedIndex.of(ReferenceIndex.of(each)) for each in (Register(), REGISTER))
    changed = {key_number("parties", "cda"), key_number("parties by key", "cda")}
    assert new.changed_keys(old) == old.changed_keys(new) == changed
    assert new.changed_keys(new) == set()
