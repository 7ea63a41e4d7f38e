"""The changes command, which lists the cases that differ between two releases."""

from collections import Counter
from pathlib import Path

import click

from kv2rdf.cli.local_path import LocalPath
from kv2rdf.cli.output import write_note
from kv2rdf.cli.standard_output import write_data
from kv2rdf.query.result_formats import csv_text
from kv2rdf.release.changed_cases import Change, ChangedCase, changed_cases
from kv2rdf.release.files import ReleaseFiles


@click.command("changes")
@click.argument("old", metavar="OLD", type=LocalPath(path_type=Path))
@click.argument("new", metavar="NEW", type=LocalPath(path_type=Path))
def changes_command(old: Path, new: Path) -> None:
    """List the cases that differ between two releases.

    The result is CSV. OLD and NEW are the folders of two releases. A case is "added" or "removed"
    if only one of them contains it, and "changed" if its file in dossiers/ differs. This file
    contains the papers of the case, what is inferred from them, the findings, and the persons,
    parties and offices that they refer to. Only the manifests are read.

    \b
    Example:
      kv2rdf changes older/release output/release
    """
    found = changed_cases(ReleaseFiles(old), ReleaseFiles(new))
    write_data(csv_text(ChangedCase._fields, found))
    counts = Counter(each.change for each in found)
    write_note(", ".join(f"{counts[change]:,} {change}" for change in Change))
