"""The pages and lists that are kept for the next reader."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kv2rdf.query.case_view.case_view import CaseView
from kv2rdf.query.open_release import Release
from kv2rdf.server.recent_contents import RecentContents
from tests.server.in_process import Caller, caller


@pytest.fixture
def call(seed_release: Path) -> Iterator[Caller]:
    with caller(seed_release) as made:
        yield made


def test_the_content_that_was_not_used_longest_is_dropped() -> None:
    contents = RecentContents(most_bytes=10)
    contents.keep(("nl", "a"), b"1234")
    contents.keep(("nl", "b"), b"1234")
    assert contents.content(("nl", "a")) == b"1234"
    contents.keep(("nl", "c"), b"1234")
    assert contents.content(("nl", "b")) is None
    assert contents.content(("nl", "a")) == b"1234"


def test_a_content_that_is_kept_twice_counts_once() -> None:
    contents = RecentContents(most_bytes=10)
    for _ in range(3):
        contents.keep(("nl", "a"), b"12345678")
    assert contents.content(("nl", "a")) == b"12345678"


def test_a_content_that_is_too_large_is_not_kept() -> None:
    contents = RecentContents(most_bytes=10)
    contents.keep(("nl", "a"), b"1" * 11)
    assert contents.content(("nl", "a")) is None


def test_a_case_is_read_once_for_each_language(
    call: Caller, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []
    whole = Release.case_view

    def counted(release: Release, number: str, language: str) -> CaseView:
        made.append(number)
        return whole(release, number, language)

    monkeypatch.setattr(Release, "case_view", counted)
    first = call("/nl/zaak/2022Z00634?x=1")
    assert call("/nl/zaak/2022Z00634?x=1").content == first.content
    assert len(made) == 2  # a page with a query is not kept
    dutch = [call("/nl/zaak/2022Z00634") for _ in range(3)]
    assert len({answer.content for answer in dutch}) == 1
    assert call("/en/zaak/2022Z00634").content != dutch[0].content
    assert len(made) == 4
