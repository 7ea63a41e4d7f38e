"""The expectations of a release, read from ``seeds/expectations.toml``."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import msgspec

from kv2rdf.errors import SeedError
from kv2rdf.model.expectations import Expectations

NAME = "expectations.toml"


def read_expectations(folder: Path) -> Expectations:
    """Return the expectations in the folder ``seeds``.

    Raises SeedError if the file is not valid TOML, if a key is unknown or missing, if a value is of
    the wrong type or out of range, if a range ends before it begins, or if a year of ``shares`` is
    not in ``years`` for any of the sources. The message contains the line or the key.
    """
    try:
        with (folder / NAME).open("rb") as file:
            content = tomllib.load(file)
        found = msgspec.convert(content, Expectations, str_keys=True)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, msgspec.ValidationError) as error:
        raise SeedError(f"{NAME}: {error}") from error
    for problem in _problems(found):
        raise SeedError(f"{NAME}: {problem}")
    return found


def _problems(expected: Expectations) -> Iterator[str]:
    """Yield a message for each contradiction between values that are valid on their own."""
    for kind, period in expected.periods.items():
        if period.last and period.last < period.first:
            yield f"periods.{kind}: the last day is before the first"
    for kind, years in expected.years.items():
        for year, row in years.items():
            if row.cases[1] < row.cases[0]:
                yield f"years.{kind}.{year}: the greatest number of cases is less than the least"
    for number, share in enumerate(expected.shares):
        first, last = share.years
        if last < first:
            yield f"shares[{number}]: the last year is before the first"
        for year in range(first, last + 1):
            if not any(year in expected.years.get(kind, {}) for kind in share.sources):
                yield f"shares[{number}]: years has no row of {year} for any of the sources"
