"""What a release says of itself: its files, and how much its graphs hold."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseFile:
    """A file of a release."""

    path: str
    sha256: str
    content: str
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Holdings:
    """How much the other graphs hold: triples, things by class, triples by property."""

    triples: int
    classes: Mapping[str, int]
    properties: Mapping[str, int]
