"""The features that all commands share: help, suggestions, notes, errors and progress."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from click import Context

from kv2rdf.cli import COMMANDS, cli
from tests.cli.commands import SEED, one_line, run
from tests.conftest import ROOT
from tests.every_case import every_case


def test_the_commands_are_listed_in_a_fixed_order() -> None:
    lines = run("-h").stdout.partition("Commands:")[2].splitlines()
    assert [line.split()[0] for line in lines if line.strip()] == list(COMMANDS)
    assert list(COMMANDS)[:4] == ["build", "check", "query", "queries"]


def test_without_a_command_the_help_is_shown() -> None:
    result = run()
    assert result.stderr == run("-h").stdout
    assert result.exit_code == 2


@every_case("command", COMMANDS)
def test_the_summary_of_a_command_is_the_first_sentence_of_its_help(command: str) -> None:
    (loaded,) = (cli.get_command(Context(cli), name) for name in [command])
    assert loaded is not None
    assert (loaded.help or "").split("\n\n", maxsplit=1)[0].strip() == COMMANDS[command]
    assert len(COMMANDS[command]) <= 48  # No summary is cut off in a terminal of 80 columns.
    (line,) = (x for x in run("-h").stdout.splitlines() if x.strip().startswith(f"{command} "))
    assert line.split(maxsplit=1)[1] == COMMANDS[command]


@pytest.mark.parametrize(("typed", "hint"), [
    ("biuld", "; did you mean build?"),
    ("serach", "; did you mean search?"),
    ("xyzzy", ""),
])  # fmt: skip
def test_an_unknown_command_is_answered_with_the_nearest_one(typed: str, hint: str) -> None:
    result = run(typed)
    assert result.exit_code == 2
    assert result.stderr.splitlines()[-1] == f"Error: there is no command {typed!r}{hint}"


def test_an_unknown_query_is_answered_with_the_nearest_ones(seed_release: Path) -> None:
    words = ("query", "--release", seed_release, "--name")
    near = run(*words, "question-and-answer").stderr
    assert near.endswith("did you mean questions-and-answers?\n")
    for far in ("xyzzy", "answers", "question"):
        assert run(*words, far).stderr.endswith("; see kv2rdf queries\n")
    assert "did you mean" in run("queries", "count").stderr


def test_quiet_writes_no_notes_and_keeps_the_result(seed_release: Path) -> None:
    words = ("search", "--release", seed_release, "doxing", "--first", "1")
    loud, quiet = run(*words), run(*words, "-q")
    assert loud.stderr != ""
    assert quiet.stderr == ""
    assert quiet.stdout == loud.stdout != ""
    assert run("query", "-q", "--release", seed_release, "--name", "none").stderr != ""


@pytest.mark.long
def test_verbose_reports_each_step(tmp_path: Path) -> None:
    result = subprocess.run(
        [sys.executable, "-m", "kv2rdf", "build", SEED, "--out", tmp_path / "release", "-v"],
        capture_output=True,
        text=True,
        check=True,
    )
    steps = [line.split(maxsplit=1)[1] for line in result.stderr.splitlines()]
    assert steps == [
        "reading 1 of 1 documents",
        "building 1 of 1 clusters",
        "writing the dumps",
        "loading the store and the text index",
        "writing the report, the catalogue and the manifest",
    ]


@every_case("command", sorted(COMMANDS))
def test_every_command_has_help_with_an_example(command: str) -> None:
    result = run(command, "-h")
    assert result.exit_code == 0
    assert f"kv2rdf {command}" in result.stdout.partition("Example:")[2]


@pytest.mark.parametrize(
    "words",
    [
        ("build",),
        ("build", "no-such-file"),
        ("build", "seeds/kamervragen", "--workers", "0"),
        ("build", "seeds/kamervragen", "--now", "yesterday"),
        ("build", "seeds/kamervragen", "--base", "no address"),
        ("build", "seeds/kamervragen", "--base", "http://example.org/a#b"),
        ("build", "seeds/kamervragen", "--base", ""),
        ("build", "seeds/kamervragen", "--base", "http://example.org/%zz"),
        ("build", "seeds/kamervragen", "--base", "http://example.org/a/../b"),
        ("build", "seeds/kamervragen", "--base", "http://example.org/."),
        ("build", "seeds/kamervragen", "--base", "http:///x"),
        ("build", "seeds/kamervragen", "--base", "http://example.org:x"),
        ("query",),
        ("query", "ASK {}", "--name", "counts"),
        ("query", "ASK {}", "--set", "a=b"),
        ("query", "--name", "no-such-query"),
        ("query", "--release", "no-such-release", "ASK {}"),
        ("tables",),
        ("tables", "no-such-release"),
        ("tables", "output/example", "--output", "docs"),
        ("upload", "output/example"),
        ("verify",),
        ("verify", "no-such-release"),
        ("check",),
        ("check", "README.md"),
        ("audit", "no-such-release"),
        ("audit", "no-such-release", "seeds/kamervragen"),
    ],
    ids=" ".join,
)
def test_bad_usage_is_reported_in_one_line_with_exit_status_2(
    words: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    out = ("--out", str(tmp_path / "release")) if words[0] == "build" else ()
    result = run(*words, *out)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "Traceback" not in result.stderr
    assert len([line for line in result.stderr.splitlines() if line.startswith("Error: ")]) == 1


def test_an_interruption_is_reported_in_one_line_with_exit_status_130(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def interrupt(_queries: object) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr("kv2rdf.query.named_queries.query_list", interrupt)
    result = run("queries")
    assert (result.exit_code, one_line(result)) == (130, "Error: interrupted")


def test_the_module_runs_like_the_command() -> None:
    command = [sys.executable, "-m", "kv2rdf", "--version"]
    process = subprocess.run(command, capture_output=True, text=True, check=True)
    assert process.stdout.startswith("kv2rdf, version ")


def test_search_does_not_import_the_builder() -> None:
    code = (
        "import sys; from kv2rdf.cli import cli;"
        "cli(['search', '--help'], standalone_mode=False); print(*sys.modules, sep=chr(10))"
    )
    process = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    loaded = set(process.stdout.splitlines())
    assert "kv2rdf.query.text_search" in loaded
    assert not loaded & {"kv2rdf.pipeline", "rdflib", "pyshacl"}


def test_log_messages_of_asyncio_are_not_shown() -> None:
    code = (
        "import logging; from kv2rdf.cli import cli;"
        "cli(['upload', '--help'], standalone_mode=False);"
        "logging.getLogger('asyncio').error('Task exception was never retrieved')"
    )
    process = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert process.stderr == ""


@pytest.mark.long
def test_a_terminal_shows_the_progress_of_a_build(tmp_path: Path) -> None:
    command = f"{sys.executable} -m kv2rdf build {SEED} --out {tmp_path / 'release'}"
    reading, writing = pty.openpty()
    subprocess.run(command.split(), stderr=writing, stdout=subprocess.DEVNULL, check=True)
    shown = os.read(reading, 10_000).decode()
    os.close(reading)
    os.close(writing)
    for step in ("read 1 of 1", "build 1 of 1", "write the dumps", "load the store"):
        assert step in shown
