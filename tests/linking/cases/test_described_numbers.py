"""Case numbers in the description of a paper, and in the paper itself."""

from kv2rdf.linking.cases.case_keys import LatestEditions
from kv2rdf.linking.cases.described_numbers import with_described_numbers
from kv2rdf.model.kinds import PaperKind, SourceKind
from kv2rdf.model.paper import Paper
from tests.every_case import every_case
from tests.papers import CASE, paper, rules

A = PaperKind.ANSWER
TEN, Z = (CASE,), ("2005Z00001",)


def described(*cases: tuple[str, ...], annex: str | None = "9", edition: int = 0) -> Paper:
    """Return the description of an answer."""
    kind = SourceKind.OFFICIAL_METADATA
    return paper("m", A, cases=cases, annex=annex, edition=edition, source=kind)


def printed(*cases: tuple[str, ...]) -> Paper:
    """Return an answer as printed."""
    return paper("a", A, cases=cases, annex="9")


def settled(description: Paper, *papers: Paper) -> Paper:
    """Return the description, after it was compared with the papers."""
    *others, found = with_described_numbers((*papers, description))
    assert others == list(papers)
    return found


def test_numbers_of_two_forms_are_those_of_one_case() -> None:
    found = settled(described(Z), printed(TEN))
    assert (found.cases, rules(found)) == (((*Z, *TEN),), [])


def test_another_number_of_the_same_form_is_not_used() -> None:
    found = settled(described(("2040509440",)), printed(TEN))
    assert found.cases == ()
    (remark,) = found.remarks
    assert (remark.rule, remark.location, remark.text) == (
        "zaaknummer-niet-eenduidig",
        "vraagnummer",
        "2040509440",
    )


@every_case(
    ("description", "paper_as_printed"),
    [
        (described(TEN), printed(TEN)),
        (described(TEN, Z), printed(TEN)),
        (described(Z), printed()),
        (described(), printed(TEN)),
        (described(Z, ("2005Z00002",)), printed(TEN)),
        (described(Z, annex=None), printed(TEN)),
        (described(Z, annex="8"), printed(TEN)),
    ],
)
def test_any_other_number_stays(description: Paper, paper_as_printed: Paper) -> None:
    assert settled(description, paper_as_printed) == description


def test_the_numbers_of_two_descriptions_are_not_compared() -> None:
    one, other = described(Z), described(("2005Z00002",))
    assert settled(one, other) == one


def test_the_description_of_a_reprint_does_not_replace_the_text_of_the_first_edition() -> None:
    first, reprint = printed(TEN), described(TEN, edition=1)
    assert LatestEditions([first, reprint]).is_latest(first)
    assert not LatestEditions([described(TEN), reprint]).is_latest(described(TEN))
