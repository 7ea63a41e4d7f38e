"""The search command: finds words in the texts of a release."""

import json
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

import click

from kv2rdf.cli.child_process import end_time_limit, run_in_child
from kv2rdf.cli.output import limit_options, release_option, write_note
from kv2rdf.cli.standard_output import write_output
from kv2rdf.query.found_texts import FoundText, TextFilter
from kv2rdf.query.open_release import Release
from kv2rdf.query.result_formats import csv_text

_KINDS = ("zaak", "vraag", "antwoord", "toelichting", "noot", "mededeling")
_COLUMNS = ("day", "case", "title", "kind", "part", "askers", "parties", "address", "snippet")
_DAY = click.DateTime(["%Y-%m-%d"])


@click.command("search")
@click.argument("words", nargs=-1, required=True, metavar="WORDS...")
@release_option()
@limit_options
@click.option(
    "--first",
    type=click.IntRange(1, 10_000),
    default=20,
    show_default=True,
    help="The maximum number of texts to show.",
)
@click.option(
    "--from",
    "since",
    type=_DAY,
    metavar="DATE",
    help="Only cases that were tabled on this day or later.",
)
@click.option(
    "--to",
    "until",
    type=_DAY,
    metavar="DATE",
    help="Only cases that were tabled on this day or earlier.",
)
@click.option("--asker", metavar="NAME", help="Only cases with an asker whose name contains NAME.")
@click.option("--party", metavar="PARTY", help="Only cases of an asker of this party, as printed.")
@click.option("--chamber", type=click.Choice(["tk", "ek"]), help="Only cases of this chamber.")
@click.option(
    "--kind",
    "kinds",
    type=click.Choice(_KINDS),
    multiple=True,
    help="Only texts of this kind. May be given several times.",
)
@click.option("--format", "format_", type=click.Choice(["text", "csv", "json"]), default="text",
              show_default=True, help="The format of the output.")  # fmt: skip
def search_command(  # noqa: PLR0913 - one for each option
    *,
    words: tuple[str, ...],
    release: Path,
    first: int,
    since: datetime | None,
    until: datetime | None,
    asker: str | None,
    party: str | None,
    chamber: str | None,
    kinds: tuple[str, ...],
    format_: str,
    memory: int,
    timeout: int | None,
) -> None:
    """Find words in the texts of a release.

    The best matches come first. The texts are titles, questions, answers, explanations, notes and
    notices. Each of WORDS is a word, or a phrase in quotes, and all of them must be in one text. A
    word that ends in * matches every word that begins with the letters before the *. Case, accents
    and ligatures are ignored. Exit status 1 if nothing is found.

    \b
    Example:
      kv2rdf search doxing "strafbaar*" --from 2020-01-01
    """
    only = TextFilter(
        since=_date(since),
        until=_date(until),
        kinds=frozenset(kinds),
        asker=asker,
        party=party,
        chamber=chamber,
    )

    def run() -> None:
        with Release(release) as opened:
            found = opened.found_texts(*words, first=first, only=only)
            is_counted = only.is_empty and len(found) == first
            count = opened.hit_count(*words) if is_counted else len(found)
        end_time_limit()
        if found or format_ != "text":
            write_output(_written(found, format_), is_for_people=format_ == "text")
        if not found:
            write_note("nothing found: all words must be in one text; word* finds longer words")
            raise click.exceptions.Exit(1)
        if count > first or (not only.is_empty and count == first):
            of = f" of {count:,} texts" if only.is_empty else "; there may be more"
            write_note(f"the first {first:,}{of}; more with --first")

    run_in_child(run, megabytes=memory, seconds=timeout)


def _date(day: datetime | None) -> date | None:
    return day.date() if day else None


def _written(found: Sequence[FoundText], format_: str) -> str:
    if format_ == "text":
        return "".join(map(_lines, found))
    rows = [
        {
            "day": text.day.isoformat() if text.day else "", "case": text.case,
            "title": text.title, "kind": text.kind, "part": text.part or "",
            "askers": text.askers, "parties": text.parties,
            "address": text.address, "snippet": text.snippet,
        }
        for text in found
    ]  # fmt: skip
    if format_ == "json":
        return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"
    return csv_text(_COLUMNS, (map(_cell, row.values()) for row in rows))


def _cell(value: Sequence[str]) -> str:
    return value if isinstance(value, str) else "; ".join(value)


def _lines(text: FoundText) -> str:
    """Return three lines about a text: where it is, its words, and its address."""
    day = text.day.isoformat() if text.day else "no day"
    part = f" {text.part}" if text.part else ""
    head = " · ".join((day, text.case, text.kind + part, "; ".join(text.askers), text.title))
    return f"{head}\n    {text.snippet}\n    {text.address}\n"
