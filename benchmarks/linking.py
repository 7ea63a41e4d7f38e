"""The cost of identifying persons, parties and offices, in builds with and without it.

Each build is in one process. The figures are processor time.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from time import process_time
from unittest import mock

from benchmarks.measurement import Benchmark, Row, row
from benchmarks.whole_build import write_documents
from kv2rdf.linking.people.matching import PersonMatcher
from kv2rdf.model.kinds import Chamber
from kv2rdf.model.paper import Mention
from kv2rdf.model.participants import Participant, Role
from kv2rdf.pipeline.build import build
from kv2rdf.pipeline.settings import Settings

_find_participants = PersonMatcher.participants


def rows(bench: Benchmark) -> Iterator[Row]:
    """Build without and with linking, and yield both times and that of the lookups alone."""
    inputs, number = bench.folder / "documents to link", len(bench.documents)
    write_documents(bench.documents, inputs)
    with mock.patch.object(PersonMatcher, "participants", unlinked_participants):
        seconds = build_seconds(inputs, bench.folder / "unlinked")
    without = row("build without linking, 1 worker", number, seconds)
    yield without
    timer = LookupTimer()
    with mock.patch.object(PersonMatcher, "participants", timer.participants):
        seconds = build_seconds(inputs, bench.folder / "linked")
    linked = row("build with linking, 1 worker", number, seconds, without)
    yield linked
    yield row("look-ups of people alone", number, timer.seconds, linked, f"{timer.calls:,} calls")


def unlinked_participants(
    _matcher: PersonMatcher,
    role: Role,
    mentions: Iterable[Mention],
    _day: date | None,
    _chamber: Chamber,
    count_before: int = 0,
) -> list[Participant]:
    """Return a participant for each mention, as printed, without any identity."""
    return [
        Participant(role=role, ordinal=number, mention=mention)
        for number, mention in enumerate(mentions, start=count_before + 1)
    ]


class LookupTimer:
    """A timer of the processor time of the lookups of a matcher."""

    def __init__(self) -> None:
        """Create a timer without any calls yet."""
        self.seconds = 0.0
        self.calls = 0

    @property
    def participants(self) -> object:
        """A method that replaces ``PersonMatcher.participants``."""

        def timed(
            matcher: PersonMatcher,
            role: Role,
            mentions: Iterable[Mention],
            day: date | None,
            chamber: Chamber,
            count_before: int = 0,
        ) -> list[Participant]:
            begin = process_time()
            found = _find_participants(matcher, role, mentions, day, chamber, count_before)
            self.seconds += process_time() - begin
            self.calls += 1
            return found

        return timed


def build_seconds(inputs: Path, release: Path) -> float:
    """Build a release in this process, and return the processor time."""
    settings = Settings(
        sources=(inputs,),
        out=release,
        clock=lambda: datetime(2026, 1, 1, tzinfo=UTC),
        host="benchmark",
    )
    begin = process_time()
    build(settings, lambda _step, _done, _all: None)
    return process_time() - begin
