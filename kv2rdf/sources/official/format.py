"""The row of official publications in XML in the table of formats."""

import re

from kv2rdf.model.kinds import SourceKind
from kv2rdf.model.paper import Paper, Source
from kv2rdf.sources.content import DocumentContent
from kv2rdf.sources.format import Format, KindAndSession, Lookups
from kv2rdf.sources.markup.xml_node import Node
from kv2rdf.sources.official.papers import official_paper

_TAG = "officiele-publicatie"
_SESSION = re.compile(r"(\d{4})\s*[-–]\s*(\d{4})")


def _root(content: DocumentContent) -> Node | None:
    return content.element(_TAG)


def _papers(source: Source, root: Node, _lookups: Lookups) -> tuple[Paper, ...]:
    return (official_paper(source, root),)


def _kind_and_session(root: Node, _lookups: Lookups) -> KindAndSession:
    line = root.element.find('.//tekstregel[@inhoud="vergaderjaar"]')
    found = _SESSION.search(Node(root.document, line).text) if line is not None else None
    return SourceKind.OFFICIAL, f"{found[1]}-{found[2]}" if found else None


OFFICIAL = Format(
    name="official XML",
    kind=SourceKind.OFFICIAL,
    recognises=_root,
    read=_papers,
    describe=_kind_and_session,
)
