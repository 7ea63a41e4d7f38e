"""The papers that the heading of a reply refers to."""

import pytest

from kv2rdf.linking.documents import reply
from kv2rdf.linking.references import identifier, referred
from kv2rdf.model.paper import PaperKind
from tests.papers import identities, paper


@pytest.mark.parametrize(
    ("words", "papers"),
    [
        ("zie ook Aanhangsel Handelingen nr. 900, vergaderjaar 2003–2004", ["20032004-900"]),
        ("Zie ook aanhangsel handelingen, nr. 21, Vergaderjaar 1993-1994.", ["19931994-21"]),
        ("zie ook Aanhangsel Handelingen nr.510 vergaderjaar 1995/1996", ["19951996-510"]),
        ("zie ook Aanhangsel Handelingen 458, vergaderjaar 1995–1996", ["19951996-458"]),
        ("zie ook Aanhangsel van de Handelingen nr. 17a", ["20042005-17a"]),
        (
            "zie ook Aanhangsel Handelingen nrs. 354, 655 en 716, vergaderjaar 2007–2008",
            ["20072008-354", "20072008-655", "20072008-716"],
        ),
        (
            "zie ook Aanhangsel Handelingen nr. 9, vergaderjaar 2004–2005 en Aanhangsel "
            "Handelingen nr. 8, vergaderjaar 2003–2004",
            ["20042005-9", "20032004-8"],
        ),
        (
            "zie ook Aanhangsel Handelingen nr. 513, vergaderjaar 1 9 8 8 - 1 9 8 9",
            ["19881989-513"],
        ),
        ("zie ook Aanhangsel Handelingen", [None]),
    ],
)
def test_a_reference_names_papers_by_number_and_session(
    words: str, papers: list[str | None]
) -> None:
    asked = paper("KVR1", PaperKind.ANSWER, annex="1262", answers=(), see_also=(words,))
    document = reply([asked], ["2040509430"], (), "", identities())
    named = [None if number is None else f"ah-tk-{number}" for number in papers]
    assert list(referred(document)) == named
    assert identifier(document) == "ah-tk-20042005-1262"
