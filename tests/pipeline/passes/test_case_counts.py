"""The year under which a case or a document is counted."""

from datetime import date

import pytest

from kv2rdf.pipeline.passes.case_counts import counting_year


@pytest.mark.parametrize(
    ("days", "session", "year"),
    [
        ((None, date(2005, 2, 23), date(2006, 1, 1)), "2003-2004", 2005),
        ((None,), "2003-2004", 2003),
        ((), None, None),
    ],
)
def test_the_year_is_that_of_the_first_known_date_else_of_the_session(
    days: tuple[date | None, ...], session: str | None, year: int | None
) -> None:
    assert counting_year(days, session) == year
