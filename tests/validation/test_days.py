"""The constraint on the number of days counts them as the calendar does."""

from datetime import date

import pytest

from kv2rdf.rdf import nquads
from kv2rdf.rdf.rows import about
from kv2rdf.rdf.terms import Iri
from kv2rdf.rdf.vocabulary import DCT, HOME, KV, RDF
from kv2rdf.validation.engines import Engine, Pyshacl, Shacl, shapes_in
from tests.validation.examples import SHAPES
from tests.validation.third_engine import ThirdEngine

PERIODS = (
    (date(2023, 2, 28), date(2023, 3, 1)),
    (date(2024, 2, 28), date(2024, 3, 1)),
    (date(1900, 2, 28), date(1900, 3, 1)),
    (date(2000, 2, 28), date(2000, 3, 1)),
    (date(2023, 12, 31), date(2024, 1, 1)),
    (date(1999, 1, 31), date(2001, 12, 31)),
    *((date(2024, month, 1), date(2024, month + 1, 1)) for month in range(1, 12)),
)
"""Periods that include the end of a month, of a year, or of February in each kind of year."""


def case(number: int, error: int) -> str:
    """Return a case that was answered after a period, with a number of days that is wrong."""
    tabled, answered = PERIODS[number]
    rows = about(
        Iri(f"https://example.org/{number}/{error}"),
        (RDF.type, KV.Dossier),
        (KV.daysToAnswer, (answered - tabled).days + error),
        (DCT.dateSubmitted, tabled),
        (KV.answeredOn, answered),
    )
    return "".join(nquads.triple_lines(rows))


@pytest.mark.parametrize("kind", [Shacl, Pyshacl, ThirdEngine])
def test_only_the_exact_number_of_days_is_accepted(
    kind: type[Shacl | Pyshacl | ThirdEngine],
) -> None:
    engine: Engine = kind(shapes_in(SHAPES))
    cases = [(number, error) for number in range(len(PERIODS)) for error in (-1, 0, 1)]
    results = engine.validate("".join(case(number, error) for number, error in cases))
    refused = {
        result.focus
        for result in results
        if result.shape == f"{HOME}/shapes#DossierDaysAreTheDifference"
    }
    assert refused == {f"https://example.org/{number}/{error}" for number, error in cases if error}
