"""Texts that were found by a search, each with the case that it belongs to."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from kv2rdf.errors import QueryError
from kv2rdf.release.search_words import search_words


class SearchOrder(StrEnum):
    """The order of the texts that are found."""

    RANK = "rank"
    """The best matches (BM25) come first."""
    DAY = "day"
    """The texts of the newest case come first."""
    OLDEST = "oldest"
    """The texts of the oldest case come first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundText:
    """A text that was found. ``snippet`` is the part of the text around the match.

    ``kind`` is the kind of text, such as "vraag", and ``part`` is its number as printed. The other
    fields describe its case: ``chamber`` ("tk" or "ek"), number, title, the day of tabling, the
    names of the askers and their printed parties. If several cases share a text, these fields
    describe the first of them that is wanted.
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
    """Some of the texts that were found, in order, and the total number that was found.

    ``offset`` is the number of texts before the first of ``texts``.
    """

    texts: tuple[FoundText, ...]
    total: int
    offset: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class TextFilter:
    """The texts to return from those that contain the words. A field without a value has no effect.

    ``since`` and ``until`` are the first and the last day of tabling. ``asker`` is the beginning of
    one or more words of a name. ``party`` is a party as printed, or any of its names. ``ministry``
    is the beginning of one or more words of the name of a ministry that was asked or that answered,
    or of an office as printed. Case, accents and full stops are ignored.
    """

    since: date | None = None
    until: date | None = None
    kinds: frozenset[str] = field(default_factory=frozenset)
    asker: str | None = None
    party: str | None = None
    ministry: str | None = None
    chamber: str | None = None

    def conditions(self) -> Mapping[str, Mapping[str, object]]:
        """Return SQL conditions on the tables of the text index, each with its values.

        Raises QueryError if a name contains no word.
        """
        return dict(self._conditions())

    def _conditions(self) -> Iterator[tuple[str, Mapping[str, object]]]:
        if self.since is not None:
            yield "dossier.day >= :since", {"since": self.since.isoformat()}
        if self.until is not None:
            yield "dossier.day <= :until", {"until": self.until.isoformat()}
        if self.chamber is not None:
            yield "dossier.chamber = :chamber", {"chamber": self.chamber}
        if self.kinds:
            kinds = {f"kind_{number}": kind for number, kind in enumerate(sorted(self.kinds))}
            yield f"place.kind IN ({', '.join(f':{name}' for name in kinds)})", kinds
        if self.asker is not None:
            words = _words("asker", self.asker)
            yield _link("' ' || folded LIKE :asker", "asker", "form"), {"asker": f"% {words}%"}
        if self.ministry is not None:
            words = _words("ministry", self.ministry)
            yield _link("' ' || folded LIKE :ministry", "ministry"), {"ministry": f"% {words}%"}
        if self.party is not None:
            letters = _words("party", self.party).replace(" ", "")
            is_name = "replace(folded, ' ', '') = :party"
            yield _link(is_name, "party", "printed party"), {"party": letters}


def _words(name: str, text: str) -> str:
    """Return the words of a text in the form in which they are in the table of labels."""
    words = search_words(text).strip()
    if not words:
        raise QueryError(f"there is no word in the {name} {text!r}")
    return words


def _link(condition: str, *roles: str) -> str:
    """Return the condition that the case is linked, in one of the roles, to a matching thing."""
    listed = ", ".join(f"'{role}'" for role in roles)
    return (
        "+dossier.number IN (SELECT link.dossier FROM label CROSS JOIN link USING (thing)"
        f" WHERE {condition} AND role IN ({listed}))"
    )
