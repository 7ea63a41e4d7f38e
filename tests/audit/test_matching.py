"""Printed text found in the texts of the graph, each character once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kv2rdf.audit.clusters import clusters
from kv2rdf.audit.matching import Found, Lost, Pool, Text, bare, uncovered

LINES = st.lists(st.text("abc", min_size=1, max_size=40), min_size=1, max_size=6)


def pool(*texts: str) -> tuple[Pool, list[Text]]:
    held = [Text("thing", bare(text), "") for text in texts]
    return Pool(held), held


def lost(printed: str, *texts: str) -> list[Lost]:
    return pool(*texts)[0].pieces(bare(printed))[1]


def test_white_space_is_no_text() -> None:
    assert bare(" Kent\n\tu  het?\u00a0") == "Kentuhet?"


def test_a_text_is_used_once() -> None:
    texts, _ = pool("Ja.", "Ja.")
    assert [texts.equal("Ja.") is not None for _ in range(3)] == [True, True, False]
    assert texts.whole("Ja.") is None


def test_a_text_of_the_document_s_own_finding_is_used_first() -> None:
    texts = Pool([Text("paper", "Ja.", ""), Text("finding", "Ja.", "tekst-terzijde")])
    assert texts.equal("Ja.") == Found(3, "tekst-terzijde")
    assert texts.equal("Ja.") == Found(3, "")


@pytest.mark.parametrize("dropped", ["Deelt u", "niet", "aanvaardbaar", "is?"])
def test_a_word_that_was_dropped_is_lost_and_no_other(dropped: str) -> None:
    printed = "Deelt u de mening dat dit niet aanvaardbaar is?"
    place = bare(printed).index(bare(dropped))
    assert lost(printed, printed.replace(dropped, "")) == [Lost(place, bare(dropped))]
    assert lost(printed, printed) == []


def test_a_text_cut_in_two_is_not_lost() -> None:
    assert lost("Kent u het bericht in de krant?", "in de krant?", "Kent u het bericht") == []


def test_what_no_source_prints_is_uncovered() -> None:
    texts, (held,) = pool("Kent u het bericht nu in de krant?")
    texts.pieces(bare("Kent u het bericht in de krant?"))
    assert list(uncovered(held)) == ["nu"]


@given(LINES, LINES)
def test_no_character_is_found_twice_nor_out_of_nothing(
    printed: list[str], said: list[str]
) -> None:
    texts, held = pool(*said)
    found = 0
    for line in printed:
        pieces, missing = texts.pieces(line)
        found += sum(piece.characters for piece in pieces)
        assert sum(p.characters for p in pieces) + sum(len(m.words) for m in missing) == len(line)
        assert all(line[m.start :].startswith(m.words) for m in missing)
    assert found == sum(map(len, said)) - sum(len(w) for text in held for w in uncovered(text))


@given(LINES)
def test_what_is_there_in_any_order_is_found(lines: list[str]) -> None:
    texts, held = pool(*sorted(lines))
    assert all(texts.equal(line) for line in lines)
    assert [words for text in held for words in uncovered(text)] == []


def test_sources_are_together_by_way_of_others() -> None:
    ties = [("paper 1", "b"), ("paper 1", "a"), ("paper 2", "c"), ("paper 1", "case")]
    assert clusters("dcba", [*ties, ("paper 2", "case"), ("paper 3", "d")]) == [
        ["a", "b", "c"],
        ["d"],
    ]
