"""A table records every key that is looked up, and finds the keys whose rows have changed."""

import pytest

from kv2rdf.model.recorded_table import RecordedTable, key_number


def test_a_key_is_recorded_whether_it_is_there_or_not() -> None:
    table = RecordedTable("parties", {"cda": 1})
    assert table.get("cda") == 1
    assert table.get("vvd") is None
    assert table.get("pvda", 2) == 2
    assert "sp" not in table
    with pytest.raises(KeyError):
        table["d66"]
    expected = {key_number("parties", key) for key in ("cda", "vvd", "pvda", "sp", "d66")}
    assert table.take_used_keys() == expected
    assert table.take_used_keys() == set()


def test_rows_cannot_be_used_without_a_key() -> None:
    table = RecordedTable("parties", {"cda": 1})
    assert len(table) == 1
    for use in (iter, list, dict, RecordedTable.items, lambda rows: list(rows.values())):
        with pytest.raises(TypeError, match="one key at a time"):
            list(use(table))


def test_a_row_that_is_new_gone_or_different_has_changed() -> None:
    old = RecordedTable("parties", {"same": 1, "gone": 2, "different": 3})
    new = RecordedTable("parties", {"same": 1, "different": 4, "new": 5})
    changed = {key_number("parties", key) for key in ("gone", "different", "new")}
    assert new.changed_keys(old) == old.changed_keys(new) == changed


def test_keys_of_two_tables_are_not_the_same() -> None:
    assert key_number("parties", "cda") != key_number("persons", "cda")
