"""The XML of a real paper, compared with its web page, text document and metadata."""

import re
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest

from kv2rdf.model.paper import Paper
from tests.papers import read_paper

NAME = "ah-tk-20202021-3235"
ODT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
BEFORE_THE_TEXT = (
    f"{NAME} 's-Gravenhage 2021 Tweede Kamer der Staten-Generaal 2 Vergaderjaar 2020-2021"
    " Aanhangsel van de Handelingen Vragen gesteld door de leden der Kamer, met de daarop door de"
    " regering gegeven antwoorden 3235"
)
pytestmark = pytest.mark.corpus


class Page(HTMLParser):
    """The text of a web page, and the values of its elements ``meta``."""

    def __init__(self, html: str) -> None:
        """Read the page."""
        super().__init__()
        self.pieces: list[str] = []
        self.meta: list[tuple[str | None, str | None]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep a value, or a space before a block."""
        values = dict(attrs)
        if tag == "meta":
            self.meta.append((values.get("name"), values.get("content")))
        elif tag != "a":
            self.pieces.append(" ")

    def handle_data(self, data: str) -> None:
        """Keep some text."""
        self.pieces.append(data)


def folded(text: str) -> str:
    """Return a text with one space for each run of white space."""
    return " ".join(text.split())


def files(corpus: Path, ending: str) -> Path:
    """Return the file of one form of the paper."""
    return corpus / "official" / f"{NAME}.{ending}"


@pytest.fixture(scope="module")
def paper(corpus: Path) -> Paper:
    """The paper as it is in the XML."""
    return read_paper(files(corpus, "xml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def words(paper: Paper) -> str:
    """All words of the paper in order, without the frame of the page."""
    parts = [
        f"{word} {part.label} {part.text.text}"
        for pair in zip(paper.questions, paper.answers, strict=True)
        for word, part in zip(("Vraag", "Antwoord"), pair, strict=True)
    ]
    return folded(
        " ".join((f"{paper.short_title} (ingezonden 3 juni 2021). {paper.title}", *parts))
    )


def test_the_web_page_has_the_same_text(corpus: Path, words: str) -> None:
    page = Page(files(corpus, "html").read_text(encoding="utf-8"))
    assert folded("".join(page.pieces)) == words


def test_the_text_document_has_the_same_text(corpus: Path, words: str) -> None:
    with ZipFile(files(corpus, "odt")) as odt:
        content = ElementTree.fromstring(odt.read("content.xml"))
    found = [e for e in content.iter() if e.tag in (f"{ODT}p", f"{ODT}h")]
    text = folded(" ".join("".join(e.itertext()) for e in found))
    assert text == f"{BEFORE_THE_TEXT} {words}"


@pytest.mark.parametrize("ending", ["metadata.xml", "metadata_owms.xml"])
def test_the_metadata_have_the_same_facts(corpus: Path, paper: Paper, ending: str) -> None:
    described = read_paper(files(corpus, ending).read_text(encoding="utf-8"))
    assert described.publication == paper.publication == NAME
    assert described.annex_number == paper.annex_number
    assert described.dated == paper.dated
    assert (described.kind, described.chamber) == (paper.kind, paper.chamber)
    assert described.session_year == paper.session_year
    last_names = [re.sub(r".*[).] ?(?:van |de )?", "", m.printed) for m in described.askers]
    printed = [re.sub(r"(?:Van |Romke de )", "", asker.printed) for asker in paper.askers]
    assert last_names == printed


def test_the_differences_between_the_forms_are_these(corpus: Path, paper: Paper) -> None:
    page = Page(files(corpus, "html").read_text(encoding="utf-8"))
    askers = [value for name, value in page.meta if name == "OVERHEIDop.indiener"]
    described = read_paper(files(corpus, "metadata.xml").read_text(encoding="utf-8"))
    assert askers == [mention.printed for mention in reversed(described.askers)]
    assert (paper.short_title or "").endswith("over de TOZO")
    assert (described.title or "").endswith("over de Tozo")
    assert (paper.cases, described.cases) == ((), (("2021Z09739",),))
    assert (str(paper.tabled), described.tabled) == ("2021-06-03", None)
