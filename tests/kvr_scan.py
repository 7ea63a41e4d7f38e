"""Scans of the KVR edition for tests: number 127 of the Aanhangsel, its parts as they are told."""

from collections.abc import Sequence

from kv2rdf.model.paper import Paper
from tests.kvr_document import ANSWERER, document, items
from tests.papers import one

NOBODY = '<antwoorder functie="" ministerie=""/><mede-antwoorder/>'


def scan(
    asked: list[tuple[str, str]],
    replied: Sequence[tuple[str, str]] = (),
    *,
    line: str = "Antwoord",
    subject: str = "",
    tabled: str = "3 april 1985)",
    question_notes: str = "",
    answer_notes: str = "",
    answered: str = "",
) -> Paper:
    """Give number 127 of the Aanhangsel, with these questions and answers."""
    record = items(
        Vindplaats="Aanhangsel Tweede Kamer 1984-1985 nummer 127",
        Datum_indiening="1985-04-03",
        Datum_reaktie="1985-04-23",
    )
    return one(
        document(
            record=f'{record}<item attribuut="Beantwoorder">Kade</item>',
            last_line=line,
            subject=subject,
            tabled=tabled,
            answered=answered,
            answerers=f"{ANSWERER}<mede-antwoorder/>",
            questions="".join(f'<vraag nummer="{n}">{text}</vraag>' for n, text in asked),
            question_notes=question_notes,
            answers="".join(f'<antwoord nummer="{n}">{text}</antwoord>' for n, text in replied),
            answer_notes=answer_notes,
        )
    )


def questions(paper: Paper) -> list[tuple[tuple[str, ...], str, int]]:
    """Give the questions: numbers, text and set."""
    return [(part.numbers, part.text.text, part.series) for part in paper.questions]


def answers(paper: Paper) -> list[tuple[tuple[str, ...], str, int]]:
    """Give the answers: numbers, text and set."""
    return [(part.numbers, part.text.text, part.series) for part in paper.answers]


def told(paper: Paper, rule: str) -> list[str | None]:
    """Give the words of what is told by one rule."""
    return [remark.text for remark in paper.remarks if remark.rule == rule]


def mixed(*parts: tuple[str, str], notes: str = "", line: str = "Antwoord") -> Paper:
    """Give a scan with these questions, and nothing where the answers should be."""
    persons = "<persoon>De Graver</persoon><persoon>Kade</persoon>"
    record = items(
        Vindplaats="Aanhangsel Tweede Kamer 1984-1985 nummer 127",
        Datum_indiening="1985-04-02",
        Datum_reaktie=None,
    )
    xml = document(
        record=f'{record}<item attribuut="Beantwoorder">{persons}</item>',
        tabled="1985-04-02",
        last_line=line,
        answered="",
        answerers=NOBODY,
        questions="".join(f'<vraag nummer="{number}">{text}</vraag>' for number, text in parts),
        question_notes=notes,
        answers="",
    )
    return one(xml)


def labelled(paper: Paper) -> tuple[list[tuple[str | None, str]], list[tuple[str | None, str]]]:
    """Give the questions and the answers, each with its label."""
    sides = (paper.questions, paper.answers)
    asked, replied = ([(part.label, part.text.text) for part in side] for side in sides)
    return asked, replied


def told_heading(paper: Paper) -> str | None:
    """Give the heading that is kept with the finding."""
    (text,) = (r.text for r in paper.remarks if r.rule == "antwoord-tussen-de-vragen")
    return text
