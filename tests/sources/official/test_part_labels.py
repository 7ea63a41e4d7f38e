"""The labels of questions and answers in official papers."""

from kv2rdf.sources.official.part_labels import label_and_numbers
from tests.every_case import every_case


@every_case(
    ("printed", "label", "numbers"),
    [
        ("Vraag 1", "1", ("1",)),
        ("Antwoord 2, 3, 4, 5", "2, 3, 4, 5", ("2", "3", "4", "5")),
        ("Antwoord 4 en 2", "4 en 2", ("2", "4")),
        ("Vraag 1 t/m 3", "1 t/m 3", ("1", "2", "3")),
        ("Vragen 1 tot en met 3", "1 tot en met 3", ("1", "2", "3")),
        ("Antwoord vraag 7", "7", ("7",)),
        ("Antwoord op vraag 7.", "7.", ("7",)),
        ("Antwoorden op de vragen 7, 8, en 9", "7, 8, en 9", ("7", "8", "9")),
        ("Antwoord 2l", "2l", ("2l",)),
        ("3a", "3a", ("3a",)),
        ("Vraag", None, ()),
        ("", None, ()),
        ("Vraag zes", "zes", ()),
    ],
)
def test_the_word_before_the_numbers_is_not_part_of_the_label(
    printed: str, label: str | None, numbers: tuple[str, ...]
) -> None:
    assert label_and_numbers(printed) == (label, numbers)
