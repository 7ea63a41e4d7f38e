"""Peculiarities of papers, metadata and records that matter only when a case is assembled."""

from datetime import date
from itertools import permutations

import pytest

from kv2rdf.linking.assemble import assemble
from kv2rdf.model.dossier import Dossier
from kv2rdf.model.paper import Paper
from kv2rdf.model.participants import Role
from kv2rdf.model.rules import FindingRule, MatchRule
from tests.papers import person_matcher, read_paper, texts
from tests.sources.odata.examples import record
from tests.sources.official.metadata_examples import QUESTIONS, metadata_list
from tests.sources.official.papers import ASKED, REPLIED, answer, official, question

NUMBER = "2030Z00017"
POINTER = "https://zoek.officielebekendmakingen.nl/{}/metadata.xml"


def dossiers(*papers: Paper) -> tuple[Dossier, ...]:
    return assemble(papers, person_matcher()).dossiers


def dossier(*papers: Paper) -> Dossier:
    (found,) = dossiers(*papers)
    return found


def rules(found: Dossier) -> set[FindingRule]:
    return {finding.rule for document in found.documents for finding in document.findings}


def reply(*body: str, asked: str = ASKED) -> Paper:
    """Return the paper with the answers to the questions with NUMBER."""
    pointer = f'{POINTER.format("ah-tk-20302031-17")}"/><meta name="vraagnummer" content="{NUMBER}'
    return read_paper(official(*body, asked=asked, identifier=pointer), "ah-tk-20302031-17.xml")


def asked_by(names: str, chamber: str = "Tweede Kamer der Staten-Generaal") -> Paper:
    asked = f"Vragen van {names} aan de Minister van Land over de sluis (ingezonden 3 maart 2015)."
    replied = REPLIED.replace("2030", "2015")
    session = "Vergaderjaar 2014-2015"
    return read_paper(
        official(question("1", "a"), asked=asked, replied=replied, session=session, chamber=chamber)
    )


def test_the_number_of_a_footnote_is_not_that_of_its_id() -> None:
    note = '<noot id="n2" type="voet"><noot.nr>1</noot.nr><noot.al>Krant.</noot.al></noot>'
    paper = read_paper(official(question("1", f"Kent u dit?{note}")))
    assert [note.number for note in paper.question_notes] == ["1"]


def test_an_instruction_for_the_typesetter_is_not_text() -> None:
    group = "<al-groep><al>a<?xpp afbm?>b</al><?xpp lead;-1?><al>c</al></al-groep>"
    paper = read_paper(official(question("1", "?"), answer("1", group)))
    assert texts(paper.answers) == [(("1",), "ab\nc")]


def test_a_paragraph_may_begin_with_white_space_and_emphasis() -> None:
    block = "<al>\n     <nadruk type='cur'>Ja</nadruk>, zeker.</al>"
    paper = read_paper(official(question("1", "?"), answer("1", block)))
    assert texts(paper.answers) == [(("1",), "Ja, zeker.")]


def test_a_list_may_be_in_a_question() -> None:
    items = "".join(f"<li><li.nr>{mark}</li.nr><al>punt</al></li>" for mark in ("a.", "–"))
    paper = read_paper(official(question("1", "Wat is:", f"<lijst>{items}</lijst>")))
    assert texts(paper.questions) == [(("1",), "Wat is:\na. punt\n– punt")]


@pytest.mark.parametrize("order", list(permutations(range(2))))
def test_questions_may_be_joined_only_in_the_paper_with_the_answers(order: tuple[int, ...]) -> None:
    joint = reply(
        question("1, 2, 4", "Gaat hij open? Gaat hij dicht? Wanneer?"), answer("1, 2 en 4", "Ja.")
    )
    single = read_paper(
        official(
            question("1", "Gaat hij open?"),
            question("2", "Gaat hij dicht?"),
            question("4", "Wanneer?"),
            number=NUMBER,
            replied=None,
        ),
        "kv.xml",
    )
    papers = (joint, single)
    found = dossier(*(papers[n] for n in order))
    assert [part.key for part in found.questions.parts] == ["1", "2", "4"]
    assert [(part.key, part.label) for part in found.answers[0].parts] == [("1-2-4", "1, 2 en 4")]
    assert FindingRule.PART_OF_ANOTHER_PRINT not in rules(found)


def test_a_question_without_an_answer_and_an_answer_without_a_question_are_published() -> None:
    found = dossier(
        reply(question("1", "a"), question("2", "b"), answer("1", "c"), answer("3", "d"))
    )
    assert [part.key for part in found.questions.parts] == ["1", "2"]
    assert [part.key for part in found.answers[0].parts] == ["1", "3"]


def test_the_day_of_publication_is_not_a_day_of_the_case() -> None:
    metadata = metadata_list(QUESTIONS, available="2040-01-01")
    found = dossier(read_paper(metadata, "metadata.xml"))
    assert {document.dated for document in found.documents} == {date(2031, 1, 13)}


def test_a_prefix_that_is_joined_to_a_name_is_kept_and_the_person_found() -> None:
    (asker,) = dossier(asked_by("het lid J.J. vanDijk (SP)")).questions.participants[:1]
    assert asker.mention.name == "J.J. vanDijk"
    assert (asker.person, asker.person_rule) == (
        dossier(asked_by("het lid Jasper van Dijk (SP)")).questions.participants[0].person,
        MatchRule.SEAT_ON_DAY,
    )
    assert asker.person is not None


def test_a_title_may_be_the_whole_description() -> None:
    title = "Vragen van de leden Bos (D66), J. vanDam (ABC) en De Vos (DEF) inzake de sluis."
    paper = read_paper(metadata_list(QUESTIONS, title=title))
    assert paper.title == title


def test_a_subject_in_other_letters_is_a_finding() -> None:
    asked = ASKED.replace("de sluis", "de TOZO")
    stated = metadata_list(QUESTIONS, title="De Tozo", vraagnummer=NUMBER, aanhangsel=None)
    found = dossier(reply(question("1", "a"), asked=asked), read_paper(stated, "metadata.xml"))
    assert found.title.endswith("de TOZO")
    assert FindingRule.TEXT_SET_ASIDE in rules(found)


def test_a_record_may_name_29_ministers() -> None:
    names = ", ".join(f"Minister {letter}" for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZÀÉÎ")
    found = dossier(read_paper(record(**{"Gericht aan": names}), "a.json"))
    assert sum(p.role is Role.ADDRESSEE for p in found.questions.participants) == 29


def test_records_with_one_subject_and_asker_are_two_cases() -> None:
    papers = [
        read_paper(
            record(Nummer=number, Onderwerp=f"De sluis{words}", Indiener="Inge Bos (I.)"),
            f"{number}.json",
        )
        for number, words in (("2031Z00001", ""), ("2031Z00002", " (herdruk)"))
    ]
    for order in permutations(papers):
        assert [found.id for found in dossiers(*order)] == ["2031Z00001", "2031Z00002"]
