"""References after the heading of a reply, in the forms that occur in the archive."""

import pytest

from kv2rdf.sources.kvr.see_also import split_at_reference, split_opening_reference
from tests.every_case import every_case
from tests.kvr_document import document
from tests.papers import passage, read_paper

YEAR = "vergaderjaar 2001–2002"


@every_case(
    ("day", "reference", "rest"),
    [
        ("23 maart 2002), ", f"zie ook Aanhangsel Handelingen nr. 338, {YEAR}", ""),
        ("2002-03-23 ", f"Zie ook Aanhangsel Handelingen nr. 338, {YEAR}", "1, 2, 3 en 7 De reden"),
        ("23 maart 2002) (", f"zie Aanhangsel Handelingen nr. 338 {YEAR}", "Naar aanleiding"),
        ("4 maaart 2002), ", f"zie ookAanhangsel Handelingen nr. 338, {YEAR}", ""),
        ("april 2002), ", f"zie ook Aanhangs Handelingen 338, {YEAR}", ""),
        ("TOfebruari 1992), ", "zie ook Aanhangsei Handelingen, nr. 3, Vergaderjaar 1991-1992", ""),
        ("1 7 juli 1986). (", "Zie ook Aan- hangsel EK, vergaderjaar 1985-1986, nr. 6)", ""),
        (
            "5 mei 1989) ",
            "zieook Aanhangsel Handelin- gen nr. 4 3 3 , Vergaderjaar 1 9 8 8 - 1 9 8 9",
            "1 en 2 Ja.",
        ),
        ("5 mei 1996) ", "zie ook Aanhangsel Handelingen, nrs. 753 en 895", "Op 1 april"),
        ("5 mei 1996) ", "Zie Aanhangsel Handelingen 1995–1996, nr. 1332", ""),
        (
            "5 mei 1996) ",
            "zie ook Aanhangsel Handelingen nr. 4, vergaderjaar 1994–1995 en nr. 5, vergaderjaar "
            "1995–1996, Aanhangsel Handelingen nrs. 6 en 7, vergaderjaar 1995–1996.",
            "In mijn brief",
        ),
    ],
)  # fmt: skip
def test_a_heading_is_split_into_day_reference_and_text(
    day: str, reference: str, rest: str
) -> None:
    printed = f"{day}{reference} {rest}".rstrip()
    opening = "(" if day.endswith("(") else ""
    assert split_at_reference(printed) == (day.rstrip("( "), f"{opening}{reference}", rest)


@every_case(
    "printed",
    [
        "23 maart 2002)",
        "23 maart 2002) In mijn brief (Aanhangsel Handelingen nr. 621, vergaderjaar 1999–2000) is",
        "23 maart 2002), zie ook Kamerstuk 25 840, nr. 1",
        "23 maart 2002) Zie ook Aanhangsel Handelingen nr. 900? Dat is niet zo.",
        "23 maart 2002), zie ook Aanhangsel van de Maatschappij tot bevordering, 12 leden",
        "Ja, zie ook Aanhangsel Handelingen nr. 900, vergaderjaar 1999–2000",
    ],
)
def test_without_a_reference_after_the_day_nothing_is_split(printed: str) -> None:
    assert split_at_reference(printed) == (printed, "", "")


def test_a_text_may_open_with_a_reference() -> None:
    words = ", zie ook Aanhangsel Handelingen nr. 295, vergaderjaar 2000–2001"
    reference, rest = split_opening_reference(
        passage(f"{words} Naar aanleiding", ("1", len(words) + 5))
    )
    assert (reference, rest) == (words, passage("Naar aanleiding", ("1", 4)))
    assert split_opening_reference(passage(words)) == (words, None)
    assert split_opening_reference(passage("Zie mijn antwoord.")) == (
        "",
        passage("Zie mijn antwoord."),
    )


def test_a_reference_after_a_heading_among_the_questions_is_not_an_answer() -> None:
    heading = "Antwoord van minister Kade (Markt). (Ontvangen 3 mei 2005), zie ook Aanhangsel nr. 9"
    questions = f'<vraag nummer="1">Kent u het? {heading}</vraag><vraag nummer="1">Ja.</vraag>'
    paper = read_paper(document(questions=questions, answers="", reply_day=""))
    assert paper.see_also == (", zie ook Aanhangsel nr. 9",)
    assert [part.text.text for part in paper.answers] == ["Ja."]


@pytest.mark.parametrize(
    ("before", "is_split"),
    [
        ("3", True),
        ("3)", True),
        (f"3{'x' * 29})))))", True),
        (f"3{'x' * 30})))))", False),
        (f"3{'x' * 29}))))))", False),
        (")))))", False),
    ],
)
def test_a_day_before_a_reference_has_30_characters_and_five_marks_after_it(
    *, before: str, is_split: bool
) -> None:
    day, reference, _ = split_at_reference(f"{before}zie ook Aanhangsel nr. 9")
    assert (day == before, bool(reference)) == (is_split, is_split)


@pytest.mark.parametrize(
    ("opening", "is_found"), [("", True), (",,,", True), (",,,(", True), (",,,,", False)]
)
def test_at_most_three_marks_precede_a_reference_that_opens_a_text(
    *, opening: str, is_found: bool
) -> None:
    reference, _ = split_opening_reference(passage(f"{opening}zie ook Aanhangsel nr. 9"))
    assert bool(reference) == is_found


@pytest.mark.parametrize(
    ("words", "is_found"),
    [
        ("nr. 9", True),
        ("nr. 1234a", True),
        ("nr. 1 2 3 4", True),
        ("nr. 12345", False),
        (f"{'x' * 38} nr. 9", True),
        (f"{'x' * 39} nr. 9", False),
    ],
)
def test_a_number_of_four_figures_follows_aanhangsel_within_40_characters(
    *, words: str, is_found: bool
) -> None:
    reference, _ = split_opening_reference(passage(f"zie ook Aanhangsel {words}"))
    assert bool(reference) == is_found
