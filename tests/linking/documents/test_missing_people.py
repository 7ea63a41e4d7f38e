"""Findings about documents for which no source names an asker, an addressee or an answerer."""

from datetime import date

from msgspec.structs import replace

from kv2rdf.model.kinds import Chamber, PaperKind, SourceKind
from kv2rdf.model.paper import CaseRecord, Mention, Paper
from tests.every_case import every_case
from tests.linking.dossiers import dossier, rules
from tests.papers import paper, part

ASKER = Mention(printed="Bos", name="Bos", party="CDA")
OFFICER = Mention(printed="de minister van Justitie", office="de minister van Justitie")
ASKED = date(2005, 2, 5)


def reply(key: str = "KVR1", *, source: SourceKind = SourceKind.KVR, **facts: object) -> Paper:
    """Return a paper with one question and its answer, in which everybody is named."""
    made = paper(
        key,
        PaperKind.ANSWER,
        annex="1262",
        questions=(part("Kent u dit?", "1"),),
        answers=(part("Ja.", "1"),),
        source=source,
    )
    people = {"askers": (ASKER,), "addressees": (OFFICER,), "answerers": (OFFICER,)}
    return replace(made, **({"tabled": ASKED} | people | facts))


def questions_missing(*papers: Paper) -> list[str]:
    return [rule for rule, _ in rules(dossier(*papers).questions) if rule.endswith("ontbreekt")]


def test_a_paper_that_names_everybody_has_no_finding() -> None:
    found = dossier(reply())
    assert rules(found.questions) == []
    assert rules(found.answers[0]) == []


def test_missing_askers_and_answerers_are_findings_about_their_documents() -> None:
    found = dossier(reply(askers=(), answerers=()))
    assert rules(found.questions) == [("indiener-ontbreekt", "KVR1")]
    assert rules(found.answers[0]) == [("antwoordgever-ontbreekt", "KVR1")]
    assert found.questions.findings[0].location == "indieners"


@every_case(
    ("chamber", "day", "expected"),
    [
        (Chamber.TK, date(1998, 9, 14), []),
        (Chamber.TK, date(1998, 9, 15), ["geadresseerde-ontbreekt"]),
        (Chamber.EK, date(2000, 9, 18), []),
        (Chamber.EK, date(2000, 9, 19), ["geadresseerde-ontbreekt"]),
        (Chamber.TK, None, []),
    ],
)
def test_a_missing_addressee_is_a_finding_only_if_papers_of_that_time_name_one(
    chamber: Chamber, day: date | None, expected: list[str]
) -> None:
    assert questions_missing(reply(addressees=(), chamber=chamber, tabled=day)) == expected


def test_a_person_whom_any_source_names_is_not_missing() -> None:
    page = reply("2022Z1", source=SourceKind.OPENKAMER)
    assert questions_missing(reply(askers=(), addressees=()), page) == []


def test_what_a_kind_of_source_does_not_state_is_not_missing() -> None:
    record = CaseRecord(is_settled=True)
    of_record = reply(source=SourceKind.CASE_RECORD, answers=(), questions=(), record=record)
    assert "antwoordgever-ontbreekt" not in [
        rule for rule, _ in rules(dossier(replace(of_record, answerers=())).answers[0])
    ]
    assert questions_missing(replace(of_record, addressees=())) == ["geadresseerde-ontbreekt"]
    metadata = reply(source=SourceKind.OFFICIAL_METADATA, answers=(), questions=())
    assert questions_missing(replace(metadata, addressees=())) == []
    found = dossier(replace(metadata, answerers=())).answers[0]
    assert ("antwoordgever-ontbreekt", "KVR1") in rules(found)


def test_a_notice_need_not_say_who_gives_it() -> None:
    notice = paper("KVR2", PaperKind.NOTICE, notice="Deze vragen zijn ingetrokken.")
    found = dossier(replace(notice, askers=(ASKER,), addressees=(OFFICER,), tabled=ASKED))
    assert [rule for rule, _ in rules(found.notices[0])] == []
