"""Scans of the KVR edition for tests, all of them number 127 of the Aanhangsel."""

from collections.abc import Sequence

from kv2rdf.model.paper import Paper
from tests.kvr_document import ANSWERER, document, items
from tests.papers import read_paper

NOBODY = '<antwoorder functie="" ministerie=""/><mede-antwoorder/>'


def read_scan(
    questions: list[tuple[str, str]],
    answers: Sequence[tuple[str, str]] = (),
    *,
    line: str = "Antwoord",
    subject: str = "",
    tabled: str = "3 april 1985)",
    question_notes: str = "",
    answer_notes: str = "",
    reply_day: str = "23 april 1985)",
    recorded_reply: str | None = "1985-04-23",
) -> Paper:
    """Read a scan with these questions and answers, each a number and a text."""
    record = items(
        Vindplaats="Aanhangsel Tweede Kamer 1984-1985 nummer 127",
        Datum_indiening="1985-04-03",
        Datum_reaktie=recorded_reply,
    )
    return read_paper(
        document(
            record=f'{record}<item attribuut="Beantwoorder">Kade</item>',
            last_line=line,
            subject=subject,
            tabled=tabled,
            reply_day=reply_day,
            answerers=f"{ANSWERER}<mede-antwoorder/>",
            questions="".join(f'<vraag nummer="{n}">{text}</vraag>' for n, text in questions),
            question_notes=question_notes,
            answers="".join(f'<antwoord nummer="{n}">{text}</antwoord>' for n, text in answers),
            answer_notes=answer_notes,
        )
    )


def question_texts(paper: Paper) -> list[tuple[tuple[str, ...], str, int]]:
    """Return the numbers, text and set of each question."""
    return [(part.numbers, part.text.text, part.question_set) for part in paper.questions]


def answer_texts(paper: Paper) -> list[tuple[tuple[str, ...], str, int]]:
    """Return the numbers, text and set of each answer."""
    return [(part.numbers, part.text.text, part.question_set) for part in paper.answers]


def remark_texts(paper: Paper, rule: str) -> list[str | None]:
    """Return the texts of the remarks with a rule."""
    return [remark.text for remark in paper.remarks if remark.rule == rule]


def read_mixed_scan(*parts: tuple[str, str], notes: str = "", line: str = "Antwoord") -> Paper:
    """Read a scan that has its answers among these questions."""
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
        reply_day="",
        answerers=NOBODY,
        questions="".join(f'<vraag nummer="{number}">{text}</vraag>' for number, text in parts),
        question_notes=notes,
        answers="",
    )
    return read_paper(xml)


def labelled_texts(
    paper: Paper,
) -> tuple[list[tuple[str | None, str]], list[tuple[str | None, str]]]:
    """Return the label and text of each question, and of each answer."""
    questions = [(part.label, part.text.text) for part in paper.questions]
    answers = [(part.label, part.text.text) for part in paper.answers]
    return questions, answers


def reply_heading(paper: Paper) -> str | None:
    """Return the heading of a reply among the questions, from the remark on it."""
    (text,) = (r.text for r in paper.remarks if r.rule == "antwoord-tussen-de-vragen")
    return text
