"""Words in a text that tell more."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kv2rdf.linking.text import notices
from kv2rdf.linking.text.answer_references import answer_references

ANSWERS = {"1": "1", "2": "2-3", "3": "2-3", "4": "4", "5": "5", "3a": "3a"}


@pytest.mark.parametrize(
    ("text", "words", "answers"),
    [
        ("Zie het antwoord op vraag 2.", "antwoord op vraag 2", ("2-3",)),
        ("Zie mijn antwoord op de vragen 1 en 4.", "antwoord op de vragen 1 en 4", ("1", "4")),
        ("Zie de beantwoording van vraag 1.", "beantwoording van vraag 1", ("1",)),
        ("Zie de antwoorden op vragen 1, 2 en 3.", "antwoorden op vragen 1, 2 en 3", ("1", "2-3")),
        ("Zie het antwoord bij vraag 3a", "antwoord bij vraag 3a", ("3a",)),
        ("verwijs ik naar mijn antwoord op vragen 2 t/m 4.", "antwoord op vragen 2 t/m 4",
         ("2-3", "4")),
    ],
)  # fmt: skip
def test_an_answer_may_send_the_reader_to_others(
    text: str, words: str, answers: tuple[str, ...]
) -> None:
    (found,) = answer_references(text, ANSWERS)
    assert (found.words, found.answers) == (words, answers)
    assert text[found.start :].startswith(words)


@pytest.mark.parametrize(
    "text",
    [
        "Zie het antwoord op vraag 9.",
        "Zie het antwoord op de vragen 1 en 9.",
        "Zie het antwoord op vraag 2 van het lid Brug.",
        "Zie het antwoord op vraag 2, van de leden Brug en Wal.",
        "Zie het antwoord op vraag 2 (Aanhangsel 2004–2005, nr. 9).",
        "Zie het antwoord op vraag 2 over de brug.",
        "Het antwoord op die vraag is 2.",
        "Zie vraag 2.",
        "Zie het antwoord op vraag 12345.",
        "Zie het antwoord op vragen 5 t/m 2.",
        "Zie het antwoord op vraag 2/3.",
        "Zie het antwoord op de vragen 2 tot en met 4.",
        "Zie het antwoord op de vragen 1-3.",
        "Zie het antwoord op de vragen 1, 2, en 3.",
        "Zie het antwoord op vraag 2 van de Kamervragen van de leden Brug en Wal.",
        "Zie het antwoord op vraag 2 van het Kamerlid Brug.",
        "Zie het antwoord op vraag 2 in mijn brief van 3 mei.",
        "Zie het antwoord op vraag 2, gesteld door lid Brug.",
        "",
    ],
)
def test_words_that_point_elsewhere_or_nowhere_are_no_reference(text: str) -> None:
    assert answer_references(text, ANSWERS) == ()


def test_a_span_with_letters_stops_nothing() -> None:
    assert answer_references("Zie het antwoord op vragen 1a t/m 1c.", ANSWERS) == ()


@given(st.text(alphabet="antwoord op vraag 123 en,.t/m"))
def test_every_reference_stands_where_it_says_and_names_answers(text: str) -> None:
    for found in answer_references(f"antwoord op vraag {text}", ANSWERS):
        assert found.answers
        assert set(found.answers) <= set(ANSWERS.values())


@pytest.mark.parametrize(
    ("text", "delay", "withdrawn"),
    [
        ("dat het niet mogelijk is de vragen binnen de termijn te beantwoorden.", True, False),
        ("De antwoorden volgen zo spoedig mogelijk.", True, False),
        ("Voor de beantwoording is meer tijd nodig.", True, False),
        ("Ik vraag uitstel.", True, False),
        ("De vragen zullen niet tijdig worden beantwoord.", True, False),
        ("De vragensteller heeft de vragen ingetrokken.", False, True),
        ("Hierbij trek ik de vragen over mest in.", False, True),
        ("De vragen zijn ingetrokken; uitstel is niet nodig.", False, True),
        ("Deze vragen mogen als ingetrokken worden beschouwd.", False, True),
        ("Soortgelijke vragen zijn ingetrokken; ik antwoord zo spoedig mogelijk.", True, False),
        ("De vragen zijn doorgezonden aan mijn ambtgenoot.", False, False),
        ("", False, False),
    ],
)
def test_a_notice_says_delay_or_that_the_questions_are_withdrawn(
    *, text: str, delay: bool, withdrawn: bool
) -> None:
    assert notices.says_delay(text) == delay
    assert notices.says_withdrawn(text) == withdrawn


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Het lukt niet. Dat komt later, omdat er overleg is. Ik kom erop terug.",
         "Dat komt later, omdat er overleg is."),
        ("Mededeling van minister A (B). (Ontvangen 3 mei 2004) Later, wegens overleg. Dank.",
         "Later, wegens overleg."),
        ("Later, vanwege art. 3 van wet 4.5 d.d. 3 mei. Dank.",
         "Later, vanwege art. 3 van wet 4.5 d.d. 3 mei."),
        ("Het lukt niet.", None),
        ("", None),
    ],
)  # fmt: skip
def test_the_reason_is_the_first_sentence_that_argues(text: str, reason: str | None) -> None:
    assert notices.delay_reason(text) == reason


@pytest.mark.parametrize("words", ["in samenhang met", "gezamenlijk met", "tezamen met"])
def test_a_notice_may_say_what_is_answered_together(words: str) -> None:
    assert notices.says_together(f"De vragen worden {words} die van het lid Heuvel beantwoord.")
    assert not notices.says_together("De vragen van de leden Akker en Heuvel komen later.")
