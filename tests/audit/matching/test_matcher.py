"""Printed text found in the texts of the graph, each character once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kv2rdf.audit.dump.grouping import clusters
from kv2rdf.audit.matching.matcher import Pool
from kv2rdf.audit.matching.spans import Found, Line, Lost, Text, bare, uncovered

LINES = st.lists(st.text("abc", min_size=1, max_size=40), min_size=1, max_size=6)


def matched(printed: list[str], texts: list[str]) -> tuple[list[Line], list[Text]]:
    lines = [Line(bare(text)) for text in printed]
    held = [Text("thing", bare(text), "") for text in texts]
    Pool(held).match(lines)
    return lines, held


def lost(printed: list[str], *texts: str) -> list[str]:
    return [gone.words for line in matched(printed, list(texts))[0] for gone in line.lost()]


def added(printed: list[str], *texts: str) -> list[str]:
    return [words for text in matched(printed, list(texts))[1] for words in uncovered(text)]


def test_white_space_is_no_text() -> None:
    assert bare(" Kent\n\tu  het?\u00a0") == "Kentuhet?"


def test_a_text_is_used_once() -> None:
    assert lost(["Ja.", "Ja.", "Ja."], "Ja.", "Ja.") == ["Ja."]
    assert added(["Ja."], "Ja.", "Ja.") == ["Ja."]


def test_a_text_of_the_document_s_own_finding_is_used_first() -> None:
    texts = Pool([Text("paper", "Ja.", ""), Text("finding", "Ja.", "tekst-terzijde")])
    lines = [Line("Ja."), Line("Ja.")]
    texts.match(lines)
    assert [line.found for line in lines] == [[Found(3, "tekst-terzijde")], [Found(3, "")]]


@pytest.mark.parametrize("dropped", ["Deelt u", "niet", "aanvaardbaar", "is?"])
def test_a_word_that_was_dropped_is_lost_and_no_other(dropped: str) -> None:
    printed = "Deelt u de mening dat dit niet aanvaardbaar is?"
    (line,), _ = matched([printed], [printed.replace(dropped, "")])
    assert line.lost() == (Lost(bare(printed).index(bare(dropped)), bare(dropped)),)
    assert lost([printed], printed) == []


def test_a_text_cut_in_two_is_not_lost() -> None:
    assert lost(["Kent u het bericht in de krant?"], "in de krant?", "Kent u het bericht") == []


def test_what_no_source_prints_is_uncovered() -> None:
    printed = ["Kent u het bericht in de krant?"]
    assert added(printed, "Kent u het bericht nu in de krant?") == ["nu"]


HEADING = "Mededeling van minister Voorbeeld (Marktzaken). (Ontvangen 5 februari 2005)"
NOTICE = f"{HEADING} Ik kan de vragen van het lid Van Voorbeeld niet tijdig beantwoorden."


def test_a_copy_takes_nothing_of_what_it_copies() -> None:
    question = f"Bent u daartoe bereid? {HEADING}"
    explanation = f"Deze vragen dienen ter aanvulling. Mededeling {NOTICE}"
    texts = ["Bent u daartoe bereid?", HEADING, "Deze vragen dienen ter aanvulling."]
    printed = [explanation, question, NOTICE]
    kept = [*texts, NOTICE, f"Mededeling {NOTICE}"]
    assert lost(printed, *kept) == added(printed, *kept) == []
    assert sum(map(len, lost(printed, *texts, NOTICE))) == len(bare(f"Mededeling {NOTICE}"))
    assert lost(printed, *texts[:1], *texts[2:], NOTICE, f"Mededeling {NOTICE}") == [bare(HEADING)]


@given(LINES, LINES)
def test_no_character_is_found_twice_nor_out_of_nothing(
    printed: list[str], said: list[str]
) -> None:
    lines, held = matched(printed, said)
    for line in lines:
        gone = line.lost()
        assert sum(f.characters for f in line.found) + sum(len(m.words) for m in gone) == len(
            line.words
        )
        assert all(line.words[m.start :].startswith(m.words) for m in gone)
    found = sum(place.characters for line in lines for place in line.found)
    assert found == sum(map(len, said)) - sum(len(w) for text in held for w in uncovered(text))


@given(LINES)
def test_what_is_there_in_any_order_is_found(lines: list[str]) -> None:
    assert lost(lines, *sorted(lines)) == added(lines, *sorted(lines)) == []


def test_sources_are_together_by_way_of_others() -> None:
    ties = [("paper 1", "b"), ("paper 1", "a"), ("paper 2", "c"), ("paper 1", "case")]
    assert clusters("dcba", [*ties, ("paper 2", "case"), ("paper 3", "d")]) == [
        ["a", "b", "c"],
        ["d"],
    ]


def test_what_a_finding_keeps_is_not_taken_for_another_print() -> None:
    question = "Deelt u de mening dat dit niet aanvaardbaar is?"
    kept = Text(
        "finding", bare(f"{question} Bent u bereid hiertegen op te treden? Ja."), "terzijde"
    )
    part = Text("paper", bare(question), "")
    Pool([part, kept]).match([Line(bare(f"{question} Bent u bereid hiertegen op te treden? Antw"))])
    assert (list(uncovered(kept)), list(uncovered(part))) == (["Ja."], [part.words])


def test_of_equal_texts_each_is_that_of_its_number() -> None:
    first, joined = Text("thing", "Neen.", "", "1"), Text("thing", "Ja.2Neen.", "", "3")
    lines = [Line("Neen.", "2"), Line("Neen.", "1"), Line("Ja.", "3")]
    Pool([first, joined]).match(lines)
    assert [line.lost() for line in lines] == [(), (), ()]
    assert [*uncovered(first), *uncovered(joined)] == []
