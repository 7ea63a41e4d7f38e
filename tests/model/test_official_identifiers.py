"""The forms of identifiers at officielebekendmakingen.nl."""

import pytest

from kv2rdf.model.kinds import Chamber
from kv2rdf.model.official_identifiers import has_known_form, question_paper_identifiers


@pytest.mark.parametrize(
    ("identifier", "is_known"),
    [
        ("ah-tk-20212022-1881", True),
        ("ah-tk-20212022-1881-h1", True),
        ("ah-ek-20212022-3-n2", True),
        ("ah-1151601", True),
        ("kv-tk-2022Z00634", True),
        ("kv-2007Z10634-h1", True),
        ("kv-2040509430", True),
        ("kv-ek-215160000", True),
        ("ah-tk-20202021-0001", False),
        ("ah-tk-20092010-AH2134", False),
        ("ah-ek-20062007-10a", False),
        ("kv-2008z01234", False),
        ("kv-2040509430-h", False),
    ],
)
def test_malformed_identifiers_are_distinguished_from_others(
    identifier: str, *, is_known: bool
) -> None:
    assert has_known_form(identifier) == is_known


def test_only_identifiers_of_the_tweede_kamer_may_lack_the_chamber() -> None:
    cases = ("2022Z00634", "2040509430")
    assert list(question_paper_identifiers(Chamber.TK, cases)) == [
        "kv-tk-2022Z00634",
        "kv-2022Z00634",
        "kv-tk-2040509430",
        "kv-2040509430",
    ]
    assert list(question_paper_identifiers(Chamber.EK, cases[1:])) == ["kv-ek-2040509430"]
