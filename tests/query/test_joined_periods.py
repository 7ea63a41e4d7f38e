"""Periods that adjoin are shown as one period."""

from datetime import date

from kv2rdf.query.joined_periods import DayRange, joined_periods
from tests.every_case import every_case

A, B, C = date(2003, 1, 30), date(2006, 11, 29), date(2010, 6, 16)
AFTER_B, LATER = date(2006, 11, 30), date(2006, 12, 1)


@every_case(
    ("periods", "joined"),
    [
        (((AFTER_B, C), (A, B)), ((A, C),)),
        (((A, B), (B, C)), ((A, C),)),
        (((A, B), (LATER, C)), ((A, B), (LATER, C))),
        (((A, B), (AFTER_B, None)), ((A, None),)),
        (((A, None), (AFTER_B, C)), ((A, None), (AFTER_B, C))),
        (((A, B), (None, A)), ((None, B),)),
        (((None, C), (A, B)), ((None, C), (A, B))),
        (((A, B), (A, B)), ((A, B),)),
        ((), ()),
    ],
)
def test_adjoining_periods_are_joined(
    periods: tuple[DayRange, ...], joined: tuple[DayRange, ...]
) -> None:
    assert joined_periods(periods) == joined
