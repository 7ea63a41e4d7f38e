"""The diff and the page for the person who reviews the additions."""

import difflib
import io
from collections.abc import Iterable

from kv2rdf.exchange.additions.decisions import Additions
from kv2rdf.exchange.additions.facts import Omission


def diff(name: str, old: str, new: str) -> str:
    """Return the lines that are added to a table, as a unified diff, or "" if there are none.

    ``name`` is the name of the file, and ``old`` and ``new`` are its old and new text.
    """
    lines = difflib.unified_diff(
        list(io.StringIO(old)),
        list(io.StringIO(new)),
        f"a/{name}" if old else "/dev/null",
        f"b/{name}",
        n=0,
    )
    return "".join(lines)


def review_page(found: Additions, replaced: Iterable[tuple[str, str | None]]) -> str:
    """Return a page in Markdown that lists the additions, the omissions, and the seats of groups.

    ``replaced`` contains items that were merged or deleted in Wikidata, each with its replacement
    or None.
    """
    gone = [Omission(old, f"is now {new}" if new else "was deleted") for old, new in replaced]
    parts = [
        "# Additions to review\n",
        f"- persons added: {len(found.persons):,}\n"
        f"- memberships added: {len(found.memberships):,}\n"
        f"- tenures added: {len(found.tenures):,}\n"
        f"- memberships and tenures that the tables have already: {found.known:,}\n"
        f"- memberships and tenures that ended before 1984: {found.earlier:,}\n",
        *_section("Not added", found.not_added),
        *_section("Identifiers that an existing row lacks", found.unfilled),
        *_section("Items that were merged or deleted in Wikidata", gone),
        "## Members on the first sitting day, and seats\n",
        "| chamber | day | party | seats | known before | known now |",
        "|---|---|---|---|---|---|",
        *(
            f"| {c.chamber} | {c.day} | {c.party} | {c.seats} | {c.before} | {c.after} |"
            for c in found.counts
        ),
    ]
    return "\n".join(parts) + "\n"


def _section(heading: str, items: Iterable[Omission]) -> Iterable[str]:
    lines = sorted({f"- {_plain(item.what)}: {_plain(item.why)}" for item in items})
    yield f"## {heading}\n"
    yield f"{len(lines):,}\n"
    yield from (*lines, "") if lines else ()


def _plain(text: str) -> str:
    """Return text from a service on one line, with the special characters of Markdown escaped."""
    return " ".join(text.split()).translate({ord(mark): f"\\{mark}" for mark in "<>*[]`|"})
