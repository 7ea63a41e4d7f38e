"""The identity of an official paper: its number, its session and its chamber."""

import re

from msgspec import Struct

from kv2rdf.model.kinds import Chamber
from kv2rdf.sources.markup.xml_node import Node

_CHAMBERS = {
    "tweede kamer der staten-generaal": Chamber.TK,
    "eerste kamer der staten-generaal": Chamber.EK,
}
_SESSION = re.compile(r"(?:vergaderjaar )?(\d{4})\s*[-–/]\s*(\d{4})", re.IGNORECASE)
_LINES = ("vergaderjaar", "kameraanduiding", "kamernummer", "documenttype", "overig")
_POINTER = "OVERHEIDop.externMetadataRecord"
_IDENTIFIER = re.compile(r".*/((?:ah|kv)-[0-9A-Za-z-]{1,60})/metadata\.xml")
_EDITION = re.compile(r"-h(\d+)$")


class PaperHead(Struct, frozen=True, kw_only=True):
    """The identity of a paper.

    ``number`` is as printed. ``session`` is such as "2020-2021". ``identifier`` is the identifier
    of the publication, or None if the paper does not print it. ``edition`` is 0 for the first.
    """

    number: str
    chamber: Chamber
    session: str | None
    identifier: str | None
    edition: int


def paper_head(root: Node, questions: Node) -> PaperHead:
    """Return the identity of a paper. Raises ReadError if there is no number or no chamber."""
    lines = _lines(questions)
    chamber = _CHAMBERS.get(lines.get("kameraanduiding", "").lower())
    if chamber is None:
        name = lines.get("kameraanduiding", "")
        raise questions.read_error(f"no chamber is known for {name[:60]!r}")
    session = _SESSION.fullmatch(lines.get("vergaderjaar", ""))
    number = questions.one("kamervraagnummer").text
    if not number:
        raise questions.read_error("no number")
    identifier = _identifier(root)
    edition = _EDITION.search(identifier or "")
    return PaperHead(
        number=number,
        chamber=chamber,
        session=f"{session[1]}-{session[2]}" if session else None,
        identifier=identifier,
        edition=int(edition[1]) if edition else 0,
    )


def _lines(questions: Node) -> dict[str, str]:
    """Return the lines above a paper by their kind. Raises ReadError for a line of another kind."""
    lines: dict[str, str] = {}
    for head in questions.many("kamervraagkop"):
        for line in head.only_children("tekstregel").many("tekstregel"):
            kind = line.attribute_or_empty("inhoud")
            if kind not in _LINES and line.text:
                raise line.read_error(f"cannot read a line with {kind[:40]!r}")
            if lines.setdefault(kind, line.text) != line.text:
                raise line.read_error(f"there are two lines with {kind!r}")
    return lines


def _identifier(root: Node) -> str | None:
    found = None
    for metadata in root.many("metadata"):
        for meta in metadata.only_children("meta").many("meta"):
            meta.only_children()
            if meta.attribute_or_empty("name") == _POINTER and found is None:
                found = _IDENTIFIER.fullmatch(meta.attribute_or_empty("content"))
    return found[1] if found else None
