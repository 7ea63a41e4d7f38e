"""The heading of a reply within a text: the maximum distance between the ends of a torn one."""

import pytest

from kv2rdf.model.kinds import PaperKind
from kv2rdf.sources.kvr.reply_heading import find_reply_heading, with_reply_heading
from tests.every_case import every_case
from tests.papers import paper

BEGINNING = "Hoe? Antwoord"


def found(text: str) -> str | None:
    """Return the heading that is found in the text of a question that is not the last."""
    span = find_reply_heading(text, is_last=False)
    return text[slice(*span)] if span else None


@pytest.mark.parametrize(
    ("rest", "is_found"),
    [
        (f"{'x' * 149}1985)", True),
        (f"{'x' * 150}1985)", False),
        ("Van den 985)", False),
    ],
)
def test_the_year_follows_a_torn_heading_within_150_characters(
    *, rest: str, is_found: bool
) -> None:
    heading = f"Antwoord van minister {rest}"
    assert found(f"Op 3 mei jl. {heading} Zo is het") == (heading if is_found else None)


@pytest.mark.parametrize(("letters", "is_found"), [(39, True), (40, False)])
def test_the_numbers_follow_a_torn_heading_within_40_characters(
    *, letters: int, is_found: bool
) -> None:
    heading = f"Antwoord van minister {'x' * letters}"
    assert found(f"Op 3 mei jl. {heading} 1, 2 en 3 Zo is het") == (heading if is_found else None)


@pytest.mark.parametrize(
    ("rest", "is_found"),
    [
        ("x" * 39, True),
        ("x" * 40, False),
        (f"{'x' * 279})", True),
        (f"{'x' * 280})", False),
        (f"{'x' * 60}1985", True),
        (f"{'x' * 60}985", False),
        (f"{'x' * 60} (Ontvangen )", True),
        (f"{'x' * 60} (Ontvangen {'i' * 22}", True),
        (f"{'x' * 60} (Ontvangen {'i' * 23}", False),
    ],
)
def test_the_rest_of_a_torn_heading_reaches_the_end_of_its_element(
    *, rest: str, is_found: bool
) -> None:
    text = f"{BEGINNING} van minister {rest}"
    assert found(text) == (text if is_found else BEGINNING).removeprefix("Hoe? ")


@pytest.mark.parametrize("rest", ["", ")"])
def test_a_torn_heading_may_end_after_the_title_of_an_office(rest: str) -> None:
    assert found(f"{BEGINNING} van minister{rest}") == f"Antwoord van minister{rest}"


def test_the_numbers_may_follow_the_title_of_an_office() -> None:
    heading = "Antwoord van minister"
    assert found(f"Op 3 mei jl. {heading} 1, 2 en 3 {'Zo is het. ' * 5}") == heading


@every_case(("letters", "count"), [(1, 0), (2, 1), (60, 1), (61, 0)])
def test_the_name_of_an_answerer_has_2_to_60_characters(letters: int, count: int) -> None:
    heading = f"Antwoord van minister {'x' * letters} (Zaken). (Ontvangen 1 mei 1985)"
    read = with_reply_heading(paper("KVR1", PaperKind.ANSWER), heading)
    assert len(read.answerers) == count


@every_case(
    ("words", "named", "also"),
    [
        ("minister Bij (Zaken).", ("Bij", "minister", "Zaken"), None),
        ("Minister-President Bij (Zaken a.i.).", ("Bij", "Minister-President", "Zaken a.i."), None),
        ("minister Bij (Zaken), mede namens de minister van Zee.",
         ("Bij", "minister", "Zaken"), "de minister van Zee"),
        ("de heer Bij, minister van Zaken.", ("Bij", "minister van Zaken", None), None),
        ("mevrouw R a a t . Staatssecretaris van Zaken, mede namens de heer Bij, Minister van Zee",
         ("Raat", "Staatssecretaris van Zaken", None), "de heer Bij, Minister van Zee"),
        ("de heer Bij (ministervan Zaken).", ("Bij", "ministervan Zaken", None), None),
        ("de heer V a n d e n Zaken, mede namens de heer Bij, minister van Zee.",
         None, "de heer Bij, minister van Zee"),
        ("de heer Bij namens mevrouw Raat, minister voor Zee.", None, None),
    ],
)  # fmt: skip
def test_a_heading_names_the_answerer_and_those_on_whose_behalf_it_is(
    words: str, named: tuple[str | None, ...] | None, also: str | None
) -> None:
    heading = f"Antwoord Antwoord van {words} (Ontvangen 1 mei 1985)"
    read = with_reply_heading(paper("KVR1", PaperKind.ANSWER), heading)
    found = [(one.name, one.office, one.ministry) for one in read.answerers]
    assert found == ([named] if named else [])
    assert [one.office for one in read.on_behalf_of] == ([also] if also else [])
