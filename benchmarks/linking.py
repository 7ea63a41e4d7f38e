"""The cost of linking in a build, and that of identifying persons, parties and offices.

Each build is in one process. The figures are processor time.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from datetime import UTC, date, datetime
from pathlib import Path
from time import process_time
from typing import ParamSpec, TypeVar
from unittest import mock

from benchmarks.measurement import Benchmark, Row, row
from benchmarks.whole_build import write_documents
from kv2rdf.linking.people.matching import PersonMatcher
from kv2rdf.model.kinds import Chamber
from kv2rdf.model.paper import Mention
from kv2rdf.model.participants import Participant, Role
from kv2rdf.pipeline.build import build
from kv2rdf.pipeline.passes import cluster_triples, read_documents
from kv2rdf.pipeline.settings import Settings

_TIMED = (
    (cluster_triples, "assemble"),
    (read_documents, "case_keys"),
)
"""The functions of the room ``linking`` that do its work for each cluster and each document."""

_Arguments = ParamSpec("_Arguments")
_Result = TypeVar("_Result")


def rows(bench: Benchmark) -> Iterator[Row]:
    """Build without and with linking, and yield both times, and those of two parts of linking.

    The last row is the share of linking in a build: the assembly of dossiers, which includes the
    lookups of people, and the making of case keys.
    """
    inputs, number = bench.folder / "documents to link", len(bench.documents)
    write_documents(bench.documents, inputs)
    with mock.patch.object(PersonMatcher, "participants", unlinked_participants):
        seconds = build_seconds(inputs, bench.folder / "unlinked")
    without = row("build without linking, 1 worker", number, seconds)
    yield without
    people, linking = CallTimer(), CallTimer()
    with ExitStack() as patches:
        timed = people.timed(PersonMatcher.participants)
        patches.enter_context(mock.patch.object(PersonMatcher, "participants", timed))
        for module, name in _TIMED:
            timed = linking.timed(getattr(module, name))
            patches.enter_context(mock.patch.object(module, name, timed))
        seconds = build_seconds(inputs, bench.folder / "linked")
    linked = row("build with linking, 1 worker", number, seconds, without)
    yield linked
    yield row("look-ups of people alone", number, people.seconds, linked, f"{people.calls:,} calls")
    yield row("linking alone", number, linking.seconds, linked, f"{linking.calls:,} calls")


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


class CallTimer:
    """A timer of the processor time of calls. Calls must not be nested in each other."""

    def __init__(self) -> None:
        """Create a timer without any calls yet."""
        self.seconds = 0.0
        self.calls = 0

    def timed(self, function: Callable[_Arguments, _Result]) -> Callable[_Arguments, _Result]:
        """Return a function that calls ``function`` and adds the time of the call."""

        def call(*args: _Arguments.args, **kwargs: _Arguments.kwargs) -> _Result:
            begin = process_time()
            found = function(*args, **kwargs)
            self.seconds += process_time() - begin
            self.calls += 1
            return found

        return call


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
