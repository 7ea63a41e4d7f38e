"""Words in an answer that refer the reader to other answers."""

from hypothesis import given
from hypothesis import strategies as st

from kv2rdf.linking.text.answer_references import answer_references
from tests.every_case import every_case

ANSWERS = {"1": "1", "2": "2-3", "3": "2-3", "4": "4", "5": "5", "3a": "3a"}


@every_case(
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
def test_an_answer_may_refer_to_other_answers(
    text: str, words: str, answers: tuple[str, ...]
) -> None:
    (found,) = answer_references(text, ANSWERS)
    assert (found.words, found.answer_keys) == (words, answers)
    assert text[found.start :].startswith(words)


@every_case(
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
def test_words_that_refer_to_another_paper_or_to_no_answer_are_not_a_reference(text: str) -> None:
    assert answer_references(text, ANSWERS) == ()


def test_a_range_with_letters_raises_no_error() -> None:
    assert answer_references("Zie het antwoord op vragen 1a t/m 1c.", ANSWERS) == ()


@given(st.text(alphabet="antwoord op vraag 123 en,.t/m"))
def test_every_reference_has_its_start_and_keys_of_answers(text: str) -> None:
    text = f"antwoord op vraag {text}"
    for found in answer_references(text, ANSWERS):
        assert text[found.start :].startswith(found.words)
        assert found.answer_keys
        assert set(found.answer_keys) <= set(ANSWERS.values())
