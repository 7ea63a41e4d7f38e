"""The limits of what an audit reads and shows."""

from pathlib import Path

import pytest

from kv2rdf.audit.dump.nquads import parse_quad
from kv2rdf.audit.input_document import AuditDocument
from kv2rdf.audit.input_files import read_inputs

MEGABYTE = 1024 * 1024


@pytest.mark.parametrize(
    ("size", "length"), [(50 * MEGABYTE, 50 * MEGABYTE), (50 * MEGABYTE + 1, 0)]
)
def test_a_document_of_50_mb_is_audited_and_a_larger_one_is_not(
    size: int, length: int, tmp_path: Path
) -> None:
    with (tmp_path / "KVR1.xml").open("wb") as file:
        file.truncate(size)
    (document,) = read_inputs([tmp_path])
    assert len(document.content) == length


@pytest.mark.parametrize("length", [60, 61])
def test_an_error_shows_60_characters_of_a_line_of_the_dump(length: int) -> None:
    with pytest.raises(ValueError, match=f"not valid N-Quads: '{'x' * 60}'$"):
        parse_quad("x" * length)


def test_a_document_is_distinguished_by_the_first_8_digits_of_its_sha256() -> None:
    document = AuditDocument(key=1, name="KVR1.xml", sha256="0123456789abcdef", is_readable=True)
    assert document.name_with_digits == "KVR1.xml~01234567"
