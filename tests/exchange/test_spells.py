"""New spells: those that do not overlap with any row of the same person and place."""

from datetime import date

from kv2rdf.exchange.additions.facts import Bounds, SpellFact
from kv2rdf.exchange.additions.spell_matches import SpellMatches
from kv2rdf.model.evidence import DatePrecision
from tests.every_case import every_case

ROWS = (
    ("a", "cda", "fractie-tk", "2003-01-30", "2006-11-29"),
    ("b", "cda", "fractie-tk", "2006-11-30", "2010-06-16"),
    ("c", "vvd", "fractie-tk", "2012-09-20", ""),
)


def decided(place: str, party: str, start: str, end: str, key: str = "") -> str:
    """Return the decision about a spell."""
    existing = [
        {"key": key, "person_key": "x", "party_key": party, "kind": kind, "start": since,
         "end": until}
        for key, party, kind, since, until in ROWS
    ]  # fmt: skip
    bounds = Bounds(
        date.fromisoformat(start), DatePrecision.DAY,
        date.fromisoformat(end) if end else None, DatePrecision.DAY,
    )  # fmt: skip
    fact = SpellFact(
        identifier="s", person="Q1", place=place, is_office=False, party=party, bounds=bounds,
        key=key,
    )  # fmt: skip
    matches = SpellMatches(existing, ())
    matches.add(fact, "x", "1960", None, "source")
    if matches.known:
        return "known"
    return matches.not_added[0].why if matches.not_added else "added"


@every_case(("place", "party", "start", "end", "expected"), [
    ("fractie-tk", "cda", "2003-01-30", "2006-11-30", "known"),
    ("fractie-tk", "cda", "2003-01-30", "2010-06-17", "known"),
    ("seat-tk", "", "2003-01-30", "2010-06-17", "known"),
    ("seat-tk", "", "2013-01-01", "", "known"),
    ("fractie-tk", "cda", "2002-05-23", "2003-01-30", "added"),
    ("fractie-tk", "cda", "2010-06-16", "2012-09-20", "added"),
    ("fractie-ek", "cda", "2003-01-30", "2006-11-30", "added"),
    ("fractie-tk", "cda", "2003-01-30", "2011-01-01", "it overlaps"),
    ("fractie-tk", "vvd", "2004-01-01", "2005-01-01", "it overlaps"),
    ("fractie-tk", "cda", "2010-06-16", "2010-06-16", "known"),
    ("seat-tk", "", "2000-01-01", "", "it overlaps"),
])  # fmt: skip
def test_a_spell_is_added_only_if_no_row_overlaps_it(
    place: str, party: str, start: str, end: str, expected: str
) -> None:
    assert expected in decided(place, party, start, end)


def test_a_row_with_the_key_of_the_service_is_compared_and_never_changed() -> None:
    assert decided("fractie-tk", "cda", "2003-01-30", "2006-11-29", key="a") == "known"
    why = decided("fractie-tk", "cda", "2003-01-30", "2007-01-01", key="a")
    assert why == "now 2003-01-30 to 2007-01-01; the row has 2003-01-30 to 2006-11-29"
