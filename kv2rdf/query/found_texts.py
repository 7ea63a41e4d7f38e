"""Texts found by a search, each with its case, and the filter and the order of a search."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Final, TypeAlias

from kv2rdf.errors import QueryError
from kv2rdf.model.dossier import State
from kv2rdf.release.search_words import search_words

STATES: Final = tuple(map(str, State))
"""The names of the states in which a case may be."""

KEY_PATHS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {"asker": ("/persoon/", "/naamvorm/"), "ministry": ("/ministerie/",)}
)
"""The parts of addresses before a key, for each field of ``TextFilter`` that may be a key."""

Rows: TypeAlias = Callable[[str, Mapping[str, object]], list[tuple[Any, ...]]]
"""A function that runs an SQL statement with the given values, and returns all rows."""


class SearchOrder(StrEnum):
    """The order of the texts or cases that a search finds."""

    RANK = "rank"
    """The best matches (BM25) come first."""
    DAY = "day"
    """The texts of the newest case come first."""
    OLDEST = "oldest"
    """The texts of the oldest case come first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundText:
    """A text that was found. ``snippet`` is the part of the text around the match.

    ``address`` is the address of the text, ``kind`` is its kind, such as "vraag", and ``part`` is
    its number as printed. The other fields describe its case: ``chamber`` ("tk" or "ek"), ``case``
    (its number), ``title``, ``day`` (the date of tabling), ``askers`` (the names of the askers) and
    ``parties`` (the printed parties of the askers). If several cases share a text, these fields
    describe the first case, by number, that satisfies the filter. If the text belongs to no case,
    these fields are empty.
    """

    address: str
    kind: str
    snippet: str
    chamber: str
    case: str
    title: str
    day: date | None
    part: str | None
    askers: tuple[str, ...]
    parties: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FoundTexts:
    """A page of the texts found by a search, and the number of all texts that it found.

    ``offset`` is the number of texts before the first of ``texts``.
    """

    texts: tuple[FoundText, ...]
    total: int
    offset: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class TextFilter:
    """The conditions for the texts that a search returns. Fields without a value have no effect.

    ``kinds`` contains the kinds of text, such as "vraag", and ``chamber`` is "tk" or "ek".
    ``since`` and ``until`` are the earliest and the latest date of tabling. ``party`` is a party as
    printed, or any of its names. ``asker`` consists of one or more consecutive words of the name of
    an asker, of which the last may be incomplete. ``ministry`` consists of such words of the name
    of a ministry that was asked or that answered, or of an office as printed. Case, accents and
    full stops are ignored. ``state`` is one of ``STATES``.

    If ``asker`` or ``ministry`` is the key of an entity (the last part of its address), it selects
    only that entity, and no entities with similar names. For example, "biza" selects the ministry
    of Binnenlandse Zaken, but not the later ministries whose names begin in the same way.
    """

    since: date | None = None
    until: date | None = None
    kinds: frozenset[str] = field(default_factory=frozenset)
    asker: str | None = None
    party: str | None = None
    ministry: str | None = None
    chamber: str | None = None
    state: str | None = None

    def conditions(self) -> Mapping[str, Mapping[str, object]]:
        """Return SQL conditions on the tables of the text index, each with its values.

        Raises QueryError if a name contains no word, or if ``since`` is later than ``until``.
        """
        if self.since and self.until and self.since > self.until:
            raise QueryError(f"the period ends on {self.until}, before it begins on {self.since}")
        return dict(self._conditions())

    def _conditions(self) -> Iterator[tuple[str, Mapping[str, object]]]:
        if self.since is not None:
            yield "dossier.day >= :since", {"since": self.since.isoformat()}
        if self.until is not None:
            yield "dossier.day <= :until", {"until": self.until.isoformat()}
        if self.chamber is not None:
            yield "dossier.chamber = :chamber", {"chamber": self.chamber}
        if self.state is not None:
            yield "dossier.state = :state", {"state": self.state}
        if self.kinds:
            kinds = {f"kind_{number}": kind for number, kind in enumerate(sorted(self.kinds))}
            yield f"place.kind IN ({', '.join(f':{name}' for name in kinds)})", kinds
        if self.asker is not None:
            yield _key_or_words("asker", self.asker, "asker", "form")
        if self.ministry is not None:
            yield _key_or_words("ministry", self.ministry, "ministry")
        if self.party is not None:
            letters = _words("party", self.party).replace(" ", "")
            named = "SELECT thing FROM label WHERE replace(folded, ' ', '') = :party"
            yield _link(named, "party", "printed party"), {"party": letters}


def _words(name: str, text: str) -> str:
    """Return the words of a text in the form that is used in the table of labels.

    ``name`` is the field of ``TextFilter``, for the message. Raises QueryError if the text contains
    no word.
    """
    words = search_words(text).strip()
    if not words:
        raise QueryError(f"there is no word in the {name} {text!r}")
    return words


def _key_or_words(name: str, text: str, *roles: str) -> tuple[str, Mapping[str, object]]:
    """Return the SQL condition, with its values, that a case is linked to an entity.

    ``text`` is the key of the entity, or consecutive words of its name, of which the last may be
    incomplete. ``name`` is the field of ``TextFilter``, and ``roles`` are the roles in which the
    case may be linked.
    """
    values = {name: f"% {_words(name, text)}%"}
    values |= {f"{name}_{place}": f"{path}{text}" for place, path in enumerate(KEY_PATHS[name])}
    ends = " OR ".join(f"{ends_with(f':{name}_{n}')}" for n in range(len(KEY_PATHS[name])))
    keyed = f"SELECT number AS thing FROM thing WHERE {ends}"
    named = f"SELECT thing FROM label WHERE ' ' || folded LIKE :{name} AND NOT EXISTS ({keyed})"
    return _link(f"{keyed} UNION {named}", *roles), values


def ends_with(end: str) -> str:
    """Return the SQL condition that the address of an entity ends with the value of ``end``.

    ``end`` is a parameter of the SQL statement, such as ":end".
    """
    return f"(value LIKE 'http%' AND substr(value, -length({end})) = {end})"


def _link(things: str, *roles: str) -> str:
    """Return the SQL condition that a case is linked to an entity in one of the given roles.

    ``things`` is an SQL query for the numbers of the entities.
    """
    listed = ", ".join(f"'{role}'" for role in roles)
    return (
        f"+dossier.number IN (SELECT link.dossier FROM ({things}) CROSS JOIN link USING (thing)"
        f" WHERE role IN ({listed}))"
    )
