"""What a printed mention was matched to, and the rule that was applied."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from kv2rdf.model.register import Office, Party, Person
from kv2rdf.model.rules import MatchRule

Entry = TypeVar("Entry", Person, Party, Office)
"""The kinds of entries of the register that a mention may be matched to."""


@dataclass(frozen=True, slots=True)
class Identity(Generic[Entry]):
    """An entry of the register that is certainly meant, and the rule by which it was found."""

    entry: Entry
    rule: MatchRule


def only_person(persons: Iterable[Person]) -> Person | None:
    """Return the person if there is exactly one, else None."""
    found = list(persons)
    return found[0] if len(found) == 1 else None


def is_within(day: date | None, since: date | None, until: date | None) -> bool:
    """Whether a day is in a period; an unknown day is in no period."""
    return day is not None and (since is None or since <= day) and (until is None or day <= until)
