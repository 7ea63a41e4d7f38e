"""The commands query, queries, search and check: results, notes and standard input."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from kv2rdf.cli import cli
from kv2rdf.query.named_queries import all_queries
from tests.cli.commands import one_line, run
from tests.every_case import every_case


def test_check_accepts_the_example_and_rejects_a_broken_file(
    seed_release: Path, tmp_path: Path
) -> None:
    example = seed_release / "dossiers" / "2022" / "2022Z00634.ttl"
    assert run("check", example).exit_code == 0
    broken = tmp_path / "broken.ttl"
    broken.write_text(example.read_text().replace("kv:daysToAnswer 38", "kv:daysToAnswer 37"))
    result = run("check", broken)
    assert result.exit_code == 1
    assert "recompute it" in result.stdout
    assert "1 violation, 4 warnings" in result.stderr


def test_query_runs_a_query_from_the_command_line_or_a_file(
    seed_release: Path, tmp_path: Path
) -> None:
    sparql = "SELECT ?n { ?d a kv:Dossier ; eli-dl:process_id ?n }"
    assert "2022Z00634" in run("query", "--release", seed_release, sparql).stdout
    (tmp_path / "own.rq").write_text(sparql)
    result = run(
        "query", "--release", seed_release, "--file", tmp_path / "own.rq", "--format", "csv"
    )
    assert result.stdout == "n\n2022Z00634\n"


def test_query_says_how_many_there_are_if_it_shows_the_first(seed_release: Path) -> None:
    words = ("query", "--release", seed_release, "--name", "sources-quoted", "--set")
    few = run(*words, "first=3")
    assert "(3 rows)" in few.stdout
    assert few.stderr == "3 of 4; to see all: --set first=4\n"
    assert run(*words, "first=5").stderr == ""


def test_the_first_rows_of_a_query_are_counted_and_a_limit_without_order_is_named(
    seed_release: Path,
) -> None:
    query = ("query", "--release", seed_release, "--format", "csv")
    numbers = "SELECT ?n { ?q a kv:Question ; kv:ordinal ?n }"
    first = run(*query, "--first", "2", numbers)
    assert (first.stdout, first.stderr) == ("n\n1\n2\n", "2 of 7; to see all: --first=7\n")
    assert "without ORDER BY" in run(*query, f"{numbers} LIMIT 2").stderr
    assert run(*query, f"{numbers} ORDER BY ?n LIMIT 2").stderr == ""


@pytest.mark.parametrize("name", ["sources-quoted", "counts"])
def test_the_first_rows_of_a_named_query_are_those_without_a_limit(
    seed_release: Path, name: str
) -> None:
    """The first query has the parameter ``first``, and the second does not."""
    words = ("query", "--release", seed_release, "--format", "csv", "--name", name)
    everything = run(*words).stdout.splitlines()
    number = len(everything) - 1
    few = run(*words, "--first", "2")
    assert few.stdout.splitlines() == everything[:3]
    assert few.stderr == f"2 of {number}; to see all: --first={number}\n"
    assert run(*words, "--first", str(number)).stderr == ""


def test_two_limits_of_a_named_query_are_an_error(seed_release: Path) -> None:
    words = ("query", "--release", seed_release, "--name", "sources-quoted", "--first", "2")
    assert "give only one of" in run(*words, "--set", "first=3").stderr


@every_case(
    ("query", "value", "note"),
    [
        ("questions-and-answers", "case=bogus", "'bogus' does not occur in this release as a case"),
        ("who-asked-what", "name=Zzzz", "'Zzzz' does not occur in this release as a name"),
        ("who-asked-what", "name=palant", "as a name; did you mean Palland?"),
        ("cases-of-cabinet", "cabinet=Rutte VI", "as a cabinet; did you mean Rutte I or Rutte IV?"),
        ("media-cited", "kind=Krant", "'Krant' does not occur in this release as a kind"),
        ("most-cases-in-a-session", "session=1990-1991", "as a session"),
        ("topics-together", "topic=xyzzy", "'xyzzy' does not occur in this release as a topic"),
        ("findings", "rule=nooot-zonder-tekst", "as a rule; did you mean noot-zonder-tekst?"),
        (
            "cases-by-wikidata",
            "wikidata=Q999999999",
            "'Q999999999' does not occur in this release as a wikidata\n",
        ),
        ("medium-per-party-and-year", "medium=Trouww", "'Trouww' does not occur in this release"),
    ],
)
def test_an_empty_answer_names_the_value_that_does_not_occur(
    seed_release: Path, query: str, value: str, note: str
) -> None:
    words = ("query", "--release", seed_release, "--name", query, "--set", value)
    empty = run(*words)
    assert empty.exit_code == 0
    assert "(0 rows)" in empty.stdout
    assert note in empty.stderr
    assert len(empty.stderr.splitlines()) == 1
    assert run(*words, "--quiet").stderr == ""


def test_an_empty_answer_to_values_that_occur_has_no_note(seed_release: Path) -> None:
    words = ("query", "--release", seed_release, "--name", "sources-quoted")
    assert run(*words, "--set", "words=xyzzy", "--set", "case=2022Z00634").stderr == ""


def test_queries_lists_the_named_queries_or_shows_one() -> None:
    listed = run("queries").stdout
    assert "questions-and-answers\n" in listed
    assert "--set case=…" in listed
    shown = run("queries", "questions-and-answers").stdout
    assert shown.startswith("# title: ")
    assert "$case" in shown


def test_queries_lists_the_named_queries_for_programs() -> None:
    every = json.loads(run("queries", "--format", "json").stdout)
    assert [query["name"] for query in every] == [query.name for query in all_queries()]
    (notices,) = json.loads(run("queries", "notices", "--format", "json").stdout)
    assert notices in every
    assert notices["en"] == "Which notices were given, of what kind, and for what reason?"
    assert notices["nl"].startswith("Welke mededelingen")
    assert notices["text"].startswith("# title: Notices")
    assert [parameter["default"] for parameter in notices["parameters"]] == ["100"]


@pytest.mark.parametrize("words", [("-",), ("--file", "-")], ids=" ".join)
def test_query_reads_standard_input(seed_release: Path, words: tuple[str, ...]) -> None:
    sparql = "SELECT ?n { ?d a kv:Dossier ; eli-dl:process_id ?n }"
    arguments = ["query", "--release", str(seed_release), "--format", "csv", *words]
    result = CliRunner().invoke(cli, arguments, input=sparql)
    assert result.stdout == "n\n2022Z00634\n"


@pytest.mark.long
def test_check_reads_standard_input(seed_release: Path) -> None:
    turtle = (seed_release / "dossiers" / "2022" / "2022Z00634.ttl").read_text(encoding="utf-8")
    good = CliRunner().invoke(cli, ["check", "-"], input=turtle)
    assert good.exit_code == 0
    assert "0 violations, 4 warnings" in good.stderr
    wrong = turtle.replace("kv:daysToAnswer 38", "kv:daysToAnswer 37")
    bad = CliRunner().invoke(cli, ["check", "-"], input=wrong)
    assert bad.exit_code == 1
    assert "recompute it" in bad.stdout
    broken = CliRunner().invoke(cli, ["check", "-"], input="this is no Turtle")
    assert broken.exit_code == 2
    assert broken.stderr.startswith("Error: standard input: ")


def test_a_query_that_is_not_utf_8_is_an_error(seed_release: Path, tmp_path: Path) -> None:
    (tmp_path / "own.rq").write_bytes(b"SELECT ?n { ?d a \xff }")
    result = run("query", "--release", seed_release, "--file", tmp_path / "own.rq")
    assert result.exit_code == 2
    assert "is not UTF-8" in one_line(result)
