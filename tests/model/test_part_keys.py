"""The information in the key of a part."""

from kv2rdf.model.part_keys import numbers_in_key, question_set_in


def test_the_set_and_the_numbers_can_be_read_from_a_key() -> None:
    keys = ("5", "4-5", "2/4-5", "x3-KVR1", "2/x3-KVR1", "")
    assert [numbers_in_key(key) for key in keys] == [("5",), ("4", "5"), ("4", "5"), (), (), ()]
    assert [question_set_in(key) for key in keys] == ["", "", "2", "", "2", ""]
