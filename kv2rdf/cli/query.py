"""The query command, which runs a SPARQL query on a release."""

import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from kv2rdf.cli.child_process import end_time_limit, run_in_child
from kv2rdf.cli.output import is_quiet, limit_options, release_option, write_note
from kv2rdf.cli.query_text import query_text
from kv2rdf.cli.standard_output import write_output
from kv2rdf.errors import QueryError
from kv2rdf.query import named_queries, result_formats
from kv2rdf.query.first_results import first_rows
from kv2rdf.query.named_queries import NamedQuery
from kv2rdf.query.open_release import Release
from kv2rdf.query.query_words import has_limit, is_sorted
from kv2rdf.query.sparql import ResultRows, ResultTriples, rows_of
from kv2rdf.query.unknown_values import unknown_values


def _query_names(
    _ctx: click.Context, _option: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    return [
        CompletionItem(query.name, help=query.title)
        for query in named_queries.all_queries()
        if query.name.startswith(incomplete)
    ]


@click.command("query")
@click.argument("text", required=False, metavar="[QUERY]")
@release_option()
@click.option(
    "--file", metavar="F.rq",
    type=click.Path(exists=True, dir_okay=False, allow_dash=True, path_type=Path),
    help="Read the query from a file, or from standard input (-).",
)  # fmt: skip
@click.option(
    "--name", metavar="NAME", help="Run a named query. `kv2rdf queries` lists them.",
    shell_complete=_query_names,
)  # fmt: skip
@click.option(
    "--set", "values", multiple=True, metavar="K=V", help="Set a parameter of a named query."
)
@click.option(
    "--format",
    "format_",
    type=click.Choice(result_formats.FORMATS),
    default="table",
    show_default=True,
    help="The format of the result.",
)
@click.option(
    "--first",
    type=click.IntRange(min=1),
    metavar="N",
    help="Show only the first N rows. If the query has no ORDER BY, all rows are sorted by their"
    " columns first. If a named query has a parameter called first, this option sets it.",
)
@limit_options
def query_command(  # noqa: PLR0913 - one for each option
    *,
    text: str | None,
    release: Path,
    file: Path | None,
    name: str | None,
    values: tuple[str, ...],
    format_: str,
    first: int | None,
    memory: int,
    timeout: int | None,
) -> None:
    """Run a SPARQL query on a release.

    The query is the argument QUERY, the content of a file (--file) or a named query (--name). If
    QUERY is -, the query is read from standard input. A query searches all graphs together, unless
    it contains FROM or FROM NAMED. It runs in a separate process, which is stopped if it uses too
    much memory or time. After the result of a query that is not a named query, a warning is written
    to stderr for each term, address or case number in it that does not occur in the release, for
    each property that is used with a class that does not have it, and for each string that is never
    a value of its property. If the result of a named query is empty, there is a warning for each
    value of a parameter that does not occur in the release.

    \b
    Example:
      kv2rdf query --name questions-and-answers --set case=2022Z00634
    """
    if sum(way is not None for way in (text, file, name)) != 1:
        raise click.UsageError("give exactly one of QUERY, --file and --name")
    if values and name is None:
        raise click.UsageError("--set can only be used with --name")

    def run() -> None:
        with Release(release) as opened:
            if name is not None:
                _write_answer(
                    opened, named_queries.named_query(name), _pairs(values), format_, first
                )
            else:
                _write_result(opened, query_text(text, file), format_, first)

    run_in_child(run, megabytes=memory, seconds=timeout)


def _write_answer(
    release: Release, named: NamedQuery, values: Mapping[str, str], format_: str, first: int | None
) -> None:
    """Write the answer of a named query, followed by notes on stderr.

    The notes are about the limit of the query and, if the answer is empty, about values of
    parameters that do not occur in the release.
    """
    has_own_limit = named.limit({}) is not None
    if first is not None and has_own_limit:
        if "first" in values:
            raise click.UsageError("give only one of --first and --set first")
        values = {**values, "first": str(first)}
    result = release.answer(named, values)
    if first is not None and not has_own_limit:
        result = first_rows(result, named.text, first)
    _write(_text(result, format_), format_)
    option = "--first" if first is not None else "--set first"
    _write_total(result, named.limit(values) if has_own_limit else first, option)
    if isinstance(result, ResultRows) and not result.rows and not is_quiet():
        for sentence in unknown_values(values, lambda sparql: rows_of(release.query(sparql))):
            write_note(f"warning: {sentence}")


def _write_result(release: Release, query: str, format_: str, first: int | None) -> None:
    """Write the result of a query. Then write warnings, and notes about the limit, to stderr."""
    result = release.query(query)
    if first is not None:
        result = first_rows(result, query, first)
    _write(_text(result, format_), format_)
    _write_total(result, first, "--first")
    if has_limit(query) and not is_sorted(query):
        write_note(
            "the query has LIMIT without ORDER BY, so its rows are not the first of anything"
        )
    if not is_quiet():
        for warning in release.warnings(query):
            write_note(f"warning: {warning}")


def _write_total(result: ResultRows | ResultTriples, limit: int | None, option: str) -> None:
    """Write a note with the total number of results if only the first are shown.

    ``option`` is the option that sets ``limit``.
    """
    total = result.total if isinstance(result, ResultRows) else None
    if total is not None and limit is not None and total > limit:
        write_note(f"{limit:,} of {total:,}; to see all: {option}={total}")


def _text(result: ResultRows | ResultTriples, format_: str) -> str:
    """Return a result as text.

    A table is shortened to the width of the terminal, unless the output is a file or a pipe.
    """
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
    return result_formats.result_text(result, format_, width)


def _write(text: str, format_: str) -> None:
    """Write a result: a table as lines for people, and other formats as data for programs."""
    end_time_limit()
    write_output(text, is_for_people=format_ == "table")


def _pairs(values: tuple[str, ...]) -> dict[str, str]:
    pairs = [value.partition("=") for value in values]
    for key, separator, _ in pairs:
        if not separator:
            raise QueryError(f"--set needs K=V, not {key!r}")
    return {key: value for key, _, value in pairs}
