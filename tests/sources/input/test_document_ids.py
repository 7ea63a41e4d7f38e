"""The ids of documents. Each document has its own id, regardless of its name and bytes."""

import hashlib
import tracemalloc
from pathlib import Path

import pytest

from kv2rdf.errors import InputError
from kv2rdf.sources.input.document_ids import DocumentIds
from kv2rdf.sources.input.documents import list_documents, load_documents
from kv2rdf.sources.input.temporary_database import TemporaryDatabase
from kv2rdf.sources.input.wanted_ids import WantedIds
from tests.every_case import every_case

ONE, OTHER, THIRD = "6c2d69ec" + "0" * 56, "6cb10202" + "0" * 56, "6c2d69ec" + "1" * 56


@every_case(
    ("documents", "ids"),
    [
        ([("a.xml", ONE)], ["a.xml"]),
        ([("a.xml", ONE), ("a.xml", OTHER)], ["a.xml~6c2d69ec", "a.xml~6cb10202"]),
        ([("a.xml", ONE), ("a.xml", THIRD)], ["a.xml~6c2d69ec0", "a.xml~6c2d69ec1"]),
        ([("a.xml", ONE), ("a.xml", OTHER), ("a.xml", THIRD)],
         ["a.xml~6c2d69ec0", "a.xml~6cb10202", "a.xml~6c2d69ec1"]),
        ([("a.xml", ONE), ("a.xml", OTHER), ("a.xml~6c2d69ec", THIRD)],
         ["a.xml~6c2d69ec", "a.xml~6cb10202", "a.xml~6c2d69ec~6c2d69ec"]),
        ([("a.xml", ONE), ("a.xml~6c2d69ec", OTHER)], ["a.xml", "a.xml~6c2d69ec~6cb10202"]),
        ([("a.xml", ONE), ("a.xml~6c2d69ed", OTHER)], ["a.xml", "a.xml~6c2d69ed"]),
        ([("a.xml", ONE), ("a.xml~6c2d69e", OTHER)], ["a.xml", "a.xml~6c2d69e"]),
        ([("a\nb", ONE), ("a_b~6c2d69ec", OTHER)], ["a_b~6c2d69ec", "a_b~6c2d69ec~6cb10202"]),
        ([("a.xml", ONE), ("A.xml", ONE), ("x:y?", ONE)], ["a.xml", "A.xml", "x:y?"]),
        ([("..", ONE), ("", OTHER), ("null", ONE), ("null.xml", ONE)],
         [".._~6c2d69ec", "_~6cb10202", "null_~6c2d69ec", "null.xml"]),
    ],
)  # fmt: skip
def test_different_documents_have_different_ids(
    documents: list[tuple[str, str]], ids: list[str]
) -> None:
    found = DocumentIds(documents)
    assert [found.id(*document) for document in documents] == ids
    assert list(found.items()) == sorted(
        (id_, sha256) for id_, (_, sha256) in zip(ids, documents, strict=True)
    )


def test_a_document_that_was_not_given_has_no_id() -> None:
    found = DocumentIds([("a.xml", ONE), ("b.xml", ONE), ("b.xml", OTHER)])
    assert [found.id("a.xml", OTHER), found.id("b.xml", THIRD), found.id("c.xml", ONE)] == [
        None
    ] * 3


def test_ids_are_a_mapping_to_hashes() -> None:
    found = DocumentIds([("b.xml", ONE), ("a.xml", OTHER), ("a.xml", OTHER), ("a.xml", ONE)])
    assert found == {"a.xml~6c2d69ec": ONE, "a.xml~6cb10202": OTHER, "b.xml": ONE}
    assert (len(found), "b.xml" in found, found.get("a.xml")) == (3, True, None)


def test_ids_that_cannot_be_written_are_an_error_of_the_input() -> None:
    database = TemporaryDatabase("PRAGMA max_page_count = 3; CREATE TABLE t (a TEXT)")
    with pytest.raises(InputError, match=r"^the list of documents cannot be written to disk: "):
        database.fill("INSERT INTO t VALUES (?)", (("x" * 1000,) for _ in range(20)))


def test_the_ids_of_many_documents_take_little_memory() -> None:
    count = 20_000
    tracemalloc.start()
    ids = DocumentIds((f"{n:06}.xml", f"{n:064x}") for n in range(count))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(ids) == count
    assert peak < 20 * count  # A name and a hash alone take 170 bytes.


@pytest.mark.parametrize("order", ["abc", "cab", "bca"])
def test_a_name_that_is_another_documents_id_is_read_as_itself(order: str, tmp_path: Path) -> None:
    digits = hashlib.sha256(b"<a/>").hexdigest()[:8]
    files = {"a": ("K.xml", b"<a/>"), "b": ("K.xml", b"<b/>"), "c": (f"K.xml~{digits}", b"<c/>")}
    for number, key in enumerate(order):
        (tmp_path / str(number)).mkdir()
        (tmp_path / str(number) / files[key][0]).write_bytes(files[key][1])
    ids = list_documents([tmp_path])
    assert len(ids) == 3
    for id_, sha256 in ids.items():
        (loaded,) = load_documents([tmp_path], [id_])
        assert hashlib.sha256(loaded.content).hexdigest() == loaded.sha256 == sha256


def test_a_file_whose_name_is_not_utf_8_is_not_wanted() -> None:
    wanted = WantedIds(["a?.xml"], has_records=False)
    assert [wanted.may_be_in_file(name) for name in ("a?.xml", "a\udcff.xml")] == [True, False]
    assert [wanted.mark_as_loaded(id_) for id_ in ("a\udcff.xml", "a?.xml", "a?.xml")] == [
        False,
        True,
        False,
    ]
