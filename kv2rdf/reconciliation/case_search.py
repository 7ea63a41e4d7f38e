"""The cases of a release, found by their identifiers or by the words of their titles."""

import json
import re
from dataclasses import dataclass

from kv2rdf.errors import QueryError
from kv2rdf.linking.person_names import name_letters
from kv2rdf.query.open_release import Release
from kv2rdf.query.sparql import ResultRows
from kv2rdf.reconciliation.entities import Entity, EntityType
from kv2rdf.reconciliation.name_index import LEAST_SIMILARITY

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
_MOST_TEXTS = 100
"""How many texts with the words of a query are looked at."""


@dataclass(frozen=True, slots=True)
class CaseSearch:
    """Finds the cases of an open release."""

    release: Release

    def identified(self, text: str) -> tuple[Entity, ...]:
        """Return the cases with an identifier or an address."""
        base = self.release.base or ""
        if base and re.fullmatch(rf"{re.escape(base)}/eli/[\w./~-]+", text):
            return self._cases(f"VALUES ?case {{ <{text}> }}")
        if len(text) > _LONGEST_IDENTIFIER or not _IDENTIFIER.fullmatch(text):
            return ()
        return self._cases(f"?case dct:identifier {json.dumps(text)} .")

    def similar(self, text: str) -> dict[Entity, float]:
        """Return the cases with all words of a text in their titles, and how similar they are.

        The similarity is the number of letters of the text, divided by that of the title.
        """
        try:
            hits = self.release.search(*re.findall(r"\w+", text), first=_MOST_TEXTS)
        except QueryError:  # there is no word in the text
            return {}
        addresses = sorted({hit.address for hit in hits if hit.kind == "zaak"})
        if not addresses:
            return {}
        cases = " ".join(f"<{address}>" for address in addresses)
        letters = name_letters(text)
        found = {}
        for case in self._cases(f"VALUES ?case {{ {cases} }}"):
            title = name_letters(case.name)
            similarity = len(letters) / max(len(title), 1)
            found[case] = min(1.0, max(LEAST_SIMILARITY, similarity))
        return found

    def _cases(self, condition: str) -> tuple[Entity, ...]:
        result = self.release.query(_CASES.replace("$condition", condition))
        rows = result.rows if isinstance(result, ResultRows) else ()
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
