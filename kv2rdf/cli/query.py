"""The query command: runs a SPARQL query on a release."""

from functools import partial
from pathlib import Path

import click

from kv2rdf.cli.output import release_option
from kv2rdf.errors import QueryError
from kv2rdf.query import named_queries, result_formats, sparql, text_search
from kv2rdf.rdf.vocabulary import PREFIXES


@click.command("query")
@click.argument("text", required=False, metavar="QUERY")
@release_option("The release to query.")
@click.option(
    "--file", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="F.rq",
    help="Read the query from a file.",
)  # fmt: skip
@click.option("--name", metavar="NAME", help="Run a named query; `--name list` lists them.")
@click.option(
    "--set", "values", multiple=True, metavar="K=V", help="Set a parameter of a named query."
)
@click.option(
    "--format",
    "format_",
    type=click.Choice(result_formats.FORMATS),
    default="table",
    show_default=True,
)
def query_command(
    text: str | None,
    release: Path,
    file: Path | None,
    name: str | None,
    values: tuple[str, ...],
    format_: str,
) -> None:
    """Run a SPARQL query on a release.

    The query is QUERY, or is read from a --file, or is a named query (--name).

    \b
    Example:
      kv2rdf query --name questions-and-answers --set case=2022Z00634
    """
    if name == "list":
        click.echo(named_queries.query_list(named_queries.all_queries()))
        return
    if sum(way is not None for way in (text, file, name)) != 1:
        raise click.UsageError("give exactly one of QUERY, --file and --name")
    if values and name is None:
        raise click.UsageError("--set can only be used with --name")
    limit = None
    if name is not None:
        named, parameters = named_queries.named_query(name), _pairs(values)
        candidates = partial(text_search.candidate_addresses, release)
        text, limit = named.filled_text(parameters, candidates), named.limit(parameters)
    elif file is not None:
        text = _read(file)
    result = sparql.run_query(release, text or "", PREFIXES)
    click.echo(result_formats.result_text(result, format_), nl=False)
    if isinstance(result, sparql.ResultRows) and limit is not None and len(result.rows) >= limit:
        click.echo(f"the first {limit:,}; there may be more: --set first=…", err=True)


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise QueryError(f"{file} is not UTF-8") from error


def _pairs(values: tuple[str, ...]) -> dict[str, str]:
    pairs = [value.partition("=") for value in values]
    for key, separator, _ in pairs:
        if not separator:
            raise QueryError(f"--set needs K=V, not {key!r}")
    return {key: value for key, _, value in pairs}
