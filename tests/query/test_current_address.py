"""The rule for old addresses: an address below a replaced one moves with it, repeatedly."""

import re

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


def store_of(*replaced: tuple[str, str]) -> ox.Store:
    """Return a store in which each first address is replaced by the second."""
    store = ox.Store()
    store.extend(
        ox.Quad(ox.NamedNode(old), REPLACED_BY, ox.NamedNode(new)) for old, new in replaced
    )
    return store


def current(store: ox.Store, address: str) -> list[str]:
    found = store.query(named_query("current-address").filled_text({"address": address}))
    assert isinstance(found, ox.QuerySolutions)
    return [row["current"].value for row in found]


@pytest.mark.parametrize("step", [90, pytest.param(9, marks=pytest.mark.long)])
def test_everything_below_a_replaced_address_has_its_current_address(
    store: ox.Store, step: int
) -> None:
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
        if not old.startswith(f"{new}/")
        for subject in subjects - replaced.keys()
        if subject == new or subject.startswith((f"{new}/", f"{new}#"))
    ]
    assert len(replaced) > 60
    assert len(moved) > 10 * len(replaced) / 2
    assert subjects.isdisjoint({old for old, _ in moved} - replaced.keys())
    for old, subject in moved[::step]:
        assert subject in current(store, old)
        assert replaced.keys().isdisjoint(current(store, old))


def by_rule(replaced: dict[str, list[str]], address: str) -> set[str]:
    """Return the current addresses of an address, by applying the rule any number of times."""
    ends = [match.start() for match in re.finditer("[/#]", address)][-5:]
    found = set()
    for former in {address, *(address[:end] for end in ends)} & replaced.keys():
        for new in replaced[former]:
            rest = "" if former.startswith(f"{new}/") else address.removeprefix(former)
            found |= by_rule(replaced, new + rest) or {new + rest}
    return found


@pytest.mark.parametrize("step", [23, pytest.param(3, marks=pytest.mark.long)])
def test_the_query_finds_what_the_rule_finds(store: ox.Store, step: int) -> None:
    replaced: dict[str, list[str]] = {}
    for old, _, new, _ in store.quads_for_pattern(None, REPLACED_BY, None):
        replaced.setdefault(old.value, []).append(new.value)
    ends = ("", "/vraag/5", "/vraag/4-5#noot-1-x", "/a/b/c/d/e", "/a/b/c/d/e/f", "0")
    addresses = [old + end for old in sorted(replaced) for end in ends][::step]
    found = {address: current(store, address) for address in addresses}
    assert found == {address: sorted(by_rule(replaced, address)) for address in addresses}
    assert sum(map(bool, found.values())) > len(addresses) // 2


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


def test_what_is_below_a_part_that_its_paper_replaced_leads_to_the_paper() -> None:
    paper = f"{HOME}/eli/nl/tk/ah/20042005/1262"
    former = f"{HOME}/eli/nl/tk/ah/20042005/1200"
    replaced = store_of((f"{paper}/antwoord/4", paper), (former, paper))
    for rest in ("", "#noot-1-KVR1", "#citaat-vraag_2", "/x"):
        assert current(replaced, f"{paper}/antwoord/4{rest}") == [paper]
        assert current(replaced, f"{former}/antwoord/4{rest}") == [paper]
    assert current(replaced, f"{former}/antwoord/5#x") == [f"{paper}/antwoord/5#x"]


def test_the_rule_is_applied_until_nothing_is_replaced() -> None:
    a, b, c = (f"{HOME}/eli/nl/tk/kv/{name}" for name in "abc")
    replaced = store_of(
        (a, b), (b, c), (f"{c}/vraag/4", f"{c}/vraag/4-5"), (f"{c}/vraag/4-5", f"{c}/vraag/4-6")
    )
    assert current(replaced, a) == [c]
    assert current(replaced, f"{a}/vraag/4") == [f"{c}/vraag/4-6"]
    assert current(replaced, f"{a}/vraag/4#noot-1-x") == [f"{c}/vraag/4-6#noot-1-x"]
    assert current(replaced, f"{b}/vraag/5#noot-1-x") == [f"{c}/vraag/5#noot-1-x"]
    assert current(replaced, f"{c}/vraag/4/x") == [f"{c}/vraag/4-6/x"]


def test_a_part_of_a_replaced_paper_may_be_replaced_too(store: ox.Store) -> None:
    paper, case, lower = (f"{HOME}/eli/nl/tk/kv/{name}" for name in ("1", "1/vraag", "ah-tk-1-1"))
    added = [(f"{case}/4", f"{case}/4-5"), (lower, paper)]
    added += [(f"{case}/7-8", f"{case}/{number}") for number in (7, 8)]
    for old, new in added:
        store.add(ox.Quad(ox.NamedNode(old), REPLACED_BY, ox.NamedNode(new)))
    assert current(store, f"{lower}/vraag/4") == [f"{case}/4-5"]
    assert current(store, f"{lower}/vraag/7-8") == [f"{case}/7", f"{case}/8"]
    assert current(store, f"{case}/4") == [f"{case}/4-5"]
