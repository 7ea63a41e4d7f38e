"""A date at the start of a text."""

from kv2rdf.audit.kvr.dates import date_and_rest
from tests.every_case import every_case


@every_case(
    ("text", "expected"),
    [
        ("2005-07-8", ("2005-07-08", "2005-07-8", "")),
        ("23 maart 2005), zie ook", ("2005-03-23", "23 maart 2005", "zie ook")),
        ("op 3mei 1990} Ja.", ("1990-05-03", "op 3mei 1990", "Ja.")),
        ("31 april 1990) Ja.", ("", "", "31 april 1990) Ja.")),
        ("Uoktober 1993", ("", "", "Uoktober 1993")),
        ("2005-07-081", ("", "", "2005-07-081")),
        (", 6 augustus 1985) Ja", ("1985-08-06", "6 augustus 1985", "Ja")),
        (", Ja", ("", "", ", Ja")),
        ("mei 1990", ("", "", "mei 1990")),
        ("005 februari 2005", ("", "", "005 februari 2005")),
        ("5 februari 205", ("", "", "5 februari 205")),
        ("5 februari 20055", ("", "", "5 februari 20055")),
        ("205-02-05", ("", "", "205-02-05")),
        ("20055-02-05", ("", "", "20055-02-05")),
    ],
)
def test_a_date_is_separated_from_the_text_after_it(
    text: str, expected: tuple[str, str, str]
) -> None:
    assert date_and_rest(text) == expected
