"""The files of cases, by any identifier."""

import pytest

from kv2rdf.errors import QueryError
from kv2rdf.query.case_files import CaseFiles


@pytest.fixture
def cases() -> CaseFiles:
    names = ("2006/ah-tk-20052006-7.ttl", "2005/2050601240.ttl", "2006/2050601230.ttl")
    return CaseFiles.listed(["README.md", *(f"dossiers/{name}" for name in names)])


def test_files_are_in_the_order_of_years_and_numbers(cases: CaseFiles) -> None:
    assert list(cases.names) == ["2050601240", "2050601230", "ah-tk-20052006-7"]
    assert cases.names["2050601230"] == "dossiers/2006/2050601230.ttl"


def test_numbers_are_sorted_and_found_by_their_beginning(cases: CaseFiles) -> None:
    assert cases.numbers == ("2050601230", "2050601240", "ah-tk-20052006-7")
    assert cases.numbers_from("20506012") == ("2050601230", "2050601240")
    assert cases.numbers_from("3") == ()


def test_a_number_is_that_of_its_own_case_only(cases: CaseFiles) -> None:
    """Cases with one answer all have its number among their identifiers."""
    assert cases.number("ah-tk-20052006-7", lambda _: pytest.fail("there is no need to ask")) == (
        "ah-tk-20052006-7"
    )


@pytest.mark.parametrize(
    ("found", "problem"),
    [
        ((), "no case in this release has the identifier '20052006-8'"),
        (
            (("2050601230",), ("2050601240",)),
            "'20052006-8' is an identifier of several cases: 2050601230 and 2050601240",
        ),
    ],
)
def test_another_identifier_must_be_that_of_one_case(
    cases: CaseFiles, found: tuple[tuple[str, ...], ...], problem: str
) -> None:
    with pytest.raises(QueryError, match=f"^{problem}$"):
        cases.number("20052006-8", lambda _: found)
    assert cases.number("20052006-8", lambda _: (("2050601240",),)) == "2050601240"


@pytest.mark.parametrize(
    ("identifier", "condition"),
    [
        (
            "http://127.0.0.1:8000/kv/eli/nl/tk/zaak/1",
            "<http://127.0.0.1:8000/kv/eli/nl/tk/zaak/1>",
        ),
        ("https://example.org/zaak/a%20b", "<https://example.org/zaak/a%20b>"),
        ("https://example.org/> } #", '"https://example.org/> } #"'),
        ("20052006-8", '"20052006-8" "ah-tk-20052006-8" "ah-ek-20052006-8"'),
        ("2005-8", '{ "2005-8" }'),
    ],
)
def test_an_address_is_looked_up_as_an_address_and_all_else_as_text(
    cases: CaseFiles, identifier: str, condition: str
) -> None:
    def rows(query: str) -> tuple[tuple[str, ...], ...]:
        assert condition in query
        return (("2050601240",),)

    assert cases.number(identifier, rows) == "2050601240"
