"""The commands as a user types them: what they print, where, and their exit statuses."""

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kv2rdf.cli import COMMANDS, cli
from tests.conftest import ROOT

SEED = ROOT / "seeds" / "kamervragen"


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(cli, [str(word) for word in words])


def one_line(result: Result) -> str:
    (line,) = result.stderr.splitlines()
    assert line.startswith("Error: ")
    return line


def test_the_commands_are_listed_in_a_fixed_order() -> None:
    lines = run("-h").stdout.partition("Commands:")[2].splitlines()
    assert [line.split()[0] for line in lines if line.strip()] == [
        "build",
        "check",
        "query",
        "search",
        "tables",
        "verify",
        "audit",
        "upload",
    ]


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_has_help_with_an_example(command: str) -> None:
    result = run(command, "-h")
    assert result.exit_code == 0
    assert f"kv2rdf {command}" in result.stdout.partition("Example:")[2]


def test_build_reports_what_it_published(tmp_path: Path) -> None:
    result = run("build", SEED, "--out", tmp_path / "release")
    assert result.exit_code == 0
    assert "1 case," in result.stdout
    assert "1 of 1 documents" in result.stdout
    assert result.stderr == ""  # no progress where there is no terminal
    assert json.loads((tmp_path / "release" / "run.json").read_text())["engine"] == "turbo"


def test_build_reports_that_the_fast_engine_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kv2rdf.cli.build.is_fast_engine_missing", lambda: True)
    result = run("build", SEED, "--out", tmp_path / "release")
    assert result.exit_code == 0
    assert "turbo is not installed; using pyshacl instead" in result.stderr
    assert json.loads((tmp_path / "release" / "run.json").read_text())["engine"] == "pyshacl"


def test_build_reports_that_documents_are_held_back(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "empty.xml").touch()
    (tmp_path / "in" / "2022Z00634.txt").write_bytes((SEED / "2022Z00634.txt").read_bytes())
    result = run("build", tmp_path / "in", "--out", tmp_path / "release")
    assert result.exit_code == 1
    assert "held back: 1" in result.stderr
    held = json.loads((tmp_path / "release" / "quarantine" / "empty.xml.json").read_text())
    assert held == {"document": "empty.xml", "place": "file", "reason": "is empty"}


def test_build_publishes_nothing_if_everything_is_held_back(tmp_path: Path) -> None:
    (tmp_path / "broken.xml").write_text("<kvr><meta>")
    result = run("build", tmp_path / "broken.xml", "--out", tmp_path / "release")
    assert result.exit_code == 2
    assert "broken XML" in one_line(result)
    assert not (tmp_path / "release").exists()


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
        ("query",),
        ("query", "ASK {}", "--name", "counts"),
        ("query", "ASK {}", "--set", "a=b"),
        ("query", "--name", "no-such-query"),
        ("query", "--release", "no-such-release", "ASK {}"),
        ("tables", "--release", "no-such-release"),
        ("tables", "--release", "output/example", "--out", "docs"),
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


def test_the_date_of_the_release_can_be_set(tmp_path: Path) -> None:
    run("build", SEED, "--out", tmp_path / "release", "--now", "2026-11-23")
    report = json.loads((tmp_path / "release" / "report.json").read_text())
    assert report["release"] == "2026-11-23"


def test_the_base_of_data_can_be_set_and_the_vocabulary_stays(tmp_path: Path) -> None:
    run("build", SEED, "--out", tmp_path / "release", "--base", "http://localhost:8000/")
    turtle = (tmp_path / "release" / "dossiers" / "2022" / "2022Z00634.ttl").read_text()
    assert "@base <http://localhost:8000/> ." in turtle
    assert "@prefix kv: <https://w3id.org/kamervragen/def#> ." in turtle
    assert run("verify", tmp_path / "release").exit_code == 0


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


def test_query_reports_that_there_may_be_more(seed_release: Path) -> None:
    words = ("query", "--release", seed_release, "--name", "sources-quoted", "--set")
    few = run(*words, "first=3")
    assert "(3 rows)" in few.stdout
    assert few.stderr == "the first 3; there may be more: --set first=…\n"
    assert run(*words, "first=5").stderr == ""


def test_search_reports_how_many_texts_there_are(seed_release: Path) -> None:
    words = ("search", "--release", seed_release, "doxing", "--limit")
    everything = run(*words, "100")
    number = len(everything.stdout.splitlines()) // 2
    assert everything.stderr == run(*words, str(number)).stderr == ""
    few = run(*words, "1")
    assert len(few.stdout.splitlines()) == 2
    assert few.stderr == f"the first 1 of {number} texts; more with --limit\n"
    nothing = run("search", "--release", seed_release, "zeppelin")
    assert (nothing.exit_code, nothing.stderr) == (1, "nothing found\n")


def test_query_lists_the_named_queries() -> None:
    assert "questions-and-answers" in run("query", "--name", "list").stdout


def test_verify_names_a_file_that_was_changed(tmp_path: Path) -> None:
    run("build", SEED, "--out", tmp_path / "release")
    result = run("verify", tmp_path / "release")
    assert (result.exit_code, result.stdout) == (0, "OK: 6 files verified\n")
    dump = tmp_path / "release" / "kamervragen.nq.gz"
    content = bytearray(dump.read_bytes())
    content[len(content) // 2] ^= 1
    dump.write_bytes(content)
    result = run("verify", tmp_path / "release")
    assert result.exit_code == 1
    assert result.stdout.startswith("kamervragen.nq.gz: ")


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
        "cli(['query', '--name', 'list'], standalone_mode=False);"
        "logging.getLogger('asyncio').error('Task exception was never retrieved')"
    )
    process = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert process.stderr == ""


def test_a_terminal_shows_the_progress_of_a_build(tmp_path: Path) -> None:
    command = f"{sys.executable} -m kv2rdf build {SEED} --out {tmp_path / 'release'}"
    reading, writing = pty.openpty()
    subprocess.run(command.split(), stderr=writing, stdout=subprocess.DEVNULL, check=True)
    shown = os.read(reading, 10_000).decode()
    os.close(reading)
    os.close(writing)
    for step in ("read 1 of 1", "build 1 of 1", "write the dumps", "load the store"):
        assert step in shown
