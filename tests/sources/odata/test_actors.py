"""The people in a record."""

from typing import Any

from kv2rdf.model.paper import Mention
from tests.papers import read_paper
from tests.sources.odata.examples import record


def actor(name: str | None, relation: str, **fields: Any) -> dict[str, Any]:
    return {"ActorNaam": name, "Relatie": relation, **fields}


def test_the_member_who_tabled_the_questions_comes_first() -> None:
    actors = [
        actor("B. Bos", "Medeindiener", ActorFractie="D66", Functie="Tweede Kamerlid"),
        actor("A. Vos", "Indiener", ActorFractie="VVD"),
        actor("C. Mos", "Gericht aan", Functie="minister van Land"),
        actor("Commissie", "Volgcommissie"),
    ]
    paper = read_paper(record(ZaakActor=actors))
    assert paper.askers == (
        Mention(printed="A. Vos (VVD)", name="A. Vos", party="VVD"),
        Mention(printed="B. Bos (D66)", name="B. Bos", party="D66"),
    )
    assert paper.addressees == (
        Mention(printed="C. Mos (minister van Land)", name="C. Mos", office="minister van Land"),
    )
    assert paper.remarks == ()


def test_a_party_without_a_name_adds_no_party() -> None:
    party = {"Id": "f1", "NaamNL": None, "Afkorting": None}
    actors = [actor("J. Bos", "Indiener", ActorFractie="D66", Fractie=party)]
    (asker,) = read_paper(record(ZaakActor=actors)).askers
    assert asker.party == "D66"


def test_deleted_and_nameless_actors_are_left_out() -> None:
    actors = [
        actor("A", "Indiener", Verwijderd=True),
        actor(" ", "Indiener"),
        actor(None, "Indiener"),
    ]
    assert read_paper(record(ZaakActor=actors)).askers == ()


def test_names_in_one_field_are_separated_by_commas() -> None:
    flat = {"Indiener": "Inge Bos (I.)", "Medeindiener": "R.A. (Rik) Vos, , Bal Lin (EMH)"}
    paper = read_paper(record(**flat, **{"Gericht aan": "I.W. Mos"}))
    assert [(m.printed, m.name) for m in (*paper.askers, *paper.addressees)] == [
        ("Inge Bos (I.)", "Inge Bos"),
        ("R.A. (Rik) Vos", "R.A. (Rik) Vos"),
        ("Bal Lin (EMH)", "Bal Lin"),
        ("I.W. Mos", "I.W. Mos"),
    ]


def test_a_person_is_repeated_only_in_another_office() -> None:
    assert len(read_paper(record(Indiener="A", Medeindiener="A, B")).askers) == 2
    offices = ("minister van Land", "minister van Zee", "minister van Zee")
    actors = [actor("A", "Gericht aan", Functie=office) for office in offices]
    found = read_paper(record(ZaakActor=actors)).addressees
    assert [mention.office for mention in found] == ["minister van Land", "minister van Zee"]


def test_a_name_without_a_known_relation_is_kept_in_a_remark() -> None:
    paper = read_paper(record(ZaakActor=[actor("A", "Onbekend")]))
    assert [remark.text for remark in paper.remarks] == ["Onbekend: A"]
    assert read_paper(record(**{"ACTOR ZONDER RELATIE": ", , "})).remarks == ()
    paper = read_paper(record(**{"ACTOR ZONDER RELATIE": "A, B"}))
    assert [remark.text for remark in paper.remarks] == ["A", "B"]
