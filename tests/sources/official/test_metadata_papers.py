"""The papers that metadata describe."""

from datetime import date

import pytest

from kv2rdf.errors import ReadError
from kv2rdf.model.kinds import Chamber, PaperKind, PartKind
from kv2rdf.model.paper import AnnexNumber, Mention, Remark
from kv2rdf.model.rules import FindingRule
from tests.every_case import every_case
from tests.papers import read_paper
from tests.sources.official.metadata_examples import QUESTIONS, REPLY, metadata_list

PAGE = "https://zoek.officielebekendmakingen.nl"


def test_the_facts_of_questions() -> None:
    paper = read_paper(
        metadata_list(QUESTIONS, category=("Verkeer | Water", "Bestuur | Gemeenten"))
    )
    assert (paper.kind, paper.chamber) == (PaperKind.QUESTIONS, Chamber.TK)
    assert (paper.title, paper.short_title) == ("De sluis bij Dorp", None)
    assert (paper.cases, paper.annex_number) == ((("2031Z00031",),), None)
    assert paper.named_replies == ("ah-tk-20302031-78",)
    assert (paper.tabled, paper.dated) == (date(2031, 1, 13), date(2031, 1, 13))
    assert [asker.name for asker in paper.askers] == ["I. Bos", "Vos, R.A. van"]
    assert (paper.addressees, paper.answerers) == ((), ())
    assert paper.topic_lines == ("Verkeer | Water", "Bestuur | Gemeenten")
    assert paper.publication == "kv-tk-2031Z00031"
    assert paper.page_url == f"{PAGE}/kv-tk-2031Z00031.html"
    assert (paper.session_year, paper.edition, paper.remarks) == ("2030-2031", 0, ())


def test_the_facts_of_an_answer() -> None:
    paper = read_paper(metadata_list(REPLY))
    assert paper.kind is PaperKind.ANSWER
    assert paper.short_title == "Vragen van het lid Bos over de sluis"
    assert paper.annex_number == AnnexNumber(session="20302031", number="78")
    assert (paper.tabled, paper.dated) == (None, date(2031, 2, 3))
    assert [asker.name for asker in paper.askers] == ["I. Bos"]
    assert paper.answerers == (Mention(printed="I.W. Mos", name="I.W. Mos"),)
    assert (paper.answers, paper.notice, paper.addressees) == ((), None, ())


@pytest.mark.parametrize("number", ["230310007", "23031007", "230317"])
def test_the_eerste_kamer_has_shorter_numbers(number: str) -> None:
    paper = read_paper(
        metadata_list(
            REPLY,
            creator="Eerste Kamer der Staten-Generaal",
            title="Vragen van het lid Vos (XYZ) aan de Minister.",
            vraagnummer=number,
            identifier="ah-ek-20302031-78",
        )
    )
    assert (paper.chamber, paper.short_title, paper.remarks) == (Chamber.EK, None, ())
    assert paper.cases == ((number,),)


@every_case(
    ("printed", "cases"),
    [
        (("2031Z00031", "2031z00032"), (("2031Z00031",), ("2031Z00032",))),
        ("2031Z00031-n1", (("2031Z00031",),)),
        ("2303100030", (("2303100030",),)),
        ("9303100030", (("9303100030",),)),
        ("2031D00045", ()),
        ("201707014", ()),
        (None, ()),
    ],
)
def test_the_numbers_of_the_cases(
    printed: str | tuple[str, ...] | None, cases: tuple[tuple[str, ...], ...]
) -> None:
    paper = read_paper(metadata_list(REPLY, vraagnummer=printed))
    assert paper.cases == cases
    kept = [remark.text for remark in paper.remarks]
    assert kept == ([printed] if printed and not cases else [])


@pytest.mark.parametrize("number", ["2031Z00031", "2303100030"])
def test_questions_without_a_number_have_that_in_their_identifier(number: str) -> None:
    paper = read_paper(metadata_list(QUESTIONS, vraagnummer=None, identifier=f"kv-tk-{number}-n1"))
    assert (paper.cases, paper.edition) == (((number,),), 1)


@every_case(
    ("changes", "number", "edition"),
    [
        ({"identifier": "ah-tk-20302031-0078", "aanhangselNummer": "0078"}, "78", 0),
        ({"identifier": "ah-tk-20302031-78-h1"}, "78", 1),
        ({"identifier": "ah-tk-20302031-78-n2", "aanhangselNummer": "78-n2"}, "78", 2),
        ({"identifier": "ah-tk-20302031-78-H"}, "78", 1),
        ({"identifier": "ah-tk-20302031-78", "aanhangselNummer": None}, "78", 0),
        ({"identifier": "ah-tk-20302031-6a", "aanhangselNummer": "6a"}, "6a", 0),
    ],
)
def test_the_number_in_the_aanhangsel(
    changes: dict[str, str | None], number: str, edition: int
) -> None:
    paper = read_paper(metadata_list(REPLY, **changes))
    assert paper.annex_number == AnnexNumber(session="20302031", number=number)
    assert (paper.edition, paper.publication) == (edition, changes["identifier"])
    assert paper.remarks == ()


@every_case(
    "identifier", ["ah-tk-20302031-79", "ah-ek-20302031-78", "ah-tk-20302031-AH78", "ah-tk-2031-78"]
)
def test_an_irregular_identifier_is_kept_as_published(identifier: str) -> None:
    paper = read_paper(metadata_list(REPLY, identifier=identifier))
    rule = FindingRule.IRREGULAR_IDENTIFIER
    assert paper.remarks == (Remark(rule=rule, location="DC.identifier", text=identifier),)
    assert (paper.publication, paper.page_url) == (identifier, f"{PAGE}/{identifier}.html")
    assert paper.annex_number == AnnexNumber(session="20302031", number="78")


@pytest.mark.parametrize("identifier", ["kv-tk-2031Z000031", "kv-tk-203100031", "kv-2031-01-11"])
def test_an_irregular_identifier_of_questions_is_kept_as_published(identifier: str) -> None:
    paper = read_paper(metadata_list(QUESTIONS, identifier=identifier))
    assert [remark.rule for remark in paper.remarks] == [FindingRule.IRREGULAR_IDENTIFIER]
    assert (paper.publication, paper.cases) == (identifier, (("2031Z00031",),))


def test_a_provisional_paper_has_its_final_number_and_no_page() -> None:
    paper = read_paper(metadata_list(REPLY, identifier="ah-1300001", documentStatus="Onopgemaakt"))
    assert paper.is_provisional
    assert (paper.publication, paper.page_url) == ("ah-1300001", None)
    assert paper.annex_number == AnnexNumber(session="20302031", number="78")
    assert [(remark.location, remark.text) for remark in paper.remarks] == [
        ("OVERHEIDop.documentStatus", "Onopgemaakt")
    ]
    with pytest.raises(ReadError, match="gives no number"):
        read_paper(metadata_list(REPLY, identifier="ah-1300001", aanhangselNummer=None))


@pytest.mark.parametrize("named", ["ah-1300001", "Aanhangsel 78", "ah-tk-20302031-AH78"])
def test_a_reply_that_is_not_named_by_its_number_is_kept_in_a_remark(named: str) -> None:
    paper = read_paper(metadata_list(QUESTIONS, aanhangsel=named))
    assert paper.named_replies == ()
    assert [remark.text for remark in paper.remarks] == [named]


def test_a_named_reply_has_its_number_without_zeros_and_edition() -> None:
    paper = read_paper(metadata_list(QUESTIONS, aanhangsel="ah-tk-20302031-0078-h1"))
    assert paper.named_replies == ("ah-tk-20302031-78",)


@every_case(
    ("received", "issued", "day", "remarks"),
    [
        ("2031-02-03", None, date(2031, 2, 3), []),
        (None, "2031-02-04", date(2031, 2, 4), []),
        (None, None, None, []),
        ("2031-02-30", "2031-02-04", date(2031, 2, 4), [("dag-onleesbaar", "2031-02-30")]),
        ("03-02-2031", None, None, [("dag-onleesbaar", "03-02-2031")]),
        ("20310203", None, None, [("dag-onleesbaar", "20310203")]),
        ("2031-2-3", None, None, [("dag-onleesbaar", "2031-2-3")]),
        ("2031-02-03", "2031-02-04", date(2031, 2, 3), [("tekst-terzijde", "2031-02-04")]),
        ("2031-02-03", "3 maart", date(2031, 2, 3), [("dag-onleesbaar", "3 maart")]),
    ],
)
def test_the_day_of_a_reply(
    received: str | None, issued: str | None, day: date | None, remarks: list[tuple[str, str]]
) -> None:
    paper = read_paper(metadata_list(REPLY, datumOntvangst=received, issued=issued))
    assert paper.dated == day
    assert [(remark.rule, remark.text) for remark in paper.remarks] == remarks


def test_a_session_that_does_not_include_the_day_of_tabling_is_reported() -> None:
    paper = read_paper(metadata_list(QUESTIONS, datumIndiening="2032-01-13"))
    assert [remark.rule for remark in paper.remarks] == [FindingRule.SESSION_DOES_NOT_FIT_DAY]


@every_case(
    ("name", "location"),
    [
        ("bijlage", "OVERHEIDop.bijlage"),
        ("externeBijlage", "OVERHEIDop.externeBijlage"),
        ("hoofddocument", "OVERHEIDop.hoofddocument"),
        ("versieInformatie", "OVERHEIDop.versieInformatie"),
        ("aanhangsel", "OVERHEIDop.aanhangsel"),
    ],
)
def test_a_field_without_a_property_is_kept_in_a_remark(name: str, location: str) -> None:
    rule = FindingRule.FIELD_WITHOUT_PROPERTY
    paper = read_paper(metadata_list(REPLY, **{name: "blg-1300009"}))
    assert paper.remarks == (Remark(rule=rule, location=location, text="blg-1300009"),)


def test_fields_of_a_reply_in_the_metadata_of_questions_are_kept_in_remarks() -> None:
    changes = {"aanhangselNummer": "78", "datumOntvangst": "2031-02-03"}
    paper = read_paper(metadata_list(QUESTIONS, **changes))
    assert [(remark.location, remark.text) for remark in paper.remarks] == [
        ("OVERHEIDop.aanhangselNummer", "78"),
        ("OVERHEIDop.datumOntvangst", "2031-02-03"),
    ]


@pytest.mark.parametrize(
    ("tabled", "text"), [(None, None), ("2031-01-13", "2031-01-13"), ("2031-01-02", "")]
)
def test_the_day_of_tabling_in_a_title_of_the_eerste_kamer_comes_first(
    tabled: str | None, text: str | None
) -> None:
    title = "Vragen van het lid Vos (XYZ) op 2 januari 2031 medegedeeld aan de Minister."
    paper = read_paper(metadata_list(REPLY, title=title, datumIndiening=tabled))
    assert paper.tabled == date(2031, 1, 2)
    found = [(r.rule, r.part, r.text) for r in paper.remarks]
    expected = (FindingRule.DAY_FROM_TITLE, PartKind.QUESTION, text)
    assert found == ([] if text == "" else [expected])
