"""The official page of a question paper: a page belongs to one case only."""

import pytest
from msgspec.structs import replace

from kv2rdf.linking.assemble import assemble
from kv2rdf.linking.people.matching import PersonMatcher
from kv2rdf.model.kinds import PaperKind
from kv2rdf.model.paper import Paper
from kv2rdf.model.register import Register
from tests.papers import CASE, paper, part

Q, A = PaperKind.QUESTIONS, PaperKind.ANSWER


def listed_pages(papers: list[Paper], *listed: str) -> dict[str, str | None]:
    """Return the identifier in the list of the question paper of each case."""
    matcher = PersonMatcher.of(Register(), dict(zip(listed, listed, strict=True)))
    return {d.id: d.questions.listed_identifier for d in assemble(papers, matcher).dossiers}


@pytest.mark.parametrize("identifier", [f"kv-tk-{CASE}", f"kv-{CASE}"])
def test_the_page_of_a_doubtful_number_belongs_to_no_case(identifier: str) -> None:
    mines = paper("a", A, annex="8", questions=(part("Hoe groot?", "1"),))
    serbs = replace(
        paper("b", A, annex="9", questions=(part("Wie zijn dat?", "1"),)), title="Over Serven"
    )
    assert listed_pages([mines], identifier) == {CASE: identifier}
    assert listed_pages([mines, serbs], identifier) == {
        "ah-tk-20042005-8": None,
        "ah-tk-20042005-9": None,
    }


def test_the_name_of_a_file_leads_to_no_page() -> None:
    unnumbered = paper(CASE, Q, cases=())
    assert listed_pages([unnumbered], f"kv-{CASE}") == {CASE: None}


@pytest.mark.parametrize(
    ("printed", "is_linked"),
    [
        (f"kv-{CASE}", True),
        (f"kv-tk-{CASE}-h1", True),
        ("kv-tk-2022Z00634", True),
        ("kv-2040509440", False),
        (f"kv-ek-{CASE}", False),
        (f"ah-{CASE}", False),
        (f"kv-{CASE}0", False),
    ],
)
def test_an_identifier_that_a_paper_prints_leads_to_the_page_of_its_own_case_only(
    printed: str, *, is_linked: bool
) -> None:
    asks = paper("a", Q, cases=(("2022Z00634", CASE),))
    found = listed_pages([replace(asks, publication=printed)], printed)
    assert found == {"2022Z00634": printed if is_linked else None}
