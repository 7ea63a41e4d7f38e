"""The format of official publications in XML."""

import re

from kv2rdf.model.kinds import SourceKind
from kv2rdf.model.paper import Paper, Source
from kv2rdf.sources.content import DocumentContent
from kv2rdf.sources.format import Format, KindAndSession, Lookups
from kv2rdf.sources.markup.xml_node import Node
from kv2rdf.sources.official.modern_form import MODERN_ROOT
from kv2rdf.sources.official.old_form import OLD_ROOT
from kv2rdf.sources.official.papers import official_paper

_SESSION_PLACES = (
    './/tekstregel[@inhoud="vergaderjaar"]/text() | .//frontm/vergjaar/text()'
    " | .//meta[contains(@name, 'ergaderjaar')]/@content"
)
_SESSION = re.compile(r"([12][0-9]{3})\s*[-–]\s*([12][0-9]{3})")


def _root(content: DocumentContent) -> Node | None:
    """Return the root element of a paper, or None for any other document.

    Raises ReadError if the document type names another element, or if another XML parser could read
    different words from the same bytes.
    """
    root = content.checked_element(MODERN_ROOT, OLD_ROOT)
    return root.with_document_type_of_root() if root is not None else None


def _papers(source: Source, root: Node, _lookups: Lookups) -> tuple[Paper, ...]:
    return (official_paper(source, root),)


def _kind_and_session(root: Node, _lookups: Lookups) -> KindAndSession:
    lines = root.element.xpath(_SESSION_PLACES)
    found = _SESSION.search(" ".join(map(str, lines)))
    return SourceKind.OFFICIAL, f"{found[1]}-{found[2]}" if found else None


OFFICIAL = Format(
    name="official XML",
    kind=SourceKind.OFFICIAL,
    recognises=_root,
    read=_papers,
    describe=_kind_and_session,
)
