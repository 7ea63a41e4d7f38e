"""The register entry that a printed mention was matched to, and the rule that was applied."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from kv2rdf.model.register import Office, Party, Person
from kv2rdf.model.rules import MatchRule

Entry = TypeVar("Entry", Person, Party, Office)
"""The kinds of register entries that a mention may be matched to."""


@dataclass(frozen=True, slots=True)
class Identity(Generic[Entry]):
    """A register entry to which a mention certainly refers, and the rule that identified it."""

    entry: Entry
    rule: MatchRule
