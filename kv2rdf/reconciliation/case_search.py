"""The search for cases by their identifiers or by the words of their titles."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from kv2rdf.linking.person_names import name_letters
from kv2rdf.query.open_release import Release
from kv2rdf.query.sparql import rows_of
from kv2rdf.reconciliation.entities import Entity, EntityType
from kv2rdf.reconciliation.name_index import LEAST_SIMILARITY
from kv2rdf.reconciliation.queries import MOST_CANDIDATES

_CASES = """
SELECT DISTINCT ?case ?number ?title ?day {
  $condition
  ?case a kv:Dossier ; eli-dl:process_id ?number .
  OPTIONAL { ?case dct:title ?title }
  OPTIONAL { ?case dct:dateSubmitted ?day }
} ORDER BY ?number
"""
_IDENTIFIER = re.compile(r"[A-Za-z0-9][\w.-]*[0-9][\w.-]*")
_LONGEST_IDENTIFIER = 40
_NOWHERE: set[int] = set()


@dataclass(frozen=True)
class CaseSearch:
    """A search for the cases of an open release. The titles are read when they are first needed."""

    release: Release

    def identified(self, text: str) -> tuple[Entity, ...]:
        """Return the cases that have ``text`` as an identifier or as their address."""
        if found := self.at((text,)):
            return found
        if len(text) > _LONGEST_IDENTIFIER or not _IDENTIFIER.fullmatch(text):
            return ()
        return self._cases(f"?case dct:identifier {json.dumps(text)} .")

    def at(self, addresses: Iterable[str]) -> tuple[Entity, ...]:
        """Return the cases with the given addresses.

        Texts that are not addresses of cases are ignored.

        Raises ReleaseError if the release cannot be read.
        """
        form = re.compile(rf"{re.escape(self.release.base or '')}/eli/[\w./~-]+")
        known = " ".join(f"<{each}>" for each in addresses if form.fullmatch(each))
        return self._cases(f"VALUES ?case {{ {known} }}") if known else ()

    def similar(self, text: str) -> dict[Entity, float]:
        """Return the cases whose titles contain all words of a text, with their similarity.

        The similarity is the number of letters in the distinct words of the text, divided by the
        number of letters in the title. A value below ``LEAST_SIMILARITY`` is raised to this
        minimum, and a value above 1 is lowered to 1. At most ``MOST_CANDIDATES`` cases are
        returned.
        """
        titles = self._titles
        words = _words(text)
        wanted = [titles.numbers.get(word, _NOWHERE) for word in words]
        if not wanted:
            return {}
        rarest, *others = sorted(wanted, key=len)
        size = sum(map(len, words))
        found = sorted(
            (-min(1.0, size / titles.sizes[number]), number)
            for number in rarest.intersection(*others)
        )
        return {
            titles.cases[number]: max(LEAST_SIMILARITY, -similarity)
            for similarity, number in found[:MOST_CANDIDATES]
        }

    @cached_property
    def _titles(self) -> "_Titles":
        cases = self._cases("")
        numbers: dict[str, set[int]] = {}
        for number, case in enumerate(cases):
            for word in _words(case.name):
                numbers.setdefault(word, set()).add(number)
        sizes = tuple(max(1, len(name_letters(case.name))) for case in cases)
        return _Titles(cases, sizes, numbers)

    def _cases(self, condition: str) -> tuple[Entity, ...]:
        rows = rows_of(self.release.query(_CASES.replace("$condition", condition)))
        found = {
            address: Entity(
                address=address,
                type=EntityType.CASE,
                name=title or number,
                description=" ".join(filter(None, (number, day))),
            )
            for address, number, title, day in rows
        }
        return tuple(found.values())


@dataclass(frozen=True, slots=True)
class _Titles:
    """All cases, the lengths of their titles in letters, and the indexes of the cases by word."""

    cases: tuple[Entity, ...]
    sizes: tuple[int, ...]
    numbers: dict[str, set[int]]


def _words(text: str) -> set[str]:
    return {letters for word in re.findall(r"\w+", text) if (letters := name_letters(word))}
