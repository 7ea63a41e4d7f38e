"""The limits on what is read: the size of a document, and the length of its name."""

from pathlib import Path

import pytest

from kv2rdf.sources.input.documents import list_documents, load_documents

MEGABYTE = 1024 * 1024


@pytest.mark.parametrize(
    ("size", "problem"),
    [(50 * MEGABYTE, None), (50 * MEGABYTE + 1, "is larger than 50 MB")],
)
def test_a_document_of_50_mb_is_read_and_a_larger_one_is_not(
    size: int, problem: str | None, tmp_path: Path
) -> None:
    with (tmp_path / "KVR1.xml").open("wb") as file:
        file.truncate(size)
    (document,) = load_documents((tmp_path,), list_documents((tmp_path,)))
    assert (document.problem, len(document.content)) == (problem, 0 if problem else size)


@pytest.mark.parametrize(("length", "is_kept"), [(60, True), (61, False)])
def test_a_name_of_60_characters_is_the_id_and_a_longer_one_is_cut(
    *, length: int, is_kept: bool, tmp_path: Path
) -> None:
    name = f"{'x' * (length - 4)}.xml"
    (tmp_path / name).write_bytes(b"<kvr/>")
    (document,) = load_documents((tmp_path,), list_documents((tmp_path,)))
    assert document.id.partition("~")[0] == name[:60]
    assert (document.id == name) == is_kept
