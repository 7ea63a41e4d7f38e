"""The figures of parties that ask together, and of reasons for delay."""

import pytest

from kv2rdf.server.pages.figures.delay_reasons import delay_kinds
from kv2rdf.server.pages.figures.figure import FigureName, Share
from kv2rdf.server.pages.figures.release_figures import FIGURES


def test_each_pair_of_parties_has_its_cases() -> None:
    asked = (("1", "SP"), ("1", "PvdA"), ("1", "D66"), ("2", "PvdA"), ("2", "SP"), ("3", "SP"))
    rows = tuple((case, f"/{party}", party) for case, party in asked)
    d66, labour, sp = (FigureName(name, address=f"/{name}") for name in ("D66", "PvdA", "SP"))
    figure = FIGURES["samen"]
    found = figure.table(rows, {})
    assert found == ((labour, sp, 2), (d66, labour, 1), (d66, sp, 1))
    assert figure.finding(found) == {"name": labour, "other": sp, "value": 2}
    assert figure.finding(found[1:]) is None  # two pairs have the most


def test_two_names_of_one_party_do_not_make_a_pair() -> None:
    green, sp = FigureName("GL", address="g"), FigureName("SP", address="s")
    rows = (("1", "g", "GL"), ("1", "g", "GroenLinks"), ("2", "g", "GroenLinks"), ("2", "s", "SP"))
    assert FIGURES["samen"].table(rows, {}) == ((green, sp, 1),)


@pytest.mark.parametrize(
    ("reason", "kinds"),
    [
        ("Nog niet alle benodigde informatie is ontvangen.", ("reason_information",)),
        ("De afstemming met derden en het inwinnen van gegevens vergen tijd.",
         ("reason_information", "reason_consultation")),
        ("Vanwege de samenhang tussen beide", ("reason_together",)),
        ("Mede als gevolg van het zomerreces", ("reason_recess",)),
        ("Het onderzoek loopt nog.", ("reason_inquiry",)),
        ("Door drukte.", ("reason_other",)),
        ("", ("reason_none",)),
    ],
)  # fmt: skip
def test_a_reason_is_of_the_kinds_whose_words_it_contains(
    reason: str, kinds: tuple[str, ...]
) -> None:
    assert delay_kinds(reason) == kinds


def test_a_notice_counts_for_each_kind_and_shares_are_of_all_notices() -> None:
    rows = (("Overleg en informatie.", "3"), ("Nader overleg.", "2"), ("Drukte.", "1"), ("", "4"))
    found = FIGURES["uitstel"].table(rows, {})
    assert found == (
        ("reason_consultation", 5, Share(5, 10)),
        ("reason_information", 3, Share(3, 10)),
        ("reason_other", 1, Share(1, 10)),
        ("reason_none", 4, Share(4, 10)),
    )


def test_the_sentence_names_a_reason_even_if_most_notices_give_none() -> None:
    figure = FIGURES["uitstel"]
    rows = figure.table((("Nader overleg.", "2"), ("Drukte.", "3"), ("", "5")), {})
    assert figure.finding(rows) == {"name": "reason_consultation", "value": Share(2, 10)}
    assert figure.finding(figure.table((("", "5"),), {})) is None
