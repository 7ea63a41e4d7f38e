"""The show command."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from kv2rdf.cli import cli


@pytest.mark.parametrize(
    ("options", "begins"),
    [
        ((), "Het bericht ‘Verdrievoudiging van bedreigingen en geweld tegen"),
        (("--format", "markdown"), "# Het bericht ‘Verdrievoudiging"),
        (("--format", "html", "--language", "en"), '<!doctype html>\n<html lang="en">'),
    ],
)
def test_a_case_is_shown(seed_release: Path, options: tuple[str, ...], begins: str) -> None:
    command = ["show", "2022Z00634", "--release", str(seed_release), *options]
    result = CliRunner().invoke(cli, command)
    assert result.exit_code == 0
    assert result.stdout.startswith(begins)


def test_a_case_that_does_not_exist_is_reported_in_one_line_with_status_2(
    seed_release: Path,
) -> None:
    result = CliRunner().invoke(cli, ["show", "2022Z99999", "--release", str(seed_release)])
    assert result.exit_code == 2
    assert result.stderr == "Error: no case in this release has the identifier '2022Z99999'\n"
