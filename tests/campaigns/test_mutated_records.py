"""A small round of the campaign on mutated records, and its mutants."""

from random import Random

import pytest

from tests.campaigns import mutated_records
from tests.campaigns.record_mutators import mutated_record
from tests.sources.odata.examples import FIELDS


@pytest.mark.long
def test_a_small_round_of_the_campaign_finds_no_fault() -> None:
    assert mutated_records.main(["60", "17"]) == 0


def test_a_seed_draws_the_same_records_again() -> None:
    drawn, again = ([mutated_record(dict(FIELDS), Random(n)) for n in range(40)] for _ in "12")
    assert drawn == again
    assert len(set(drawn)) > 20
