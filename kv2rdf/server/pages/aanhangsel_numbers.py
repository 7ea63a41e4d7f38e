"""The numbers of the Aanhangsel that a release lacks, in each chamber and session."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from kv2rdf.model.paper import session_year
from kv2rdf.query.named_queries import all_recipes
from kv2rdf.query.open_release import Release
from kv2rdf.query.sparql import rows_of
from kv2rdf.server.per_release import PerRelease

NUMBERS_QUERY: Final = "missing-numbers"
"""The name of the recipe that counts the numbers."""


class AanhangselNumbers(NamedTuple):
    """The numbers of the Aanhangsel of one chamber ("tk" or "ek") in one session.

    ``present`` is how many different numbers the papers in the release have, and ``highest`` is
    the highest of them.
    """

    chamber: str
    present: int
    highest: int

    @property
    def missing(self) -> int:
        """How many numbers up to the highest no paper in the release has."""
        return self.highest - self.present


def aanhangsel_numbers(release: Release) -> Mapping[str, tuple[AanhangselNumbers, ...]]:
    """Return the numbers of each session ("2004-2005"), those of the larger chamber first.

    Raises ReleaseError if the store cannot be read.
    """
    return _NUMBERS.value(release)


def missing_numbers(release: Release) -> int:
    """Return how many numbers are missing in all sessions together, in both chambers.

    Raises ReleaseError if the store cannot be read.
    """
    sessions = aanhangsel_numbers(release).values()
    return sum(chamber.missing for chambers in sessions for chamber in chambers)


def _numbers(release: Release) -> Mapping[str, tuple[AanhangselNumbers, ...]]:
    found: dict[str, list[AanhangselNumbers]] = {}
    (recipe,) = (recipe for recipe in all_recipes() if recipe.name == NUMBERS_QUERY)
    for chamber, session, present, highest, _ in rows_of(release.query(recipe.text)):
        numbers = AanhangselNumbers(chamber, int(present), int(highest))
        found.setdefault(session_year(session), []).append(numbers)
    return {
        session: tuple(sorted(numbers, key=lambda n: -n.highest))
        for session, numbers in found.items()
    }


_NUMBERS = PerRelease(_numbers, "aanhangsel numbers")
