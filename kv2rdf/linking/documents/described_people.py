"""The party and office of a person, taken from another source that names the same person."""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from kv2rdf.linking.documents.described_facts import is_of_another_form
from kv2rdf.linking.documents.precedence import without_whitespace
from kv2rdf.model.paper import Mention, Paper


def with_described_people(
    mentions: Iterable[Mention], paper: Paper, others: Iterable[tuple[Paper, Sequence[Mention]]]
) -> tuple[Mention, ...]:
    """Return the mentions of persons in ``paper``, with missing parties and offices added.

    ``others`` contains other papers of the case, each with the persons that it names in the same
    role. A party or office is added if it is the only one that papers in a different form of
    publication, or without text, state for the same name.
    """
    described = _by_name(
        mention for other, found in others if is_of_another_form(other, paper) for mention in found
    )
    return tuple(_completed(mention, described.get(_name(mention), ())) for mention in mentions)


def words_of_people(mentions: Sequence[Mention], others: Iterable[Mention]) -> tuple[str, ...]:
    """Return the words of the mentions in ``others`` that add nothing to ``mentions``.

    For example, "I. Bos" adds nothing to "I. Bos (ABC)".
    """
    by_name = _by_name(mentions)
    return tuple(
        other.printed
        for other in others
        if other.printed in _plain_forms(other)
        and any(_says_no_more(other, mention) for mention in by_name.get(_name(other), ()))
    )


def _by_name(mentions: Iterable[Mention]) -> dict[str, list[Mention]]:
    """Return the mentions that contain a name, by that name without white space."""
    named: dict[str, list[Mention]] = {}
    for mention in mentions:
        if name := _name(mention):
            named.setdefault(name, []).append(mention)
    return named


def _name(mention: Mention) -> str:
    return without_whitespace(mention.name or "")


def _completed(mention: Mention, described: Sequence[Mention]) -> Mention:
    """Return a mention, with a missing party or office added from mentions of the same name."""
    parties = {other.party for other in described if other.party}
    offices = {(other.office, other.ministry) for other in described if other.whole_office}
    if mention.party is None and len(parties) == 1:
        mention = replace(mention, party=parties.pop())
    if mention.whole_office is None and len(offices) == 1:
        office, ministry = offices.pop()
        mention = replace(mention, office=office, ministry=ministry)
    return mention


def _says_no_more(other: Mention, mention: Mention) -> bool:
    """Whether ``other``, a mention of the same name, adds no party or office to ``mention``."""
    return other.party in (None, mention.party) and other.whole_office in (
        None,
        mention.whole_office,
    )


def _plain_forms(mention: Mention) -> tuple[str, ...]:
    beside = (mention.party, mention.whole_office)
    return (mention.name or "", *(f"{mention.name} ({words})" for words in beside if words))
