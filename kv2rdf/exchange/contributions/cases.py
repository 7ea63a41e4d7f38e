"""The cases of the Tweede Kamer, with the identifiers that a Wikidata property could contain."""

import re
from dataclasses import dataclass

from kv2rdf.exchange.contributions.counterparts import Counterpart, pairs
from kv2rdf.query.open_release import Release

CASE_PATTERN = "[0-9]{4}Z[0-9]{5}|[0-9]{10}|ah-tk-[0-9]{8}-[0-9]+[a-z]?"
"""The pattern of the case identifiers that the proposed Wikidata property may contain."""

_CASES = "SELECT ?case ?number { ?case a kv:Dossier ; eli-dl:process_id ?number }"
_ASKED = "SELECT ?case ?person { ?case a kv:Dossier ; kv:askedBy ?person . ?person owl:sameAs ?w }"


@dataclass(frozen=True, slots=True)
class CaseNumbers:
    """The identifiers of cases that match the pattern, and the number of all other cases.

    ``examples`` contains pairs of a case identifier and a person with a Wikidata item who asked
    questions in the case.
    """

    fitting: tuple[str, ...]
    others: int
    examples: tuple[tuple[str, Counterpart], ...]


def numbers_of_cases(
    release: Release, base: str, persons: tuple[Counterpart, ...], examples: int
) -> CaseNumbers:
    """Return the identifiers of the cases, with at most ``examples`` examples.

    Each example is about a different person in ``persons``. ``base`` is the beginning of the
    addresses in the release.
    """
    beginning = f"{base}/eli/nl/tk/zaak/"
    cases = dict(pairs(release, _CASES))
    numbers = {address: address.removeprefix(beginning) for address in cases}
    fitting = {case: key for case, key in numbers.items() if re.fullmatch(CASE_PATTERN, key)}
    by_address = {person.address: person for person in persons if person.item}
    shown: dict[str, tuple[str, Counterpart]] = {}
    for case, asker in sorted(pairs(release, _ASKED), reverse=True):
        if case in fitting and asker in by_address:
            shown.setdefault(asker, (fitting[case], by_address[asker]))
    return CaseNumbers(
        tuple(sorted(fitting.values())),
        len(cases) - len(fitting),
        tuple(shown.values())[:examples],
    )
