"""The comparison of a release with the expectations in ``seeds/expectations.toml``."""

from collections.abc import Sequence
from itertools import chain

from kv2rdf.model.expectations import Expectations
from kv2rdf.model.register import Register
from kv2rdf.pipeline.passes.results import CaseSummary
from kv2rdf.pipeline.passes.spool import SpoolEntry
from kv2rdf.pipeline.reports.breaches import ExpectationChecks, expectation_checks
from kv2rdf.pipeline.reports.expected_counts import count_checks
from kv2rdf.pipeline.reports.expected_people import people_checks, seat_checks


def compare_with_expectations(
    expected: Expectations,
    register: Register,
    entries: Sequence[SpoolEntry],
    dossiers: Sequence[CaseSummary],
) -> ExpectationChecks:
    """Compare the documents and cases of a release with ``expected``, and return the result."""
    people = people_checks(expected.people, register, dossiers)
    counts = chain(count_checks(expected, entries, dossiers), seat_checks(expected, register))
    if expected.people.stop:
        return expectation_checks(counts, people)
    return expectation_checks(chain(people, counts), ())
