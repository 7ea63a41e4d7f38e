"""The seats of groups on the first day of a term, compared with the known members."""

from collections import Counter
from datetime import date

import pytest

from kv2rdf.linking.name_bearers import GROUPS
from kv2rdf.linking.name_evidence import complete_groups, group_at_start
from kv2rdf.model.kinds import Chamber
from tests.papers import real_seeds


@pytest.mark.parametrize(
    ("chamber", "terms", "of_chamber"), [(Chamber.TK, 13, 150), (Chamber.EK, 10, 75)]
)
def test_the_seats_of_each_term_are_those_of_the_chamber(
    chamber: Chamber, terms: int, of_chamber: int
) -> None:
    seats: Counter[date] = Counter()
    for count in real_seeds().register.seat_counts:
        if count.chamber is chamber:
            seats[count.first_sitting] += count.seats
    assert len(seats) == terms
    assert set(seats.values()) == {of_chamber}


def test_no_group_has_more_known_members_than_seats() -> None:
    known = real_seeds().register
    for count in known.seat_counts:
        day = count.first_sitting
        members = {
            m.person
            for m in known.memberships
            if m.kind is GROUPS[count.chamber] and m.party == count.party
            if m.since and m.since <= day and (m.until is None or day <= m.until)
        }
        assert len(members) <= count.seats, count


def test_half_of_the_groups_are_complete_on_the_first_day_of_a_term() -> None:
    complete = complete_groups(real_seeds().register)
    assert Counter(group.split()[0] for group in complete) == {"tk": 76, "ek": 20}
    assert group_at_start(Chamber.TK, "pvda", date(2006, 11, 30)) in complete
    assert group_at_start(Chamber.TK, "vvd", date(1994, 5, 17)) not in complete
    assert group_at_start(Chamber.EK, "ppr", date(1987, 6, 23)) in complete
