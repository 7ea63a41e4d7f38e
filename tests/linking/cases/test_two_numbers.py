"""A case with two numbers: one that is printed in papers, and a Z-number in a record."""

from datetime import date
from itertools import permutations

from msgspec.structs import replace

from kv2rdf.linking.cases.case_keys import case_keys
from kv2rdf.linking.cases.two_numbers import with_other_numbers
from kv2rdf.model.kinds import PaperKind
from kv2rdf.model.paper import CaseRecord, Mention, Paper
from tests.every_case import every_case
from tests.papers import paper

DAY = date(2008, 6, 19)
TITLE = "Vragen van de leden Bos en Köker (beiden ABC) aan de minister van Zee over {}. (Ingezonden"
PRINTED = replace(
    paper("KVR1", PaperKind.ANSWER, cases=(("2070823290",),), annex="90"),
    title=TITLE.format("de sluis bij Dorp"),
    tabled=DAY,
    askers=(Mention(printed="Bos", name="Bos"), Mention(printed="Köker", name="Köker")),
)
NOTICE = replace(PRINTED, source=replace(PRINTED.source, id="KVR0.xml", key="KVR0"))
RECORD = replace(
    paper("2007Z05018", PaperKind.QUESTIONS, cases=(("2007Z05018",),)),
    title=None,
    short_title="De  sluis bij ‘Dorp’",
    tabled=DAY,
    askers=(
        Mention(printed="Anna Koker (A.)", name="Anna Koker"),
        Mention(printed="Inge Bos (I.)", name="Inge Bos"),
    ),
    record=CaseRecord(),
)


def numbers(*papers: Paper) -> dict[tuple[str, str], str | None]:
    """Return the other number that the remark on each paper names."""
    return {
        (p.source.id, p.cases[0][0]): remark.text
        for p in with_other_numbers(papers)
        for remark in p.remarks
    }


def test_a_record_and_papers_about_one_case_name_each_other() -> None:
    for papers in permutations((PRINTED, RECORD, NOTICE)):
        assert numbers(*papers) == {
            (PRINTED.source.id, "2070823290"): "2007Z05018",
            (NOTICE.source.id, "2070823290"): "2007Z05018",
            (RECORD.source.id, "2007Z05018"): "2070823290",
        }
    assert set(case_keys(PRINTED)) & set(case_keys(RECORD))


def test_the_subject_of_a_record_may_be_the_title_of_a_reply() -> None:
    record = replace(RECORD, short_title="Ant vr Bos en Koker over de sluis bij Dorp")
    assert len(numbers(PRINTED, record)) == 2


@every_case(
    "record",
    [
        replace(RECORD, tabled=date(2008, 6, 20)),
        replace(RECORD, tabled=None),
        replace(RECORD, short_title="De sluis"),
        replace(RECORD, askers=RECORD.askers[:1]),
        replace(RECORD, askers=(*RECORD.askers, Mention(printed="Piet Vos", name="Piet Vos"))),
        replace(RECORD, askers=(RECORD.askers[0], Mention(printed="Vos", name="Inge Vos"))),
        replace(RECORD, askers=()),
        replace(RECORD, cases=(("2070823300",),)),
        replace(RECORD, cases=(("2007Z05018", "2070823290"),)),
        replace(RECORD, record=None),
    ],
)
def test_a_record_that_differs_names_no_other_number(record: Paper) -> None:
    assert numbers(PRINTED, record) == {}


def test_no_number_is_named_if_there_could_be_two() -> None:
    again = replace(RECORD, cases=(("2007Z05019",),))
    assert numbers(PRINTED, RECORD, again) == {}
    assert numbers(replace(PRINTED, cases=(("2070823300",),)), PRINTED, RECORD) == {}


def test_later_papers_have_no_key_of_their_subject() -> None:
    later = replace(RECORD, tabled=date(2011, 6, 19))
    assert not any(key.startswith("subject") for key in case_keys(later))
