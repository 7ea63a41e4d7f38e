"""The statements in docs/tables.md outside its generated part, which are true for the tables."""

import re

from kv2rdf.tables.all_tables import TABLES
from kv2rdf.tables.csvw_metadata import csv_name
from tests.conftest import ROOT

TEXT = (ROOT / "docs" / "tables.md").read_text(encoding="utf-8")


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
