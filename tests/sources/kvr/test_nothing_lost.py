"""No letter and no mark of a document is lost, regardless of its position in the edition."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kv2rdf.errors import ReadError
from tests.kvr_document import document, items
from tests.kvr_letters import kept_characters, printed_characters
from tests.papers import read_paper

GOLDEN = Path(__file__).parents[2] / "golden"
DOCUMENTS = sorted(GOLDEN.glob("*/*KVR*.xml"))
COPIES = {"kopie-in-toelichting", "kopie-in-antwoorddatum"}

MARKS = [f'<voetnoot nummer="{number}"/>' for number in "012"]
PIECES = st.sampled_from(
    [
        "Kent u het bericht?", "Ja.", "neen", "⁄", "(zie daar)", "mei 1993)", "1995", "-",
        "t/m 3 Ja.", "en 2 Ja.", "tot en met 4 Neen.", "1, 2 en 3 Ja.", "Antwoord",
        "Vragen van het lid A (P) over b. (Ingezonden 3 mei 1985)",
        "126 Vragen van het lid A (P) over b. (Ingezonden 3 mei 1985)",
        "127 Vragen van de leden B en C (beiden Q) over d. (Ingezonden 4 mei 1985).",
        "128 Vragen van het lid D (Q) over e.",
        "128 Vragen van D (Q) over e. (Inge- zonden 4 mei 1985)",
        "Vraag van het lid E (Q) over f. (Ingezonden 4 mei 1985)",
        "Antwoord Antwoord van minister K (Zaken). (Ontvangen 1 juni 1985)",
        "Antwoord Antwoord van staatssecretaris De",
        "Antwoord van minister Van den gen 1 juni 1985)",
        "Antwoord van minister K (Zaken). (Ontvangen 1 juni",
        "Antwoord van minister K (Zaken). (Ontvangen",
        "Nadere mededeling van minister K (Zaken). (Ontvangen 1 juni 1985)",
        *MARKS,
    ]
)  # fmt: skip
NUMBERS = st.sampled_from(["1", "2 ", "3", "4", "2 en 3", "en 3", "t/m", "46", "1985", "", "a"])
ELEMENTS = st.lists(st.tuples(NUMBERS, st.lists(PIECES, max_size=4).map(" ".join)), max_size=5)
LINES = st.sampled_from(["Antwoord", "Nader antwoord", "en dan?", "1985) Ja.", "1985)", "1"])


def elements(tag: str, parts: list[tuple[str, str]]) -> str:
    """Return the elements of questions or answers, each with its number and text."""
    return "".join(f'<{tag} nummer="{number}">{text}</{tag}>' for number, text in parts)


@given(ELEMENTS, ELEMENTS, LINES)
def test_no_letter_and_no_mark_of_a_document_is_lost(
    questions: list[tuple[str, str]], answers: list[tuple[str, str]], line: str
) -> None:
    xml = document(
        record=items(Vindplaats="Aanhangsel Tweede Kamer 1984-1985 nummer 127"),
        last_line=line,
        questions=elements("vraag", [("1", "Hoe?"), *questions]),
        answers=elements("antwoord", answers),
        answerers='<antwoorder functie="" ministerie=""/><mede-antwoorder/>',
    )
    try:
        paper = read_paper(xml)
    except ReadError:
        return  # Such a document is not published at all.
    assert printed_characters(xml) - kept_characters(paper) == {}
    rules = {remark.rule for remark in paper.remarks}
    if "tekst-van-ander-stuk" not in rules and paper.notice is None:
        numbers = {note.number for note in (*paper.question_notes, *paper.answer_notes)}
        assert all(mark.split('"')[1] in numbers for mark in MARKS[1:] if mark in xml) or (
            "cijfer-als-nootteken" in rules
        )


@pytest.mark.sampled(3)
@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.parent.name)
def test_no_letter_of_a_golden_document_is_lost(path: Path) -> None:
    xml = path.read_text(encoding="utf-8")
    paper = read_paper(xml, path.name)
    if not COPIES & {remark.rule for remark in paper.remarks}:
        assert printed_characters(xml) - kept_characters(paper) == {}
