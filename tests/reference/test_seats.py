"""The seats of groups on the first day of a term, compared with the known members."""

from collections import Counter
from datetime import date

from kv2rdf.linking.name_evidence import complete_groups, group_at_start
from kv2rdf.model.kinds import Chamber
from kv2rdf.model.register import MembershipKind
from tests.papers import real_seeds

_SEATS_OF_THE_TWEEDE_KAMER = 150


def test_the_seats_of_each_term_are_those_of_the_chamber() -> None:
    seats: Counter[date] = Counter()
    for count in real_seeds().register.seat_counts:
        seats[count.first_sitting] += count.seats
    assert len(seats) == 13
    assert set(seats.values()) == {_SEATS_OF_THE_TWEEDE_KAMER}


def test_no_group_has_more_known_members_than_seats() -> None:
    known = real_seeds().register
    for count in known.seat_counts:
        day = count.first_sitting
        members = {
            m.person
            for m in known.memberships
            if m.kind is MembershipKind.GROUP_TK and m.party == count.party
            if m.since and m.since <= day and (m.until is None or day <= m.until)
        }
        assert len(members) <= count.seats, count


def test_half_of_the_groups_are_complete_on_the_first_day_of_a_term() -> None:
    complete = complete_groups(real_seeds().register)
    assert len(complete) == 76
    assert group_at_start(Chamber.TK, "pvda", date(2006, 11, 30)) in complete
    assert group_at_start(Chamber.TK, "vvd", date(1994, 5, 17)) not in complete
