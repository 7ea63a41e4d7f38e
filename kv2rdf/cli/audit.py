"""The audit command, which compares every printed word of the sources with a release."""

from pathlib import Path

import click

from kv2rdf import audit as auditing
from kv2rdf.cli.cleaning_command import CleaningCommand
from kv2rdf.cli.local_path import LocalPath
from kv2rdf.cli.output import release_argument, terminal_progress
from kv2rdf.cli.standard_output import write_line
from kv2rdf.errors import ReleaseError
from kv2rdf.release.files import ReleaseFiles
from kv2rdf.release.replacement_file import replacement_file


@click.command("audit", cls=CleaningCommand)
@release_argument()
@click.argument(
    "sources", nargs=-1, required=True, metavar="SOURCE...", type=click.Path(path_type=Path)
)
@click.option(
    "--limit", type=click.IntRange(1), help="The value of --limit that was given to build."
)
@click.option(
    "-o", "--output", type=LocalPath(path_type=Path),
    help="The file to write the results to.  [default: audit.json in the release]",
)  # fmt: skip
def audit_command(
    release: Path, sources: tuple[Path, ...], limit: int | None, output: Path | None
) -> None:
    """Compare the text of documents with a release.

    The text is compared character by character. Specify every SOURCE from which the release was
    built. The exit status is 1 if text is missing from the release, if the release contains words
    that are not in the documents, if the audit cannot read a document or a field in it, or if a
    document is neither in the release nor in the report of the release.

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
    try:
        _write_results(auditing.as_json(found), output)
    finally:
        for line in auditing.summary_lines(found):
            write_line(line)
    return not found.has_faults


def _write_results(results: str, output: Path) -> None:
    """Write results to a file. An existing file is replaced in one step.

    If ``output`` is a link or a device, such as /dev/stdout, it is written to directly. Raises
    ReleaseError if the file cannot be written.
    """
    is_replaced = output.is_file() and not output.is_symlink()
    try:
        if output.exists() and not is_replaced:
            output.write_text(results, encoding="utf-8")
        else:
            with replacement_file(output, "results of an audit", frozenset()) as new:
                new.write_text(results, encoding="utf-8")
    except OSError as error:
        raise ReleaseError(f"{output}: {error.strerror or error}") from error
