"""The table of formats: its order, an example of each row, and the modules that name a format."""

import pkgutil
import re
from dataclasses import replace
from functools import cache

import grimp
import pytest
from lxml import etree

from kv2rdf import sources
from kv2rdf.errors import ReadError
from kv2rdf.sources import formats
from kv2rdf.sources.content import DocumentContent
from kv2rdf.sources.format import NotAPublicationError
from kv2rdf.sources.formats import FORMATS, recognise
from tests.conftest import ROOT
from tests.every_case import every_case
from tests.format_example import format_examples
from tests.papers import input_document, real_seeds

EXAMPLES = format_examples()


def test_every_format_has_an_example_that_no_other_format_recognises() -> None:
    found = {
        name: [row.name for row in FORMATS[:-3] if row.recognises(content_of_example(name))]
        for name in EXAMPLES
    }
    last = [row.name for row in FORMATS[-3:]]
    assert last == ["other XML", "other JSON", "other file"]
    assert found == {name: [] if name in last else [name] for name in EXAMPLES}
    assert sorted(row.name for row in FORMATS) == sorted(EXAMPLES)


def content_of_example(name: str) -> DocumentContent:
    """Return the content of an example, not parsed yet."""
    return DocumentContent(input_document("a", EXAMPLES[name].content))


@pytest.mark.parametrize("name", EXAMPLES)
def test_formats_are_tried_in_order_and_once(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[str] = []

    def recorded(position: int) -> object:
        row = FORMATS[position]

        def recognises(content: DocumentContent) -> object:
            tried.append(row.name)
            return row.recognises(content)

        return replace(row, recognises=recognises)

    monkeypatch.setattr(formats, "FORMATS", tuple(map(recorded, range(len(FORMATS)))))
    assert recognise(input_document("a", EXAMPLES[name].content)).format.name == name
    names = [row.name for row in FORMATS]
    assert tried == names[: names.index(name) + 1]


@pytest.mark.parametrize(
    ("content", "times"),
    [
        *((example.content, example.is_xml) for example in EXAMPLES.values()),
        ("<kvr><meta/></kvr>", 1),
        ("<kvr>", 1),
        ("<html><br></html>", 1),
        ("<a><b></a>", 1),
    ],
)
def test_a_document_is_parsed_once_even_if_it_cannot_be_read(
    content: str | bytes, times: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    parsed: list[bytes] = []
    parse = etree.fromstring

    def counted(xml: bytes, parser: etree.XMLParser) -> etree._Element:
        parsed.append(xml)
        return parse(xml, parser)

    monkeypatch.setattr(etree, "fromstring", counted)
    lookups = real_seeds().lookups
    publication = None
    try:
        publication = recognise(input_document("a", content))
        publication.papers(lookups)
    except (ReadError, NotAPublicationError):
        if publication is not None:
            publication.kind_and_session(lookups)
    assert len(parsed) == times


SHARED = {"input", "markup", "phrases"}
"""The packages of sources/ that serve all formats."""


def format_packages() -> set[str]:
    """Return the packages of sources/ that are for one format or one group of formats."""
    (folder,) = sources.__path__
    return {found.name for found in pkgutil.iter_modules([folder]) if found.ispkg} - SHARED


@cache
def imports() -> grimp.ImportGraph:
    """Return the import graph of the package."""
    return grimp.build_graph("kv2rdf", cache_dir=None)


@every_case("package", sorted(format_packages()))
def test_only_formats_py_names_the_package_of_a_format(package: str) -> None:
    graph, name = imports(), f"kv2rdf.sources.{package}"
    own = {name, *graph.find_descendants(name)}
    users = {
        importer for module in own for importer in graph.find_modules_that_directly_import(module)
    }
    assert users - own == {"kv2rdf.sources.formats"}


def test_the_documentation_lists_all_formats_in_order() -> None:
    page = (ROOT / "docs" / "sources.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (.+?) +\| .* \|$", page.partition("\n## ")[0], re.M)
    assert rows[1:] == [row.name for row in FORMATS]
