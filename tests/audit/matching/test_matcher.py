"""The matching of printed texts with texts of the graph. Each character is used only once."""

from hypothesis import given
from hypothesis import strategies as st

from kv2rdf.audit.matching.matcher import TextMatcher
from kv2rdf.audit.matching.spans import Span, without_space
from kv2rdf.audit.matching.texts import GraphText, Match, PrintedText
from tests.every_case import every_case

TEXTS = st.lists(st.text("abc", min_size=1, max_size=40), min_size=1, max_size=6)


def match(printed: list[str], published: list[str]) -> tuple[list[PrintedText], list[GraphText]]:
    printed_texts = [PrintedText(without_space(text)) for text in printed]
    graph_texts = [GraphText("thing", without_space(text), "") for text in published]
    TextMatcher(graph_texts).match(printed_texts)
    return printed_texts, graph_texts


def lost(printed: list[str], *published: str) -> list[str]:
    printed_texts, _ = match(printed, list(published))
    return [span.text for text in printed_texts for span in text.lost()]


def added(printed: list[str], *published: str) -> list[str]:
    _, graph_texts = match(printed, list(published))
    return [span for text in graph_texts for span in text.unprinted()]


def test_a_text_of_the_graph_is_used_once() -> None:
    assert lost(["Ja.", "Ja.", "Ja."], "Ja.", "Ja.") == ["Ja."]
    assert added(["Ja."], "Ja.", "Ja.") == ["Ja."]


def test_the_text_of_a_finding_is_used_first() -> None:
    matcher = TextMatcher([GraphText("paper", "Ja.", ""), GraphText("f", "Ja.", "tekst-terzijde")])
    printed = [PrintedText("Ja."), PrintedText("Ja.")]
    matcher.match(printed)
    assert [text.matches for text in printed] == [[Match(3, "tekst-terzijde")], [Match(3, "")]]


@every_case("dropped", ["Deelt u", "niet", "aanvaardbaar", "is?"])
def test_only_a_dropped_word_is_lost(dropped: str) -> None:
    sentence = "Deelt u de mening dat dit niet aanvaardbaar is?"
    (printed,), _ = match([sentence], [sentence.replace(dropped, "")])
    start = without_space(sentence).index(without_space(dropped))
    assert printed.lost() == (Span(start, without_space(dropped)),)
    assert lost([sentence], sentence) == []


def test_a_text_that_is_cut_in_two_is_not_lost() -> None:
    assert lost(["Kent u het bericht in de krant?"], "in de krant?", "Kent u het bericht") == []


def test_a_word_that_no_source_prints_is_added() -> None:
    printed = ["Kent u het bericht in de krant?"]
    assert added(printed, "Kent u het bericht nu in de krant?") == ["nu"]


HEADING = "Mededeling van minister Voorbeeld (Marktzaken). (Ontvangen 5 februari 2005)"
NOTICE = f"{HEADING} Ik kan de vragen van het lid Van Voorbeeld niet tijdig beantwoorden."


def test_a_copy_uses_up_nothing_of_its_original() -> None:
    question = f"Bent u daartoe bereid? {HEADING}"
    explanation = f"Deze vragen dienen ter aanvulling. Mededeling {NOTICE}"
    texts = ["Bent u daartoe bereid?", HEADING, "Deze vragen dienen ter aanvulling."]
    printed = [explanation, question, NOTICE]
    all_texts = [*texts, NOTICE, f"Mededeling {NOTICE}"]
    assert lost(printed, *all_texts) == added(printed, *all_texts) == []
    copy = without_space(f"Mededeling {NOTICE}")
    assert sum(map(len, lost(printed, *texts, NOTICE))) == len(copy)
    without_heading = [text for text in all_texts if text != HEADING]
    assert lost(printed, *without_heading) == [without_space(HEADING)]


@given(TEXTS, TEXTS)
def test_each_character_is_found_once_or_lost(printed: list[str], published: list[str]) -> None:
    printed_texts, graph_texts = match(printed, published)
    for text in printed_texts:
        found = sum(match.length for match in text.matches)
        assert found + sum(len(span.text) for span in text.lost()) == len(text.text)
        assert all(text.text[span.start :].startswith(span.text) for span in text.lost())
    found = sum(match.length for text in printed_texts for match in text.matches)
    unprinted = sum(len(span) for text in graph_texts for span in text.unprinted())
    assert found == sum(map(len, published)) - unprinted


@given(TEXTS)
def test_texts_are_found_in_any_order(texts: list[str]) -> None:
    assert lost(texts, *sorted(texts)) == added(texts, *sorted(texts)) == []


def test_the_text_of_a_finding_is_not_matched_with_another_version() -> None:
    question = "Deelt u de mening dat dit niet aanvaardbaar is?"
    both = f"{question} Bent u bereid hiertegen op te treden?"
    finding = GraphText("finding", without_space(f"{both} Ja."), "terzijde")
    part = GraphText("paper", without_space(question), "")
    TextMatcher([part, finding]).match([PrintedText(without_space(f"{both} Antw"))])
    assert (list(finding.unprinted()), list(part.unprinted())) == (["Ja."], [part.text])


def test_equal_texts_are_matched_by_their_numbers() -> None:
    first, joint = GraphText("a", "Neen.", "", "1"), GraphText("b", "Ja.2Neen.", "", "3")
    printed = [PrintedText("Neen.", "2"), PrintedText("Neen.", "1"), PrintedText("Ja.", "3")]
    TextMatcher([first, joint]).match(printed)
    assert [text.lost() for text in printed] == [(), (), ()]
    assert [*first.unprinted(), *joint.unprinted()] == []
