"""Texts that were found, with their cases, and filters on them."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from kv2rdf.query.found_texts import FoundText, TextFilter
from kv2rdf.query.open_release import Release
from kv2rdf.rdf.vocabulary import HOME

SEED = "2022Z00634"
TEXT = FoundText(
    address=f"{HOME}/x", kind="vraag", snippet="", chamber="tk", case="1", title="",
    day=date(2005, 2, 3), part="1", askers=("Kant (SP, Tweede Kamer)",), parties=("S.P.",),
)  # fmt: skip


@pytest.fixture(scope="module")
def release(golden_release: Path) -> Iterator[Release]:
    with Release(golden_release) as opened:
        yield opened


def test_a_text_comes_with_its_case(release: Release) -> None:
    (found, *_) = release.found_texts("strafbare doxing", only=TextFilter(asker="palland"))
    assert (found.kind, found.part, found.case) == ("antwoord", "7", SEED)
    assert (found.day, found.chamber) == (date(2022, 1, 18), "tk")
    assert found.askers == ("Hilde Palland", "Inge van Dijk")
    assert found.parties == ("CDA",)
    assert found.title.startswith("Het bericht ‘Verdrievoudiging")
    assert found.address == f"{HOME}/eli/nl/tk/ah/20212022/1881/antwoord/7"


def test_a_title_is_a_text_of_its_case(release: Release) -> None:
    (found,) = release.found_texts("Verdrievoudiging", only=TextFilter(kinds=frozenset({"zaak"})))
    assert (found.case, found.part) == (SEED, None)


def test_every_hit_belongs_to_a_case(release: Release) -> None:
    found = release.found_texts("de", first=10_000)
    assert len(found) == release.hit_count("de") > 100
    assert all(text.case and text.title for text in found)
    assert [text.address for text in found] == [
        hit.address for hit in release.search("de", first=10_000)
    ]


def test_a_filter_finds_every_text_that_it_matches(release: Release) -> None:
    everything = release.found_texts("de", first=10_000)
    only = TextFilter(until=date(2004, 12, 31), kinds=frozenset({"vraag", "noot"}))
    wanted = tuple(text for text in everything if only.matches(text))
    assert 0 < len(wanted) < len(everything)
    assert release.found_texts("de", first=10_000, only=only) == wanted
    assert release.found_texts("de", first=2, only=only) == wanted[:2]


@pytest.mark.parametrize(
    ("only", "is_wanted"),
    [
        (TextFilter(), True),
        (TextFilter(since=date(2005, 2, 3), until=date(2005, 2, 3)), True),
        (TextFilter(since=date(2005, 2, 4)), False),
        (TextFilter(until=date(2005, 2, 2)), False),
        (TextFilter(kinds=frozenset({"vraag", "noot"})), True),
        (TextFilter(kinds=frozenset({"antwoord"})), False),
        (TextFilter(asker="kant"), True),
        (TextFilter(asker="Kantje"), False),
        (TextFilter(party="SP"), True),
        (TextFilter(party="s.p."), True),
        (TextFilter(party="SPD"), False),
        (TextFilter(chamber="tk"), True),
        (TextFilter(chamber="ek"), False),
    ],
)
def test_a_filter_matches(only: TextFilter, *, is_wanted: bool) -> None:
    assert only.matches(TEXT) is is_wanted
    assert only.is_empty is (only == TextFilter())


def test_a_text_without_a_day_is_in_no_period() -> None:
    undated = FoundText(**{**{f: getattr(TEXT, f) for f in TEXT.__slots__}, "day": None})
    assert TextFilter(asker="kant").matches(undated)
    assert not TextFilter(since=date(1900, 1, 1)).matches(undated)
    assert not TextFilter(until=date(2100, 1, 1)).matches(undated)
