"""The texts of the graph that are searched for a printed text."""

import pytest

from kv2rdf.audit.matching.candidates import Block, Candidates
from kv2rdf.audit.matching.texts import GraphText
from tests.every_case import every_case


@pytest.mark.parametrize(
    ("text", "published", "length"),
    [("abcdefgx", "abcdefgy", 0), ("abcdefghx", "abcdefghy", 8)],
)
def test_a_prefix_of_eight_characters_is_a_match(text: str, published: str, length: int) -> None:
    found = Candidates([GraphText("a", published, "")]).find_longest_prefix(text)
    assert found == (Block(length, 0, 0) if length else None)


@every_case(
    ("text", "published", "length"),
    [("abcx", "abcy", 0), ("abcdx", "abcdy", 4), ("ax", "a", 1), ("ax", "ay", 0)],
)
def test_an_edge_of_four_characters_is_a_match_and_so_is_a_whole_span(
    text: str, published: str, length: int
) -> None:
    candidates = Candidates([GraphText("a", published, "")])
    found = candidates.find_longest_edge(text, at_end=False)
    assert found == (Block(length, 0, 0) if length else None)
    mirrored = Candidates([GraphText("a", published[::-1], "")])
    found = mirrored.find_longest_edge(text[::-1], at_end=True)
    assert found == (Block(length, 0, len(published) - length) if length else None)
