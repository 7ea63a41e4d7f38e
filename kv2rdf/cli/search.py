"""The search command, which finds words in the texts of a release."""

import re
from datetime import date
from pathlib import Path

import click

from kv2rdf.cli.child_process import end_time_limit, run_in_child
from kv2rdf.cli.output import limit_options, release_option, write_note
from kv2rdf.cli.period import typed_period
from kv2rdf.cli.search_output import SEARCH_FORMATS, found_text, place_in_list
from kv2rdf.cli.standard_output import write_output
from kv2rdf.query.found_texts import STATES, FoundTexts, SearchOrder, TextFilter
from kv2rdf.query.open_release import Release
from kv2rdf.query.period import Period
from kv2rdf.query.tabled_period import is_outside
from kv2rdf.release.text_index import TEXT_KINDS

_SYNTAX = frozenset('()"“”„*')
_OPERATOR = re.compile(r"AND|OR|NOT|NEAR(/.*)?")


@click.command("search")
@click.argument("words", nargs=-1, required=True, metavar="WORDS...")
@release_option()
@limit_options
@click.option("--order", type=click.Choice([str(order) for order in SearchOrder]), default="rank",
              show_default=True, help="The order: the best matches, the newest cases or the oldest"
              " cases first.")  # fmt: skip
@click.option("--first", type=click.IntRange(1, 10_000), default=20, show_default=True,
              help="The number of texts on a page.")  # fmt: skip
@click.option("--page", type=click.IntRange(1, 1_000_000), default=1, show_default=True,
              help="The page to show.")  # fmt: skip
@click.option("--from", "since", type=typed_period, metavar="DATE",
              help="Only cases that were tabled on this date or later.")  # fmt: skip
@click.option("--to", "until", type=typed_period, metavar="DATE",
              help="Only cases that were tabled on this date or earlier.")  # fmt: skip
@click.option("--year", type=click.IntRange(1800, 9999), metavar="YEAR",
              help="Only cases that were tabled in this year.")  # fmt: skip
@click.option("--asker", metavar="NAME", help="Only cases with an asker who has this name or"
              " this key.")  # fmt: skip
@click.option("--party", metavar="PARTY", help="Only cases with an asker of this party: its name,"
              " its abbreviation, or its name as printed.")  # fmt: skip
@click.option("--ministry", metavar="NAME", help="Only cases that concern this ministry: its name,"
              " its abbreviation, its key, or an office as printed.")  # fmt: skip
@click.option("--chamber", type=click.Choice(["tk", "ek"]), help="Only cases of this chamber.")
@click.option("--state", type=click.Choice(STATES),
              help="Only cases in this state.")  # fmt: skip
@click.option("--kind", "kinds", type=click.Choice(TEXT_KINDS), multiple=True,
              help="Only texts of this kind. May be given several times.")  # fmt: skip
@click.option("--format", "format_", type=click.Choice(SEARCH_FORMATS), default="text",
              show_default=True, help="The format of the output.")  # fmt: skip
def search_command(  # noqa: PLR0913 - one for each option
    *,
    words: tuple[str, ...],
    release: Path,
    order: str,
    first: int,
    page: int,
    since: Period | None,
    until: Period | None,
    year: int | None,
    asker: str | None,
    party: str | None,
    ministry: str | None,
    chamber: str | None,
    state: str | None,
    kinds: tuple[str, ...],
    format_: str,
    memory: int,
    timeout: int | None,
) -> None:
    """Find words in the texts of a release.

    The texts are titles, questions, answers, explanations, notes and notices. All of WORDS must
    occur in the same text. A word that ends in * matches every word that begins with the letters
    before the *. Words in quotes are a phrase. OR, NOT, NEAR and brackets combine words; NEAR/5
    allows at most 5 words between them. Case, accents and ligatures are ignored. A date may also be
    a month (2003-04) or a year (2003). See docs/search.md for details. The exit status is 1 if
    nothing is found.

    \b
    Example:
      kv2rdf search doxing "strafbaar*" --from 2020-01-01
      kv2rdf search 'doxing NEAR/8 politie NOT straf*' --order day
    """
    of_year = Period(date(year, 1, 1), date(year, 12, 31)) if year else None
    only = TextFilter(
        since=max((period.first for period in (since, of_year) if period), default=None),
        until=min((period.last for period in (until, of_year) if period), default=None),
        kinds=frozenset(kinds),
        asker=asker,
        party=party,
        ministry=ministry,
        chamber=chamber,
        state=state,
    )
    search = " ".join(map(_argument, words))

    def run() -> None:
        with Release(release) as opened:
            found = opened.search(
                search, first=first, only=only, order=SearchOrder(order), offset=(page - 1) * first
            )
            period = None if found.total else opened.texts.tabled_period()
        end_time_limit()
        if found.texts or format_ != "text":
            write_output(found_text(found.texts, format_), is_for_people=format_ == "text")
        if not found.texts:
            write_note(_nothing(found, page))
            if period and is_outside(only, period):
                write_note(f"the cases were tabled from {period.first} to {period.last}")
            raise click.exceptions.Exit(1)
        if place := place_in_list(found, SearchOrder(order)):
            has_more = found.offset + len(found.texts) < found.total
            write_note(f"{place}; next: --page {page + 1}" if has_more else place)

    run_in_child(run, megabytes=memory, seconds=timeout)


def _argument(typed: str) -> str:
    """Return an argument in the search syntax. Several words without operators become a phrase."""
    words = typed.split()
    if len(words) < 2 or _SYNTAX & {*typed[:-1]} or any(map(_OPERATOR.fullmatch, words)):
        return typed
    return f'"{typed}"'


def _nothing(found: FoundTexts, page: int) -> str:
    if found.total:
        return f"page {page:,} is empty: only {found.total:,} texts are found"
    return (
        "nothing found: all words must be in one text;"
        " word* finds longer words, and OR finds any of several"
    )
