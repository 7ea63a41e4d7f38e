"""The audit command, which compares every printed word of the sources with a release."""

from pathlib import Path

import click

from kv2rdf import audit as auditing
from kv2rdf.cli.output import release_argument, terminal_progress
from kv2rdf.cli.standard_output import write_line
from kv2rdf.release.files import ReleaseFiles


@click.command("audit")
@release_argument()
@click.argument(
    "sources", nargs=-1, required=True, metavar="SOURCE...", type=click.Path(path_type=Path)
)
@click.option(
    "--limit", type=click.IntRange(1), help="The value of --limit that was given to build."
)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path),
    help="The file to write the results to.  [default: audit.json in the release]",
)  # fmt: skip
def audit_command(
    release: Path, sources: tuple[Path, ...], limit: int | None, output: Path | None
) -> None:
    """Compare the text of documents with a release.

    The text is compared character by character. Specify every SOURCE from which the release was
    built. The exit status is 1 if text is missing from the release, if the release contains words
    that are not in the documents, or if a document is neither in the release nor in its report.

    \b
    Example:
      kv2rdf audit output/release archive.tar.xz
    """
    files = ReleaseFiles(release)
    if not run_audit(files, sources, limit, output or files.audit):
        raise click.exceptions.Exit(1)


def run_audit(
    files: ReleaseFiles, sources: tuple[Path, ...], limit: int | None, output: Path
) -> bool:
    """Audit a release, write the results to a file and print a summary.

    Return True if the audit found no faults.
    """
    progress = terminal_progress()
    found = auditing.audit_release(
        files.nquads,
        files.report,
        sources,
        limit,
        lambda done, all_: progress("audit", done, all_),
    )
    output.write_text(auditing.as_json(found), encoding="utf-8")
    for line in auditing.summary_lines(found):
        write_line(line)
    return not found.has_faults
