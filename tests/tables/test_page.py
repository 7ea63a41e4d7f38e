"""docs/tables.md says what the tables are."""

import re

from kv2rdf.tables.all_tables import TABLES
from kv2rdf.tables.csvw_metadata import file_name
from tests.tables.test_graph import LEFT_OUT
from tests.tables_page import PAGE, page

TOLD = PAGE.read_text(encoding="utf-8")


def test_every_table_and_column_is_in_the_docs_as_it_is() -> None:
    assert page(TOLD) == TOLD, "make example"


def test_what_is_left_out_is_told() -> None:
    told = TOLD.partition("## What is not in the tables")[2]
    named = set(re.findall(r"`([\w-]+:\w+)`", told))
    assert named == set(LEFT_OUT)


def test_the_examples_name_tables_and_columns_that_are_there() -> None:
    columns = {column.name for table in TABLES for column in table.columns}
    files = {file_name(table) for table in TABLES}
    examples = "".join(re.findall(r"^```(?:python|r)\n(.*?)^```$", TOLD, re.MULTILINE | re.DOTALL))
    assert set(re.findall(r"\w+\.csv", examples)) <= files
    named = re.findall(
        r'(?:on=|by = |\[\[?|filter\(|group_by\(|distinct\(|mean\()"?(\w+)', examples
    )
    assert len(named) >= 6
    for name in named:
        assert re.sub("_of_(question|answer)$", "", name) in columns
