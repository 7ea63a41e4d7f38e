"""Text after the date of a reply in a KVR document."""

from kv2rdf.sources.kvr.paper_in_progress import KvrPart
from kv2rdf.sources.kvr.repairs.text_after_reply_date import restore_text_after_reply_date
from tests.every_case import every_case
from tests.papers import passage

LOCATION = "antwoorddata/@antwoorddatum"


def part(text: str, number: str) -> KvrPart:
    """Return an answer of a document that is still being read."""
    return KvrPart(label=number, numbers=(number,), text=passage(text))


FOURTH = part("De inhoud van de regeling is vertrouwelijk.", "4")
FIFTH = part("Neen.", "5")


def first_answer(text: str, *numbers: str) -> tuple[str | None, tuple[str, ...], str]:
    """Return the label, numbers and text of the first answer if ``text`` precedes the others."""
    others = [part("Neen.", number) for number in numbers]
    (first, *_), _ = restore_text_after_reply_date(text, others, LOCATION)
    return first.label, first.numbers, first.text.text


@every_case(
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
        ("10 en 11", ("10", "11")),
    ],
)
def test_an_answer_may_open_with_a_joint_number(label: str, numbers: tuple[str, ...]) -> None:
    assert first_answer(f"{label} Frankrijk wacht.") == (label, numbers, "Frankrijk wacht.")
    assert first_answer(f"{label}. «Ja.»", "4") == (f"{label}.", numbers, "«Ja.»")


def test_a_1_alone_is_a_number_if_2_follows() -> None:
    assert first_answer("1. De gegevens komen.", "2", "3") == ("1.", ("1",), "De gegevens komen.")


@every_case(
    ("text", "others"),
    [
        ("1. Inleiding", ()),
        ("1 Inleiding", ("3",)),
        ("1 en 2 keer is dat gezegd.", ("3",)),
        ("1, 2 on 4 Ik weet het niet.", ("3",)),
        ("1 en 2 Ja.", ("2", "3")),
        ("Vooraf 1 en 2 Ja.", ()),
        ("1 en 2 ", ()),
        ("1 en 100 Frankrijk wacht.", ()),
        ("100 en 11 Frankrijk wacht.", ()),
    ],
)
def test_other_figures_are_not_a_number(text: str, others: tuple[str, ...]) -> None:
    assert first_answer(text, *others) == (None, (), text)


def test_a_copy_of_the_following_answers_is_removed() -> None:
    text = "1 en 3 Ja. 4 De inhoud van de rege- ling is vertrouwelijk. 5 Neen"
    (first, *others), remarks = restore_text_after_reply_date(text, [FOURTH, FIFTH], LOCATION)
    assert (first.label, first.numbers, first.text.text) == ("1 en 3", ("1", "3"), "Ja.")
    assert others == [FOURTH, FIFTH]
    assert [(r.rule, r.about, r.text) for r in remarks] == [
        ("antwoord-in-antwoorddatum", first.id, None),
        (
            "kopie-in-antwoorddatum", None,
            "4 De inhoud van de rege- ling is vertrouwelijk. 5 Neen",
        ),
    ]  # fmt: skip


@every_case(
    "text",
    [
        "Vooraf. 4 De inhoud van de regelin",  # 20 letters: too few to be sure
        "Vooraf. 4 De inhoud van de regeling is openbaar.",
        "Vooraf. 14 De inhoud van de regeling is vertrouwelijk.",
        "Vooraf. De inhoud van de regeling is vertrouwelijk.",
        "100 en 11 De inhoud van de regeling is vertrouwelijk.",
    ],
)
def test_other_text_is_kept(text: str) -> None:
    (first, *_), remarks = restore_text_after_reply_date(text, [FOURTH, FIFTH], LOCATION)
    assert (first.text.text, [r.rule for r in remarks]) == (text, ["aanhef-in-antwoorddatum"])


@every_case("number", ["4 ", "4", "", "1 en 3 ", "10 en 11 "])
def test_text_that_is_a_copy_is_removed(number: str) -> None:
    text = f"{number}De inhoud van de regeling is vertrouwelijk. 5 Ne"
    parts, (remark,) = restore_text_after_reply_date(text, [FOURTH, FIFTH], LOCATION)
    assert parts == [FOURTH, FIFTH]
    assert (remark.rule, remark.text) == ("kopie-in-antwoorddatum", text)


def test_21_letters_are_enough_for_a_copy() -> None:
    text = "Vooraf. 4 De inhoud van de regeling"
    (first, *_), remarks = restore_text_after_reply_date(text, [FOURTH, FIFTH], LOCATION)
    assert first.text.text == "Vooraf."
    assert [r.text for r in remarks] == [None, "4 De inhoud van de regeling"]
