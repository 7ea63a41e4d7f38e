"""Further sets of questions that the edition put into the explanation of a KVR document."""

from kv2rdf.model.paper import Paper
from tests.every_case import every_case
from tests.kvr_document import document
from tests.papers import read_paper

FIRST = "Deze vragen vullen andere aan. 1 Blad, 4 april jl."
SECOND = "Vragen van de leden Korf (GHI) en Zeef (JKL) over korven. (Ingezonden 5 april 2005)"
THIRD = "Vragen van het lid Mand (MNO) over manden. (Ingezonden 6 april 2005)"


def with_explanation(text: str) -> Paper:
    return read_paper(document(explanation=f"<toelichting>{text}</toelichting>"))


def askers(paper: Paper) -> list[str | None]:
    return [asker.name for asker in paper.askers]


def headings(paper: Paper) -> list[tuple[str, str | None]]:
    remarks = (r for r in paper.remarks if r.rule == "volgende-reeks-vragen")
    return [(remark.location, remark.text) for remark in remarks]


def test_the_askers_of_all_sets_are_askers_of_the_paper() -> None:
    own = askers(with_explanation(FIRST))
    paper = with_explanation(f"{FIRST} {SECOND} 1 Waarom? 2 Hoe? {THIRD} 1 Waar?")
    assert askers(paper) == [*own, "Korf", "Zeef", "Mand"]
    assert [(a.name, a.party) for a in paper.askers][-1] == ("Mand", "MNO")
    assert headings(paper) == [("toelichting", SECOND), ("toelichting", THIRD)]


def test_the_text_stays_in_the_explanation() -> None:
    text = f"{FIRST} {SECOND} 1 Waarom? 2 Hoe?"
    paper = with_explanation(text)
    assert paper.explanation is not None
    assert paper.explanation.text == text
    assert len(paper.questions) == len(with_explanation(FIRST).questions)


def test_an_asker_of_two_sets_is_one_asker() -> None:
    paper = with_explanation(f"{FIRST} {SECOND} 1 Waarom? {SECOND} 1 Waar?")
    assert askers(paper) == [*askers(with_explanation(FIRST)), "Korf", "Zeef"]


@every_case("after", ["", " (Aanhangsel, nr. 12).", " 12 Waarom?", " Waarom?"])
def test_a_heading_that_is_only_cited_names_no_asker(after: str) -> None:
    paper = with_explanation(f"{FIRST} Zie ook: {SECOND}{after}")
    assert askers(paper) == askers(with_explanation(FIRST))
    assert headings(paper) == []
