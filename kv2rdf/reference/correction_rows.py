"""Corrections of printed words and of addresses, made from rows of lookups.csv and moved.csv."""

from collections.abc import Collection, Mapping
from datetime import date

from kv2rdf.addresses import external
from kv2rdf.model.register import MisprintKind
from kv2rdf.reference.csv_rows import Row


def correction_from_row(
    row: Row, names: Mapping[MisprintKind, Collection[str]]
) -> tuple[str, str, str]:
    """Return the kind, the printed words and the intended words in a row of lookups.csv.

    ``names`` maps kinds to the names that exist. Raises ValueError if the kind is in ``names``, but
    the intended words are not one of the names of that kind. For a misprinted date of tabling, also
    raises ValueError if the document that is named before the printed date is not the source of the
    row, if a date is invalid, if the two dates are the same, or if there is no reason.
    """
    kind, meant = row["kind"], row["meant"]
    if kind == "indiendatum":
        document, _, printed = row["printed"].partition(" ")
        if document != row["source"] or not row["reason"]:
            raise ValueError("a date needs its document, also as the source, and a reason")
        if date.fromisoformat(printed) == date.fromisoformat(meant):
            raise ValueError(f"the date {printed} is not corrected")
    if kind in names and meant not in names[MisprintKind(kind)]:
        raise ValueError(f"there is no {kind} {meant}")
    return kind, row["printed"], meant


def moved_address_from_row(row: Row) -> tuple[str, str]:
    """Return the old and the new address in a row of moved.csv.

    Raises ValueError if the date of the move is missing or invalid, or if the reason is missing.
    Raises MintError if an address is not that of a web page.
    """
    date.fromisoformat(row["date"])
    if not row["reason"]:
        raise ValueError("has no reason")
    return external.web_address(row["old"]), external.web_address(row["new"])
