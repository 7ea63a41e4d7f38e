"""Periods with a first and a last day, joined where one follows another without a gap."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from datetime import date
from typing import TypeAlias, TypeVar

_Key = TypeVar("_Key", bound=Hashable)

DayRange: TypeAlias = tuple[date | None, date | None]
"""The first and the last day of a period. None means that the day is not known."""


def joined_periods(periods: Iterable[DayRange]) -> tuple[DayRange, ...]:
    """Return periods in order, without duplicates, with adjoining periods joined.

    Two periods adjoin if one begins on the last day of the other, or on the day after it. Periods
    whose first day is not known come first, and are not joined to one another.
    """
    joined: list[DayRange] = []
    for first, last in sorted(set(periods), key=_order):
        before = joined[-1] if joined else None
        if before and first and before[1] and 0 <= (first - before[1]).days <= 1:
            joined[-1] = (before[0], last)
        else:
            joined.append((first, last))
    return tuple(joined)


def joined_periods_of(
    periods: Iterable[tuple[_Key, DayRange]],
) -> Iterator[tuple[_Key, DayRange]]:
    """Yield each key with each of its periods, as joined by ``joined_periods``.

    The keys are in the order in which they first occur.
    """
    by_key: dict[_Key, list[DayRange]] = defaultdict(list)
    for key, period in periods:
        by_key[key].append(period)
    for key, found in by_key.items():
        for period in joined_periods(found):
            yield key, period


def _order(period: DayRange) -> tuple[date, date]:
    return period[0] or date.min, period[1] or date.max
