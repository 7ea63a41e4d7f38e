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
    replaced: dict[str, list[str]] = {}
    for quad in store.quads_for_pattern(None, REPLACED_BY, None):
        assert isinstance(quad.subject, ox.NamedNode)
        assert isinstance(quad.object, ox.NamedNode)
        replaced.setdefault(quad.subject.value, []).append(quad.object.value)
    moved = [
        (old + subject.removeprefix(new), subject)
        for old, successors in replaced.items()
        for new in successors
        for subject in subjects - replaced.keys()
        if subject == new or subject.startswith((f"{new}/", f"{new}#"))
    ]
    assert len(replaced) > 60
    assert len(moved) > 10 * len(replaced) / 2
    assert subjects.isdisjoint({old for old, _ in moved} - replaced.keys())
    for old, subject in moved:
        assert subject in current(store, old)


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


def test_a_part_of_a_replaced_paper_may_be_replaced_in_its_turn(store: ox.Store) -> None:
    paper, case, lower = (f"{HOME}/eli/nl/tk/kv/{name}" for name in ("1", "1/vraag", "ah-tk-1-1"))
    added = [(f"{case}/4", f"{case}/4-5"), (lower, paper)]
    added += [(f"{case}/7-8", f"{case}/{number}") for number in (7, 8)]
    for old, new in added:
        store.add(ox.Quad(ox.NamedNode(old), REPLACED_BY, ox.NamedNode(new)))
    assert current(store, f"{lower}/vraag/4") == [f"{case}/4-5"]
    assert current(store, f"{lower}/vraag/7-8") == [f"{case}/7", f"{case}/8"]
    assert current(store, f"{case}/4") == [f"{case}/4-5"]
