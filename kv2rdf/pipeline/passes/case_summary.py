"""The summary of a dossier for the report and the statistics."""

from collections import Counter
from collections.abc import Iterable, Mapping

from kv2rdf.addresses.minting import Addresses
from kv2rdf.linking.text.broken_words import rejoin
from kv2rdf.model.dossier import Dossier
from kv2rdf.model.kinds import PaperKind, PartKind
from kv2rdf.model.participants import Role
from kv2rdf.pipeline.passes.case_counts import case_counts
from kv2rdf.pipeline.passes.people_of_documents import people_of_documents
from kv2rdf.pipeline.passes.results import CaseSummary
from kv2rdf.rdf.terms import Iri


def case_summary(
    dossier: Dossier,
    warnings: Mapping[str, int],
    addresses: Addresses,
) -> CaseSummary:
    """Return the summary of a dossier.

    A paper that several cases share is counted only in the case whose graph contains it.
    ``warnings`` maps the name of a shape to its number of warnings. ``addresses`` is used to make
    the addresses of topics, parties, ministries and media.
    """
    asked = dossier.questions
    own = [document for document in dossier.documents if document.home_case == dossier.id]
    answers = [part for d in own for part in d.parts if part.kind is PartKind.ANSWER]
    findings = Counter(finding.rule for document in own for finding in document.findings)
    topics = [*map(addresses.topic, asked.topics), *map(addresses.subject, asked.subjects)]
    return CaseSummary(
        id=dossier.id,
        title=rejoin(dossier.title) or dossier.title,
        documents=tuple(dict.fromkeys(s.id for d in dossier.documents for s in d.sources)),
        year=dossier.tabled.year if dossier.tabled else None,
        questions=sum(part.kind is PartKind.QUESTION for part in asked.parts),
        answers=len(answers),
        linked_answers=sum(bool(part.answers_to) for part in answers),
        notices=sum(document.kind is PaperKind.NOTICE for document in own),
        state=dossier.state,
        findings=tuple(sorted(findings.items())),
        warnings=tuple(sorted(warnings.items())),
        days=dossier.deadline.days,
        is_in_time=dossier.deadline.is_in_time,
        asked_by=_unique_names(
            (p.party.short_name, addresses.party(p.party))
            if p.party
            else (p.mention.party or "", None)
            for p in asked.participants
            if p.role is Role.ASKER
        ),
        answered_by=_unique_names(
            (p.ministry.name, addresses.ministry(p.ministry))
            if p.ministry
            else (p.mention.whole_office or "", None)
            for p in dossier.answerers
        ),
        topics=tuple(dict.fromkeys(map(str, topics))),
        media=tuple(
            dict.fromkeys(
                (medium.label, str(addresses.medium(medium.key)))
                for note in asked.footnotes
                for medium in note.media
            )
        ),
        counts=case_counts(dossier),
        people=people_of_documents(dossier),
    )


def _unique_names(names: Iterable[tuple[str, Iri | None]]) -> tuple[tuple[str, str | None], ...]:
    """Return pairs of a name and an address, sorted and without duplicates.

    The address is None if the name is the printed one, because it is not in the register.
    """
    found = {(name, str(address) if address else None) for name, address in names}
    return tuple(sorted(found, key=lambda pair: (pair[0], pair[1] or "")))
