"""A reply among the questions of a KVR document, found by its heading."""

from datetime import date

import pytest

from kv2rdf.model.paper import Mention, Paper, PaperKind, PartKind
from kv2rdf.model.text import Note
from tests.kvr_document import document, items
from tests.papers import one

WHO = "van minister Kade (Marktzaken). (Ontvangen 23 april 1985)"
HEADING = f"Antwoord Antwoord {WHO}"
NOBODY = '<antwoorder functie="" ministerie=""/><mede-antwoorder/>'


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


def parts(paper: Paper) -> tuple[list[tuple[str | None, str]], list[tuple[str | None, str]]]:
    """Give the questions and the answers, each with its label."""
    sides = (paper.questions, paper.answers)
    asked, replied = ([(part.label, part.text.text) for part in side] for side in sides)
    return asked, replied


def told(paper: Paper) -> str | None:
    """Give the heading that is kept with the finding."""
    (text,) = (r.text for r in paper.remarks if r.rule == "antwoord-tussen-de-vragen")
    return text


def test_a_heading_parts_the_answers_from_the_questions() -> None:
    paper = mixed(("1", "Hoe?"), ("2", f"En? {HEADING}"), ("1", "Zo."), ("2", "Niet"), line="nu.")
    assert parts(paper) == ([("1", "Hoe?"), ("2", "En?")], [("1", "Zo."), ("2", "Niet nu.")])
    assert (paper.kind, paper.dated) == (PaperKind.ANSWER, date(1985, 4, 23))
    assert paper.answerers == (Mention(printed="Kade", name="Kade", office="minister Marktzaken"),)
    assert told(paper) == HEADING


@pytest.mark.parametrize(
    ("behind", "first"),
    [
        ("Ja.", (None, "Ja.")),
        ("1,2 en 3 Ja.", ("1,2 en 3", "Ja.")),
        ("1 t/m 3. Ja.", ("1 t/m 3", "Ja.")),
        ("1/2 «Ja.»", ("1/2", "«Ja.»")),
        ("1 en 2 keer.", (None, "1 en 2 keer.")),
        ("3 t/m 2 Ja.", (None, "3 t/m 2 Ja.")),
    ],
)
def test_the_text_behind_the_heading_may_open_with_a_joint_number(
    behind: str, first: tuple[str | None, str]
) -> None:
    paper = mixed(("1", f"Hoe? {HEADING} {behind}"))
    assert parts(paper) == ([("1", "Hoe?")], [first])


@pytest.mark.parametrize(
    ("heading", "answerers", "also", "day"),
    [
        (HEADING, ["Kade"], [], date(1985, 4, 23)),
        ("Antwoord van staatssecretaris De Graver (Zaken), mede namens de minister van Land."
         " (Ontvan- gen op 23 april 1985).", ["De Graver"], ["de minister van Land"],
         date(1985, 4, 23)),
        ("A n t w o o r d van minister Kade (Zaken) en van minister De Graver (Zaken)."
         " (O n t v a n g e n 23 april 1985)", ["De Graver", "Kade"], [], date(1985, 4, 23)),
        ("Antwoord van de heer Kade, minister van Zaken. (Ingezonden april)",
         ["De Graver", "Kade"], [], None),
        ("Antwoord Antwoord van staatssecretaris De", ["De Graver", "Kade"], [], None),
        ("Antwoord Antwoord minister Kade (Zaken). (Ontvanger, 23 april 1985)", ["Kade"], [],
         date(1985, 4, 23)),
        ("Antwoord Antwoord van minister Kade (Zaken). (Ontvangen 23", ["Kade"], [], None),
        ("Antwoord Antwoord", ["De Graver", "Kade"], [], None),
        ("Antwoord van minister Van den gen 23 april 1985)", ["De Graver", "Kade"], [],
         date(1985, 4, 23)),
        ("Antwoord van staatssecretaris april 1985)", ["De Graver", "Kade"], [], None),
    ],
)  # fmt: skip
def test_a_heading_says_who_answers_and_the_record_where_it_does_not(
    heading: str, answerers: list[str], also: list[str], day: date | None
) -> None:
    paper = mixed(("1", f"Hoe? {heading} Zo is het."), ("2", "Niet."))
    if heading.startswith("Antwoord Antwoord"):
        paper = mixed(("1", f"Hoe? {heading}"), ("1", "Zo is het."), ("2", "Niet."))
    assert told(paper) == heading
    assert [answerer.name for answerer in paper.answerers] == answerers
    assert [mention.printed for mention in paper.on_behalf_of] == also
    assert paper.dated == day
    assert [part.text.text for part in paper.answers] == ["Zo is het.", "Niet."]
    by_record = "antwoordgever-volgens-record" in {remark.rule for remark in paper.remarks}
    assert by_record == (answerers == ["De Graver", "Kade"])


@pytest.mark.parametrize(
    ("text", "heading", "behind"),
    [
        ("Hoe? Nader antwoord van minister De augustus 1985) Zo.",
         "Nader antwoord van minister De augustus 1985)", "Zo."),
        ("Hoe? Antwoord van minister Kade. Zo was het in (mei 1985) ook.", "Antwoord",
         "van minister Kade. Zo was het in (mei 1985) ook."),
        ("Hoe? Antwoord Antwoord van minister K (Zaken). (Ontvangen 2 dat schreef ik u al eerder.",
         "Antwoord Antwoord",
         "van minister K (Zaken). (Ontvangen 2 dat schreef ik u al eerder."),
    ],
)  # fmt: skip
def test_of_a_torn_heading_no_more_is_taken_than_is_surely_heading(
    text: str, heading: str, behind: str
) -> None:
    paper = mixed(("1", text), ("2", "Niet."))
    assert told(paper) == heading
    assert paper.answers[0].text.text == behind


def test_a_heading_that_ends_the_questions_is_followed_by_the_text_of_the_next() -> None:
    paper = mixed(("1", "Hoe? Antwoord"), ("1", "Zo."))
    assert parts(paper) == ([("1", "Hoe?")], [("1", "Zo.")])
    assert told(paper) == "Antwoord"


@pytest.mark.parametrize(
    "text",
    [
        "Kent u het antwoord van minister Kade? (Ontvangen 23 april 1985)",
        "Kent u het Antwoord van minister Kade?",
        "Antwoord op vraag 3 is er niet.",
    ],
)
def test_without_a_heading_the_text_stays_where_it_is(text: str) -> None:
    assert parts(mixed(("1", text), ("1", "Ja."))) == ([("1", text), ("1", "Ja.")], [])


def test_an_answer_that_is_spoken_of_is_no_beginning_of_the_heading() -> None:
    spoken_of = "Zie het antwoord van de minister van Zaken, nr. 806."
    paper = mixed(("1", f"Hoe? {spoken_of} {HEADING}"), ("1", "Zo."))
    assert parts(paper) == ([("1", f"Hoe? {spoken_of}")], [("1", "Zo.")])
    assert told(paper) == HEADING


def test_a_heading_that_opens_a_question_leaves_nothing_of_it() -> None:
    paper = mixed(("1", "Hoe?"), ("2", f"{HEADING} Zo."))
    assert parts(paper) == ([("1", "Hoe?")], [(None, "Zo.")])


def test_a_further_answer_is_known_by_its_heading() -> None:
    paper = mixed(("1", f"Hoe? Nader antwoord Nader antwoord {WHO} Toch."))
    assert paper.kind is PaperKind.FURTHER_ANSWER


def test_a_notice_is_one_text_with_its_heading() -> None:
    heading = f"Nadere mededeling Nadere mededeling {WHO}"
    paper = mixed(("1", f"Hoe? {heading} Ik antwoord"), ("2", "weken later"), line="pas.")
    assert paper.kind is PaperKind.NOTICE
    assert (parts(paper), told(paper)) == (([("1", "Hoe?")], []), None)
    assert paper.notice is not None
    assert paper.notice.text == f"{heading} Ik antwoord 2 weken later pas."
    assert [(r.rule, r.part) for r in paper.remarks][:1] == [("antwoord-tussen-de-vragen", None)]


def mark(number: int) -> str:
    """Give a footnote mark."""
    return f'<voetnoot nummer="{number}"/>'


def test_each_side_gets_the_notes_to_its_marks() -> None:
    noten = "".join(
        f'<noot nummer="{number}">{text}</noot>'
        for number, text in [(1, "vraag"), (2, "los"), (1, "antwoord"), (3, "ook antwoord")]
    )
    paper = mixed(
        ("1", f"Hoe? {mark(1)}"),
        ("2", f"En? {HEADING}"),
        ("1", f"Zo {mark(1)}en zo {mark(3)}, en {mark(4)}."),
        notes=noten,
    )
    vraag, los = Note(number="1", text="vraag"), Note(number="2", text="los")
    assert paper.question_notes == (vraag, los)
    assert [note.number for note in paper.answer_notes] == ["1", "3", "4"]


def test_what_is_told_of_a_part_goes_with_it() -> None:
    figure = '<voetnoot nummer="0"/>'
    paper = mixed(("1", f"Hoe? {figure}"), ("2", f"En? {HEADING} Ja."), ("2", f"Zo {figure}"))
    ordinals = [(r.part, r.ordinal) for r in paper.remarks if r.rule == "cijfer-als-nootteken"]
    assert ordinals == [(PartKind.QUESTION, 1), (PartKind.ANSWER, 2)]
