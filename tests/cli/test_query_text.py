"""The text of a query: the bytes of a file, and words that are not a query."""

import os
import subprocess
from pathlib import Path

import pytest

from kv2rdf.cli import named_pipe
from kv2rdf.cli.query_text import query_text
from kv2rdf.errors import QueryError
from tests.cli.commands import one_line, run
from tests.every_case import every_case

META = "https://w3id.org/kamervragen/graph/meta"
ASK = "ASK { ?s ?p ?o }"


@pytest.mark.parametrize(("content", "message"), [
    (ASK.encode("utf-16"), "own.rq is not UTF-8 but UTF-16: save it as UTF-8"),
    (ASK.encode() + b"\xff", "own.rq is not UTF-8"),
    (b"", "own.rq is empty"),
    (b"\xef\xbb\xbf \n", "own.rq is empty"),
    (b"\0" * 10, "the query cannot be run: line 1, column "),
])  # fmt: skip
def test_a_file_that_is_not_a_query_is_an_error(
    seed_release: Path, tmp_path: Path, content: bytes, message: str
) -> None:
    (tmp_path / "own.rq").write_bytes(content)
    result = run("query", "--release", seed_release, "--file", tmp_path / "own.rq")
    assert result.exit_code == 2
    assert message in one_line(result)


def test_a_folder_is_not_a_query(seed_release: Path, tmp_path: Path) -> None:
    result = run("query", "--release", seed_release, "--file", tmp_path)
    assert result.exit_code == 2
    assert result.stderr.endswith(" is a directory.\n")


def test_a_pipe_without_a_writer_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(named_pipe, "_LONGEST_SILENCE", 0.01)
    pipe = tmp_path / "query.rq"
    os.mkfifo(pipe)
    with pytest.raises(QueryError, match="is a pipe, and nothing was written to it for"):
        query_text(None, pipe)


def test_a_query_may_come_from_a_pipe_in_parts(tmp_path: Path) -> None:
    pipe = tmp_path / "query.rq"
    os.mkfifo(pipe)
    writer = subprocess.Popen(
        ["bash", "-c", 'exec > "$0"; printf "ASK "; sleep 0.1; printf "{}"', str(pipe)]
    )
    assert query_text(None, pipe) == "ASK {}"
    assert writer.wait() == 0


def test_a_device_is_not_a_query() -> None:
    with pytest.raises(QueryError, match=r"/dev/zero is not a file or a pipe; .* input, use -$"):
        query_text(None, Path("/dev/zero"))


def test_a_byte_order_mark_is_not_part_of_a_query(seed_release: Path, tmp_path: Path) -> None:
    (tmp_path / "own.rq").write_bytes(b"\xef\xbb\xbf" + ASK.encode())
    for words in (("--file", tmp_path / "own.rq"), (f"\ufeff{ASK}",)):
        result = run("query", "--release", seed_release, "--format", "csv", *words)
        assert result.stdout == "answer\ntrue\n"


@pytest.mark.parametrize(("word", "message"), [
    ("", "the query is empty"),
    ("demo.rq", "demo.rq is not a query; to read it from a file, use --file demo.rq"),
    ("data.txt", "data.txt is not a query; to read it from a file, use --file data.txt"),
    ("counts", "counts is not a query; to run the named query, use --name counts"),
    ("DROP ALL", "the query cannot be run: it would change the release"),
    ("nothing", "the query cannot be run: line 1, column "),
])  # fmt: skip
def test_a_word_that_is_not_a_query_is_an_error_with_a_hint(
    seed_release: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, word: str, message: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "data.txt").touch()
    result = run("query", "--release", seed_release, word)
    assert result.exit_code == 2
    assert one_line(result).startswith(f"Error: {message}")


@every_case(("query", "rows"), [
    (f"SELECT DISTINCT ?g FROM NAMED <{META}> {{ GRAPH ?g {{ ?s ?p ?o }} }}", [META]),
    (f"SELECT DISTINCT ?k FROM <{META}> {{ ?s a ?k FILTER(?k = kv:Question) }}", []),
    ("SELECT DISTINCT ?g FROM <a:a> { ?g ?p ?o }", []),
    ("SELECT DISTINCT ?k { ?s a ?k FILTER(?k = kv:Question) }",
     ["https://w3id.org/kamervragen/def#Question"]),
])  # fmt: skip
def test_from_and_from_named_choose_the_graphs(
    seed_release: Path, query: str, rows: list[str]
) -> None:
    result = run("query", "--release", seed_release, "--format", "csv", query)
    assert result.stdout.splitlines()[1:] == rows


def test_a_service_that_cannot_be_reached_is_an_error(seed_release: Path) -> None:
    query = "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }"
    line = one_line(run("query", "--release", seed_release, query))
    assert line.startswith("Error: the query cannot be run: its SERVICE failed: ")
