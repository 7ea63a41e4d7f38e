"""The show command, which shows one case as readable text."""

import shutil
from pathlib import Path

import click

from kv2rdf.cli.child_process import end_time_limit, run_in_child
from kv2rdf.cli.output import limit_options, release_option
from kv2rdf.cli.standard_output import write_output
from kv2rdf.query.case_view.case_blocks import case_page
from kv2rdf.query.case_view.forms import FORMS, case_text
from kv2rdf.query.open_release import Release
from kv2rdf.query.release_facts import release_day, rule_names
from kv2rdf.reference.page_words import LANGUAGES, PageWords

_MAX_WIDTH = 88


@click.command("show")
@click.argument("case", metavar="CASE")
@release_option()
@click.option("--format", "format_", type=click.Choice(FORMS), default="text",
              show_default=True,
              help="The format: html is a whole page, and fragment is a part of one.")  # fmt: skip
@click.option("--language", type=click.Choice(LANGUAGES), default="nl", show_default=True,
              help="The language of labels and headings.")  # fmt: skip
@limit_options
def show_command(
    *, case: str, release: Path, format_: str, language: str, memory: int, timeout: int | None
) -> None:
    """Show one case as readable text.

    The output begins with the facts and dates of the case. These are followed by each question with
    its answer, the notices, the notes, and the repairs and gaps. CASE is the number of the case,
    another identifier of the case or of one of its papers, or the address of the case.

    \b
    Example:
      kv2rdf show 2022Z00634
    """

    def run() -> None:
        words = PageWords(language)
        with Release(release) as opened:
            view = opened.case_view(case, language)
            page = case_page(view, words, rule_names(opened, language), release_day(opened))
        end_time_limit()
        width = min(shutil.get_terminal_size().columns, _MAX_WIDTH)
        text = case_text(page, format_, width)
        write_output(text, is_for_people=format_ == "text")

    run_in_child(run, megabytes=memory, seconds=timeout)
