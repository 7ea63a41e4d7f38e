"""The list of all tables, in the order of the documentation."""

from collections.abc import Iterator

from kv2rdf.tables import counts, papers, parts, people, provenance
from kv2rdf.tables.schema import Column, TableSchema

TABLES: tuple[TableSchema, ...] = (
    papers.CASES,
    papers.DOCUMENTS,
    parts.QUESTIONS,
    parts.ANSWERS,
    people.PARTICIPATIONS,
    parts.NOTES,
    parts.NOTES_MEDIA,
    parts.NOTES_PAPERS,
    parts.NOTES_REFERENCES,
    parts.NOTES_PAGES,
    people.ACTIVITIES,
    parts.ANSWERS_QUESTIONS,
    parts.ANSWERS_DOCUMENTS,
    parts.ANSWERS_ANSWERS,
    papers.DOCUMENTS_CASES,
    papers.DOCUMENTS_IDENTIFIERS,
    papers.DOCUMENTS_TOPICS,
    papers.DOCUMENTS_SOURCES,
    papers.CASES_IDENTIFIERS,
    parts.EXPLANATIONS,
    parts.MARKS,
    provenance.FINDINGS,
    provenance.SOURCES,
    provenance.FILES,
    people.PERSONS,
    people.PARTIES,
    people.GROUPS,
    people.OFFICES,
    people.MINISTRIES,
    people.CABINETS,
    people.CONCEPTS,
    counts.CASES_PER_YEAR,
    counts.CASES_PER_PARTY,
    counts.CASES_PER_MINISTRY,
    counts.CASES_PER_TOPIC,
    counts.CASES_PER_MEDIUM,
    counts.GAPS,
    counts.UNPUBLISHED,
    counts.COMPLETENESS,
)


def looked_up_columns() -> Iterator[Column]:
    """Yield every column or fallback whose triples have a subject other than the row's entity."""
    for table in TABLES:
        for column in table.columns:
            columns = (column, column.fallback) if column.fallback else (column,)
            yield from (column for column in columns if column.is_looked_up)
