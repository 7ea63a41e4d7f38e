"""The build command, which builds a release from publications."""

import os
import platform
import re
import time
from datetime import UTC, date, datetime
from pathlib import Path

import click

from kv2rdf.cli.cleaning_command import CleaningCommand
from kv2rdf.cli.local_path import LocalPath
from kv2rdf.cli.output import (
    DEFAULT_RELEASE,
    quantity,
    terminal_progress,
    verbose_option,
    write_note,
)
from kv2rdf.cli.period import typed_date
from kv2rdf.cli.standard_output import write_line
from kv2rdf.errors import ReleaseError
from kv2rdf.pipeline.build import build
from kv2rdf.pipeline.settings import Settings
from kv2rdf.pipeline.workers.watchdog import Watchdog
from kv2rdf.rdf.vocabulary import HOME
from kv2rdf.release.files import ReleaseFiles
from kv2rdf.storage.remote_path import input_path
from kv2rdf.validation.engines import ENGINES, is_fast_engine_missing

_BASE = re.compile(
    r"""
    https?://[A-Za-z0-9.-]+(?::[0-9]+)?
    (?:
        /
        (?!\.\.?(?:/|$))                                 # Turtle would resolve . and ..
        (?!(?:eli|graph|zaak|vraag|antwoord|noot)(?:/|$))  # mark the kind of an address
        [A-Za-z0-9._~-]+
    )*/?
    """,
    re.VERBOSE,
)

_MOST_SECONDS = 600
"""The build is ended if one document takes longer than this number of seconds."""


@click.command("build", cls=CleaningCommand)
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...", type=click.Path())
@click.option(
    "--out", type=LocalPath(path_type=Path), default=DEFAULT_RELEASE, show_default=True,
    help="The path of the release. It becomes a link to the new release.",
)  # fmt: skip
@click.option(
    "--base", default=HOME, show_default=True, help="The base of the addresses in the data.",
    callback=lambda _ctx, _param, base: _checked_base(base),
)  # fmt: skip
@click.option(
    "--workers", type=click.IntRange(1), default=os.cpu_count() or 1, show_default="all processors",
    help="The number of processes.",
)  # fmt: skip
@click.option("--engine", type=click.Choice(ENGINES), default=ENGINES[0], show_default=True,
              help="The SHACL engine that checks every case.")  # fmt: skip
@click.option(
    "--limit", type=click.IntRange(1), help="Read only the first N documents, in order of id."
)
@click.option(
    "--scheduler", metavar="tcp://HOST:PORT", help="The address of a Dask scheduler to use."
)
@click.option(
    "--authority", metavar="DIR",
    type=LocalPath(exists=True, file_okay=False, path_type=Path),
    help="A folder with tables to add to the register. See docs/authority.md.",
)  # fmt: skip
@click.option("--upload-to", metavar="URL", help="Upload the finished release to this URL.")
@click.option("--audit", is_flag=True, help="Audit the release after the build.")
@click.option(
    "--now", type=typed_date, metavar="YYYY-MM-DD",
    help="The date of the release.  [default: the newest date in the input]",
)  # fmt: skip
@click.option(
    "--revision-of", type=typed_date, metavar="YYYY-MM-DD",
    help="The date of the release that this one replaces.",
)  # fmt: skip
@verbose_option()
def build_command(  # noqa: PLR0913 - one for each option
    *,
    sources: tuple[str, ...],
    out: Path,
    base: str,
    workers: int,
    engine: str,
    limit: int | None,
    scheduler: str | None,
    authority: Path | None,
    upload_to: str | None,
    audit: bool,
    now: date | None,
    revision_of: date | None,
) -> None:
    """Build a release from publications.

    SOURCE is a file, a folder or an archive (.zip, .tar, .tar.gz, .tar.bz2, .tar.xz), on this
    machine or at a URL (s3://, https://). Always specify the whole input: a document that is no
    longer in the input will not be in the new release. If there is already a release, only changed
    cases are rebuilt; the result is byte for byte the same as that of a full build.

    Exit status 0: everything was published. 1: the release was published, but some documents were
    held back (quarantine/ and the report show which, and why), or the release does not meet an
    expectation in seeds/expectations.toml (see the report), or --audit found that words were lost
    or added (see audit.json). 2: nothing was published and the old release is unchanged, or the
    release was published but the upload failed.

    \b
    Example:
      kv2rdf build seeds/kamervragen --out output/release
    """
    if engine == "shacl" and is_fast_engine_missing():
        write_note("kv2rdf: the engine shacl is not installed; using pyshacl instead")
        engine = "pyshacl"
    target = None
    if upload_to is not None:
        from kv2rdf.release.upload import upload_target  # noqa: PLC0415 - slow to load, and few builds upload

        target = upload_target(upload_to)
    inputs = tuple(map(input_path, sources))
    local = tuple(path for path in inputs if isinstance(path, Path))
    if audit and len(local) < len(inputs):
        raise click.UsageError("--audit cannot read URLs, only files on this machine")
    settings = Settings(
        sources=inputs,
        out=out,
        clock=lambda: datetime.now(UTC),
        host=platform.node(),
        base=base,
        workers=workers,
        engine=engine,
        limit=limit,
        scheduler=scheduler,
        authority=authority,
        now=now,
        revision_of=revision_of,
        watchdog=Watchdog(seconds=_MOST_SECONDS, clock=time.monotonic),
    )
    result = build(settings, terminal_progress())
    write_line(
        f"{out}: {quantity(result.dossiers, 'case')}, {result.triples:,} statements, from"
        f" {result.documents_published:,} of {result.documents_found:,} documents"
    )
    if result.full_build_reason:
        write_note(f"full rebuild: {result.full_build_reason}")
    if result.documents_read < result.documents_found or result.clusters_built < result.clusters:
        write_note(
            f"based on the previous release: {quantity(result.documents_read, 'document')} read,"
            f" {quantity(result.clusters_built, 'case')} built"
        )
    if vanished := result.vanished_addresses:
        write_note(
            f"stable addresses that vanished without an alias: {len(vanished):,}"
            f" (see {ReleaseFiles(out).run})"
        )
    if target is not None:
        from kv2rdf.cli.upload import upload_release  # noqa: PLC0415 - slow to load

        try:
            upload_release(out, target)
        except ReleaseError as error:
            raise ReleaseError(
                f"{error}; the release in {out} is complete: continue with kv2rdf upload"
            ) from error
    if result.held_back:
        page = ReleaseFiles(out).report_page
        write_note(f"held back: {len(result.held_back):,} (see {page})")
    if result.breaches:
        page = ReleaseFiles(out).report_page
        write_note(f"not as expected: {result.breaches:,} (see {page})")
    passed = True
    if audit:
        from kv2rdf.cli.audit import run_audit  # noqa: PLC0415 - slow to load

        passed = run_audit(ReleaseFiles(out), local, limit, ReleaseFiles(out).audit)
    if result.held_back or result.breaches or not passed:
        raise click.exceptions.Exit(1)


def _checked_base(base: str) -> str:
    """Return a base without its final slash, if any. Raises BadParameter if it is not valid."""
    if not _BASE.fullmatch(base):
        raise click.BadParameter(
            f"{base!r} is not a valid base: use an http(s) URL without query or fragment,"
            " whose path has no part of the addresses of the data, such as eli or zaak"
        )
    return base.rstrip("/")
