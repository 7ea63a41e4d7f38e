"""The lists of entities with many cases are prepared, and equal those that are found later."""

from pathlib import Path

import pytest

from kv2rdf.query.open_release import Release
from kv2rdf.server.pages import thing_cases
from kv2rdf.server.pages.listed_things import listed_things
from kv2rdf.server.pages.thing_cases import cases_by_list, read_long_lists
from kv2rdf.server.pages.thing_kinds import THING_KINDS
from tests.every_case import every_case


@every_case(("more", "number"), [(0, 0), (1, 1)])
def test_the_lists_of_entities_with_many_cases_are_prepared(
    golden_release: Path, monkeypatch: pytest.MonkeyPatch, more: int, number: int
) -> None:
    kind = THING_KINDS["ministerie"]
    with Release(golden_release) as release:
        thing, *_ = listed_things(release, "ministerie", "nl")
        expected = cases_by_list(release, kind, thing.address)
        assert sum(map(len, expected.values())) > 1
    monkeypatch.setattr(thing_cases, "MANY_CASES", thing.count + more)
    with Release(golden_release) as release:
        read_long_lists(release)
        queries: list[str] = []
        find = Release.query

        def noted(release: Release, sparql: str) -> object:
            queries.append(sparql)
            return find(release, sparql)

        with monkeypatch.context() as patched:
            patched.setattr(Release, "query", noted)
            assert cases_by_list(release, kind, thing.address) == expected
    assert len([query for query in queries if thing.address in query]) == number
