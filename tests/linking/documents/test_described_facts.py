"""Facts in metadata that are added to the documents of a case, or that contradict them."""

from datetime import date
from itertools import permutations

import pytest
from msgspec.structs import replace

from kv2rdf.model.document import CaseDocument
from kv2rdf.model.dossier import State
from kv2rdf.model.kinds import PaperKind, TextState
from kv2rdf.model.paper import Mention, Paper
from tests.kvr_document import document
from tests.linking.dossiers import ANSWER, QUESTION_PAPER, REPRINT, dossier, rules, texts
from tests.papers import CASE, read_paper
from tests.sources.official.metadata_examples import QUESTIONS, REPLY, metadata_list

ANNEX = "ah-tk-20042005-1262"
PAGE = "https://zoek.officielebekendmakingen.nl"


def questions(id_: str = "kv.xml", **changes: str | tuple[str, ...] | None) -> Paper:
    """Return the metadata of the question paper of the KVR documents in these tests."""
    fields = {"vraagnummer": CASE, "identifier": f"kv-{CASE}", "vergaderjaar": "2004-2005"}
    fields |= {"datumIndiening": "2005-02-05", "aanhangsel": ANNEX}
    return read_paper(metadata_list(QUESTIONS, **{**fields, **changes}), id_)


def reply(id_: str = "ah.xml", **changes: str | tuple[str, ...] | None) -> Paper:
    """Return the metadata of the answer in these tests."""
    fields = {"vraagnummer": CASE, "identifier": ANNEX, "aanhangselNummer": "1262"}
    fields |= {"vergaderjaar": "2004-2005", "datumOntvangst": "2005-02-23"}
    return read_paper(metadata_list(REPLY, **{**fields, "issued": None, **changes}), id_)


def names(found: CaseDocument) -> list[str | None]:
    """Return the names of the participants of a document."""
    return [participant.mention.name for participant in found.participants]


def test_metadata_alone_make_a_case_without_text() -> None:
    found = dossier(questions(), reply())
    assert (found.id, found.state) == (CASE, State.ANSWERED)
    assert found.questions.text_state is TextState.DATA_ONLY
    assert (found.questions.title, found.questions.dated) == (
        "De sluis bij Dorp",
        date(2005, 2, 5),
    )
    assert found.questions.topics == ("verkeer-water",)
    (answer,) = found.answers
    assert rules(answer) == [
        ("antwoordgever-volgens-record", "ah"),
        ("antwoordtekst-ontbreekt", "ah"),
    ]
    assert names(answer) == ["I.W. Mos"]


def test_the_title_of_the_questions_is_found_in_that_of_the_answer() -> None:
    found = dossier(reply())
    assert found.title == "Vragen van het lid Bos over de sluis"
    assert [source.key for source in found.questions.sources] == ["ah"]


def test_the_text_is_published_and_metadata_add_the_identifier_and_the_page() -> None:
    printed = dossier(QUESTION_PAPER, ANSWER)
    found = dossier(QUESTION_PAPER, ANSWER, questions(), reply())
    assert texts(found.questions) == texts(printed.questions)
    assert texts(found.answers[0]) == texts(printed.answers[0])
    assert found.questions.text_state is TextState.COMPLETE
    assert found.questions.publications == (f"kv-{CASE}",)
    assert found.questions.page_urls == (f"{PAGE}/kv-{CASE}.html",)
    assert found.answers[0].publications == (ANNEX,)
    assert found.answers[0].page_urls == (f"{PAGE}/{ANNEX}.html",)
    assert [source.key for source in found.questions.sources][-2:] == ["kv", "ah"]
    assert [source.key for source in found.answers[0].sources] == ["KVR3", "ah"]
    assert found.questions.topics == ("verkeer-water",)
    assert names(found.answers[0]) == names(printed.answers[0])


def test_the_order_of_the_papers_makes_no_difference() -> None:
    papers = (QUESTION_PAPER, ANSWER, questions(), reply())
    assert len({repr(dossier(*order)) for order in permutations(papers)}) == 1


def test_a_day_and_persons_that_a_version_lacks_are_taken_from_the_metadata() -> None:
    torn = replace(ANSWER, dated=None, answerers=(), on_behalf_of=())
    found = dossier(torn, reply())
    assert (found.answered, found.answers[0].dated) == (date(2005, 2, 23), date(2005, 2, 23))
    assert names(found.answers[0]) == ["I.W. Mos"]
    assert ("antwoordgever-volgens-record", "ah") in rules(found.answers[0])


def test_persons_on_whose_behalf_a_version_replies_are_not_joined_by_those_of_the_metadata() -> (
    None
):
    behalf = (Mention(printed="de Minister van Land", office="Minister van Land"),)
    found = dossier(replace(ANSWER, answerers=(), on_behalf_of=behalf), reply())
    assert ("antwoordgever-volgens-record", "ah") not in rules(found.answers[0])


def test_the_text_decides_of_which_kind_a_reply_is() -> None:
    found = dossier(ANSWER, reply(type=("Mededeling",), title="Uitstel beantwoording vragen"))
    (answer,) = found.answers
    assert answer.kind is PaperKind.ANSWER
    assert ("soort-niet-eenduidig", "ah") in rules(answer)
    assert found.notices == ()
    assert ("soort-niet-eenduidig", "ah") not in rules(dossier(ANSWER, reply()).answers[0])


def test_the_metadata_of_a_reprint_do_not_replace_the_text_of_the_first_edition() -> None:
    first, _ = REPRINT
    found = dossier(first, reply(identifier=f"{ANNEX}-h1"))
    assert texts(found.answers[0]) == ["Ja.", "Niets."]
    assert found.answers[0].publications == (f"{ANNEX}-h1",)


@pytest.mark.parametrize(
    ("title", "state", "is_delay"),
    [
        ("Uitstel beantwoording vragen van het lid Bos", State.DELAYED, True),
        ("Intrekking vragen van het lid Bos", State.WITHDRAWN, False),
        ("Mededeling over vragen van het lid Bos", State.OPEN, False),
    ],
)
def test_the_title_of_a_notice_without_text_says_what_it_announces(
    title: str, state: State, *, is_delay: bool
) -> None:
    found = dossier(questions(), reply(type=("Mededeling",), title=title))
    (notice,) = found.notices
    assert (found.state, notice.is_delay, notice.text) == (state, is_delay, None)
    assert ("antwoordtekst-ontbreekt", "ah") in rules(notice)


def test_a_provisional_paper_is_one_document_with_the_final_one() -> None:
    provisional = reply("a.xml", identifier="ah-1300001", documentStatus="Onopgemaakt")
    (answer,) = dossier(provisional, reply("b.xml", identifier=ANNEX)).answers
    assert answer.publications == (ANNEX, "ah-1300001")
    assert [source.key for source in answer.sources] == ["b", "a"]
    (alone,) = dossier(provisional).answers
    assert (alone.publications, alone.page_urls) == (("ah-1300001",), ())
    assert alone.number == answer.number


def test_topics_and_title_that_the_version_lacks_are_taken_from_the_metadata() -> None:
    found = dossier(read_paper(document()), questions(category="Bestuur | Gemeenten"))
    assert found.questions.full_title == "De sluis bij Dorp"
    assert found.questions.topics == ("bestuur-gemeenten",)
