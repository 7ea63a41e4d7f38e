"""The rule for old addresses: what is below a replaced address moves with it."""

import pyoxigraph as ox
import pytest

from kv2rdf.query.named_queries import named_query
from kv2rdf.rdf.vocabulary import DCT, HOME
from tests.conftest import ROOT

REPLACED_BY = ox.NamedNode(DCT.isReplacedBy)


@pytest.fixture(scope="module")
def store() -> ox.Store:
    """The triples of all golden cases."""
    store = ox.Store()
    for path in sorted((ROOT / "tests" / "golden").glob("*/expected.ttl")):
        store.extend(
            ox.Quad(t.subject, t.predicate, t.object, ox.DefaultGraph())
            for t in ox.parse(path=path, format=ox.RdfFormat.TURTLE, base_iri=f"{HOME}/")
        )
    return store


def current(store: ox.Store, address: str) -> list[str]:
    found = store.query(named_query("current-address").filled_text({"address": address}))
    assert isinstance(found, ox.QuerySolutions)
    return [row["current"].value for row in found]


def test_everything_below_a_replaced_address_has_its_current_address(store: ox.Store) -> None:
    subjects = {q.subject.value for q in store if isinstance(q.subject, ox.NamedNode)}
    replaced = {
        q.subject.value: q.object.value
        for q in store.quads_for_pattern(None, REPLACED_BY, None)
        if isinstance(q.subject, ox.NamedNode) and isinstance(q.object, ox.NamedNode)
    }
    moved = [
        (old + subject.removeprefix(new), subject)
        for old, new in replaced.items()
        for subject in subjects
        if subject == new or subject.startswith((f"{new}/", f"{new}#"))
    ]
    assert len(replaced) > 60
    assert len(moved) > 10 * len(replaced) / 2
    assert subjects.isdisjoint({old for old, _ in moved} - replaced.keys())
    for old, subject in moved:
        assert current(store, old) == [subject]


@pytest.mark.parametrize("after", ["0", "-2", "a/vraag/1"])
def test_an_address_that_only_begins_like_a_replaced_one_has_no_current_address(
    store: ox.Store, after: str
) -> None:
    old = next(iter(store.quads_for_pattern(None, REPLACED_BY, None))).subject
    assert isinstance(old, ox.NamedNode)
    assert current(store, old.value + after) == []
    assert current(store, f"{old.value}/vraag/1") != []


def test_what_cannot_be_an_address_has_no_current_address(store: ox.Store) -> None:
    old = next(iter(store.quads_for_pattern(None, REPLACED_BY, None))).subject
    assert isinstance(old, ox.NamedNode)
    assert current(store, f"{old.value}/a b") == []
