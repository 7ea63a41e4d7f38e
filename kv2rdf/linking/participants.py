"""The participants in a case: askers, addressees, answerers, and authors of notices."""

from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from kv2rdf.linking.documents.described_people import with_described_people, words_of_people
from kv2rdf.linking.documents.metadata_differences import (
    MetadataField,
    names_and_parties,
    report_metadata_differences,
)
from kv2rdf.linking.documents.missing_people import (
    missing_addressees,
    missing_answerers,
    missing_askers,
)
from kv2rdf.linking.documents.precedence import precedence
from kv2rdf.linking.documents.replies import Reply
from kv2rdf.linking.people.matching import PersonMatcher
from kv2rdf.model.document import CaseDocument, Finding
from kv2rdf.model.paper import Mention, Paper
from kv2rdf.model.participants import Participant, Role


def with_askers(
    document: CaseDocument, papers: Iterable[Paper], matcher: PersonMatcher
) -> CaseDocument:
    """Return a question document with its askers and addressees.

    ``papers`` contains the papers of the case. The askers are taken from the first of them, in
    order of precedence, that contains any askers. The addressees are chosen in the same way. A
    missing party or office is added if a different form of publication contains it with the same
    name. Findings report other names, and missing askers and addressees.
    """
    ordered = sorted(papers, key=precedence)
    askers = [(p, p.askers) for p in ordered if p.askers]
    addressees = [(p, p.addressees) for p in ordered if p.addressees]
    asking, asked = _published_people(askers), _published_people(addressees)
    return replace(
        document,
        findings=(
            *document.findings,
            *(_differences(ordered, asking, asked) if len(ordered) > 1 else ()),
            *missing_askers(asking, ordered),
            *missing_addressees(document, asked, ordered),
        ),
        participants=(
            *_participants(Role.ASKER, asking, document, matcher),
            *_participants(Role.ADDRESSEE, asked, document, matcher),
        ),
    )


def _differences(
    papers: Sequence[Paper], asking: Sequence[Mention], asked: Sequence[Mention]
) -> list[Finding]:
    """Return the findings on names in papers that differ from the published ones."""
    fields = [
        MetadataField(paper.source, name, names_and_parties(mentions))
        for paper in papers
        for name, mentions in (("indieners", paper.askers), ("geadresseerden", paper.addressees))
    ]
    published = (
        *names_and_parties((*asking, *asked)),
        *words_of_people(asking, [mention for paper in papers for mention in paper.askers]),
        *words_of_people(asked, [mention for paper in papers for mention in paper.addressees]),
    )
    return report_metadata_differences(published, fields)


def _published_people(
    named: Sequence[tuple[Paper, Sequence[Mention]]],
) -> tuple[Mention, ...]:
    """Return the persons named in the first paper, with parties and offices from the others."""
    if not named:
        return ()
    (paper, mentions), *others = named
    return with_described_people(mentions, paper, others)


def with_repliers(
    replies: Sequence[Reply], role: Role, matcher: PersonMatcher, on_behalf_before: int = 0
) -> tuple[CaseDocument, ...]:
    """Return the documents of replies, each with its participants.

    A finding is added to an answer document that has no answerers.

    ``role`` is the role of those who reply. They are numbered from 1, across all ``replies``. Those
    on whose behalf they reply are numbered from ``on_behalf_before`` + 1, where
    ``on_behalf_before`` is the number of such participants in other replies of the same case.
    """
    counts = {role: 0, Role.ON_BEHALF_OF: on_behalf_before}
    documents = []
    for document, paper in replies:
        people: list[Participant] = []
        for played, mentions in (
            (role, paper.answerers),
            (Role.ON_BEHALF_OF, paper.on_behalf_of),
        ):
            found = _participants(played, mentions, document, matcher, counts[played])
            people += found
            counts[played] += len(found)
        findings = document.findings
        if role is Role.ANSWERER:
            findings = (*findings, *missing_answerers(document, paper.answerers))
        documents.append(replace(document, participants=tuple(people), findings=findings))
    return tuple(documents)


def with_repetitions(documents: Iterable[CaseDocument]) -> tuple[CaseDocument, ...]:
    """Return the documents of a case, with the ``repetition`` of each participant.

    ``repetition`` is 1 for the first participant with the same role and printed words, 2 for the
    second, and so on.
    """
    count: Counter[tuple[Role, tuple[str | None, ...]]] = Counter()
    numbered = []
    for document in documents:
        people = []
        for p in document.participants:
            words = p.role, p.mention.identifying_words
            count[words] += 1
            people.append(replace(p, repetition=count[words]) if count[words] > 1 else p)
        numbered.append(replace(document, participants=tuple(people)))
    return tuple(numbered)


def _participants(
    role: Role,
    mentions: Iterable[Mention],
    document: CaseDocument,
    matcher: PersonMatcher,
    count_before: int = 0,
) -> list[Participant]:
    return matcher.participants(role, mentions, document.dated, document.chamber, count_before)
