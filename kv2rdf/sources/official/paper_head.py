"""The identity of an official paper: its number, its session and its chamber."""

import re
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from kv2rdf.model.kinds import Chamber
from kv2rdf.model.paper import AnnexNumber
from kv2rdf.sources.markup.xml_node import Node
from kv2rdf.sources.official.paper_identifiers import (
    PaperIdentifier,
    case_number,
    paper_identifier,
)

_CHAMBERS = {
    "tweede kamer der staten-generaal": Chamber.TK,
    "eerste kamer der staten-generaal": Chamber.EK,
}
_SESSION = re.compile(r"(?:vergaderjaar )?([12][0-9]{3})\s*[-–/]\s*([12][0-9]{3})", re.IGNORECASE)
_NUMBER = re.compile(r"0*([1-9][0-9]{0,4})")
_LINES = ("vergaderjaar", "kameraanduiding", "kamernummer", "documenttype", "overig")


class PaperHead(Struct, frozen=True, kw_only=True):
    """The identity of a paper.

    ``numbers`` contains its numbers as printed, and ``case_numbers`` contains the numbers of its
    case in ``metadata``. ``session`` is a session such as "2020-2021". ``identifier`` is the
    identifier of the publication, or None if the paper does not state it. ``edition`` is 0 for the
    first edition.
    """

    numbers: tuple[str, ...]
    chamber: Chamber
    session: str | None
    identifier: str | None
    edition: int
    annex_number: str | None = None
    case_numbers: tuple[str, ...] = ()


def paper_head(
    content: Node,
    stated: Mapping[str, Sequence[str]],
    lines: Mapping[str, str],
    numbers: Sequence[str],
) -> PaperHead:
    """Return the identity of a paper.

    ``stated`` maps the names of the fields in its ``metadata`` to their values, ``lines`` maps the
    kinds of the lines above the paper to these lines, and ``numbers`` contains its printed numbers.
    Errors state the location of ``content``. Printed values take precedence over those in
    ``metadata``. Raises ReadError if there is no number or no chamber.
    """
    printed = tuple(filter(None, numbers))
    named = next(iter(stated.get("identifier", ())), None)
    identifier = paper_identifier(named) if named else None
    annex = _annex_number(printed, stated, identifier)
    chamber = _chamber(content, stated, lines, identifier, printed)
    words = _first([lines.get("vergaderjaar"), *stated.get("vergaderjaar", ())])
    session = _SESSION.fullmatch(words)
    of_identifier = identifier.annex_number if identifier else None
    cases = [case_number(number, chamber) for number in stated.get("vraagnummer", ())]
    if identifier and not any(cases):
        cases = [identifier.case_number]
    if not printed and annex is None and not any(cases):
        raise content.read_error("no number")
    return PaperHead(
        numbers=printed,
        chamber=chamber,
        session=f"{session[1]}-{session[2]}" if session else _session_of(of_identifier),
        identifier=named,
        edition=identifier.edition if identifier else 0,
        annex_number=annex,
        case_numbers=tuple(dict.fromkeys(filter(None, cases))),
    )


def head_lines(heads: Iterable[Node]) -> dict[str, str]:
    """Return a mapping from the kind of each line above a paper to the line.

    Raises ReadError for an unknown kind, or for two different lines of the same kind.
    """
    lines: dict[str, str] = {}
    for head in heads:
        for line in head.only_children("tekstregel").many("tekstregel"):
            kind = line.attribute_or_empty("inhoud")
            if kind not in _LINES and line.text:
                raise line.read_error(f"cannot read a line with {kind[:40]!r}")
            if lines.setdefault(kind, line.text) != line.text:
                raise line.read_error(f"there are two lines with {kind!r}")
    return lines


def _chamber(
    content: Node,
    stated: Mapping[str, Sequence[str]],
    lines: Mapping[str, str],
    identifier: PaperIdentifier | None,
    printed: Sequence[str],
) -> Chamber:
    """Return the chamber of a paper.

    If no chamber is stated, the chamber is taken from the identifier. If the identifier does not
    contain it either, a printed Z-number (such as 2020Z01234) or ten-digit number shows that the
    chamber is the Tweede Kamer. Raises ReadError if the chamber is not known.
    """
    name = _first([lines.get("kameraanduiding"), *stated.get("creator", ())])
    if chamber := _CHAMBERS.get(name.lower()):
        return chamber
    if not name and identifier and identifier.chamber:
        return identifier.chamber
    if not name and any(case_number(number, Chamber.TK) for number in printed):
        return Chamber.TK
    raise content.read_error(f"no chamber is known for {name[:60]!r}")


def _annex_number(
    printed: Sequence[str],
    stated: Mapping[str, Sequence[str]],
    identifier: PaperIdentifier | None,
) -> str | None:
    """Return the number in the Aanhangsel, or None if it is neither printed nor in ``metadata``."""
    found = map(_NUMBER.fullmatch, (*printed, *stated.get("aanhangselnummer", ())))
    numbers = (match[1] for match in found if match)
    of_identifier = identifier.annex_number if identifier else None
    return next(numbers, of_identifier.number if of_identifier else None)


def _first(values: Iterable[str | None]) -> str:
    return next(filter(None, values), "")


def _session_of(number: AnnexNumber | None) -> str | None:
    return number.session_year if number else None
