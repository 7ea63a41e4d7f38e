"""The cases of an entity are found once, and each of its lists can be requested by its name."""

from pathlib import Path

import pytest

from kv2rdf.query.open_release import Release
from kv2rdf.query.sparql import ResultRows, ResultTriples, rows_of
from kv2rdf.server.pages.listed_cases import listed_cases
from kv2rdf.server.pages.thing_cases import cases_by_list
from kv2rdf.server.pages.thing_kinds import THING_KINDS, thing_address
from tests.server.clients import client

MINISTRY, KEY = THING_KINDS["ministerie"], "mnre1034"


def test_the_cases_of_an_entity_are_those_in_the_store(golden_release: Path) -> None:
    with Release(golden_release) as release:
        address = thing_address(release.base or "", "ministerie", KEY)
        assert address is not None
        found = cases_by_list(release, MINISTRY, address)
        pattern = MINISTRY.cases.replace("$thing", f"<{address}>")
        rows = rows_of(release.query(f"SELECT DISTINCT ?list ?case WHERE {{ {pattern} }}"))
    assert found.keys() == {*MINISTRY.lists}
    assert {(name, case) for name, cases in found.items() for case in cases} == {*rows}
    assert len(rows) == sum(map(len, found.values())) > 2


def test_the_cases_of_an_entity_are_found_once(
    golden_release: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Release(golden_release) as release:
        listed_cases(release)
        queries: list[str] = []
        query = release.query

        def counted(text: str) -> ResultRows | ResultTriples:
            queries.append(text)
            return query(text)

        monkeypatch.setattr(release, "query", counted)
        addresses = [
            thing_address(release.base or "", "ministerie", key) or "" for key in (KEY, "none")
        ]
        first = [cases_by_list(release, MINISTRY, address) for address in addresses]
        assert len(queries) == 2
        assert first[0] != first[1]
        assert [cases_by_list(release, MINISTRY, address) for address in addresses] == first
        assert len(queries) == 2


@pytest.mark.parametrize("path", ["fractie/cda", "ministerie/mnre1034", "jaar/2022"])
@pytest.mark.parametrize(("name", "status"), [("xyz", 400), ("", 200)])
def test_a_list_that_an_entity_does_not_have_is_refused(
    golden_release: Path, path: str, name: str, status: int
) -> None:
    assert client(golden_release).get(f"/nl/{path}?lijst={name}").status_code == status


def test_the_answer_to_the_name_of_a_wrong_list_contains_the_right_names(
    golden_release: Path,
) -> None:
    answer = client(golden_release).get("/en/persoon/palland-hm-1979?lijst=about")
    assert answer.status_code == 400
    assert "asked, answered" in answer.text
