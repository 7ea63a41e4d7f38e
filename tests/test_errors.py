"""Errors. Long messages are shortened, and an error can be sent to another process."""

import pickle

import pytest

from kv2rdf.errors import InputError, ReadError


@pytest.mark.parametrize(("length", "is_whole"), [(1_000, True), (1_001, False)])
def test_the_middle_of_a_message_of_more_than_1000_characters_is_left_out(
    length: int,
    is_whole: bool,  # noqa: FBT001
) -> None:
    text = "a" * (length - 1) + "b"
    message = str(InputError(text))
    assert (message == text) == is_whole
    assert message.endswith("ab")
    assert len(message) <= 1_003


def test_the_problem_of_a_document_is_short_too() -> None:
    error = ReadError("a.xml", "l" * 5_000, "p" * 5_000)
    copy = pickle.loads(pickle.dumps(error))
    for each in (error, copy):
        assert len(each.location) == len(each.problem) == 1_003
        assert len(str(each)) == 1_003
