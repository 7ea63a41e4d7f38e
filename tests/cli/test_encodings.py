"""Words that are not UTF-8, output in other encodings, and control characters."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from kv2rdf.cli.standard_output import one_line as as_one_line
from tests.cli.commands import one_line, run

LETTERS = 'SELECT ("ş é \\u202E \\u009B31m \\u001B[0m" AS ?n) {}'
BAD = "a\udcff"


def written(*words: str | Path | bytes, **environment: str) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run(
        [sys.executable, "-m", "kv2rdf", *words],
        capture_output=True,
        check=False,
        env=dict(os.environ) | environment,
    )


@pytest.mark.parametrize("words", [
    ("search", BAD),
    ("search", "a\ud800"),
    ("query", BAD),
    ("query", "--name", BAD),
    ("query", "--name", "counts", "--set", f"{BAD}=1"),
    ("query", "--format", BAD, "ASK {}"),
    ("queries", BAD),
    ("upload", "x", "--to", f"s3://{BAD}"),
    ("build", "x", "--base", f"http://{BAD}"),
    ("build", "x", "--upload-to", f"s3://{BAD}"),
    ("build", "x", "--scheduler", BAD),
    ("build", "x", "--engine", BAD),
    ("build", "x", "--now", BAD),
    ("build", BAD),
    ("check", BAD),
    ("check", f"{BAD}.ttl"),
    ("tables", BAD),
    ("verify", BAD),
    ("audit", BAD, "x"),
    (BAD,),
    (f"--{BAD}",),
], ids=repr)  # fmt: skip
def test_a_word_that_is_not_utf_8_is_an_error(words: tuple[str, ...], tmp_path: Path) -> None:
    where = ("--out", str(tmp_path / "release")) if words[0] == "build" else ()
    result = run(*words, *where)
    assert result.exit_code == 2
    assert result.stderr.splitlines()[-1].startswith("Error: ")
    assert not isinstance(result.exception, UnicodeError)


def test_a_release_and_files_may_have_any_name(seed_release: Path, tmp_path: Path) -> None:
    link = tmp_path / f"{BAD}.d"
    link.symlink_to(seed_release.resolve())
    (tmp_path / f"{BAD}.rq").write_text("ASK { ?s ?p ?o }")
    assert "true" in run("query", "--release", link, "--file", tmp_path / f"{BAD}.rq").stdout
    assert "doxing" in run("search", "--release", link, "doxing").stdout
    assert run("verify", link).exit_code == 0


@pytest.mark.parametrize(
    "words",
    [("search", "doxing"), pytest.param(("show", "2022Z00634"), marks=pytest.mark.long)],
)
def test_lines_for_people_are_in_the_encoding_of_the_terminal(
    words: tuple[str, ...], seed_release: Path
) -> None:
    printed = written(*words, "--release", seed_release, PYTHONIOENCODING="latin-1").stdout
    assert "«doxing»" in printed.decode("latin-1")


def test_text_is_utf_8_even_where_the_locale_has_no_encoding(seed_release: Path) -> None:
    locale = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    words = ("query", "--release", seed_release, "--format", "csv", 'SELECT ("é" AS ?n) {}')
    assert written(*words, **locale).stdout == "n\né\n".encode()


@pytest.mark.parametrize(
    "encoding",
    [
        "cp1252",
        pytest.param("latin-1", marks=pytest.mark.long),
        pytest.param("ascii:strict", marks=pytest.mark.long),
    ],
)
def test_data_is_utf_8_and_lines_are_in_the_encoding_of_the_terminal(
    seed_release: Path, encoding: str
) -> None:
    words = ("query", "--release", seed_release, LETTERS, "--format")
    data = written(*words, "csv", PYTHONIOENCODING=encoding)
    assert data.stdout == "n\nş é \u202e \u009b31m \u001b[0m\n".encode()
    name = encoding.partition(":")[0]
    line = "ş é \\u202e \\u009b31m \\u001b[0m".encode(name, "backslashreplace")
    table = written(*words, "table", PYTHONIOENCODING=encoding)
    assert table.stdout.splitlines()[2] == line


@pytest.mark.parametrize(
    "format_",
    ["table", *(pytest.param(other, marks=pytest.mark.long) for other in ("csv", "json"))],
)
def test_control_characters_are_escaped_on_a_terminal(seed_release: Path, format_: str) -> None:
    command = [sys.executable, "-m", "kv2rdf", "query", "--release", str(seed_release), LETTERS]
    reading, writing = pty.openpty()
    subprocess.run([*command, "--format", format_], stdout=writing, check=True)
    shown = os.read(reading, 10_000).decode()
    os.close(reading)
    os.close(writing)
    assert "ş é \\u202e \\u009b31m \\u001b[0m" in shown.replace("\\u001B", "\\u001b")


def test_a_table_of_escaped_characters_is_aligned(seed_release: Path) -> None:
    lines = run("query", "--release", seed_release, LETTERS).stdout.splitlines()
    assert len(lines[1]) == len(lines[2])


def test_errors_have_no_control_characters(tmp_path: Path) -> None:
    line = one_line(run("verify", f"{tmp_path}/\x1b[31m\u202e\n\x9b"))
    assert "/\\u001b[31m\\u202e \\u009b is not a kv2rdf release" in line


@pytest.mark.parametrize(("length", "is_whole"), [(600, True), (601, False)])
def test_a_line_of_more_than_600_characters_is_cut(length: int, is_whole: bool) -> None:  # noqa: FBT001
    line = as_one_line("a" * length)
    assert (line == "a" * length) == is_whole
    assert len(line) <= 603
