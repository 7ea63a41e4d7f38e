"""The functions that ``kv2rdf`` exports as its Python API.

Like the commands, these functions read the clock and the name of the machine, and pass them to
other packages. Those packages read neither.
"""

import platform
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final, TypeAlias

from rdflib import Graph
from rdflib.namespace import ClosedNamespace

from kv2rdf.errors import InputError, ReleaseError
from kv2rdf.model.paper import Paper
from kv2rdf.pipeline.build import build
from kv2rdf.pipeline.case_graphs import graphs
from kv2rdf.pipeline.papers import papers
from kv2rdf.pipeline.settings import BuildResult, Settings
from kv2rdf.query.open_release import Release
from kv2rdf.rdf import vocabulary
from kv2rdf.rdf.vocabulary import HOME, PREFIXES
from kv2rdf.storage.remote_path import InputPath, input_path, local_path
from kv2rdf.validation import check_files as file_check
from kv2rdf.validation.results import ShapeResult

Location: TypeAlias = str | Path
"""A file, a folder or an archive, on this machine or at a URL."""

Locations: TypeAlias = Location | Iterable[Location]
"""One location, or several."""

KV: Final = ClosedNamespace(
    PREFIXES["kv"], [name for name in vars(vocabulary.KV) if not name.startswith("_")]
)
"""Our own terms, as rdflib terms. Access to any other attribute raises AttributeError."""


def read_papers(sources: Locations) -> tuple[Paper, ...]:
    """Return the papers in ``sources``, sorted by the ids of their documents.

    Documents that are not publications are skipped. Raises InputError if a source does not exist or
    if ``sources`` contain no documents, and ReadError if a publication cannot be read.
    """
    return papers(_input_paths(sources))


def case_graphs(
    sources: Locations, *, base: str = HOME, authority: Location | None = None
) -> dict[str, Graph]:
    """Return the graph of each case in ``sources``, keyed by the identifier of the case.

    A graph contains the statements that are printed in the papers, those that are inferred, and the
    register entries that the case refers to. The prefixes are bound. The graph is not checked
    against the shapes. Cases that share a paper share a graph. ``base`` is the base of the
    addresses. ``authority`` is a folder with tables to add to the register (docs/authority.md).
    Raises the same errors as ``read_papers``, and SeedError if a table cannot be added.
    """
    return graphs(_input_paths(sources), base, _folder(authority))


def build_release(
    sources: Locations,
    out: Location,
    *,
    workers: int = 1,
    now: date | None = None,
    authority: Location | None = None,
    progress: Callable[[str, int, int], None] | None = None,
) -> BuildResult:
    """Build a release, as ``kv2rdf build`` does, and return what was published and held back.

    ``out`` becomes a link to the newest release. ``now`` is the date of the release, or None for
    the newest date in the input. ``authority`` is a folder with tables to add to the register
    (docs/authority.md). ``progress`` is called with the name of a step, the number of items done,
    and the total, which is 0 if it is not known. If ``workers`` is more than 1, call this function
    only if ``__name__ == "__main__"``. Raises Kv2rdfError if nothing can be published; the previous
    release is then unchanged.
    """
    settings = Settings(
        sources=_input_paths(sources),
        out=local_path(out, ReleaseError),
        clock=lambda: datetime.now(UTC),
        host=platform.node(),
        workers=workers,
        now=date(now.year, now.month, now.day) if now else None,  # also for a datetime
        authority=_folder(authority),
    )
    return build(settings, progress or _no_progress)


def check_files(files: Locations) -> tuple[ShapeResult, ...]:
    """Validate RDF files as one graph, and return the violations and warnings.

    Raises InputError if a file cannot be read as RDF.
    """
    return file_check.validate_files(tuple(map(Path, _each(files))))


def open_release(release: Location) -> Release:
    """Open a release for queries.

    Raises ReleaseError if there is no release at ``release``, or if it is a URL.
    """
    return Release(local_path(release, ReleaseError))


def _each(locations: Locations) -> Iterable[Location]:
    return (locations,) if isinstance(locations, str | Path) else locations


def _folder(location: Location | None) -> Path | None:
    return None if location is None else local_path(location, InputError)


def _input_paths(sources: Locations) -> tuple[InputPath, ...]:
    return tuple(input_path(str(source)) for source in _each(sources))


def _no_progress(step: str, done: int, all_: int) -> None:
    """Ignore the progress of a build."""
