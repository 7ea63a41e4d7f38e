"""What an audit came to: counts by place, and each loss, addition and copy with its place."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Self

from kv2rdf.audit.compare_document import Outcome
from kv2rdf.audit.input_account import Account
from kv2rdf.audit.kvr.fields import PLACES, Sort


class Kind(Enum):
    """What there is to look at."""

    LOSS = "losses"
    ADDITION = "additions"
    FACT_ADDED = "facts added"
    UNKNOWN = "unknown places"
    FACT_MISSING = "facts missing"
    COPY = "copies dropped"
    COPY_KEPT = "copies kept"
    REPETITION = "repetitions"


FAULTS = (Kind.LOSS, Kind.ADDITION, Kind.FACT_ADDED, Kind.UNKNOWN)
"""What no release should have. The others are told of, and are explained in docs/validation.md."""


@dataclass(frozen=True, slots=True, order=True)
class Remark:
    """Something to look at: in which document (or thing of the graph), where, and which words."""

    subject: str
    where: str
    words: str
    why: str


@dataclass(frozen=True, slots=True)
class Count:
    """The texts at one place and their characters, by what became of them."""

    texts: int = 0
    conserved: int = 0
    in_findings: int = 0
    copies: int = 0
    lost: int = 0

    @property
    def characters(self) -> int:
        """All characters."""
        return self.conserved + self.in_findings + self.copies + self.lost

    @classmethod
    def of(cls, outcome: Outcome) -> Self:
        """Count one text."""
        return cls(
            texts=1,
            conserved=sum(found.characters for found in outcome.found if not found.finding),
            in_findings=sum(found.characters for found in outcome.found if found.finding),
            copies=outcome.copied,
            lost=sum(len(lost.words) for lost in outcome.lost),
        )

    def __add__(self, other: Self) -> Self:
        return type(self)(
            texts=self.texts + other.texts,
            conserved=self.conserved + other.conserved,
            in_findings=self.in_findings + other.in_findings,
            copies=self.copies + other.copies,
            lost=self.lost + other.lost,
        )


@dataclass(frozen=True, slots=True)
class Audit:
    """What an audit came to: ``rules`` has the characters kept in findings, by their rule.

    ``places`` has two rows for a place where a day and a text stand, one for each.
    """

    account: Account
    places: Mapping[tuple[str, Sort], Count]
    rules: Mapping[str, int]
    remarks: Mapping[Kind, tuple[Remark, ...]]

    def total(self, *, prose: bool) -> Count:
        """Sum the counts of running text, or of facts, numbers and days."""
        rows = self.places.items()
        return sum((count for (_, sort), count in rows if prose is (sort is Sort.PROSE)), Count())

    @property
    def faulty(self) -> bool:
        """Whether the release has a fault: a loss, an addition, or an input that is nowhere."""
        return bool(self.account.unaccounted) or any(self.remarks[kind] for kind in FAULTS)


@dataclass(slots=True)
class Tally:
    """What was found up to now."""

    places: dict[tuple[str, Sort], Count] = field(default_factory=dict)
    rules: Counter[str] = field(default_factory=Counter)
    remarks: dict[Kind, list[Remark]] = field(default_factory=lambda: {kind: [] for kind in Kind})

    def remark(self, kind: Kind, subject: str, where: str, words: str, why: str = "") -> None:
        """Note something to look at."""
        self.remarks[kind].append(Remark(subject, where, words, why))

    def count(self, document: str, outcome: Outcome, note: str) -> None:
        """Count a printed text of a document, and note what of it is nowhere.

        ``note`` is put behind the reason of a fact that is missing.
        """
        piece = outcome.piece
        row = (piece.place, piece.sort)
        self.places[row] = self.places.get(row, Count()) + Count.of(outcome)
        for found in outcome.found:
            if found.finding:
                self.rules[found.finding] += found.characters
        if outcome.copy_of:
            why = f"a copy of {outcome.copy_of}"
            self.remark(Kind.COPY, document, piece.where, piece.text, why)
        if outcome.repeats:
            why = f"the graph has it twice: {outcome.repeats}"
            self.remark(Kind.COPY_KEPT, document, piece.where, piece.text, why)
        kind = Kind.LOSS if piece.sort is Sort.PROSE else Kind.FACT_MISSING
        why = PLACES[piece.place].why + (note if kind is Kind.FACT_MISSING else "")
        for lost in outcome.lost:
            where = f"{piece.where}, character {lost.start + 1}"
            self.remark(kind, document, where, lost.words, why)

    def audit(self, account: Account) -> Audit:
        """Close the audit: everything in order."""
        return Audit(
            account=account,
            places=dict(sorted(self.places.items(), key=lambda row: (row[0][0], row[0][1].value))),
            rules=dict(sorted(self.rules.items())),
            remarks={kind: tuple(sorted(found)) for kind, found in self.remarks.items()},
        )
