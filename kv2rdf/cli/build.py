"""The command that builds a release."""

import os
import platform
import re
from datetime import UTC, date, datetime
from pathlib import Path

import click

from kv2rdf import pipeline
from kv2rdf.cli.audit import AUDIT, sound
from kv2rdf.cli.output import RELEASE, counted, progress
from kv2rdf.cli.upload import send
from kv2rdf.errors import ReleaseError
from kv2rdf.rdf.vocabulary import HOME
from kv2rdf.release import upload
from kv2rdf.storage.remote_path import source
from kv2rdf.validation.engines import ENGINES, fast_engine_missing


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option(
    "--out", type=click.Path(path_type=Path), default=RELEASE, show_default=True,
    help="Where the release goes: a link to the newest of them.",
)  # fmt: skip
@click.option(
    "--base", default=HOME, show_default=True, callback=lambda _ctx, _param, base: _address(base),
    help="Base of the addresses of data.",
)  # fmt: skip
@click.option(
    "--workers", type=click.IntRange(1), default=os.cpu_count() or 1, show_default="all processors",
    help="How many processes work.",
)  # fmt: skip
@click.option("--engine", type=click.Choice(ENGINES), default=ENGINES[0], show_default=True,
              help="What holds every case against the shapes.")  # fmt: skip
@click.option("--limit", type=click.IntRange(1), help="Only the first N documents, by id.")
@click.option("--scheduler", metavar="tcp://HOST:PORT", help="The Dask cluster that works.")
@click.option("--to", metavar="URL", help="Where the release is uploaded to when it stands.")
@click.option("--audit", is_flag=True, help="Then compare every printed word with the release.")
@click.option(
    "--now", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE",
    help="The day that names the release.  [default: the newest day in the input]",
)  # fmt: skip
def build(  # noqa: PLR0913 - one for each flag
    *,
    sources: tuple[str, ...],
    out: Path,
    base: str,
    workers: int,
    engine: str,
    limit: int | None,
    scheduler: str | None,
    to: str | None,
    audit: bool,
    now: datetime | None,
) -> None:
    """Read publications and build a release of them.

    SOURCE is a file, a folder or an archive (.zip, .tar, .tar.gz, .tar.xz), here or at a URL
    (s3://, https://), and always the whole input: what is no longer in it is not in the new
    release. Where a release is there already, only what has changed is made; the bytes are those
    of a build from nothing.

    Exit status 0: everything published. 1: published, some documents held back (quarantine/ and
    the report say which and why), or, with --audit, printed words that are lost or added
    (audit.json). 2: nothing published, the old release stays; or not uploaded.

    \b
    Example:
      kv2rdf build seeds/kamervragen --out output/release
    """
    if engine == "turbo" and fast_engine_missing():
        click.echo("kv2rdf: the engine turbo is not installed: pyshacl checks instead", err=True)
        engine = "pyshacl"
    elsewhere = upload.target(to) if to is not None else None
    named = tuple(map(source, sources))
    here = tuple(place for place in named if isinstance(place, Path))
    if audit and len(here) < len(named):
        raise click.UsageError("--audit reads what is on this machine, no URL")
    outcome = pipeline.build(
        pipeline.Settings(
            sources=named,
            out=out,
            clock=lambda: datetime.now(UTC),
            host=platform.node(),
            base=base,
            workers=workers,
            engine=engine,
            limit=limit,
            scheduler=scheduler,
            now=_day(now),
        ),
        progress(),
    )
    click.echo(
        f"{out}: {counted(outcome.dossiers, 'case')}, {outcome.statements:,} statements, from"
        f" {outcome.published:,} of {outcome.found:,} documents"
    )
    if outcome.anew:
        click.echo(f"built anew: {outcome.anew}", err=True)
    if outcome.read < outcome.found or outcome.made < outcome.clusters:
        click.echo(
            f"upon the release before: {counted(outcome.read, 'document')} read,"
            f" {counted(outcome.made, 'case')} made",
            err=True,
        )
    if elsewhere is not None:
        try:
            send(out, elsewhere)
        except ReleaseError as error:
            raise ReleaseError(f"{error}; {out} stands: kv2rdf upload goes on") from error
    if outcome.held:
        click.echo(f"held back: {len(outcome.held):,} (see {out}/report.html)", err=True)
    whole = not audit or sound(out, here, limit, out / AUDIT)
    if outcome.held or not whole:
        raise click.exceptions.Exit(1)


def _address(base: str) -> str:
    """Take a base that every address can begin with."""
    if not re.fullmatch(r"https?://[A-Za-z0-9.-]+(?::[0-9]+)?(?:/[A-Za-z0-9._~-]+)*/?", base):
        raise click.BadParameter(f"{base!r} is no address that others can begin with")
    return base.rstrip("/")


def _day(moment: datetime | None) -> date | None:
    return moment.date() if moment else None
