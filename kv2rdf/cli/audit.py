"""The audit command: compares every printed word of the sources with a release."""

from pathlib import Path

import click

from kv2rdf import audit as auditing
from kv2rdf.cli.output import terminal_progress

AUDIT_FILE = "audit.json"
"""The name of the file in a release that contains the results of an audit."""


@click.command("audit")
@click.argument("release", type=click.Path(path_type=Path))
@click.argument(
    "sources", nargs=-1, required=True, metavar="SOURCE...", type=click.Path(path_type=Path)
)
@click.option("--limit", type=click.IntRange(1), help="The --limit that was given to build.")
@click.option(
    "--to", "file", type=click.Path(path_type=Path),
    help="Write the results to this file.  [default: audit.json in the release]",
)  # fmt: skip
def audit_command(
    release: Path, sources: tuple[Path, ...], limit: int | None, file: Path | None
) -> None:
    """Compare the text of KVR documents with a release.

    The comparison is character by character. Give every SOURCE that the release was built from.
    Exit status 1 if text is lost, if the release has words that no source prints, or if an input
    document is not in the release.

    \b
    Example:
      kv2rdf audit output/release archive.tar.xz
    """
    if not run_audit(release, sources, limit, file or release / AUDIT_FILE):
        raise click.exceptions.Exit(1)


def run_audit(release: Path, sources: tuple[Path, ...], limit: int | None, file: Path) -> bool:
    """Audit a release, write the results to a file and print a summary.

    Return True if the audit found no faults.
    """
    progress = terminal_progress()
    found = auditing.audit_release(
        release, sources, limit, lambda done, all_: progress("audit", done, all_)
    )
    file.write_text(auditing.as_json(found), encoding="utf-8")
    for line in auditing.summary_lines(found):
        click.echo(line)
    return not found.has_faults
