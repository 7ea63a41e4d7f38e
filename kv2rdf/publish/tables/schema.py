"""Every table there is, in the order in which a reader wants them."""

from collections.abc import Iterator

from kv2rdf.publish.tables import actors, papers
from kv2rdf.publish.tables.columns import Column, Table

TABLES: tuple[Table, ...] = (
    papers.CASES,
    papers.DOCUMENTS,
    papers.QUESTIONS,
    papers.ANSWERS,
    actors.PARTICIPATIONS,
    papers.NOTES,
    papers.NOTES_MEDIA,
    papers.NOTES_PAPERS,
    papers.NOTES_REFERENCES,
    actors.ACTIVITIES,
    papers.ANSWERS_QUESTIONS,
    papers.ANSWERS_DOCUMENTS,
    papers.ANSWERS_ANSWERS,
    papers.DOCUMENTS_CASES,
    papers.DOCUMENTS_IDENTIFIERS,
    papers.DOCUMENTS_TOPICS,
    papers.DOCUMENTS_SOURCES,
    papers.CASES_IDENTIFIERS,
    papers.EXPLANATIONS,
    actors.MARKS,
    actors.FINDINGS,
    actors.SOURCES,
    actors.FILES,
    actors.PERSONS,
    actors.PARTIES,
    actors.OFFICES,
    actors.MINISTRIES,
    actors.CONCEPTS,
)


def columns_looked_up() -> Iterator[Column]:
    """Give every column that holds what is said of, or by, another thing than the row's."""
    for table in TABLES:
        yield from (column for column in table.columns if column.is_looked_up)
