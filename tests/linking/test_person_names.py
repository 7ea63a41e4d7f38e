"""The splitting of printed names of persons."""

import pytest

from kv2rdf.linking.person_names import (
    PrintedName,
    mentioned_name,
    name_letters,
    printed_name,
    surname_starts,
)
from tests.every_case import every_case


@every_case(
    ("printed", "initials", "words"),
    [
        ("Van den Voorbeeld", "", "Van den Voorbeeld"),
        ("A.B.C. van Voorbeeld", "ABC", "van Voorbeeld"),
        ("A. B. Voorbeeld", "AB", "Voorbeeld"),
        ("A.B van Voorbeeld", "AB", "van Voorbeeld"),
        ("A. IJ van Voorbeeld", "A", "IJ van Voorbeeld"),
        ("Th. C. de Voorbeeld", "TC", "de Voorbeeld"),
        ("van der Voorbeeld V.A.M.", "VAM", "van der Voorbeeld"),
        ("Voorbeeld, W.J.", "WJ", "Voorbeeld"),
        ("Eva van Voorbeeld (E.)", "E", "Eva van Voorbeeld"),
        ("Bo Voorbeeld (GBM)", "GBM", "Bo Voorbeeld"),
        ("R.A. (Rik) Voorbeeld", "RA", "Voorbeeld"),
        ("V o o r - B e e l d", "", "Voor-Beeld"),
        ("de heer Voorbeeld", "", "Voorbeeld"),
        ("mevrouw Voorbeeld-de Naam", "", "Voorbeeld-de Naam"),
        ("VoorbeeldÃ¯", "", "Voorbeeldï"),
    ],
)
def test_a_name_has_initials_and_words(printed: str, initials: str, words: str) -> None:
    assert printed_name(printed) == PrintedName(initials, tuple(words.split()))


@every_case("printed", ["Van Voor-Beeld", "van Voor Beeld", "vanVoorbeeld", "VAN VOÖRBEELD"])
def test_names_are_compared_without_accents_spaces_and_hyphens(printed: str) -> None:
    assert name_letters(printed) == "vanvoorbeeld"


@pytest.mark.parametrize(("one", "other"), [("Voorbeijld", "Voorbeyld"), ("IJ", "Y")])
def test_ij_and_y_are_the_same_in_a_name(one: str, other: str) -> None:
    assert name_letters(one) == name_letters(other)


def test_initials_may_follow_the_name_in_brackets() -> None:
    assert mentioned_name("Eva Naam", "Eva Naam (E.)", None).initials == "E"
    assert mentioned_name("Eva Naam", "Eva Naam (E.) (ABC)", "ABC").initials == "E"
    assert mentioned_name("Eva Naam", "Eva Naam (ABC)", "ABC").initials == ""
    assert mentioned_name("E. Naam", "E. Naam (ABC)", "ABC").initials == "E"


def test_a_surname_does_not_begin_after_its_prefix() -> None:
    assert surname_starts(("Jan", "van", "der", "Naam")) == [0, 1]
    assert surname_starts(("De", "Naam")) == [0]
