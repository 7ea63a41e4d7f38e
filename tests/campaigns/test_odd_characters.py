"""A small round of the campaign that writes odd characters into documents."""

import random
from collections import Counter
from pathlib import Path

import pytest

from tests.campaigns.odd_characters import IN_XML, NOT_IN_XML, faults, odd_document


@pytest.mark.long
def test_odd_characters_are_the_same_in_every_use_of_a_release(tmp_path: Path) -> None:
    counts: Counter[str] = Counter()
    assert list(faults(1, random.Random(20261128), tmp_path, counts)) == []
    assert counts["published"] > 2
    assert counts["answers 200"] > 50


@pytest.mark.parametrize("suffix", [".xml", ".txt"])
def test_the_campaign_writes_odd_characters(suffix: str) -> None:
    content = b"<a b='c'>Weet u dat het regent in de gemeente?</a>"
    for seed in range(20):
        changed = odd_document(content, suffix, random.Random(seed)).decode()
        odd = [character for character in changed if character in IN_XML + NOT_IN_XML]
        assert 1 <= len(odd) <= 4
        assert "".join(c for c in changed if c not in IN_XML + NOT_IN_XML) == content.decode()
