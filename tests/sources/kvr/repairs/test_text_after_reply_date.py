"""What stands behind the day of a reply in a KVR document."""

import pytest

from kv2rdf.model.kinds import PartKind
from kv2rdf.sources.kvr.repairs.text_after_reply_date import brought_home
from tests.papers import part

PLACE = "antwoorddata/@antwoorddatum"
FOURTH = part("De inhoud van de regeling is vertrouwelijk.", "4")
FIFTH = part("Neen.", "5")


def home(rest: str, *parts: str) -> tuple[str | None, tuple[str, ...], str]:
    """Give label, numbers and text of what is brought home before answers with these numbers."""
    (first, *_), _ = brought_home(rest, [part("Neen.", number) for number in parts], PLACE)
    return first.label, first.numbers, first.text.text


@pytest.mark.parametrize(
    ("label", "numbers"),
    [
        ("1, 2 en 3", ("1", "2", "3")),
        ("1, 2en 3", ("1", "2", "3")),
        ("1 , 2 e n 3", ("1", "2", "3")),
        ("1 t / m 3", ("1", "2", "3")),
        ("1 tot en met 3", ("1", "2", "3")),
        ("1 /tm 3", ("1", "2", "3")),
        ("1-3", ("1", "2", "3")),
        ("1 + 2", ("1", "2")),
        ("1,2, en 3", ("1", "2", "3")),
        ("1–3 en 8", ("1", "2", "3", "8")),
        ("1/3", ("1", "3")),
    ],
)
def test_an_answer_may_open_with_a_joint_number(label: str, numbers: tuple[str, ...]) -> None:
    assert home(f"{label} Frankrijk wacht.") == (label, numbers, "Frankrijk wacht.")
    assert home(f"{label}. «Ja.»", "4") == (f"{label}.", numbers, "«Ja.»")


def test_a_lone_first_number_is_one_where_the_second_follows() -> None:
    assert home("1. De gegevens komen.", "2", "3") == ("1.", ("1",), "De gegevens komen.")


@pytest.mark.parametrize(
    ("rest", "parts"),
    [
        ("1. Inleiding", ()),
        ("1 Inleiding", ("3",)),
        ("1 en 2 keer is dat gezegd.", ("3",)),
        ("1, 2 on 4 Ik weet het niet.", ("3",)),
        ("1 en 2 Ja.", ("2", "3")),
        ("Vooraf 1 en 2 Ja.", ()),
        ("1 en 2 ", ()),
    ],
)
def test_other_figures_are_no_number(rest: str, parts: tuple[str, ...]) -> None:
    assert home(rest, *parts) == (None, (), rest)


def test_a_copy_of_the_answers_that_follow_ends_before_them() -> None:
    rest = "1 en 3 Ja. 4 De inhoud van de rege- ling is vertrouwelijk. 5 Neen"
    (first, *others), told = brought_home(rest, [FOURTH, FIFTH], PLACE)
    assert (first.label, first.numbers, first.text.text) == ("1 en 3", ("1", "3"), "Ja.")
    assert others == [FOURTH, FIFTH]
    assert [(r.rule, r.part, r.ordinal, r.text) for r in told] == [
        ("antwoord-in-antwoorddatum", PartKind.ANSWER, 1, None),
        (
            "kopie-in-antwoorddatum", None, None,
            "4 De inhoud van de rege- ling is vertrouwelijk. 5 Neen",
        ),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "rest",
    [
        "Vooraf. 4 De inhoud",  # too little to be sure
        "Vooraf. 4 De inhoud van de regeling is openbaar.",
        "Vooraf. 14 De inhoud van de regeling is vertrouwelijk.",
        "Vooraf. De inhoud van de regeling is vertrouwelijk.",
    ],
)
def test_what_is_no_copy_stays(rest: str) -> None:
    (first, *_), told = brought_home(rest, [FOURTH, FIFTH], PLACE)
    assert (first.text.text, [r.rule for r in told]) == (rest, ["aanhef-in-antwoorddatum"])


@pytest.mark.parametrize("number", ["4 ", "4", ""])
def test_a_copy_that_opens_the_text_is_all_there_is(number: str) -> None:
    rest = f"{number}De inhoud van de regeling is vertrouwelijk. 5 Ne"
    parts, (told,) = brought_home(rest, [FOURTH, FIFTH], PLACE)
    assert parts == [FOURTH, FIFTH]
    assert (told.rule, told.text) == ("kopie-in-antwoorddatum", rest)
