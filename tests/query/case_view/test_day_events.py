"""The half of the timeline in which the words of an event are shown."""

from datetime import date

import pytest

from kv2rdf.query.case_view.case_days import DayEvent


@pytest.mark.parametrize(
    ("place", "is_right"),
    [(None, False), ("1.0%", False), ("50.0%", False), ("50.1%", True), ("99.0%", True)],
)
def test_an_event_past_the_middle_is_in_the_right_half(
    *, place: str | None, is_right: bool
) -> None:
    event = DayEvent(date(2000, 1, 1), ("x",), 0, place, None, is_answer=False, is_late=False)
    assert event.is_right == is_right
