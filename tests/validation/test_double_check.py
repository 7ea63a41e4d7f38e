"""The double check: results that prevent publication, and results that are only counted."""

import hashlib
from dataclasses import dataclass

import pytest

from kv2rdf.errors import ShapeError
from kv2rdf.validation.double_check import DoubleCheck, is_sampled
from kv2rdf.validation.results import Severity, ShapeResult, violations, warning_counts


def shape_result(severity: Severity, shape: str = "s") -> ShapeResult:
    return ShapeResult(
        severity=severity,
        focus="https://example.org/a",
        path="",
        value="",
        component="c",
        shape=f"x#{shape}",
        message="",
    )


@dataclass
class FakeEngine:
    """An engine with fixed results, which counts how often it is used."""

    name: str
    results: tuple[ShapeResult, ...]
    calls: int = 0

    def validate(self, ntriples: str) -> tuple[ShapeResult, ...]:
        assert ntriples == ""
        self.calls += 1
        return self.results


def test_warnings_are_counted_and_are_not_violations() -> None:
    found = (shape_result(Severity.WARNING, "a"), shape_result(Severity.WARNING, "a"))
    assert violations(found) == []
    assert warning_counts(found) == {"a": 2}


def test_the_reference_rechecks_what_the_engine_rejects() -> None:
    broken = (shape_result(Severity.VIOLATION),)
    reference = FakeEngine("reference", broken)
    assert DoubleCheck(FakeEngine("fast", broken), reference).check("2022Z00634", "") == broken
    assert reference.calls == 1


def test_where_the_engines_differ_the_cluster_is_held_back() -> None:
    broken = (shape_result(Severity.VIOLATION),)
    double_check = DoubleCheck(FakeEngine("fast", broken), FakeEngine("reference", ()))
    with pytest.raises(ShapeError, match="2022Z00634: the engines fast and reference disagree"):
        double_check.check("2022Z00634", "")


def test_the_reference_rechecks_the_sample_and_no_other_valid_cluster() -> None:
    ids = [str(number) for number in range(10_000)]
    reference = FakeEngine("reference", ())
    double_check = DoubleCheck(FakeEngine("fast", ()), reference)
    for id_ in ids:
        double_check.check(id_, "")
    assert reference.calls == sum(map(is_sampled, ids)) == 118


def test_the_sample_is_three_of_the_256_first_bytes_of_a_hash() -> None:
    ids = [str(number) for number in range(10_000)]
    first_bytes = {hashlib.sha256(id_.encode()).digest()[0] for id_ in ids if is_sampled(id_)}
    assert first_bytes == {0, 1, 2}
