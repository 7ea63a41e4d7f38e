"""The commands that ask a release: a query, or words."""

from functools import partial
from pathlib import Path

import click

from kv2rdf.cli.output import RELEASE
from kv2rdf.errors import QueryError
from kv2rdf.query import named_queries, show, sparql
from kv2rdf.query import text_search as searching
from kv2rdf.rdf.vocabulary import PREFIXES


@click.command()
@click.argument("text", required=False, metavar="QUERY")
@click.option("--release", type=click.Path(path_type=Path), default=RELEASE, show_default=True,
              help="The release to ask.")  # fmt: skip
@click.option(
    "--file", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="F.rq",
    help="A file with a query.",
)  # fmt: skip
@click.option("--name", metavar="NAME", help="A named query; `--name list` lists them.")
@click.option("--set", "values", multiple=True, metavar="K=V", help="A value for a named query.")
@click.option("--format", "form", type=click.Choice(show.FORMS), default="table", show_default=True)
def query(
    text: str | None,
    release: Path,
    file: Path | None,
    name: str | None,
    values: tuple[str, ...],
    form: str,
) -> None:
    """Ask a release a SPARQL query, of your own or a named one.

    \b
    Example:
      kv2rdf query --name questions-and-answers --set case=2022Z00634
    """
    if name == "list":
        click.echo(show.listing(named_queries.queries()))
        return
    if sum(way is not None for way in (text, file, name)) != 1:
        raise click.UsageError("give one of QUERY, --file and --name")
    if values and name is None:
        raise click.UsageError("--set goes with --name")
    most = None
    if name is not None:
        asked, given = named_queries.named(name), _pairs(values)
        text, most = asked.filled(given, partial(searching.candidates, release)), asked.most(given)
    elif file is not None:
        text = _read(file)
    answer = sparql.answer(release, text or "", PREFIXES)
    click.echo(show.shown(answer, form), nl=False)
    if isinstance(answer, sparql.Rows) and most is not None and len(answer.rows) >= most:
        click.echo(f"the first {most:,}; there may be more: --set first=…", err=True)


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise QueryError(f"{file}: is not UTF-8") from error


def _pairs(values: tuple[str, ...]) -> dict[str, str]:
    pairs = [value.partition("=") for value in values]
    for key, separator, _ in pairs:
        if not separator:
            raise QueryError(f"--set wants K=V, not {key!r}")
    return {key: value for key, _, value in pairs}
