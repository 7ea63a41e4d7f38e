"""A fact in only one source of a case is published. Only differences become findings."""

from datetime import date
from itertools import permutations
from typing import Any

import pytest
from msgspec.structs import replace

from kv2rdf.model.document import CaseDocument
from kv2rdf.model.dossier import Dossier
from kv2rdf.model.paper import Mention, Paper
from kv2rdf.model.participants import Role
from tests.kvr_document import document
from tests.linking.dossiers import dossier
from tests.openkamer_page import block, page
from tests.papers import CASE, read_paper, read_papers
from tests.sources.odata.examples import record
from tests.sources.official.metadata_examples import (
    QUESTIONS,
    REPLY,
    metadata_list,
    owms_metadata,
)
from tests.sources.official.papers import answer, official, question

NUMBER = "2031Z00031"
METADATA = read_paper(owms_metadata(QUESTIONS), "kv.xml")
REPLY_METADATA = read_paper(metadata_list(REPLY), "ah.xml")
PAGE = read_papers(
    page(block(1, "Gaat de sluis open?", "Ja."))
    .replace("2021Z00001", NUMBER)
    .replace("20202021-1234", "20302031-78"),
    "page.txt",
)
OFFICIAL = read_paper(
    official(question("1", "Gaat de sluis open?"), answer("1", "Ja."), number="78"), "78.xml"
)


def recorded(id_: str = "record.json", **changes: Any) -> tuple[Paper, ...]:
    """Return the papers of a record of the case."""
    return read_papers(record(Nummer=NUMBER, **changes), id_)


def actor(relation: str, name: str, **words: str) -> dict[str, str]:
    """Return an actor of a record."""
    return {"Relatie": relation, "ActorNaam": name, **words}


def in_every_order(*papers: Paper) -> Dossier:
    """Return the dossier of papers, which is the same in every order."""
    first, *others = [dossier(*order) for order in permutations(papers)]
    assert all(other == first for other in others)
    return first


def people(found: CaseDocument, role: Role) -> list[tuple[str | None, str | None, str | None]]:
    """Return the name, party and office of each participant in a role."""
    mentions = [each.mention for each in found.participants if each.role is role]
    return [(m.name, m.party, m.office) for m in mentions]


def set_aside(found: CaseDocument) -> list[tuple[str, str | None, str]]:
    """Return the position, text and source of each unpublished text."""
    return [
        (finding.location, finding.text, finding.source.key)
        for finding in found.findings
        if finding.rule == "tekst-terzijde"
    ]


ACTORS = [
    actor("Indiener", "I. Bos", ActorFractie="CDA"),
    actor("Medeindiener", "Vos,  R.A. van", ActorFractie="VVD"),
    actor("Gericht aan", "I.W. Mos", Functie="minister van Water"),
]


def test_a_party_that_only_the_record_gives_is_published() -> None:
    found = in_every_order(METADATA, *recorded(ZaakActor=ACTORS)).questions
    assert people(found, Role.ASKER) == [
        ("I. Bos", "CDA", None),
        ("Vos, R.A. van", "VVD", None),
    ]
    assert people(found, Role.ADDRESSEE) == [("I.W. Mos", None, "minister van Water")]
    assert set_aside(found) == []


def test_an_office_that_only_the_record_gives_is_published() -> None:
    addressed = read_paper(owms_metadata(QUESTIONS, ontvanger="I.W. Mos"), "kv.xml")
    found = in_every_order(addressed, *recorded(ZaakActor=ACTORS)).questions
    assert people(found, Role.ADDRESSEE) == [("I.W. Mos", None, "minister van Water")]
    assert set_aside(found) == []


def test_another_name_is_a_difference_and_gives_no_party() -> None:
    actors = [actor("Indiener", "Inge Bos", ActorFractie="CDA")]
    found = in_every_order(METADATA, *recorded(ZaakActor=actors)).questions
    assert people(found, Role.ASKER) == [("I. Bos", None, None), ("Vos, R.A. van", None, None)]
    assert set_aside(found) == [("indieners", "Inge Bos (CDA) | CDA", "record")]


def test_of_two_parties_of_one_name_none_is_published() -> None:
    actors = [
        actor("Indiener", "I. Bos", ActorFractie="CDA"),
        actor("Medeindiener", "I. Bos", ActorFractie="VVD"),
    ]
    found = in_every_order(METADATA, *recorded(ZaakActor=actors)).questions
    assert people(found, Role.ASKER)[0] == ("I. Bos", None, None)
    assert [(place, source) for place, _, source in set_aside(found)] == [("indieners", "record")]


def test_metadata_without_parties_differ_from_no_page() -> None:
    asked = read_paper(owms_metadata(QUESTIONS, indiener=("Ada Voorbeeld",)), "kv.xml")
    found = in_every_order(asked, *PAGE).questions
    assert people(found, Role.ASKER)[0] == ("Ada Voorbeeld", "ABC", None)
    assert "indieners" not in [place for place, _, _ in set_aside(found)]


def test_versions_of_one_form_are_not_completed_from_one_another() -> None:
    one = read_paper(document(), "KVR1.xml")
    without = replace(one, askers=tuple(replace(m, party=None) for m in one.askers))
    other = read_paper(document(), "KVR2.xml")
    found = in_every_order(without, other).questions
    assert {party for _, party, _ in people(found, Role.ASKER)} == {None}


def test_another_session_is_a_difference() -> None:
    found = in_every_order(METADATA, *recorded(Vergaderjaar="2031-2032"))
    assert found.session_year == "2030-2031"
    assert ("vergaderjaar", "2031-2032", "record") in set_aside(found.questions)


@pytest.mark.parametrize("number", ["1178", None])
def test_the_session_of_a_reply_is_part_of_its_number(number: str | None) -> None:
    later = read_paper(
        metadata_list(
            REPLY,
            vergaderjaar="2031-2032",
            identifier="ah-tk-20302031-1178",
            aanhangselNummer=number,
        ),
        "ah.xml",
    )
    found = in_every_order(METADATA, later).questions
    differences = [row for row in set_aside(found) if row[0] == "vergaderjaar"]
    assert differences == ([] if number else [("vergaderjaar", "2031-2032", "ah")])


def test_what_an_earlier_version_of_a_record_says_is_a_difference() -> None:
    old = recorded(
        "old.json", Termijn="2031-02-03T00:00:00Z", Afgedaan=True,
        ApiGewijzigdOp="2031-01-13T09:30:00Z",
    )  # fmt: skip
    new = recorded("new.json", Termijn="2031-02-10T00:00:00Z")
    found = in_every_order(*old, *new)
    assert found.deadline.due == date(2031, 2, 10)
    assert set_aside(found.questions) == [
        ("Afgedaan", "true", "old"),
        ("Termijn", "2031-02-03", "old"),
    ]


def test_a_reply_has_what_only_a_page_says() -> None:
    bare = replace(OFFICIAL, title=None, dated=None, answerers=(), on_behalf_of=())
    with_case = replace(bare, cases=((NUMBER,),))
    (answered,) = in_every_order(with_case, *PAGE).answers
    assert answered.full_title == "Antwoord op vragen over het weer op de markt"
    assert answered.dated == date(2021, 3, 13)
    assert [name for name, _, _ in people(answered, Role.ANSWERER)] == ["Cor Bewind", "Dea Bestuur"]


def test_another_day_of_a_reply_is_a_difference() -> None:
    (answered,) = in_every_order(replace(OFFICIAL, cases=((NUMBER,),)), *PAGE).answers
    assert answered.dated == date(2030, 10, 1)
    assert ("beantwoord", "2021-03-13", "page") in set_aside(answered)


def test_a_heading_does_not_set_a_short_title_aside() -> None:
    asked = official(question("1", "Gaat de sluis open?"), number=NUMBER, replied=None)
    paper = read_paper(asked, "78.xml")
    found = in_every_order(paper, METADATA).questions
    assert found.title == "De sluis bij Dorp"
    assert found.full_title == paper.title
    assert "titel" not in [place for place, _, _ in set_aside(found)]


def test_a_title_that_only_a_page_has_is_published() -> None:
    asked = official(question("1", "Gaat de sluis open?"), number=NUMBER, replied=None)
    paper = replace(read_paper(asked, "78.xml"), title=None)
    found = in_every_order(paper, *PAGE).questions
    assert (found.title, found.full_title) == ("Het weer", "Het weer op de markt")


def test_topics_of_metadata_do_not_replace_the_abstract_of_a_version() -> None:
    print_ = read_paper(document(), "KVR1.xml")
    print_ = replace(print_, topic_lines=(), subjects=("Tunnels",), abstract="Over tunnels.")
    fields = {"vraagnummer": CASE, "identifier": f"kv-{CASE}", "category": "Verkeer | Water"}
    metadata = read_paper(owms_metadata(QUESTIONS, **fields, vergaderjaar="2004-2005"), "kv.xml")
    found = in_every_order(print_, metadata).questions
    assert found.topic_lines == ("Verkeer | Water",)
    assert (found.abstract, found.subjects) == ("Over tunnels.", ("Tunnels",))


def test_a_mention_without_a_name_is_not_completed() -> None:
    office = Mention(printed="de minister van Water", office="minister", ministry="Water")
    asked = replace(METADATA, addressees=(office,))
    found = in_every_order(asked, *recorded(ZaakActor=ACTORS)).questions
    (addressee,) = (p for p in found.participants if p.role is Role.ADDRESSEE)
    assert addressee.mention == office
