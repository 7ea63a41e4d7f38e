"""The tests of a short run: which they are, their order, and how many releases they may build."""

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest

from tests.collection import longest_first, share_of_modules, short_tests
from tests.conftest import MOST_BUILDS, ROOT, refuse_many_builds


def test_a_short_test_that_builds_too_many_releases_fails() -> None:
    refuse_many_builds(MOST_BUILDS)
    with pytest.raises(pytest.fail.Exception, match="builds 5 releases: mark it long"):
        refuse_many_builds(MOST_BUILDS + 1)


@pytest.fixture
def item(request: pytest.FixtureRequest) -> Callable[..., pytest.Item]:
    def marked(name: str, *marks: pytest.MarkDecorator) -> pytest.Item:
        made = pytest.Function.from_parent(request.node.parent, name=name, callobj=lambda: None)
        for mark in marks:
            made.add_marker(mark)
        return made

    return marked


def test_a_short_run_has_no_long_test_and_some_cases_of_a_sampled_one(
    item: Callable[..., pytest.Item],
) -> None:
    sampled = [item(f"a[{number}]", pytest.mark.sampled(3)) for number in range(7)]
    sampled[3].add_marker(pytest.mark.long)
    others = [item("b"), item("c[1]"), item("c[2]"), item("d", pytest.mark.long)]
    assert short_tests([*sampled, *others]) == [sampled[0], sampled[6], *others[:3]]


def test_the_longest_modules_come_first_and_all_others_in_their_order() -> None:
    paths = [Path(f"{name}.py") for name in ("test_a", "test_scripts", "test_0", "test_addresses")]
    items = cast("list[pytest.Item]", [SimpleNamespace(path=path) for path in paths])
    assert longest_first(items) == [items[3], items[1], items[0], items[2]]


def test_each_process_begins_to_import_at_another_module() -> None:
    assert share_of_modules(0, 1) == share_of_modules(0, 3) == []
    second, third = share_of_modules(1, 3), share_of_modules(2, 3)
    assert second[-len(third) :] == third
    assert len(second) - 2 * len(third) in (-1, 0, 1)
    last = max((ROOT / "tests").rglob("test_*.py"))
    assert ROOT / f"{third[-1].replace('.', '/')}.py" == last
