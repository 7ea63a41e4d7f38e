"""Texts, links and persons that a release has in the wrong place."""

from pathlib import Path

import pytest

from kv2rdf.audit.misplaced_texts import is_answer_to
from kv2rdf.audit.results import FAULTS, ResultKind
from tests import kvr_document
from tests.audit.sample_audits import Edit, audit, damaged_copy
from tests.conftest import build_quietly
from tests.every_case import every_case


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a paper by two askers in ``in``, and its release in ``out``."""
    folder = tmp_path_factory.mktemp("misplaced")
    (folder / "in").mkdir()
    xml = kvr_document.document(
        askers=(
            '<vrager partij="ABC" oorsprong="parlement">Van Voorbeeld</vrager>'
            '<vrager partij="XYZ" oorsprong="parlement">De Proef</vrager>'
        ),
        answerers=(
            f'{kvr_document.ANSWERER}<antwoorder functie="minister" ministerie="Proefzaken">'
            "Anders</antwoorder><mede-antwoorder/>"
        ),
        questions="".join(
            f'<vraag nummer="{number}">Wat vindt u van voorbeeld {number}?</vraag>'
            for number in range(1, 5)
        ),
        answers=(
            '<antwoord nummer="1">Het eerste voorbeeld is goed.</antwoord>'
            '<antwoord nummer="2">Het tweede voorbeeld is beter.</antwoord>'
            '<antwoord nummer="3 en 4">Over de andere voorbeelden denk ik na.</antwoord>'
        ),
    )
    (folder / "in" / "KVR1.xml").write_text(xml, encoding="utf-8")
    build_quietly(folder / "out", folder / "in")
    return folder


def exchanged(first: str, second: str, *where: str) -> Edit:
    """Return an edit that exchanges two strings in each line that contains all of ``where``."""

    def edit(line: str) -> str:
        if not all(part in line for part in where):
            return line
        return second.join(part.replace(second, first) for part in line.split(first))

    return edit


@every_case(
    ("edit", "expected"),
    [
        (
            exchanged("voorbeeld 1?", "voorbeeld 2?", "def#text>"),
            ["Wat vindt u van voorbeeld 1?", "Wat vindt u van voorbeeld 2?"],
        ),
        (
            exchanged("Wat vindt u van voorbeeld 1?", "Het eerste voorbeeld is goed.", "#text>"),
            ["Het eerste voorbeeld is goed.", "Wat vindt u van voorbeeld 1?"],
        ),
        (
            exchanged("Het eerste voorbeeld is goed.", "Het tweede voorbeeld is beter.", "#text>"),
            ["Het eerste voorbeeld is goed.", "Het tweede voorbeeld is beter."],
        ),
        (exchanged("/vraag/1>", "/vraag/2>", "answers_to"), ["1", "2"]),
        (exchanged("/vraag/2>", "/vraag/4>", "answers_to"), ["2", "4"]),
        (exchanged('"ABC"', '"XYZ"', "partyAsInSource"), ["ABC", "XYZ"]),
        (
            exchanged("indiener>", "antwoordgever>", "participation_role"),
            ["Anders", "De Proef", "Van Voorbeeld", "Voorbeeld"],
        ),
        (
            exchanged('"Marktzaken"', '"Proefzaken"', "ministryAsInSource"),
            ["Marktzaken", "Proefzaken"],
        ),
        (
            exchanged("geadresseerde>", "antwoordgever>", "#geadresseerde", "participation_role"),
            ["de minister van Marktzaken"],
        ),
        (
            exchanged('"2005-02-05"', '"2005-02-23"', "activity_date"),
            [
                "2005-02-05 2005-02-05", "2005-02-05 2005-02-5",
                "2005-02-23 2005-02-23", "2005-02-23 23 februari 2005",
            ],
        ),
    ],
)  # fmt: skip
def test_what_is_exchanged_is_misplaced(
    paper: Path, tmp_path: Path, edit: Edit, expected: list[str]
) -> None:
    found = audit(damaged_copy(paper / "out", tmp_path / "copy", edit), paper / "in")
    texts = sorted(result.text for result in found.results[ResultKind.MISPLACED])
    assert texts == expected
    assert found.has_faults


def test_nothing_is_misplaced_in_a_release_as_it_was_built(paper: Path) -> None:
    found = audit(paper / "out", paper / "in")
    assert {kind: found.results[kind] for kind in FAULTS} == dict.fromkeys(FAULTS, ())


@every_case(
    ("answer", "question"),
    [
        ("1", "1"), ("3.", "3"), ("2en3", "3"), ("2,3en5", "5"), ("1t/m4", "2"), ("1l/m4", "3"),
        ("lt/m4", "2"), ("2-4", "3"), ("", "7"), ("1", ""), ("4a", "4"),
    ],
)  # fmt: skip
def test_an_answer_includes_its_questions(answer: str, question: str) -> None:
    assert is_answer_to(answer, question)


@every_case(
    ("answer", "question"),
    [("1", "2"), ("2en3", "4"), ("2,3en5", "4"), ("1t/m4", "5"), ("2-4", "1"), ("11", "1")],
)
def test_an_answer_does_not_include_other_questions(answer: str, question: str) -> None:
    assert not is_answer_to(answer, question)
