"""Statistics of all cases, in tables by party, ministry, topic, cited medium and year."""

from enum import StrEnum

from msgspec import Struct


class StatisticsTable(StrEnum):
    """The tables of statistics.

    Each member is named after the property by which the cases are grouped. Each value is a segment
    of the address of the table.
    """

    PARTY = "fractie"
    MINISTRY = "ministerie"
    TOPIC = "onderwerp"
    MEDIUM = "medium"
    YEAR = "jaar"


class Group(Struct, frozen=True, kw_only=True):
    """A group of cases, which corresponds to one row of a table.

    ``year`` is the year of tabling, and ``name`` is the name of a party, ministry or medium. Each
    is "" if it is not known. ``address`` is the address of that party, ministry or medium.
    ``is_identified`` is False if the name could not be matched to the register, so that there is no
    address. ``topic`` is the address of a topic. Fields that do not apply to the table are None.
    """

    table: StatisticsTable
    year: str | None = None
    name: str | None = None
    address: str | None = None
    is_identified: bool | None = None
    topic: str | None = None


class Observation(Struct, frozen=True, kw_only=True):
    """The counts for a group.

    ``mean_days``, ``fewest_days`` and ``most_days`` are numbers of days from tabling to the first
    answer. The mean is rounded to whole days. All three are None except in the table by ministry,
    in which ``questions`` is None.
    """

    group: Group
    cases: int
    questions: int | None = None
    mean_days: int | None = None
    fewest_days: int | None = None
    most_days: int | None = None
