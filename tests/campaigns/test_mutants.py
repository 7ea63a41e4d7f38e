"""The mutants that a campaign draws, and the tests that it runs for a module."""

from pathlib import Path

import pytest

from tests.campaigns.mutants import mutants
from tests.campaigns.mutate_constants import drawn, mirrored_tests
from tests.every_case import every_case


@every_case(
    ("line", "changed"),
    [
        ("x = 20", ["x = 19", "x = 21"]),
        ("x = 0", ["x = 1"]),
        ("x = 0.75", ["x = 0.74", "x = 0.76"]),
        ("x = y + 1", ["x = y + 0", "x = y + 2", "x = y - 1"]),
        ("x = y <= z and z", ["x = y < z and z", "x = y <= z or z"]),
        ('x = r"a{2,60}[1-9]"',
         ['x = r"a{1,60}[1-9]"', 'x = r"a{2,59}[1-9]"', 'x = r"a{2,60}[0-9]"',
          'x = r"a{2,61}[1-9]"', 'x = r"a{3,60}[1-9]"']),
        ('x = rf"{y}{{4}}"', ['x = rf"{y}{{3}}"', 'x = rf"{y}{{5}}"']),
        ('"""A docstring with {3}."""', []),
        ("x = y  # 3 < 4", []),
        ("def f() -> tuple[int, ...]:\n    return ß(y)",
         ["def f() -> tuple[int, ...]:\n    return ()"]),
        ("def f() -> tuple[int, str]:\n    return y", []),
    ],
)  # fmt: skip
def test_a_mutant_is_one_step_from_the_source(line: str, changed: list[str]) -> None:
    assert sorted(mutant.applied_to(line) for mutant in mutants(line)) == changed


@pytest.mark.long
def test_a_seed_draws_the_same_mutants_again() -> None:
    folders = (Path("kv2rdf/linking/cases"),)
    assert drawn(5, 1, folders) == drawn(5, 1, folders) != drawn(5, 2, folders)
    assert len(drawn(5, 1, folders)) == 5


def test_the_tests_of_a_module_begin_with_its_own() -> None:
    assert mirrored_tests(Path("kv2rdf/linking/cases/similarity.py")) == (
        "tests/linking/cases/test_similarity.py",
        "tests/linking/cases",
        "tests/linking",
        "tests/test_golden.py",
    )
