"""The papers of one cluster become its dossiers."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kv2rdf.linking.assemble import assemble
from kv2rdf.model.document import Document, QuestionLink
from kv2rdf.model.dossier import Cluster, Dossier, State
from kv2rdf.model.kinds import PaperKind, SourceKind
from kv2rdf.model.paper import Paper
from kv2rdf.model.participants import Role
from kv2rdf.reference.folders import folder
from tests.kvr_document import ANSWERS, document, items, notice, questions_only
from tests.papers import identities, one, paper, part, read

Q, A, N = PaperKind.QUESTIONS, PaperKind.ANSWER, PaperKind.NOTICE
PLACE = "Kamervragen met antwoord 2004-2005, nr. {}, Tweede Kamer"
LATER = "Dit kan niet binnen de termijn, omdat er overleg is. Ik zal u de antwoorden"
VRAAG = '<vraag nummer="1">Kent u het bericht?</vraag><vraag nummer="2">Zo ja,</vraag>'

V = one(questions_only(questions=VRAAG), "V040509430.xml")
NOTICE = one(notice(LATER).replace("nr. 1262", "nr. 1200"), "KVR2.xml")
ANSWER = one(document(), "KVR3.xml")
SEED = read((folder("seeds") / "kamervragen" / "2022Z00634.txt").read_bytes(), "2022Z00634.txt")
JOINT = paper("j", A, cases=(("2040500010",), ("2040500020",)), annex="9",
              answers=(part("Ja.", "1"), part("Nee.", "2")))  # fmt: skip
SHARED = (
    JOINT,
    paper("a", Q, cases=(("2040500010",),), questions=(part("Een?", "1"), part("Twee?", "2"))),
    paper("b", Q, cases=(("2040500020",),), questions=(part("Drie?", "1"),)),
)
REPRINT = (
    one(document(), "KVR1.xml"),
    one(document(record=items(Vindplaats=PLACE.format("1262H")),
                 answers=ANSWERS.replace("Niets", "Alles")), "KVR2.xml"),
)  # fmt: skip


def dossier(*papers: Paper) -> Dossier:
    """Give the one dossier of papers."""
    (found,) = assemble(papers, identities()).dossiers
    return found


def rules(document: Document) -> list[tuple[str, str]]:
    """Give the rules of the findings on a document, each with its source."""
    return [(finding.rule, finding.source.key) for finding in document.findings]


def texts(document: Document) -> list[str]:
    """Give the texts of a document's parts."""
    return [part.text.text for part in document.parts]


def test_three_papers_of_one_case_are_one_dossier() -> None:
    found = dossier(V, NOTICE, ANSWER)
    assert (found.id, found.state, found.session_year) == (
        "2040509430",
        State.ANSWERED,
        "2004-2005",
    )
    assert found.title == (
        "Vragen van het lid Van Voorbeeld (ABC) aan de minister van Marktzaken over het weer op "
        "de markt"
    )
    assert [d.kind for d in found.documents] == [Q, N, A]
    assert texts(found.questions) == ["Kent u het bericht?", "Zo ja, en dan?"]
    assert [source.key for source in found.questions.sources] == ["V040509430", "KVR2", "KVR3"]
    assert rules(found.questions) == [
        ("laatste-regel-in-type", "V040509430"),
        ("exacte-kopie", "KVR2"),
        ("exacte-kopie", "KVR3"),
    ]
    assert found.notices[0].is_delay
    assert found.notices[0].delay_reason == "Dit kan niet binnen de termijn, omdat er overleg is."
    assert [part.answers_to[0].question for part in found.answers[0].parts] == ["1", "2"]
    assert (found.clock.days, found.clock.in_time) == (18, True)


@pytest.mark.parametrize(
    ("papers", "state"),
    [
        ((V,), State.OPEN),
        ((NOTICE,), State.DELAYED),
        ((ANSWER, NOTICE), State.ANSWERED),
        ((one(notice("De vragen zijn ingetrokken, dat kan ik u")),), State.WITHDRAWN),
        ((one(notice("Deze vragen heb ik")),), State.OPEN),
    ],
)
def test_a_case_has_come_as_far_as_its_papers(papers: tuple[Paper, ...], state: State) -> None:
    assert dossier(*papers).state is state


def test_a_further_answer_stops_no_clock() -> None:
    further = one(document(last_line="Nader antwoord"))
    found = dossier(further)
    assert (found.state, found.clock.days) == (State.ANSWERED, None)


def test_a_reprint_stands_over_the_first_print_whose_text_is_kept_whole() -> None:
    found = dossier(*REPRINT)
    (answer,) = found.answers
    assert texts(answer) == ["Ja.", "Alles."]
    assert [source.key for source in answer.sources] == ["KVR2", "KVR1"]
    (aside,) = answer.findings
    assert (aside.rule, aside.text, aside.source.key) == ("tekst-terzijde", "Niets.", "KVR1")
    assert aside.concerns is not None
    assert aside.concerns.key == "2"
    assert found.aliases == ("ah-tk-20042005-1262", "KVR1", "KVR2")


def test_a_reprint_about_another_case_is_no_answer_to_the_first() -> None:
    first = one(document(), "KVR1.xml")
    again = items(Vindplaats=PLACE.format("1262H"), Vraagnr_bij_indiening="2040509500")
    reprint = one(document(record=again), "KVR2.xml")
    one_case, other = assemble([first, reprint], identities()).dossiers
    assert (one_case.id, one_case.state, one_case.answers) == ("2040509430", State.OPEN, ())
    (answer,) = other.answers
    assert (answer.cases, len(answer.sources)) == (("2040509500",), 2)


def test_identical_twins_stand_once_and_are_named() -> None:
    found = dossier(one(document(), "KVR1.xml"), one(document(), "KVR2.xml"))
    (answer,) = found.answers
    assert rules(answer) == rules(found.questions) == [("exacte-kopie", "KVR2")]
    assert [source.key for source in answer.sources] == ["KVR1", "KVR2"]


def test_a_page_that_came_twice_gives_one_notice() -> None:
    twin = read((folder("seeds") / "kamervragen" / "2022Z00634.txt").read_bytes(), "again.txt")
    found = dossier(*SEED, *twin)
    (told,) = found.notices
    assert (told.fallback, len(found.answers)) == ("2022-02-08", 1)
    assert rules(told) == [("exacte-kopie", "again")]


def test_two_notices_of_one_day_have_each_an_address() -> None:
    notices = [
        paper(key, N, notice=f"Later ({key}).", source=SourceKind.OPENKAMER) for key in ("a", "b")
    ]
    found = dossier(*notices)
    assert [told.fallback for told in found.notices] == ["2005-02-23", "2005-02-23-2"]


def test_two_cases_that_share_a_paper_are_two_dossiers_of_one_cluster() -> None:
    first, second = assemble(SHARED, identities()).dossiers
    assert [first.id, second.id] == ["2040500010", "2040500020"]
    assert first.answers == second.answers
    (answer,) = first.answers
    assert (answer.home, answer.cases) == ("2040500010", ("2040500010", "2040500020"))
    assert texts(first.questions) == ["Een?", "Twee?"]
    assert texts(second.questions) == ["Drie?"]
    assert answer.parts[1].answers_to == (QuestionLink(case="2040500010", question="2"),)
    assert (first.aliases, second.aliases) == (("a",), ("b",))


def test_an_answer_that_no_number_links_has_no_question() -> None:
    lost = paper("a", A, questions=(part("Een?", "1"),), answers=(part("Ja."), part("Nee.", "7")))
    assert [part.answers_to for part in dossier(lost).answers[0].parts] == [(), ()]


def test_an_answer_is_no_reference_to_itself() -> None:
    answers = (part("Ja.", "1"), part("Zie antwoord op vraag 2 en antwoord op vraag 1.", "2"))
    found = dossier(paper("a", A, annex="9", answers=answers)).answers[0]
    assert [[r.answers for r in part.references] for part in found.parts] == [[], [("1",)]]


def test_a_case_without_questions_has_a_question_document_still() -> None:
    found = dossier(paper("a", N, annex="9", notice="Later."))
    assert (found.questions.parts, found.questions.dated) == ((), date(2005, 2, 5))


def test_what_is_told_of_questions_stays_with_them() -> None:
    empty = f"{ANSWERS}<antwoord nummer='3'/>"
    found = dossier(one(document(questions=f"{VRAAG}<vraag nummer='3'/>", answers=empty)))
    assert rules(found.questions) == [("leeg-onderdeel", "KVR1")]
    assert rules(found.answers[0]) == [("leeg-onderdeel", "KVR1")]
    assert found.questions.findings[0].place == "vraag/@nummer 3"


def test_what_is_told_of_questions_that_a_paper_has_lost_is_kept() -> None:
    xml = document(
        questions='<vraag nummer="1"/>',
        question_notes='<noot nummer="1">De Krant</noot>',
        explanation="<toelichting>Zo is het.</toelichting>",
        tabled="Uoktober 1993)",
    )
    questions = dossier(V, one(xml, "KVR3.xml")).questions
    assert [source.key for source in questions.sources] == ["V040509430"]
    kept = [finding.text for finding in questions.findings if finding.source.key == "KVR3"]
    assert {"Uoktober 1993)", "De Krant", "Zo is het."} <= set(kept)


def test_people_are_numbered_over_the_case() -> None:
    found = dossier(NOTICE, ANSWER, one(document(last_line="Nader antwoord"), "KVR4.xml"))
    people = [p for document in found.documents for p in document.participants]
    assert [(p.role, p.ordinal) for p in people][:3] == [
        (Role.ASKER, 1),
        (Role.ADDRESSEE, 1),
        (Role.NOTIFIER, 1),
    ]
    assert len({(p.role, p.ordinal) for p in people}) == len(people)


CLUSTERS = [(V, NOTICE, ANSWER), SHARED, REPRINT, SEED]


@given(st.data())
def test_the_order_of_papers_makes_no_difference(data: st.DataObject) -> None:
    papers = data.draw(st.sampled_from(CLUSTERS))
    expected: Cluster = assemble(papers, identities())
    assert assemble(data.draw(st.permutations(papers)), identities()) == expected
