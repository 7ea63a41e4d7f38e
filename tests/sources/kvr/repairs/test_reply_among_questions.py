"""A reply among the questions of a KVR document, found by its heading."""

from datetime import date

from kv2rdf.model.kinds import PaperKind, PartKind
from kv2rdf.model.paper import Mention
from kv2rdf.model.text import Note
from tests.every_case import every_case
from tests.kvr_scan import labelled_texts, read_mixed_scan, reply_heading

WHO = "van minister Kade (Marktzaken). (Ontvangen 23 april 1985)"
HEADING = f"Antwoord Antwoord {WHO}"


def test_a_heading_separates_the_answers_from_the_questions() -> None:
    paper = read_mixed_scan(
        ("1", "Hoe?"), ("2", f"En? {HEADING}"), ("1", "Zo."), ("2", "Niet"), line="nu."
    )
    assert labelled_texts(paper) == (
        [("1", "Hoe?"), ("2", "En?")],
        [("1", "Zo."), ("2", "Niet nu.")],
    )
    assert (paper.kind, paper.dated) == (PaperKind.ANSWER, date(1985, 4, 23))
    officer = Mention(printed="Kade", name="Kade", office="minister", ministry="Marktzaken")
    assert paper.answerers == (officer,)
    assert reply_heading(paper) == HEADING


def test_questions_after_the_heading_are_questions_while_their_numbers_go_on() -> None:
    columns = ("1", "Hoe?"), ("2", f"En? {HEADING} Vooraf."), ("3", "Waar?"), ("5", "Wie?")
    paper = read_mixed_scan(*columns, ("1", "Zo?"), ("6", "Niet"), line="nu.")
    questions = [("1", "Hoe?"), ("2", "En?"), ("3", "Waar?"), ("5", "Wie?")]
    assert labelled_texts(paper) == (
        questions,
        [(None, "Vooraf."), ("1", "Zo?"), ("6", "Niet nu.")],
    )


def test_an_answer_with_the_next_number_is_not_a_question() -> None:
    paper = read_mixed_scan(("1", f"Hoe? {HEADING}"), ("2", "Zo."), ("3", "Waar?"), line="")
    assert labelled_texts(paper) == ([("1", "Hoe?")], [("2", "Zo."), ("3", "Waar?")])


@every_case(
    ("after", "first"),
    [
        ("Ja.", (None, "Ja.")),
        ("1,2 en 3 Ja.", ("1,2 en 3", "Ja.")),
        ("1 t/m 3. Ja.", ("1 t/m 3.", "Ja.")),
        ("1 , 2 e n 3 Ja.", ("1 , 2 e n 3", "Ja.")),
        ("1 tot en met 3 Ja.", ("1 tot en met 3", "Ja.")),
        ("1/2 «Ja.»", ("1/2", "«Ja.»")),
        ("1 en 2 keer.", (None, "1 en 2 keer.")),
        ("3 t/m 2 Ja.", (None, "3 t/m 2 Ja.")),
    ],
)
def test_the_text_after_the_heading_may_open_with_a_joint_number(
    after: str, first: tuple[str | None, str]
) -> None:
    paper = read_mixed_scan(("1", f"Hoe? {HEADING} {after}"))
    assert labelled_texts(paper) == ([("1", "Hoe?")], [first])


@every_case(
    ("heading", "answerers", "also", "day"),
    [
        (HEADING, ["Kade"], [], date(1985, 4, 23)),
        ("Antwoord van staatssecretaris De Graver (Zaken), mede namens de minister van Land."
         " (Ontvan- gen op 23 april 1985).", ["De Graver"], ["de minister van Land"],
         date(1985, 4, 23)),
        ("A n t w o o r d van minister Kade (Zaken) en van minister De Graver (Zaken)."
         " (O n t v a n g e n 23 april 1985)", ["De Graver", "Kade"], [], date(1985, 4, 23)),
        ("Antwoord van de heer Kade, minister van Zaken. (Ingezonden april)", ["Kade"], [], None),
        ("Antwoord Antwoord van staatssecretaris De", ["De Graver", "Kade"], [], None),
        ("Antwoord Antwoord minister Kade (Zaken). (Ontvanger, 23 april 1985)", ["Kade"], [],
         date(1985, 4, 23)),
        ("Antwoord Antwoord van minister Kade (Zaken). (Ontvangen 23", ["Kade"], [], None),
        ("Antwoord Antwoord", ["De Graver", "Kade"], [], None),
        ("Antwoord van minister Van den gen 23 april 1985)", ["De Graver", "Kade"], [],
         date(1985, 4, 23)),
        ("Antwoord van staatssecretaris april 1985)", ["De Graver", "Kade"], [], None),
        ("Antwoord A'ntwoord van minister Kade (Zaken). (Ont- vangen 23 april 1985)", ["Kade"], [],
         date(1985, 4, 23)),
        ("Antwoordvan minister Kade (Zaken), (ontvangen 23 april 1985)", ["Kade"], [],
         date(1985, 4, 23)),
        ("Antwoord van minister Kade (Zaken). (Ontvangen 23 april 1985", ["Kade"], [],
         date(1985, 4, 23)),
        ("Antwoord van minister Kade (Zaken). (Ontvangen 23 april", ["Kade"], [], None),
    ],
)  # fmt: skip
def test_the_answerers_are_read_from_the_heading_or_else_from_the_record(
    heading: str, answerers: list[str], also: list[str], day: date | None
) -> None:
    paper = read_mixed_scan(("1", f"Hoe? {heading} Zo is het."), ("2", "Niet."))
    if heading.startswith("Antwoord Antwoord"):
        paper = read_mixed_scan(("1", f"Hoe? {heading}"), ("1", "Zo is het."), ("2", "Niet."))
    assert reply_heading(paper) == heading
    assert [answerer.name for answerer in paper.answerers] == answerers
    assert [mention.printed for mention in paper.on_behalf_of] == also
    assert paper.dated == day
    assert [part.text.text for part in paper.answers] == ["Zo is het.", "Niet."]
    by_record = "antwoordgever-volgens-record" in {remark.rule for remark in paper.remarks}
    assert by_record == (answerers == ["De Graver", "Kade"])


@every_case(
    ("text", "heading", "after"),
    [
        ("Hoe? Nader antwoord van minister De augustus 1985) Zo.",
         "Nader antwoord van minister De augustus 1985)", "Zo."),
        ("Hoe? Antwoord van minister Kade. Zo was het in (mei 1985) ook.", "Antwoord",
         "van minister Kade. Zo was het in (mei 1985) ook."),
        ("Hoe? Antwoord Antwoord van minister K (Zaken). (Ontvangen 2 dat schreef ik u al eerder.",
         "Antwoord Antwoord",
         "van minister K (Zaken). (Ontvangen 2 dat schreef ik u al eerder."),
        ("Hoe? Zie de krant van 3 mei jl. Antwoord van minister Van den 1985) Zo.",
         "Antwoord van minister Van den 1985)", "Zo."),
        ("Hoe? Zie de krant van 3 mei jl. Antwoord van staatssecretaris Van"
         " 1, 2 en 3 Zo is het; en ik zie er naar uit dat het zo zal blijven.",
         "Antwoord van staatssecretaris Van",
         "Zo is het; en ik zie er naar uit dat het zo zal blijven."),
    ],
)  # fmt: skip
def test_only_the_certain_words_of_a_torn_heading_are_taken(
    text: str, heading: str, after: str
) -> None:
    paper = read_mixed_scan(("1", text), ("2", "Niet."))
    assert reply_heading(paper) == heading
    assert paper.answers[0].text.text == after


def test_a_heading_that_ends_the_questions_is_followed_by_the_text_of_the_next() -> None:
    paper = read_mixed_scan(("1", "Hoe? Antwoord"), ("1", "Zo."))
    assert labelled_texts(paper) == ([("1", "Hoe?")], [("1", "Zo.")])
    assert reply_heading(paper) == "Antwoord"


@every_case(
    "text",
    [
        "Kent u het antwoord van minister Kade? (ontvangen 23 april 1985)",
        "Kent u het antwoord van minister Kade? (Overigens gaf hij 2 antwoorden.)",
        "Zie de brief van de minister van Zaken, nr. 1. (Ontvangen 23 april 1985), zie ook nr. 2",
        "Kent u het Antwoord van minister Kade?",
        "Antwoord op vraag 3 is er niet.",
        "Dat is zo. Antwoord van minister Kade op vraag 2 en 3 is er niet.",
    ],
)
def test_without_a_heading_the_text_stays_where_it_is(text: str) -> None:
    assert labelled_texts(read_mixed_scan(("1", text), ("1", "Ja."))) == (
        [("1", text), ("1", "Ja.")],
        [],
    )


@every_case(
    "heading",
    [
        "Antwoord Antwoord van minister Kade (Zaken). (Ontvagen 23 april 1985)",
        "Ant-woord Antw oord van minister Kade (Zaken). (Ontvarv gen 23 april 1985}",
        "N a d e r a n t w o o r d van minister Kade (Zaken). (Qntvangen op 23 april 1985)",
        "Aritwoord vari minister Kade (Zaken). (Ontvangen 23 april 1985).",
        "Antwoora van rninister Kade (Zaken), mede namens die van Wonen (Ontvangcn 2 mei 1985)",
        "Zaken). (Ontvangen 23 april 1985)",
        "(Ontvangen 23 april 1985)",
    ],
)
def test_a_heading_with_torn_words_is_recognised_by_its_day(heading: str) -> None:
    inside = read_mixed_scan(("1", f"Hoe? {heading} Zo."), ("2", "Niet."))
    assert reply_heading(inside) == heading
    assert labelled_texts(inside) == ([("1", "Hoe?")], [(None, "Zo."), ("2", "Niet.")])
    at_an_end = read_mixed_scan(("1", f"Hoe? {heading}"), ("1", "Zo."))
    assert labelled_texts(at_an_end) == ([("1", "Hoe?")], [("1", "Zo.")])


def test_a_notice_is_recognised_by_its_torn_name() -> None:
    paper = read_mixed_scan(
        ("1", "Hoe? Mededelinq van minister Kade. (Ontvangen 2 mei 1985) Ik wacht.")
    )
    assert paper.kind is PaperKind.NOTICE


def test_a_mentioned_answer_does_not_begin_the_heading() -> None:
    mention = "Zie het antwoord van de minister van Zaken, nr. 806."
    paper = read_mixed_scan(("1", f"Hoe? {mention} {HEADING}"), ("1", "Zo."))
    assert labelled_texts(paper) == ([("1", f"Hoe? {mention}")], [("1", "Zo.")])
    assert reply_heading(paper) == HEADING


def test_a_heading_that_opens_a_question_leaves_nothing_of_it() -> None:
    paper = read_mixed_scan(("1", "Hoe?"), ("2", f"{HEADING} Zo."))
    assert labelled_texts(paper) == ([("1", "Hoe?")], [(None, "Zo.")])


def test_a_further_answer_is_recognised_by_its_heading() -> None:
    paper = read_mixed_scan(("1", f"Hoe? Nader antwoord Nader antwoord {WHO} Toch."))
    assert paper.kind is PaperKind.FURTHER_ANSWER


def test_a_notice_is_one_text_with_its_heading() -> None:
    heading = f"Nadere mededeling Nadere mededeling {WHO}"
    paper = read_mixed_scan(("1", f"Hoe? {heading} Ik antwoord"), ("2", "weken later"), line="pas.")
    assert paper.kind is PaperKind.NOTICE
    assert (labelled_texts(paper), reply_heading(paper)) == (([("1", "Hoe?")], []), None)
    assert paper.notice is not None
    assert paper.notice.text == f"{heading} Ik antwoord 2 weken later pas."
    assert [(r.rule, r.part) for r in paper.remarks][:1] == [("antwoord-tussen-de-vragen", None)]


def test_remarks_on_questions_that_are_a_notice_are_on_the_notice() -> None:
    paper = read_mixed_scan(("1", f"Hoe? Mededeling Mededeling {WHO} Ik antwoord"), ("2)", "later"))
    assert [(r.rule, r.part, r.ordinal) for r in paper.remarks][:2] == [
        ("nummer-onleesbaar", None, None), ("antwoord-tussen-de-vragen", None, None),
    ]  # fmt: skip


def mark(number: int) -> str:
    """Return a footnote mark."""
    return f'<voetnoot nummer="{number}"/>'


def test_each_side_has_the_notes_of_its_marks() -> None:
    noten = "".join(
        f'<noot nummer="{number}">{text}</noot>'
        for number, text in [(1, "vraag"), (2, "los"), (1, "antwoord"), (3, "ook antwoord")]
    )
    paper = read_mixed_scan(
        ("1", f"Hoe? {mark(1)}"),
        ("2", f"En? {HEADING}"),
        ("1", f"Zo {mark(1)}en zo {mark(3)}, en {mark(4)}."),
        notes=noten,
    )
    question_note, unmarked_note = Note(number="1", text="vraag"), Note(number="2", text="los")
    assert paper.question_notes == (question_note, unmarked_note)
    assert [note.number for note in paper.answer_notes] == ["1", "3", "4"]


def test_a_remark_moves_with_its_part() -> None:
    figure = '<voetnoot nummer="0"/>'
    paper = read_mixed_scan(
        ("1", f"Hoe? {figure}"), ("2", f"En? {HEADING} Ja."), ("2", f"Zo {figure}")
    )
    ordinals = [(r.part, r.ordinal) for r in paper.remarks if r.rule == "cijfer-als-nootteken"]
    assert ordinals == [(PartKind.QUESTION, 1), (PartKind.ANSWER, 2)]
