"""The dates of moments in the Netherlands, compared with the time zone database."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from kv2rdf.audit.records.days import day_in_the_netherlands, printed_day
from tests.every_case import every_case


def test_the_days_are_those_of_the_time_zone_database() -> None:
    zone = ZoneInfo("Europe/Amsterdam")
    moment = datetime(1978, 1, 1, 21, 30, tzinfo=UTC)
    while moment.year < 2037:
        assert day_in_the_netherlands(moment.isoformat()) == str(moment.astimezone(zone).date())
        moment += timedelta(hours=37, minutes=30)


@every_case(
    ("printed", "day"),
    [
        ("2031-01-12T23:00:00Z", "2031-01-13"),
        ("2031-07-12T22:00:00Z", "2031-07-13"),
        ("2031-01-13T00:00:00", "2031-01-13"),
        ("gisteren", "gisteren"),
        ("9999-12-31T23:30:00Z", "9999-12-31T23:30:00Z"),
    ],
)
def test_a_moment_without_an_offset_is_in_local_time(printed: str, day: str) -> None:
    assert day_in_the_netherlands(printed) == day


def test_a_deadline_is_the_day_as_printed() -> None:
    assert printed_day("2031-02-10T00:00:00Z") == "2031-02-10"
    assert printed_day("morgen") == "morgen"
