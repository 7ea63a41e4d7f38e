"""Damaged documents, which are read, held back with a reason, or skipped without a crash."""

import copy
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from kv2rdf import mapping
from kv2rdf.addresses.minting import Addresses
from kv2rdf.errors import Kv2rdfError, ReadError
from kv2rdf.linking.assemble import assemble
from kv2rdf.model.paper import Paper
from kv2rdf.rdf import nquads
from kv2rdf.sources.format import NotAPublicationError
from kv2rdf.sources.formats import read_publication
from kv2rdf.sources.input.documents import InputDocument
from tests.conftest import ROOT
from tests.papers import person_matcher, real_seeds

XML = [path.read_bytes() for path in sorted((ROOT / "tests" / "golden").glob("*/*.xml"))]
PAGES = [
    path.read_text(encoding="utf-8")
    for path in (
        Path(ROOT / "seeds" / "kamervragen" / "2022Z00634.txt"),
        *sorted((ROOT / "tests" / "golden").glob("*/*.txt")),
    )
]
KEEPS_ENTITIES = etree.XMLParser(resolve_entities=False)
"""Older official papers use names of characters (``&eacute;``) that they do not declare."""
WORDS = st.one_of(
    st.sampled_from(["", " ", "0", "2", "9999", "1 t/m 99", "ja", "2003-13-41", "1 mei 1985) Ja."]),
    st.text(st.characters(blacklist_categories=["Cs", "Cc"]), max_size=12),
)


def check_conversion(content: bytes) -> None:
    """Convert a document, and fail on any exception that is not an error of kv2rdf."""
    error = conversion_error(InputDocument(id="KVR1.xml", content=content, sha256="0" * 64))
    assert error is None or str(error)
    if isinstance(error, ReadError):
        assert (error.document, error.location != "") == ("KVR1.xml", True)


def conversion_error(document: InputDocument) -> Exception | None:
    try:
        write_triples(read_publication(document, real_seeds().lookups))
    except (Kv2rdfError, NotAPublicationError) as error:
        return error
    return None


def write_triples(papers: tuple[Paper, ...]) -> None:
    cluster = assemble(papers, person_matcher())
    for graph, triples in mapping.statements(cluster, Addresses()):
        assert all(nquads.quad_lines(triples, graph))


@given(st.sampled_from(XML), st.data())
def test_a_document_with_changed_elements_and_attributes_does_not_crash(
    xml: bytes, data: st.DataObject
) -> None:
    root = etree.fromstring(xml, KEEPS_ENTITIES)
    for _ in range(data.draw(st.integers(1, 3))):
        element = data.draw(st.sampled_from(list(root.iter(etree.Element))))
        change = data.draw(st.sampled_from(["drop", "text", "attribute", "tag", "twice"]))
        parent = element.getparent()
        if change == "text":
            element.text = data.draw(WORDS)
        elif change == "attribute" and element.attrib:
            name = data.draw(st.sampled_from(sorted(map(str, element.attrib))))
            element.set(name, data.draw(WORDS))
        elif change == "tag":
            element.tag = data.draw(st.sampled_from(["vraag", "noot", "voetnoot", "x"]))
        elif parent is not None and change == "drop":
            parent.remove(element)
        elif parent is not None and change == "twice":
            again = copy.deepcopy(element)
            again.tail = None
            parent.append(again)
    check_conversion(etree.tostring(root.getroottree()))


@given(st.sampled_from(PAGES), st.data())
def test_a_page_with_changed_lines_does_not_crash(page: str, data: st.DataObject) -> None:
    lines = page.split("\n")
    for _ in range(data.draw(st.integers(1, 4))):
        index = data.draw(st.integers(0, len(lines) - 1))
        change = data.draw(st.sampled_from(["drop", "words", "twice", "swap"]))
        if change == "drop" and len(lines) > 1:
            lines.pop(index)
        elif change == "words":
            lines[index] = lines[index][: data.draw(st.integers(0, 20))] + data.draw(WORDS)
        elif change == "twice":
            lines.insert(index, lines[index])
        else:
            other = data.draw(st.integers(0, len(lines) - 1))
            lines[index], lines[other] = lines[other], lines[index]
    check_conversion("\n".join(lines).encode())


@given(st.sampled_from([*XML, *(page.encode() for page in PAGES)]), st.data())
def test_a_document_with_changed_bytes_does_not_crash(content: bytes, data: st.DataObject) -> None:
    changed = bytearray(content)
    for _ in range(data.draw(st.integers(1, 8))):
        index = data.draw(st.integers(0, len(changed) - 1))
        changed[index] = data.draw(st.integers(0, 255))
    check_conversion(bytes(changed))
