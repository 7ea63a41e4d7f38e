"""Every table there is, in the order in which a reader wants them."""

from collections.abc import Iterator

from kv2rdf.tables import papers, people_and_sources
from kv2rdf.tables.columns import Column, Table

TABLES: tuple[Table, ...] = (
    papers.CASES,
    papers.DOCUMENTS,
    papers.QUESTIONS,
    papers.ANSWERS,
    people_and_sources.PARTICIPATIONS,
    papers.NOTES,
    papers.NOTES_MEDIA,
    papers.NOTES_PAPERS,
    papers.NOTES_REFERENCES,
    people_and_sources.ACTIVITIES,
    papers.ANSWERS_QUESTIONS,
    papers.ANSWERS_DOCUMENTS,
    papers.ANSWERS_ANSWERS,
    papers.DOCUMENTS_CASES,
    papers.DOCUMENTS_IDENTIFIERS,
    papers.DOCUMENTS_TOPICS,
    papers.DOCUMENTS_SOURCES,
    papers.CASES_IDENTIFIERS,
    papers.EXPLANATIONS,
    people_and_sources.MARKS,
    people_and_sources.FINDINGS,
    people_and_sources.SOURCES,
    people_and_sources.FILES,
    people_and_sources.PERSONS,
    people_and_sources.PARTIES,
    people_and_sources.OFFICES,
    people_and_sources.MINISTRIES,
    people_and_sources.CONCEPTS,
)


def columns_looked_up() -> Iterator[Column]:
    """Give every column that holds what is said of, or by, another thing than the row's."""
    for table in TABLES:
        yield from (column for column in table.columns if column.is_looked_up)
