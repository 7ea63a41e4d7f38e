"""The description of a release: its files, and the numbers of triples and things in it."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseFile:
    """A file of a release.

    ``path`` is relative to the release. ``size`` is in bytes. ``sha256`` is the checksum of the
    file, and ``content`` is the checksum of its text before compression.
    """

    path: str
    sha256: str
    content: str
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Holdings:
    """The numbers of triples in the graphs, of things by class, and of triples by property.

    Classes and properties are addresses.
    """

    triples: int
    classes: Mapping[str, int]
    properties: Mapping[str, int]
