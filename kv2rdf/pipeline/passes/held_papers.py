"""The papers of a case, as they are counted in the completeness tables."""

from collections.abc import Iterable, Iterator, Sequence

from kv2rdf.model.completeness import CountedChamber, CountedPaper, PaperGroup, Presence
from kv2rdf.model.counts import year_in_tables
from kv2rdf.model.document import CaseDocument
from kv2rdf.model.dossier import Dossier
from kv2rdf.model.identified_paper import identified_paper
from kv2rdf.model.kinds import Chamber, PaperKind, PartKind, TextState
from kv2rdf.model.official_identifiers import question_paper_identifiers
from kv2rdf.model.paper import Source
from kv2rdf.pipeline.passes.results import HeldPaper
from kv2rdf.sources.phrases.sessions import is_in_session

_CHAMBERS = {Chamber.TK: CountedChamber.TK, Chamber.EK: CountedChamber.EK}
_ASKING = (CountedPaper.QUESTIONS, CountedPaper.ORAL, CountedPaper.INTERPELLATION)


def held_papers(dossier: Dossier) -> tuple[HeldPaper, ...]:
    """Return the papers of a dossier, except those that are in the graph of another case."""
    return tuple(
        _question_paper(document, dossier)
        if document.kind is PaperKind.QUESTIONS
        else _reply(document)
        for document in dossier.own_documents
    )


def _question_paper(document: CaseDocument, dossier: Dossier) -> HeldPaper:
    """Return a question paper of a dossier, as it is counted in the completeness tables.

    The number of its case shows its kind: written questions, oral questions or an interpellation.

    The metadata of a reply also names those who asked, but is not counted as metadata of the
    question paper.
    """
    numbers = (dossier.id, *dossier.aliases)
    keys = _keys(
        *question_paper_identifiers(document.chamber, numbers),
        *(p for p in document.publications if p.startswith("kv-")),
    )
    groups = [identified_paper(key).group for key in keys]
    kind = next((group.kind for group in groups if group.kind in _ASKING), CountedPaper.QUESTIONS)
    session = next((group.session for group in groups if group.session), "")
    year = next((group.year for group in groups if group.year), "")
    stated, tabled = dossier.session_year, dossier.tabled
    if not session and stated and tabled and is_in_session(tabled, stated):
        session = stated
    replies = (*dossier.answers, *dossier.notices)
    described = {source for reply in replies for source in reply.sources}
    sources = [
        source
        for source in document.sources
        if source.traits.counted_as is not Presence.METADATA or source not in described
    ]
    return _held_paper(document, sources, kind, keys, session, year)


def _reply(document: CaseDocument) -> HeldPaper:
    number = document.number
    keys = _keys(
        *([number.identifier(document.chamber)] if number else ()),
        *(p for p in document.publications if p.startswith("ah-")),
    )
    session = number.session_year if number else ""
    return _held_paper(document, document.sources, CountedPaper.REPLY, keys, session, "")


def _held_paper(
    document: CaseDocument,
    sources: Sequence[Source],
    kind: CountedPaper,
    keys: tuple[str, ...],
    session: str,
    year: str,
) -> HeldPaper:
    if not session and not year and document.dated:
        year = year_in_tables(document.dated.year)
    group = PaperGroup(
        session=session,
        year="" if session else year,
        chamber=_CHAMBERS[document.chamber],
        kind=kind,
    )
    presences = sorted(set(_presences(document, sources)))
    return HeldPaper(keys=keys, group=group, presences=tuple(presences))


def _presences(document: CaseDocument, sources: Iterable[Source]) -> Iterator[Presence]:
    """Yield each presence of a paper in the release: as a record, as metadata, or as a text."""
    for source in sources:
        if presence := source.traits.counted_as:
            yield presence
    is_printed = document.text is not None or any(
        part.kind is PartKind.ANSWER for part in document.parts
    )
    if document.text_state not in (None, TextState.DATA_ONLY) or is_printed:
        yield Presence.TEXT


def _keys(*identifiers: str) -> tuple[str, ...]:
    """Return the keys of the identifiers without duplicates."""
    return tuple(dict.fromkeys(identified_paper(identifier).key for identifier in identifiers))
