"""docs/tables.md describes the tables as they are."""

import re

from kv2rdf.tables.all_tables import TABLES
from kv2rdf.tables.csvw_metadata import csv_name
from tests.tables.test_graph import LEFT_OUT
from tests.tables_page import PAGE, updated_page

TEXT = PAGE.read_text(encoding="utf-8")


def test_every_table_and_column_is_in_the_docs() -> None:
    assert updated_page(TEXT) == TEXT, "make example"


def test_the_docs_list_what_is_left_out() -> None:
    section = TEXT.partition("## What is not in the tables")[2]
    properties = set(re.findall(r"`([\w-]+:\w+)`", section))
    assert properties == set(LEFT_OUT)


def test_the_examples_name_existing_tables_and_columns() -> None:
    columns = {column.name for table in TABLES for column in table.columns}
    files = {csv_name(table) for table in TABLES}
    examples = "".join(re.findall(r"^```(?:python|r)\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL))
    assert set(re.findall(r"\w+\.csv", examples)) <= files
    names = re.findall(
        r'(?:on=|by = |\[\[?|filter\(|group_by\(|distinct\(|mean\()"?(\w+)', examples
    )
    assert len(names) >= 6
    for name in names:
        assert re.sub("_of_(question|answer)$", "", name) in columns
