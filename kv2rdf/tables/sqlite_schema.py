"""The tables as SQL: their definitions, their indexes, and full-text tables of their texts."""

from collections.abc import Iterator

from kv2rdf.tables.all_tables import TABLES
from kv2rdf.tables.schema import Column, TableSchema

_TEXT_COLUMNS = ("title", "full_title", "abstract", "text", "joined_text", "delay_reason")
"""The columns that can be searched. A table with any of them has a full-text table."""

_FILTERED = {
    *("number", "identifier", "session_year", "year", "name", "paper", "sha256", "days_to_answer"),
    *("party", "ministry", "medium", "reason", "name_as_printed", "party_as_printed"),
    *("person_name", "group_label", "party_label", "office_label", "ministry_label"),
}
"""Columns that are indexed in addition to links, concepts and dates."""

ABOUT_TABLE = (
    "CREATE TABLE about (file TEXT PRIMARY KEY, description TEXT NOT NULL, content TEXT NOT NULL)"
)


def table_statement(table: TableSchema) -> str:
    """Return the statement that creates a table, with its keys."""
    lines = [_definition(column, table) for column in table.columns]
    lines.append(f"PRIMARY KEY ({', '.join(map(quoted_name, table.key))})")
    lines += [
        f"FOREIGN KEY ({quoted_name(column.name)}) REFERENCES {_target(column)}"
        for column in table.columns
        if column.table
    ]
    return f"CREATE TABLE {quoted_name(table.name)} ({', '.join(lines)})"


def insert_statement(table: TableSchema) -> str:
    """Return the statement that inserts a row."""
    return f"INSERT INTO {quoted_name(table.name)} VALUES ({', '.join('?' * len(table.columns))})"


def index_statements(table: TableSchema) -> Iterator[str]:
    """Yield the statements that create the indexes of a table and its full-text table, if any."""
    name = quoted_name(table.name)
    for column in table.columns:
        if column.name != table.columns[0].name and _is_indexed(column):
            index = quoted_name(f"{table.name}_{column.name}")
            yield f"CREATE INDEX {index} ON {name} ({quoted_name(column.name)})"
    if texts := [column.name for column in table.columns if column.name in _TEXT_COLUMNS]:
        index = quoted_name(f"{table.name}_fts")
        yield (
            f"CREATE VIRTUAL TABLE {index} USING fts5({', '.join(map(quoted_name, texts))}, "
            f"content={name}, tokenize='unicode61 remove_diacritics 2')"
        )
        yield f"INSERT INTO {index} ({index}) VALUES ('rebuild')"


def quoted_name(name: str) -> str:
    """Return a name quoted for SQL. Some names, such as ``group``, are SQL keywords."""
    return f'"{name}"'


def _definition(column: Column, table: TableSchema) -> str:
    is_number = column.datatype in ("integer", "boolean")
    is_required = column.name in table.key or not column.optional
    type_ = "INTEGER" if is_number else "TEXT"
    return f"{quoted_name(column.name)} {type_}{' NOT NULL' if is_required else ''}"


def _target(column: Column) -> str:
    (target,) = (table for table in TABLES if table.name == column.table)
    return f"{quoted_name(target.name)} ({quoted_name(target.columns[0].name)})"


def _is_indexed(column: Column) -> bool:
    is_link_or_day = bool(column.table or column.prefix) or column.datatype == "date"
    return is_link_or_day or column.name in _FILTERED
