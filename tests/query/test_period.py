"""Days, months and years as people write them."""

from datetime import date

import pytest

from kv2rdf.errors import QueryError
from kv2rdf.query.period import Period, written_period
from tests.every_case import every_case


@every_case(
    ("text", "first", "last"),
    [
        ("2003", date(2003, 1, 1), date(2003, 12, 31)),
        ("2004-02", date(2004, 2, 1), date(2004, 2, 29)),
        ("2003-12", date(2003, 12, 1), date(2003, 12, 31)),
        ("2003-04-07", date(2003, 4, 7), date(2003, 4, 7)),
    ],
)
def test_a_period_has_a_first_and_a_last_day(text: str, first: date, last: date) -> None:
    assert written_period(text) == Period(first, last)


@every_case(
    "text", ["", "03", "2003-4", "2003-13", "2003-02-29", "0000", "2003-", "٢٠٠٣", "2003-04-07 "]
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(QueryError, match="is not a day, month or year: 2003-04-07, 2003-04 or"):
        written_period(text)
