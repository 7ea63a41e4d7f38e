"""The strict reading of the CSV files in seeds/."""

from pathlib import Path

import pytest

from kv2rdf.errors import SeedError
from kv2rdf.reference.csv_rows import placed_rows


def test_each_row_has_its_file_and_line(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('key,source\none,"a, b"\ntwo,c\n', encoding="utf-8")
    rows = placed_rows(path, "a.csv")
    assert [(row.place, row.values["source"]) for row in rows] == [
        ("a.csv: line 2", "a, b"),
        ("a.csv: line 3", "c"),
    ]


@pytest.mark.parametrize("row", ["one", "one,a, b"])
@pytest.mark.parametrize("is_brought", [True, False])
def test_a_row_with_too_few_or_too_many_values_is_an_error(
    tmp_path: Path, row: str, *, is_brought: bool
) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f"key,source\n{row}\n", encoding="utf-8")
    with pytest.raises(SeedError, match=r"^a\.csv: line 2: the number of values differs"):
        placed_rows(path, "a.csv", is_brought=is_brought)
