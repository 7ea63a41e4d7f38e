"""The queries command, which lists the named queries or shows one of them."""

import click

from kv2rdf.cli.standard_output import write_data, write_line
from kv2rdf.query import named_queries


@click.command("queries")
@click.argument("name", required=False, metavar="[NAME]")
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="The format of the list. The JSON also contains the text of each query.",
)
def queries_command(name: str | None, format_: str) -> None:
    """List the named queries.

    Each query is listed with its name, its question in English and in Dutch, and its parameters
    with their defaults. If NAME is given, the SPARQL text of that query is shown instead.

    \b
    Example:
      kv2rdf queries questions-and-answers
    """
    every = named_queries.all_queries() if name is None else (named_queries.named_query(name),)
    if format_ == "json":
        write_line(named_queries.query_list_as_json(every))
    elif name is None:
        write_line(named_queries.query_list(every))
    else:
        write_data(every[0].text)
