"""The audit reads openkamer pages independently, and compares all their text with a release."""

from pathlib import Path

import pytest

from kv2rdf.audit.kvr.text import UnknownField
from kv2rdf.audit.openkamer.text import page_lines, page_texts
from kv2rdf.audit.results import ResultKind
from tests.audit.sample_audits import audit, damaged_copy
from tests.conftest import ROOT, build_quietly
from tests.openkamer_page import FOOT, KEYS, block, page

_GOLDEN = sorted((ROOT / "tests" / "golden").glob("openkamer-*/*.txt"))
_PAGE = page(
    block(1, "Kent u het bericht «Weer»?1 Wat is CO2?", "Ja, dat ken ik.2", "Dat is een gas.3"),
    block(2, "Wat doet u?2", "Niets, want 1.1 procent is weinig.4"),
    block(7, "En dan?", "Zie antwoord vraag 2."),
    " • Mededeling - 8 maart 2021\n\n  Er is meer tijd nodig.\n\n",
)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a page in ``in`` and its release in ``out``."""
    folder = tmp_path_factory.mktemp("pages")
    (folder / "in").mkdir()
    (folder / "in" / "2021Z00001.txt").write_text(_PAGE, encoding="utf-8")
    build_quietly(folder / "out", folder / "in")
    return folder


def test_a_page_is_compared_completely(pages: Path) -> None:
    check_audit(pages / "out", pages / "in")


@pytest.mark.long
def test_golden_pages_are_compared_completely(tmp_path: Path) -> None:
    build_quietly(tmp_path / "golden", *_GOLDEN)
    check_audit(tmp_path / "golden", *_GOLDEN)


def check_audit(release: Path, *sources: Path) -> None:
    """Assert that an audit reads all documents, and finds no fault and no missing fact."""
    found = audit(release, *sources)
    assert len(found.fates.audited) == found.fates.inputs > 0
    assert not found.has_faults
    assert found.results[ResultKind.MISSING_FACT] == ()


@pytest.mark.sampled(3)
@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ("Er is meer tijd nodig", "Er is veel tijd nodig", ResultKind.LOSS),
        ("Dat is een gas", "Dat is een gas, niet waar", ResultKind.ADDITION),
        ("Wat is CO2", "Wat is CO", ResultKind.LOSS),
        ('"7"', '"9"', ResultKind.MISSING_FACT),
        ("2021-03-08", "2021-03-09", ResultKind.MISSING_FACT),
        ("2021-03-13", "2021-03-14", ResultKind.MISSING_FACT),
        ("Ada Voorbeeld", "Ada Voorbeelt", ResultKind.ADDED_FACT),
        ("minister rest", "minister rust", ResultKind.ADDED_FACT),
        ("Antwoord op vragen over", "Antwoord op alles over", ResultKind.ADDED_FACT),
        ("ah-tk-20202021-1234", "ah-tk-20202021-1235", ResultKind.MISSING_FACT),
    ],
)
def test_a_change_of_the_release_is_found(
    before: str, after: str, kind: ResultKind, pages: Path, tmp_path: Path
) -> None:
    damaged = damaged_copy(pages / "out", tmp_path, lambda line: line.replace(before, after))
    assert audit(damaged, pages / "in").results[kind]


def test_a_line_without_a_place_is_an_unknown_field() -> None:
    lines = page_lines(page(keys=KEYS + "Vreemd 3\n", foot=FOOT + "\nVoet").encode())
    assert lines is not None
    unknown = [text for text in page_texts(lines) if isinstance(text, UnknownField)]
    assert [text.text for text in unknown] == ["Vreemd 3", "Voet"]


@pytest.mark.parametrize("content", [b"<kvr/>", b"Kamervraag \xff", b""])
def test_another_document_is_not_a_page(content: bytes) -> None:
    assert page_lines(content) is None


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_line_ends_of_every_kind_are_read(line_end: str) -> None:
    lines = page_lines(b"\xef\xbb\xbf" + _PAGE.replace("\n", line_end).encode())
    assert lines == _PAGE.split("\n")
