"""The register entry that a printed mention was matched to, and the rule that was applied."""

from typing import Generic, TypeVar

from msgspec import Struct

from kv2rdf.model.register import Office, Party, Person
from kv2rdf.model.rules import MatchRule

Entry = TypeVar("Entry", Person, Party, Office)
"""The kinds of register entries that a mention may be matched to."""


class Identity(Struct, Generic[Entry], frozen=True):
    """A register entry to which a mention certainly refers, and the rule that identified it."""

    entry: Entry
    rule: MatchRule
