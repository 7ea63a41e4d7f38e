"""Matches that are certain, and those that are only candidates."""

import pytest

from kv2rdf.reconciliation.queries import ReconciliationQuery
from kv2rdf.reconciliation.scores import ScoredEntity
from tests.every_case import every_case
from tests.reconciliation.small_register import DAY, LATER, small_reconciler


def found(text: str, kind: str = "", **properties: str) -> tuple[ScoredEntity, ...]:
    query = ReconciliationQuery(
        text=text,
        types=(kind,) if kind else (),
        properties=tuple((pid, (value,)) for pid, value in properties.items()),
    )
    return small_reconciler().result(query)


def certain_key(text: str, kind: str = "", **properties: str) -> str | None:
    keys = [one.entity.keys[0] for one in found(text, kind, **properties) if one.is_certain]
    assert len(keys) < 2
    return keys[0] if keys else None


@every_case(("text", "properties", "key"), [
    ("Eerste-Tweede", {"party": "ABC", "day": DAY}, "ine"),
    ("mevrouw Eerste-Tweede", {"party": "A.B.C.", "day": DAY}, "ine"),
    ("Eerste-Tweede (ABC)", {"day": DAY}, "ine"),
    ("Eerste-Tweede", {"party": "https://example.org/id/partij/abc", "day": DAY}, "ine"),
    ("Eerste-Tweede", {"party": "ABC", "day": f"{DAY}T00:00:00Z"}, "ine"),
    ("Eerste-Tweede", {"party": "ABC"}, None),
    ("Eerste-Tweede", {"day": DAY}, None),
    ("Eerste-Tweede", {"party": "ABC", "day": LATER}, None),
    ("Eerste-Tweede", {"party": "ABC", "day": "2005-02-31"}, None),
    ("Eerste-Tweede", {"party": "XYZ", "day": DAY}, None),
    ("Eerste-Tweede", {"party": "ABC", "day": DAY, "chamber": "ek"}, None),
    ("Eerste-Tweede", {"party": "ABC", "day": DAY, "chamber": "senate"}, None),
    ("Eerste-Twede", {"party": "ABC", "day": DAY}, None),
    ("Van Naam", {"party": "ABC", "day": DAY}, None),
    ("Eva van Naam", {"party": "ABC", "day": DAY}, "eva"),
    ("L.B. van Naam", {"party": "ABC", "day": DAY}, "els"),
    ("Naam, Eva van", {"party": "ABC", "day": DAY}, "eva"),
    ("van Naam, Eva", {"party": "ABC", "day": DAY}, "eva"),
    ("Naam , Eva van (ABC)", {"day": DAY}, "eva"),
    ("Naam, L.B. van", {"party": "ABC", "day": DAY}, "els"),
    ("Naam, Eva, van", {"party": "ABC", "day": DAY}, None),
    ("Weggelaten", {"party": "ABC", "day": DAY}, None),
    ("Atoor", {"party": "ABC", "day": DAY}, None),
    ("Kam Atoor", {"party": "ABC", "day": DAY}, "kam"),
    ("Atoor", {"party": "ABC", "day": DAY, "chamber": "Eerste Kamer"}, "sen"),
    ("Atoor", {"party": "ABC", "day": DAY, "chamber": "TK"}, "kam"),
    ("Gediend", {"office": "minister van Wind en Water", "day": DAY}, "oud"),
    ("Gediend", {"office": "minister van Wind en Water", "day": LATER}, None),
    ("Gediend", {"office": "staatssecretaris van Wind en Water", "day": DAY}, None),
    ("", {"office": "minister van Wind en Water", "day": DAY}, "oud"),
])  # fmt: skip
def test_a_person_is_certain_only_by_the_rules_of_linking(
    text: str, properties: dict[str, str], key: str | None
) -> None:
    assert certain_key(text, "person", **properties) == key


@every_case(("text", "kind", "day", "key"), [
    ("ABC", "", "", "abc"), ("alle burgers club", "party", "", "abc"),
    ("fractie A.B.C.", "", "", "abc"),
    ("Oude Lijst", "", "1970-01-01", "old"), ("Oude Lijst", "", DAY, None), ("ABCD", "", "", None),
    ("minister van Wind en Water", "", DAY, "minister-wind"),
    ("minister van Wind en Water", "ministry", DAY, "wind"), ("Wind en Water", "", "", "wind"),
    ("minister van Wind en Water en Piet", "", DAY, None), ("WW", "ministry", "", "wind"),
    ("minister en staatssecretaris van Wind en Water", "office", DAY, None),
    ("Q1", "", "", "abc"), ("Q11", "person", "", "eva"), ("Q11", "party", "", None),
    ("https://example.org/id/persoon/eva", "", "", "eva"),
    ("http://www.wikidata.org/entity/Q13", "", "", "ine"),
    ("ABC", "", "1970-99-01", None), ("ABC", "planet", "", None),
])  # fmt: skip
def test_other_things_are_certain_by_their_names_and_identifiers(
    text: str, kind: str, day: str, key: str | None
) -> None:
    assert certain_key(text, kind, **({"day": day} if day else {})) == key


def test_an_identifier_does_not_make_a_person_of_another_name_certain() -> None:
    assert certain_key("Eva van Naam", identifier="Q11") == "eva"
    assert certain_key("", identifier="Q11") == "eva"
    (other,) = found("Gediend", identifier="Q11")
    assert (other.entity.keys, other.is_certain, other.score) == (("eva",), False, 0)
    assert found("", identifier="Q999") == ()


def test_a_name_that_is_not_certain_has_scored_candidates() -> None:
    naam = found("Van Naam", "person", party="ABC", day=DAY)
    assert [(one.entity.keys[0], one.score) for one in naam] == [("els", 90), ("eva", 90)]
    initial = found("E. van Naam", "person")
    assert [(one.entity.keys[0], one.score) for one in initial] == [("eva", 60), ("els", 45)]
    (half, *_) = found("Tweede", "person", party="ABC", day=LATER)
    assert (half.entity.keys, half.score) == (("ine",), 63.0)
    assert dict(half.agreement) == {"party": True, "day": False}
    similar = found("Gedient", "person")
    assert [one.entity.keys[0] for one in similar] == ["oud"]
    assert 0 < similar[0].score < 60


def test_a_reversed_name_has_the_candidates_of_the_usual_order() -> None:
    assert found("Naam, Eva van", "person") == found("Eva van Naam", "person") != ()


def test_the_score_of_a_certain_match_is_100_and_of_no_other() -> None:
    texts = ("Eerste-Tweede", "Van Naam", "Atoor", "ABC", "Wind en Water", "minister")
    for text in texts:
        for one in found(text, party="ABC", day=DAY):
            assert (one.score == 100) is one.is_certain
            assert one.score <= 90 or one.is_certain


ODD = (
    *("", " ", "!?", "x" * 10_000, "a" * 1_000, "שלום", "\u202eABC\u202c x", "\0", "\ud800", "%"),
    *("' OR 1=1", "*", "A. " * 300, "(" * 300, "\n\t", "de", "van den", "ABC ABC", "1", "Q", "Q0"),
    *("https://example.org/id/persoon/", "<b>ABC</b>", "\u0301", "🙂", "lid", "fractie", "-", "()"),
)


@pytest.mark.parametrize("text", ODD, ids=map(str, range(len(ODD))))
def test_odd_texts_are_never_certain_and_raise_nothing(text: str) -> None:
    assert not any(one.is_certain for one in found(text, party="ABC", day=DAY))
