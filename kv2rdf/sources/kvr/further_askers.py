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
    """Whether two askers have the same name, and the same letters of a party, if both have one.

    Members of two parties may have the same surname: "Van Dijk (CDA)" and "Van Dijk (SP)".
    """
    parties = _letters(first.party), _letters(second.party)
    return first.name == second.name and (not all(parties) or parties[0] == parties[1])


def _letters(party: str | None) -> str:
    """Return the letters of a party in lower case, so that "C.D.A." equals "CDA".

    Digits may be the number of a question that a scan mixes into a heading: "Groen 4 Links".
    """
    return "".join(filter(str.isalpha, party or "")).lower()
