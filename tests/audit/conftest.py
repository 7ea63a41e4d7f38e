"""The small releases that the tests audit."""

from pathlib import Path

import pytest

from tests import kvr_document
from tests.conftest import build_quietly


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sources of an ordinary case in ``in``, and their release in ``out``."""
    folder = tmp_path_factory.mktemp("small")
    (folder / "in").mkdir()
    xml = kvr_document.document(
        questions=(
            '<vraag nummer="1">Kent u het bericht <voetnoot nummer="1"/>?</vraag>'
            '<vraag nummer="2">Deelt u de mening dat dit niet aanvaardbaar is?</vraag>'
        ),
        question_notes='<noot nummer="1">De Krant, 3 februari 2005</noot>',
        explanation="<toelichting>Deze vragen dienen ter aanvulling op eerdere.</toelichting>",
        answers=(
            '<antwoord nummer="1">Ja.</antwoord>'
            '<antwoord nummer="2">Neen. De markt is vrij. Daarom past mij geen oordeel.</antwoord>'
        ),
    )
    (folder / "in" / "KVR1.xml").write_text(xml, encoding="utf-8")
    build_quietly(folder / "out", folder / "in")
    return folder
