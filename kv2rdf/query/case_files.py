"""The lookup of the file of a case by any identifier of the case."""

import json
import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path, PurePosixPath
from typing import Self

from kv2rdf.errors import QueryError
from kv2rdf.rdf.iris import is_iri
from kv2rdf.release.files import ReleaseFiles

_NUMBERS = """
SELECT DISTINCT ?number WHERE { ?case a kv:Dossier ; eli-dl:process_id ?number . $condition }
ORDER BY ?number
"""
_ANNEX = re.compile(r"\d{8}-\w+", re.ASCII)
_FOLDER = f"{ReleaseFiles(Path()).dossiers}/"


@dataclass(frozen=True, slots=True)
class CaseFiles:
    """The files of all cases.

    ``names`` maps the numbers of the cases to the names of their files in the release, sorted by
    year and number. ``numbers`` contains the same numbers, sorted.
    """

    names: Mapping[str, str]
    numbers: tuple[str, ...]

    @classmethod
    def listed(cls, names: Iterable[str]) -> Self:
        """Return the files of cases, given the names of all files of a release."""
        found = sorted(name for name in names if name.startswith(_FOLDER))
        numbers = {PurePosixPath(name).stem: name for name in found}
        return cls(numbers, tuple(sorted(numbers)))

    def numbers_from(self, start: str) -> tuple[str, ...]:
        """Return the sorted case numbers that begin with ``start``."""
        first = bisect_left(self.numbers, start)
        return tuple(takewhile(lambda n: n.startswith(start), self.numbers[first:]))

    def number(self, identifier: str, rows: Callable[[str], Sequence[tuple[str, ...]]]) -> str:
        """Return the number of the case with the given identifier.

        The number of a case identifies only that case, even if it is also an identifier of other
        cases. The number of a paper of the Aanhangsel, such as ``20042005-678``, is looked up in
        both chambers. Any other identifier is looked up with ``rows``, which takes a SPARQL query
        and returns the rows of its result. Raises the same errors as ``rows``, and QueryError
        unless exactly one case is found.
        """
        if identifier in self.names:
            return identifier
        if "://" in identifier and is_iri(identifier):
            condition = f"VALUES ?case {{ <{identifier}> }}"
        else:
            words = (identifier, *_annex_identifiers(identifier))
            values = " ".join(json.dumps(each, ensure_ascii=False) for each in words)
            condition = f"?case dct:identifier ?word VALUES ?word {{ {values} }}"
        numbers = [number for (number,) in rows(_NUMBERS.replace("$condition", condition))]
        if len(numbers) != 1:
            if not numbers:
                raise QueryError(f"no case in this release has the identifier {identifier!r}")
            cases = " and ".join(numbers)
            raise QueryError(f"{identifier!r} is an identifier of several cases: {cases}")
        return numbers[0]


def _annex_identifiers(word: str) -> tuple[str, ...]:
    return tuple(f"ah-{c}-{word}" for c in ("tk", "ek")) if _ANNEX.fullmatch(word) else ()
