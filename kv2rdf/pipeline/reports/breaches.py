"""The comparison of a release with what is expected of it."""

from collections.abc import Iterable
from dataclasses import dataclass

from kv2rdf.errors import ReleaseError
from kv2rdf.release.report import Breach

_MOST_EXAMPLES = 10


@dataclass(frozen=True, slots=True)
class Check:
    """A comparison of a result with what was expected.

    ``breach`` is None if the expectation is met. ``is_applied`` is false if the comparison was not
    made.
    """

    breach: Breach | None = None
    is_applied: bool = True


NOT_APPLIED = Check(is_applied=False)
"""A comparison that was not made, because the documents for it are not all in the input."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectationChecks:
    """The numbers of comparisons that were made and that were not made, and the breaches.

    If there are ``fatal`` breaches, which are also among ``breaches``, nothing may be published.
    """

    applied: int
    not_applied: int
    breaches: tuple[Breach, ...]
    fatal: tuple[Breach, ...]

    def refuse_fatal(self) -> None:
        """Raise ReleaseError if there are fatal breaches. The message names the first of them."""
        if not self.fatal:
            return
        first = self.fatal[0]
        more = f" (and {len(self.fatal) - 1} more)" if len(self.fatal) > 1 else ""
        raise ReleaseError(
            f"seeds/expectations.toml is not met: {first['expectation']}: {first['about']}:"
            f" expected {first['expected']}, found {first['found']}{more}"
        )


def expectation_checks(checks: Iterable[Check], fatal_checks: Iterable[Check]) -> ExpectationChecks:
    """Return the comparisons as one result. Breaches in ``fatal_checks`` are fatal."""
    others, fatal = tuple(checks), tuple(fatal_checks)
    both = (*fatal, *others)
    applied = sum(check.is_applied for check in both)
    return ExpectationChecks(
        applied=applied,
        not_applied=len(both) - applied,
        breaches=tuple(check.breach for check in both if check.breach),
        fatal=tuple(check.breach for check in fatal if check.breach),
    )


def first_examples(names: Iterable[str]) -> tuple[str, ...]:
    """Return the first few of ``names`` in sorted order, without duplicates."""
    return tuple(sorted(set(names)))[:_MOST_EXAMPLES]
