"""The answers and notices of a cluster, each once."""

from datetime import date

from msgspec.structs import replace

from kv2rdf.linking.assemble import assemble
from kv2rdf.model.dossier import State
from kv2rdf.model.kinds import PaperKind, SourceKind
from kv2rdf.reference.shipped_folders import folder
from tests.every_case import every_case
from tests.kvr_document import document, items
from tests.linking.dossiers import REPRINT, SEED, VINDPLAATS, dossier, rules, texts
from tests.papers import CASE, paper, person_matcher, read_paper, read_papers


def test_a_reprint_is_published_and_the_first_edition_is_set_aside() -> None:
    found = dossier(*REPRINT)
    (answer,) = found.answers
    assert texts(answer) == ["Ja.", "Alles."]
    assert [source.key for source in answer.sources] == ["KVR2", "KVR1"]
    (finding,) = answer.findings
    assert (finding.rule, finding.text, finding.source.key) == ("tekst-terzijde", "Niets.", "KVR1")
    assert finding.concerns is not None
    assert finding.concerns.key == "2"
    assert found.aliases == ("ah-tk-20042005-1262",)


def test_a_reprint_about_another_case_is_not_an_answer_to_the_first() -> None:
    first = read_paper(document(), "KVR1.xml")
    again = items(Vindplaats=VINDPLAATS.format("1262H"), Vraagnr_bij_indiening="2040509500")
    reprint = read_paper(document(record=again), "KVR2.xml")
    one_case, other = assemble([first, reprint], person_matcher()).dossiers
    assert (one_case.id, one_case.state, one_case.answers) == ("2040509430", State.OPEN, ())
    (answer,) = other.answers
    assert (answer.cases, len(answer.sources)) == (("2040509500",), 2)


FIRST, AGAIN, BEFORE = date(2005, 2, 23), date(2005, 3, 10), date(2005, 1, 5)


@every_case(
    ("printed", "again", "answered", "set_aside"),
    [
        (FIRST, AGAIN, FIRST, ["2005-03-10"]),
        (AGAIN, FIRST, FIRST, []),
        (FIRST, FIRST, FIRST, []),
        (BEFORE, AGAIN, AGAIN, []),  # before the questions were tabled
        (None, AGAIN, AGAIN, []),
        (FIRST, None, None, []),
    ],
)
def test_a_reprint_does_not_replace_the_day_of_the_first_edition(
    printed: date | None, again: date | None, answered: date | None, set_aside: list[str]
) -> None:
    found = dossier(
        paper("a", PaperKind.ANSWER, annex="9", dated=printed),
        paper("b", PaperKind.ANSWER, annex="9", dated=again, edition=1),
    )
    (answer,) = found.answers
    assert (answer.dated, found.answered) == (answered, answered)
    findings = [f for f in answer.findings if f.location == "beantwoord"]
    assert [(f.text, f.source.key) for f in findings] == [(day, "b") for day in set_aside]


def test_the_day_of_the_preferred_copy_of_the_first_edition_is_published() -> None:
    misprint = date(2005, 2, 13)
    (answer,) = dossier(
        paper("a", PaperKind.ANSWER, annex="9", dated=FIRST),
        paper("b", PaperKind.ANSWER, annex="9", dated=misprint),
        paper("c", PaperKind.ANSWER, annex="9", dated=AGAIN, edition=1),
    ).answers
    assert answer.dated == FIRST
    findings = [f for f in answer.findings if f.location == "beantwoord"]
    assert [(f.text, f.source.key) for f in findings] == [("2005-03-10", "c"), ("2005-02-13", "b")]


def test_the_day_of_an_edition_about_another_case_is_not_used() -> None:
    first = paper("a", PaperKind.ANSWER, annex="9", cases=(("2040509430",),), dated=FIRST)
    reprint = replace(first, cases=(("2040509500",),), dated=AGAIN, edition=1)
    _, other = assemble([first, reprint], person_matcher()).dossiers
    assert other.answered == AGAIN


def test_an_exact_copy_is_published_once_and_named() -> None:
    found = dossier(read_paper(document(), "KVR1.xml"), read_paper(document(), "KVR2.xml"))
    (answer,) = found.answers
    assert rules(answer) == rules(found.questions) == [("exacte-kopie", "KVR2")]
    assert [source.key for source in answer.sources] == ["KVR1", "KVR2"]


def test_a_page_that_is_read_twice_gives_one_notice() -> None:
    twin = read_papers(
        (folder("seeds") / "kamervragen" / "2022Z00634.txt").read_bytes(), "again.txt"
    )
    found = dossier(*SEED, *twin)
    (copied,) = found.notices
    assert (copied.fallback_key, len(found.answers)) == ("2022-02-08", 1)
    assert rules(copied) == [("exacte-kopie", "again")]


def test_two_notices_of_one_day_have_different_keys() -> None:
    notices = [
        paper(key, PaperKind.NOTICE, notice=f"Later ({key}).", source=SourceKind.OPENKAMER)
        for key in ("a", CASE)
    ]
    found = dossier(*notices)
    assert [document.fallback_key for document in found.notices] == ["2005-02-23", "2005-02-23-a"]
