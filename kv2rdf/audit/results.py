"""The results of an audit."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Self

from kv2rdf.audit.compare_document import TextOutcome
from kv2rdf.audit.fields import FIELDS
from kv2rdf.audit.input_fates import InputFates
from kv2rdf.audit.kvr.comparison import Comparison


class ResultKind(Enum):
    """The kinds of results."""

    LOSS = "losses"
    ADDITION = "additions"
    ADDED_FACT = "added facts"
    MISPLACED = "misplaced"
    UNKNOWN_FIELD = "unknown fields"
    MISSING_FACT = "missing facts"
    DROPPED_COPY = "dropped copies"
    KEPT_COPY = "kept copies"
    REPETITION = "repetitions"


FAULTS = (
    ResultKind.LOSS, ResultKind.ADDITION, ResultKind.ADDED_FACT, ResultKind.MISPLACED,
    ResultKind.UNKNOWN_FIELD,
)  # fmt: skip
"""The kinds of results that are faults. docs/validation.md explains the other kinds."""


@dataclass(frozen=True, slots=True, order=True)
class AuditResult:
    """A result: the document or entity, the location in it, the text, and the reason."""

    subject: str
    location: str
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class CharacterCounts:
    """The number of texts, and the numbers of their characters by outcome."""

    texts: int = 0
    preserved: int = 0
    in_findings: int = 0
    copies: int = 0
    lost: int = 0

    @property
    def characters(self) -> int:
        """The total number of characters."""
        return self.preserved + self.in_findings + self.copies + self.lost

    def __add__(self, other: Self) -> Self:
        return type(self)(
            texts=self.texts + other.texts,
            preserved=self.preserved + other.preserved,
            in_findings=self.in_findings + other.in_findings,
            copies=self.copies + other.copies,
            lost=self.lost + other.lost,
        )


@dataclass(frozen=True, slots=True)
class Audit:
    """The result of an audit.

    ``fields`` contains counts by field and comparison. A field with a date and a text has two
    comparisons. ``in_findings`` maps rules to the number of characters kept in their findings.
    """

    fates: InputFates
    fields: Mapping[tuple[str, Comparison], CharacterCounts]
    in_findings: Mapping[str, int]
    results: Mapping[ResultKind, tuple[AuditResult, ...]]

    def total(self, *, prose: bool) -> CharacterCounts:
        """Return the total counts of the fields of running text, or of all other fields.

        If ``prose`` is true, the fields of running text are counted.
        """
        counts = (
            count
            for (_, comparison), count in self.fields.items()
            if prose is (comparison is Comparison.PROSE)
        )
        return sum(counts, CharacterCounts())

    @property
    def has_faults(self) -> bool:
        """Whether there is a result of a kind in ``FAULTS``, or an input is unaccounted for.

        It is also true if a document in the graph cannot be read by the audit.
        """
        fates = self.fates
        is_complete = not fates.unaccounted and not fates.other_kind
        return not is_complete or any(self.results[kind] for kind in FAULTS)


@dataclass(slots=True)
class ResultCollector:
    """The results of an audit in progress."""

    fields: defaultdict[tuple[str, Comparison], Counter[str]] = field(
        default_factory=lambda: defaultdict(Counter)
    )
    """The counts by field and comparison, as counters of the fields of ``CharacterCounts``."""

    in_findings: Counter[str] = field(default_factory=Counter)
    results: dict[ResultKind, list[AuditResult]] = field(
        default_factory=lambda: {kind: [] for kind in ResultKind}
    )

    def add(
        self, kind: ResultKind, subject: str, location: str, text: str, reason: str = ""
    ) -> None:
        """Add a result."""
        self.results[kind].append(AuditResult(subject, location, text, reason))

    def add_outcome(self, document: str, outcome: TextOutcome, note: str) -> None:
        """Count a text of a document. Add a result for each lost span, and one if it is a copy.

        ``note`` is appended to the reason of a missing fact.
        """
        text = outcome.field_text
        counts = self.fields[text.field, text.comparison]
        counts["texts"] += 1
        for match in outcome.matches:
            counts["in_findings" if match.rule else "preserved"] += match.length
            if match.rule:
                self.in_findings[match.rule] += match.length
        if outcome.copied:
            counts["copies"] += outcome.copied
        if outcome.copy_of:
            reason = f"a copy of {outcome.copy_of}"
            self.add(ResultKind.DROPPED_COPY, document, text.location, text.text, reason)
        if outcome.repeats:
            reason = f"the graph also has the original: {outcome.repeats}"
            self.add(ResultKind.KEPT_COPY, document, text.location, text.text, reason)
        if not outcome.lost:
            return
        counts["lost"] += sum(len(span.text) for span in outcome.lost)
        reason = FIELDS[text.field].description
        if text.comparison in (Comparison.PROSE, Comparison.VALUE, Comparison.STATED_KIND):
            kind = ResultKind.LOSS
        else:
            kind, reason = ResultKind.MISSING_FACT, reason + note
        for span in outcome.lost:
            location = f"{text.location}, character {span.start + 1}"
            self.add(kind, document, location, span.text, reason)

    def audit(self, fates: InputFates) -> Audit:
        """Return the sorted results of the audit."""
        rows = sorted(self.fields.items(), key=lambda row: (row[0][0], row[0][1].value))
        return Audit(
            fates=fates,
            fields={row: CharacterCounts(**counts) for row, counts in rows},
            in_findings=dict(sorted(self.in_findings.items())),
            results={kind: tuple(sorted(found)) for kind, found in self.results.items()},
        )
