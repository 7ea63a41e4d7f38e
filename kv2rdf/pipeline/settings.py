"""What a build is told, and what it came to."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from kv2rdf.rdf.vocabulary import HOME
from kv2rdf.release.quarantine import Held
from kv2rdf.storage.remote_path import Anywhere

Progress = Callable[[str, int, int], None]
"""Told how far a step has come: its name, how many are done, of how many (0: not known)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What varies between builds: the flags of the command line, the machine's name, its clock."""

    sources: tuple[Anywhere, ...]
    out: Path
    clock: Callable[[], datetime]
    host: str
    base: str = HOME
    workers: int = 1
    engine: str = "turbo"
    limit: int | None = None
    scheduler: str | None = None
    now: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a build came to: numbers, and the documents held back.

    ``read`` and ``made`` tell how many documents were read and cases' clusters made, where the
    others are as in the release before; ``anew`` why none of it could be used, if there was one.
    """

    found: int
    published: int
    dossiers: int
    statements: int
    held: tuple[Held, ...]
    read: int
    made: int
    clusters: int
    anew: str | None
