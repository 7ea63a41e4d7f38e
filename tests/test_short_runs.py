"""The tests of a short run: which they are, and how many releases they may build."""

from collections.abc import Callable

import pytest

from tests.conftest import MOST_BUILDS, refuse_many_builds, short_tests


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
