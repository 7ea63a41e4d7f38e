"""The askers of a further set of questions, who are also askers of the paper."""

from collections.abc import Iterable

from kv2rdf.model.paper import Mention
from kv2rdf.sources.phrases.askers import askers_named_in


def with_further_askers(
    askers: tuple[Mention, ...], headings: Iterable[str]
) -> tuple[Mention, ...]:
    """Return ``askers``, followed by the other persons who are named in ``headings``.

    ``askers`` itself is returned unchanged, even if two of its members have the same name.
    """
    known = list(askers)
    for heading in headings:
        known += [
            named
            for named in askers_named_in(heading)
            if not any(_are_same_person(named, asker) for asker in known)
        ]
    return tuple(known)


def _are_same_person(first: Mention, second: Mention) -> bool:
    """Whether two askers have the same name, and parties with the same letters, if both have one.

    Members of two parties may have the same surname: "Van Dijk (CDA)" and "Van Dijk (SP)".
    """
    if first.name != second.name:
        return False
    return not (first.party and second.party) or _letters(first.party) == _letters(second.party)


def _letters(party: str) -> str:
    """Return the letters and digits of a party in lower case, so that "C.D.A." equals "CDA"."""
    return "".join(filter(str.isalnum, party)).lower()
