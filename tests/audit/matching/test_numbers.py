"""Numbers of parts that are in the text of the edition, and digits that it treats as numbers."""

import pytest

from kv2rdf.audit.kvr.comparison import Comparison
from kv2rdf.audit.kvr.text import FieldText
from kv2rdf.audit.matching.matcher import TextMatcher
from kv2rdf.audit.matching.spans import without_space
from kv2rdf.audit.matching.texts import GraphText, PrintedText
from kv2rdf.audit.unsourced_texts import SourceTexts, added_texts
from tests.every_case import every_case

YEAR = "De brief is van 29 maart 2001. In die brief staat het."


def lost_and_added(
    printed: list[PrintedText], *graph_texts: GraphText
) -> tuple[list[str], list[str]]:
    """Return the texts that are lost and those that are added."""
    TextMatcher(graph_texts).match(printed)
    lost = [span.text for text in printed for span in text.lost()]
    return lost, [span for text in graph_texts for span in text.unprinted()]


def printed_text(text: str, number: str = "") -> PrintedText:
    return PrintedText(without_space(text), without_space(number))


def part(text: str, number: str = "", rule: str = "") -> GraphText:
    return GraphText("thing", without_space(text), rule, without_space(number))


@every_case(
    ("number", "text", "whole", "lost"),
    [
        ("1", "t/m 5 Ja.", "1 t/m 5", []),
        ("1", "en 2. Neen, dat is mij niet bekend.", "1 en 2.", []),
        ("1", "t/m 5 Ja.", "1 t/m 4", ["t/m5"]),
        ("1", "t/m 5 Ja.", "1", ["t/m5"]),
        ("1", "t/m 5 Ja.", "2 t/m 5", ["t/m5"]),
        ("", "t/m 5 Ja.", "1 t/m 5", ["t/m5"]),
        ("1", "2 Ja.", "12", ["2"]),
    ],
)
def test_a_number_that_continues_in_the_text(
    number: str, text: str, whole: str, lost: list[str]
) -> None:
    answer = "Ja." if text.endswith("Ja.") else "Neen, dat is mij niet bekend."
    assert lost_and_added([printed_text(text, number)], part(answer, whole)) == (lost, [])


def test_a_number_that_continues_in_a_text_that_was_joined_with_another() -> None:
    printed = [
        printed_text("en 3 Daarover is overleg gevoerd met de sector.", "2"),
        printed_text("gevonden."),
    ]
    joined = part("Daarover is overleg gevoerd met de sector. gevonden.", "2 en 3")
    assert lost_and_added(printed, joined) == ([], [])


@pytest.mark.parametrize(
    ("whole", "lost"), [("1,2 en 3", []), ("1 en 3", ["1,2en3"]), ("2 en 3", ["1,"])]
)
def test_the_number_of_an_answer_after_a_heading(whole: str, lost: list[str]) -> None:
    heading = "Antwoord van minister Voorbeeld (Marktzaken)."
    question, answer = "Bent u daartoe bereid?", "Hoewel dit zo is, past mij geen oordeel."
    printed = printed_text(f"{question} {heading} 1,2 en 3 {answer}", "4")
    texts = part(question, "4"), part(heading, rule="antwoord-tussen-de-vragen")
    assert lost_and_added([printed], *texts, part(answer, whole)) == (lost, [])


def test_digits_before_a_number_are_not_part_of_it() -> None:
    printed = printed_text("Dat kost € 21 en 2 Ja.")
    texts = part("Dat kost €"), part("Ja.", "1 en 2")
    assert lost_and_added([printed], *texts) == (["21en2"], [])


@every_case(
    ("text", "added"),
    [
        (YEAR, []),
        (YEAR.replace("2001", "2002"), ["2002"]),
        ("De brief is 2001 van 29 maart. In die brief staat het.", ["2001"]),
        (YEAR.replace("2001", "2001 2001"), ["2001"]),
    ],
)
def test_digits_that_the_edition_has_as_a_number_are_found_in_their_place(
    text: str, added: list[str]
) -> None:
    printed = [
        printed_text("De brief is van 29 maart", "2"),
        printed_text(". In die brief staat het.", "2001"),
    ]
    assert lost_and_added(printed, part(text, "2")) == ([], added)


@every_case(
    ("number", "rule", "added"),
    [
        ("", "", []),
        ("46", "", ["46"]),
        ("", "opschrift-als-onderdeel", []),
        ("", "tekst-van-ander-stuk", []),
    ],
)
def test_a_number_begins_a_text_only_if_its_part_has_no_number(
    number: str, rule: str, added: list[str]
) -> None:
    heading = "Vragen van het lid Van Voorbeeld (ABC) over de markt."
    text = part(f"46 {heading}", number, rule)
    assert lost_and_added([printed_text(heading, "46")], text) == ([], added)


@pytest.mark.parametrize(("whole", "lost"), [("1 en 3", []), ("1", ["1en3"]), ("5 1 en 3", [])])
def test_a_joint_number_may_follow_the_digits_of_a_date(whole: str, lost: list[str]) -> None:
    heading = "Antwoord van minister Voorbeeld (Marktzaken). (Ontvangen 29 mei 198"
    answer = "De markt wordt gehouden op het plein."
    printed = printed_text(f"{heading}5 1 en 3 {answer}")
    kept = heading if whole.startswith("5") else f"{heading}5"
    texts = part(kept, rule="antwoord-tussen-de-vragen"), part(answer, whole)
    assert lost_and_added([printed], *texts) == (lost, [])


def test_a_number_other_than_that_of_the_element_is_added() -> None:
    heading = "Vragen van het lid Van Voorbeeld (ABC) over de markt."
    text = part(f"47 {heading}", rule="opschrift-als-onderdeel")
    assert lost_and_added([printed_text(heading, "46")], text) == ([], ["47"])


@every_case(
    ("digits", "added"),
    [("1983", []), ("19831985", []), ("1985", []), ("19851983", ["19851983"]), ("1984", ["1984"])],
)
def test_the_numbers_of_empty_parts_may_be_digits_of_the_text(
    digits: str, added: list[str]
) -> None:
    empty = Comparison.EMPTY_PART_NUMBER
    printed = [
        FieldText("x", "x", Comparison.PROSE, "van"),
        *(FieldText("x", "x", empty, number) for number in ("1983", "1985")),
    ]
    text = GraphText(subject="a", text=f"van{digits}", rule="")
    text.mark_printed(0, 3)
    assert [span.text for span in added_texts(text, SourceTexts((printed,)))] == added
