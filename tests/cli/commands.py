"""Commands as a user types them, run in this process."""

from pathlib import Path

from click.testing import CliRunner, Result

from kv2rdf.cli import cli
from tests.conftest import ROOT

SEED = ROOT / "seeds" / "kamervragen"


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(cli, [str(word) for word in words])


def one_line(result: Result) -> str:
    (line,) = result.stderr.splitlines()
    assert line.startswith("Error: ")
    return line
