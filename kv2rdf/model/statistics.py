"""What is counted over all cases: tables by party, ministry, topic, medium cited and year."""

from enum import StrEnum

from msgspec import Struct


class Table(StrEnum):
    """What is counted by; the values are the words of the tables' addresses."""

    PARTY = "fractie"
    MINISTRY = "ministerie"
    TOPIC = "onderwerp"
    MEDIUM = "medium"
    YEAR = "jaar"


class Group(Struct, frozen=True, kw_only=True):
    """Those that are counted together: by name, identified or only as printed ("": not known).

    ``topic`` is the address of a topic, ``year`` that of tabling ("": not known).
    """

    table: Table
    year: str | None = None
    name: str | None = None
    identified: bool | None = None
    topic: str | None = None


class Observation(Struct, frozen=True, kw_only=True):
    """How many cases a group has, and what else is counted of them.

    Days are those from tabling to first answer; the mean is in whole days.
    """

    group: Group
    cases: int
    questions: int | None = None
    mean_days: int | None = None
    fewest_days: int | None = None
    most_days: int | None = None
