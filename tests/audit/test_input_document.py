"""The search of the audit for a document by its name, or by the digits after its name."""

import pytest

from kv2rdf.audit.input_document import AuditDocument, with_shortest_digits
from tests.every_case import every_case

SHA256 = "6c2d69ec0" + "1" * 55


@every_case(
    ("identifier", "found"),
    [
        ("a.xml", "a.xml"),
        ("a.xml~6c2d69ec", "a.xml~6c2d69ec"),
        ("a.xml~6c2d69ec0", "a.xml~6c2d69ec"),
        ("a.xml~6c2d69e", "a.xml~6c2d69e"),
        ("a.xml~6c2d69ed", "a.xml~6c2d69ed"),
        ("a.xml~6c2d69ed~6c2d69ec0", "a.xml~6c2d69ed~6c2d69ec"),
    ],
)
def test_only_digits_of_its_own_sha256_are_taken_for_digits(identifier: str, found: str) -> None:
    assert with_shortest_digits(identifier, SHA256) == found


@pytest.mark.parametrize(
    ("listed", "is_found"),
    [("a.xml", True), ("~6c2d69ec", True), ("~6c2d69ec0", True), ("~6c2d69e", False),
     ("~6c2d69ed", False), ("A.xml", False)],
)  # fmt: skip
def test_a_document_is_found_in_a_list_by_its_name_or_its_digits(
    *, listed: str, is_found: bool
) -> None:
    document = AuditDocument(key=1, name="a.xml", sha256=SHA256, is_readable=False)
    assert document.is_among({"other", listed}) is is_found
