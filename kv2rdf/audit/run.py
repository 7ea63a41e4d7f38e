"""The audit of a release, from its sources and its dump to the results."""

from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path

from kv2rdf.audit.compare_document import compare_document
from kv2rdf.audit.database import AuditDatabase
from kv2rdf.audit.dump.grouping import group_sources
from kv2rdf.audit.dump.nquads import read_quads
from kv2rdf.audit.finding_rules import (
    ASKERS_RULE,
    MISPRINTED_DATE_RULE,
    NOT_COMPARED_RULES,
    OFFICERS_RULES,
    QUOTED_FIELDS,
    is_list_of_askers,
    is_list_of_officer_fields,
    is_quoted_field,
)
from kv2rdf.audit.input_document import AuditDocument
from kv2rdf.audit.input_fates import input_fates
from kv2rdf.audit.input_files import read_inputs
from kv2rdf.audit.kvr.text import FieldText
from kv2rdf.audit.matching.spans import without_space
from kv2rdf.audit.matching.texts import GraphText
from kv2rdf.audit.misplaced_dates import misplaced_dates
from kv2rdf.audit.misplaced_persons import misplaced_persons
from kv2rdf.audit.misplaced_texts import is_answer_to, misplaced_texts
from kv2rdf.audit.release_graph import ClusterGraph
from kv2rdf.audit.results import Audit, ResultCollector, ResultKind
from kv2rdf.audit.unsourced_dates import added_dates
from kv2rdf.audit.unsourced_texts import (
    SourceTexts,
    added_facts,
    added_texts,
    added_values,
)
from kv2rdf.errors import ReleaseError

_OTHER_VERSION = "; the paper has another version"

AuditProgress = Callable[[int, int], None]
"""A function that is called with the number of documents compared so far and the total."""


def audit_release(
    dump: Path, report: Path, sources: Sequence[Path], limit: int | None, progress: AuditProgress
) -> Audit:
    """Compare everything in ``sources`` with a release, and return the results.

    ``dump`` is the release as compressed N-Quads, and ``report`` is its report.json. ``limit`` is
    the maximum number of documents with which the release was built, or None. Raises InputError if
    a source does not exist, and ReleaseError if the release cannot be read.
    """
    if not dump.is_file():
        problem = f"has no {dump.name}" if dump.parent.exists() else "does not exist"
        raise ReleaseError(f"{dump.parent} is not a kv2rdf release: it {problem}")
    collector = ResultCollector()
    with AuditDatabase() as database:
        database.load(read_inputs(sources), read_quads(dump))
        fates = input_fates(report, database, limit)
        compared = 0
        for group in group_sources(fates.audited, database.case_links()):
            documents = {source: fates.audited[source] for source in group}
            _compare_cluster(documents, database, collector)
            compared += len(group)
            progress(compared, len(fates.audited))
        for subject, text in database.texts_without_source():
            collector.add(
                ResultKind.ADDITION, subject, "text without a source", without_space(text)
            )
        for file, page in database.pages_of_no_list():
            collector.add(ResultKind.ADDED_FACT, file, "page of no list", page)
        for paper, identifier in database.papers_without_page():
            collector.add(ResultKind.LOSS, paper, "page of the list", identifier)
    return collector.audit(fates)


def _compare_cluster(
    documents: Mapping[str, AuditDocument], database: AuditDatabase, collector: ResultCollector
) -> None:
    """Compare the documents of a cluster with its graph, and then the graph with the documents.

    ``documents`` maps the address of each source to its document. Results go to ``collector``.
    """
    graph = ClusterGraph(database)
    field_texts = {source: database.field_texts(doc) for source, doc in documents.items()}
    for source, document in documents.items():
        note = _OTHER_VERSION if graph.has_other_versions(source) else ""
        facts = graph.facts(source)
        own, others = graph.texts(source), graph.texts_of_other_prints(source)
        for outcome in compare_document(field_texts[source], own, facts, others):
            collector.add_outcome(document.name, outcome, note)
        misplaced = list(misplaced_texts(field_texts[source], own))
        if not note:  # Another version may have other askers and dates.
            misplaced += misplaced_persons(field_texts[source], facts)
            misplaced += misplaced_dates(field_texts[source], facts, own)
        for printed, reason in misplaced:
            collector.add(
                ResultKind.MISPLACED, document.name, printed.location, printed.text, reason
            )
        for unknown in database.unknown_fields(document):
            collector.add(ResultKind.UNKNOWN_FIELD, document.name, unknown.location, unknown.text)
    for answer, number, question in graph.answered_numbers():
        if not is_answer_to(number, question):
            collector.add(ResultKind.MISPLACED, answer, "link to the question", question)
    sources_texts: dict[tuple[str, ...], SourceTexts] = {}
    for text in graph.requested_texts():
        sources = tuple(graph.sources_of(text.subject))
        if set(sources) <= set(documents):
            if sources not in sources_texts:
                sources_texts[sources] = SourceTexts(
                    tuple(field_texts[source] for source in sources)
                )
            _collect_added_texts(text, sources_texts[sources], collector)
    if graph.sources_of_facts() <= set(documents):
        _collect_added_facts(graph, field_texts.values(), collector)


def _collect_added_facts(
    graph: ClusterGraph, texts: Collection[Sequence[FieldText]], collector: ResultCollector
) -> None:
    """Add a result for each fact in the graph that is not in the texts of its documents."""
    things = graph.requested_facts()
    added = {*added_facts(things, texts), *added_values(things, texts)}
    if all(text.rule != MISPRINTED_DATE_RULE for text in graph.requested_texts()):
        added.update(added_dates(things, texts))
    for fact in sorted(added):
        collector.add(ResultKind.ADDED_FACT, *fact)


def _collect_added_texts(
    graph_text: GraphText, printed: SourceTexts, collector: ResultCollector
) -> None:
    """Add a result for each span of a text in the graph that is not printed in its sources."""
    if _is_fact(graph_text, printed.documents):
        return
    location = f"finding {graph_text.rule}" if graph_text.rule else "text"
    for added in added_texts(graph_text, printed):
        kind = ResultKind.REPETITION if added.is_repetition else ResultKind.ADDITION
        collector.add(kind, graph_text.subject, location, added.text)


def _is_fact(graph_text: GraphText, documents: Sequence[Sequence[FieldText]]) -> bool:
    """Whether the text of a finding is a fact instead of running text.

    A list of askers is a fact only if it is the complete list of a document.
    """
    if graph_text.rule == ASKERS_RULE:
        return any(is_list_of_askers(graph_text.text, field_texts) for field_texts in documents)
    if graph_text.rule in QUOTED_FIELDS:
        return any(is_quoted_field(graph_text.text, graph_text.rule, texts) for texts in documents)
    if graph_text.rule in OFFICERS_RULES:
        return any(is_list_of_officer_fields(graph_text.text, texts) for texts in documents)
    return graph_text.rule in NOT_COMPARED_RULES
