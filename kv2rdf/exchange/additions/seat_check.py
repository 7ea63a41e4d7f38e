"""A comparison of the members of each group with its seats on the first sitting day of a term."""

from collections.abc import Iterable
from dataclasses import dataclass

from kv2rdf.reference.csv_rows import Row


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupCount:
    """The number of known members of a group on a given date, before and after the additions."""

    chamber: str
    day: str
    party: str
    seats: int
    before: int
    after: int

    @property
    def is_exceeded(self) -> bool:
        """Whether the additions give the group more members than seats."""
        return self.after > self.seats and self.after > self.before


def group_counts(
    seats: Iterable[Row], existing: Iterable[Row], added: Iterable[Row]
) -> tuple[GroupCount, ...]:
    """Return the number of members of each group in ``seats``, before and after the additions.

    The members on the date of the first sitting in the row are counted. ``existing`` and ``added``
    contain memberships.
    """
    old, new = _by_group(existing), _by_group(added)
    counts = []
    for row in seats:
        group = f"fractie-{row['chamber']}", row["party_key"]
        before = _members(old.get(group, ()), row["first_sitting"])
        counts.append(
            GroupCount(
                chamber=row["chamber"],
                day=row["first_sitting"],
                party=row["party_key"],
                seats=int(row["seats"]),
                before=len(before),
                after=len(before | _members(new.get(group, ()), row["first_sitting"])),
            )
        )
    return tuple(counts)


def is_counted(membership: Row, count: GroupCount) -> bool:
    """Whether a membership is included in a count."""
    return (
        membership["kind"] == f"fractie-{count.chamber}"
        and membership["party_key"] == count.party
        and _includes(membership, count.day)
    )


def _by_group(memberships: Iterable[Row]) -> dict[tuple[str, str], list[Row]]:
    found: dict[tuple[str, str], list[Row]] = {}
    for row in memberships:
        found.setdefault((row["kind"], row["party_key"]), []).append(row)
    return found


def _members(memberships: Iterable[Row], day: str) -> set[str]:
    return {row["person_key"] for row in memberships if _includes(row, day)}


def _includes(membership: Row, day: str) -> bool:
    """Whether a membership began on or before a given date and ended after it, if it has ended.

    The result is false if the precision of the first or last day is "not before" or "not after". A
    membership that ends on the given date is not counted, because members who leave at an election
    often leave on the date of the first sitting.
    """
    start, end = membership["start"], membership["end"]
    is_vague = {membership["start_precision"], membership["end_precision"]} & {
        "not before",
        "not after",
    }
    return not is_vague and bool(start) and start <= day and (not end or end > day)
