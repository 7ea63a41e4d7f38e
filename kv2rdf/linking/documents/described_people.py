"""The party and office of a person, taken from another source that names the same person."""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from kv2rdf.linking.documents.described_facts import is_of_another_form
from kv2rdf.linking.documents.precedence import without_whitespace
from kv2rdf.model.paper import Mention, Paper


def with_described_people(
    mentions: Iterable[Mention], paper: Paper, others: Iterable[tuple[Paper, Sequence[Mention]]]
) -> tuple[Mention, ...]:
    """Return the persons named in ``paper``, with parties and offices that are missing from it.

    ``others`` contains other papers of the case, each with the persons that it names in the same
    role. A party or office is added if the same name occurs in a different form of publication.
    """
    described = [
        mention for other, found in others if is_of_another_form(other, paper) for mention in found
    ]
    return tuple(_completed(mention, described) for mention in mentions)


def words_of_people(mentions: Sequence[Mention], others: Iterable[Mention]) -> tuple[str, ...]:
    """Return the words of the mentions in ``others`` that add nothing to ``mentions``.

    For example, "I. Bos" adds nothing to "I. Bos (ABC)".
    """
    return tuple(
        other.printed
        for other in others
        if other.printed in _plain_forms(other)
        and any(_says_no_more(other, mention) for mention in mentions)
    )


def _completed(mention: Mention, described: Iterable[Mention]) -> Mention:
    same = [other for other in described if _has_name_of(other, mention)]
    parties = {other.party for other in same if other.party}
    offices = {(other.office, other.ministry) for other in same if other.whole_office}
    if mention.party is None and len(parties) == 1:
        mention = replace(mention, party=parties.pop())
    if mention.whole_office is None and len(offices) == 1:
        office, ministry = offices.pop()
        mention = replace(mention, office=office, ministry=ministry)
    return mention


def _says_no_more(other: Mention, mention: Mention) -> bool:
    return (
        _has_name_of(other, mention)
        and other.party in (None, mention.party)
        and other.whole_office in (None, mention.whole_office)
    )


def _has_name_of(other: Mention, mention: Mention) -> bool:
    names = [without_whitespace(each.name or "") for each in (other, mention)]
    return bool(names[0]) and names[0] == names[1]


def _plain_forms(mention: Mention) -> tuple[str, ...]:
    beside = (mention.party, mention.whole_office)
    return (mention.name or "", *(f"{mention.name} ({words})" for words in beside if words))
