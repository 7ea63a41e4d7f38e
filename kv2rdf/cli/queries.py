"""The queries command: lists the named queries, or shows one of them."""

import click

from kv2rdf.cli.standard_output import write_data, write_line
from kv2rdf.query import named_queries


@click.command("queries")
@click.argument("name", required=False, metavar="[NAME]")
def queries_command(name: str | None) -> None:
    """List the named queries.

    Each is listed with its name, its question in English and in Dutch, and its parameters with
    their defaults. If NAME is given, the SPARQL text of that query is shown instead.

    \b
    Example:
      kv2rdf queries questions-and-answers
    """
    if name is None:
        write_line(named_queries.query_list(named_queries.all_queries()))
    else:
        write_data(named_queries.named_query(name).text)
