"""Makes ``python -m kv2rdf`` the same as ``kv2rdf``."""

from kv2rdf.cli import cli

cli(prog_name="kv2rdf")
