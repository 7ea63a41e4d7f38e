"""The pipeline at the command line: build, check, query, verify, in the order you run them."""

import os
import platform
import re
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TypeVar

import click

from kv2rdf import pipeline
from kv2rdf.errors import Kv2rdfError, QueryError
from kv2rdf.publish import verify as verifying
from kv2rdf.serve import named, show, store
from kv2rdf.validate.complaints import Severity
from kv2rdf.validate.engines import ENGINES, fast_engine_missing
from kv2rdf.vocab import HOME, PREFIXES

_Command = TypeVar("_Command", bound=Callable[..., object])
_RELEASE = Path("output/release")


class Pipeline(click.Group):
    """A group that lists its commands as they run, and tells of our errors in one line."""

    def list_commands(self, _ctx: click.Context) -> list[str]:
        """Give the commands in the order they are written here."""
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> object:
        """Run a command; an error of ours is one line and exit status 2."""
        try:
            return super().invoke(ctx)
        except Kv2rdfError as error:
            raise Failure(" ".join(str(error).split())) from error
        except OSError as error:
            raise Failure(f"{error.filename or 'system'}: {error.strerror or error}") from error


class Failure(click.ClickException):
    """A command that could not do its work: exit status 2."""

    exit_code = 2


@click.group(
    cls=Pipeline, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.version_option(package_name="kv2rdf")
def cli() -> None:
    """Publish the written questions of the Dutch parliament (Kamervragen) as linked open data."""


@cli.command()
@click.argument(
    "sources", nargs=-1, required=True, metavar="SOURCE...", type=click.Path(path_type=Path)
)
@click.option(
    "--out", type=click.Path(path_type=Path), default=_RELEASE, show_default=True,
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
@click.option(
    "--now", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE",
    help="The day that names the release.  [default: the newest day in the input]",
)  # fmt: skip
def build(
    sources: tuple[Path, ...],
    out: Path,
    base: str,
    workers: int,
    engine: str,
    limit: int | None,
    now: datetime | None,
) -> None:
    """Read publications and build a release of them.

    SOURCE is a file, a folder or an archive (.zip, .tar, .tar.gz, .tar.xz), and always the whole
    input: what is no longer in it is not in the new release.

    Exit status 0: everything published. 1: published, some documents held back (quarantine/ and
    the report say which and why). 2: nothing published, the old release stays.

    \b
    Example:
      kv2rdf build seeds/kamervragen --out output/release
    """
    if engine == "turbo" and fast_engine_missing():
        click.echo("kv2rdf: the engine turbo is not installed: pyshacl checks instead", err=True)
        engine = "pyshacl"
    outcome = pipeline.build(
        pipeline.Settings(
            sources=sources,
            out=out,
            clock=lambda: datetime.now(UTC),
            host=platform.node(),
            base=base,
            workers=workers,
            engine=engine,
            limit=limit,
            now=_day(now),
        ),
        _progress if sys.stderr.isatty() else _silence,
    )
    click.echo(
        f"{out}: {_counted(outcome.dossiers, 'case')}, {outcome.statements:,} statements, from"
        f" {outcome.published:,} of {outcome.found:,} documents"
    )
    if outcome.held:
        click.echo(f"held back: {len(outcome.held):,} (see {out}/report.html)", err=True)
        raise click.exceptions.Exit(1)


@cli.command()
@click.argument(
    "files", nargs=-1, required=True, metavar="FILE...",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
)  # fmt: skip
def check(files: tuple[Path, ...]) -> None:
    """Hold RDF files, together, against the shapes. Exit status 1 on a violation.

    \b
    Example:
      kv2rdf check output/release/dossiers/2022/2022Z00634.ttl
    """
    complaints = pipeline.checked(files)
    for complaint in complaints:
        click.echo(str(complaint))
    broken = sum(complaint.severity is Severity.VIOLATION for complaint in complaints)
    others = _counted(len(complaints) - broken, "warning")
    click.echo(f"{_counted(broken, 'violation')}, {others}", err=True)
    if broken:
        raise click.exceptions.Exit(1)


@cli.command()
@click.argument("text", required=False, metavar="QUERY")
@click.option("--release", type=click.Path(path_type=Path), default=_RELEASE, show_default=True,
              help="The release to ask.")  # fmt: skip
@click.option(
    "--file", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="F.rq",
    help="A file with a query.",
)  # fmt: skip
@click.option("--name", metavar="NAME", help="A named query; `--name list` lists them.")
@click.option("--set", "values", multiple=True, metavar="K=V", help="A value for a named query.")
@click.option("--format", "form", type=click.Choice(show.FORMS), default="table", show_default=True)
def query(
    text: str | None,
    release: Path,
    file: Path | None,
    name: str | None,
    values: tuple[str, ...],
    form: str,
) -> None:
    """Ask a release a SPARQL query, of your own or a named one.

    \b
    Example:
      kv2rdf query --name questions-and-answers --set case=2022Z00634
    """
    if name == "list":
        click.echo(show.listing(named.queries()))
        return
    if sum(way is not None for way in (text, file, name)) != 1:
        raise click.UsageError("give one of QUERY, --file and --name")
    if values and name is None:
        raise click.UsageError("--set goes with --name")
    if name is not None:
        text = named.named(name).filled(_pairs(values))
    elif file is not None:
        text = _read(file)
    click.echo(show.shown(store.answer(release, text or "", PREFIXES), form), nl=False)


@cli.command()
@click.argument("release", type=click.Path(path_type=Path), default=_RELEASE)
def verify(release: Path) -> None:
    """Check a release: checksums, counts, and its catalogue against the files.

    \b
    Example:
      kv2rdf verify output/release
    """
    problems = 0
    for problem in verifying.problems(release):
        click.echo(problem)
        problems += 1
    if problems:
        raise click.exceptions.Exit(1)
    click.echo(f"{release}: is as it was published")


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise QueryError(f"{file}: is not UTF-8") from error


def _address(base: str) -> str:
    """Take a base that every address can begin with."""
    if not re.fullmatch(r"https?://[A-Za-z0-9.-]+(?::[0-9]+)?(?:/[A-Za-z0-9._~-]+)*/?", base):
        raise click.BadParameter(f"{base!r} is no address that others can begin with")
    return base.rstrip("/")


def _pairs(values: tuple[str, ...]) -> dict[str, str]:
    pairs = [value.partition("=") for value in values]
    for key, separator, _ in pairs:
        if not separator:
            raise QueryError(f"--set wants K=V, not {key!r}")
    return {key: value for key, _, value in pairs}


def _day(moment: datetime | None) -> date | None:
    return moment.date() if moment else None


def _counted(number: int, word: str) -> str:
    return f"{number:,} {word}{'' if number == 1 else 's'}"


def _progress(step: str, done: int, all_: int) -> None:
    """Tell a person at a terminal how far a step is, in one line that is written over."""
    count = f" {done:,} of {all_:,}" if all_ else " …"
    end = "\n" if not all_ or done >= all_ else ""
    click.echo(f"\r\033[K{step}{count}{end}", nl=False, err=True)


def _silence(step: str, done: int, all_: int) -> None:
    """Say nothing: nobody is looking."""
