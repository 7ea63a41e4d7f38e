"""What an audit came to: counts by place, and each loss, addition and copy by document."""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field

from kv2rdf.audit.comparing import Outcome
from kv2rdf.audit.places import Sort


@dataclass(slots=True)
class Count:
    """The texts at one place and their characters, by what became of them."""

    texts: int = 0
    characters: int = 0
    conserved: int = 0
    in_findings: int = 0
    copies: int = 0
    lost: int = 0

    def add(self, outcome: Outcome) -> None:
        """Count one text."""
        kept = sum(found.characters for found in outcome.found if found.finding)
        conserved = sum(found.characters for found in outcome.found if not found.finding)
        lost = sum(len(lost.words) for lost in outcome.lost)
        copied = outcome.characters if outcome.copy_of else 0
        self.texts += 1
        self.characters += kept + conserved + lost + copied
        self.conserved += conserved
        self.in_findings += kept
        self.copies += copied
        self.lost += lost

    def plus(self, other: "Count") -> "Count":
        """Give the sum of two counts."""
        return Count(*(a + b for a, b in zip(self.row, other.row, strict=True)))

    @property
    def row(self) -> tuple[int, ...]:
        """The numbers, in their order."""
        return tuple(asdict(self).values())


@dataclass(frozen=True, slots=True, order=True)
class Remark:
    """Something to look at: in which document (or thing of the graph), where, and which words."""

    document: str
    where: str
    words: str
    why: str = ""


@dataclass(slots=True)
class Audit:
    """What an audit came to."""

    inputs: int = 0
    audited: int = 0
    held_back: int = 0
    not_read: int = 0
    other_kind: int = 0
    unaccounted: list[str] = field(default_factory=list)
    places: dict[str, tuple[Sort, Count]] = field(default_factory=dict)
    losses: list[Remark] = field(default_factory=list)
    facts_missing: list[Remark] = field(default_factory=list)
    additions: list[Remark] = field(default_factory=list)
    repetitions: list[Remark] = field(default_factory=list)
    copies: list[Remark] = field(default_factory=list)
    unknown: list[Remark] = field(default_factory=list)

    def sorted(self) -> "Audit":
        """Give it with everything in order."""
        for remarks in self._remarks().values():
            remarks.sort()
        self.places = dict(sorted(self.places.items()))
        return self

    def _remarks(self) -> dict[str, list[Remark]]:
        return {
            "losses": self.losses,
            "facts missing": self.facts_missing,
            "additions": self.additions,
            "repetitions": self.repetitions,
            "copies dropped": self.copies,
            "unknown places": self.unknown,
        }
