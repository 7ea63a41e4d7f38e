"""The description of a release: its files, and its numbers of triples and entities."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kv2rdf.model.brought_source import BroughtSource


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseFile:
    """A file of a release.

    ``path`` is relative to the folder of the release, and ``size`` is in bytes. ``sha256`` is the
    checksum of the file, and ``content`` is the checksum of its text before compression.
    """

    path: str
    sha256: str
    content: str
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DescribedFiles:
    """The files of a release that its catalogue describes.

    ``reports`` are the paths of the reports of the build. ``manifest`` is the path of the list of
    all files, which include a file for each case. Paths are relative to the folder of the release.
    """

    dumps: tuple[ReleaseFile, ...]
    reports: tuple[str, ...]
    manifest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Holdings:
    """The number of triples in a release, and the number of entities of each class.

    ``classes`` maps the address of each class to a number of entities, and ``properties`` maps the
    address of each property to a number of triples.
    """

    triples: int
    classes: Mapping[str, int]
    properties: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class DatasetRelease:
    """A release of the dataset.

    ``day`` is the date in the address of the release. ``version`` depends only on the input, the
    seeds, the software and the addresses. ``since`` and ``until`` are the dates of the oldest and
    the newest paper, and ``issued`` is the date on which the release is published. Each is None if
    it is not known. ``brought_sources`` are the sources of entries that a user added to the
    register. ``revision_of`` is the date in the address of the release that this one replaces.
    """

    day: date
    version: str
    since: date | None
    until: date | None
    issued: date | None
    brought_sources: tuple[BroughtSource, ...] = ()
    revision_of: date | None = None

    @property
    def is_public_domain(self) -> bool:
        """Whether every entry of the register may be published under CC0."""
        return all(source.is_public_domain for source in self.brought_sources)

    @property
    def has_period(self) -> bool:
        """Whether the date of at least one paper is known."""
        return self.since is not None or self.until is not None
