"""The command line, when it is started as ``python -m kv2rdf``."""

from kv2rdf.cli import cli

cli(prog_name="kv2rdf")
