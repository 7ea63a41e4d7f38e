"""Facts of the graph that are not printed in any document."""

import pytest

from kv2rdf.audit.kvr.comparison import Comparison
from kv2rdf.audit.kvr.text import FieldText
from kv2rdf.audit.unsourced_texts import added_facts

VRAGER = "kvr/meta/vraagdata/vrager"
TITLE = "kvr/meta/metadata/item[Bibliografische_omschrijving]"
REPLY = "Antwoord van minister Voorbeeld (Sociale Zaken). (Ontvangen 5 februari 2005)"


def fact(field: str, text: str) -> FieldText:
    return FieldText(field, field, Comparison.FACT, text)


def prose(text: str, field: str = "x") -> FieldText:
    return FieldText(field, field, Comparison.PROSE, text)


@pytest.mark.parametrize(
    ("field_texts", "term", "text", "is_added"),
    [
        ([fact(TITLE, "Vragen over FinanciÃ«n")], "title", "VragenoverFinanciën", False),
        ([fact(TITLE, "Vragen over FinanciÃ«n")], "title", "VragenoverFinancien", True),
        (
            [
                fact("kvr/mededeling/@mededeler", "Voorbeeld"),
                fact("kvr/mededeling/@functie", "minister"),
                fact(VRAGER, "Jansen"),
                fact("kvr/mededeling/@afdeling", "Defensie"),
            ],
            "officeAsInSource",
            "ministerDefensie",
            False,
        ),
        ([prose(REPLY)], "officeAsInSource", "ministerSocialeZaken", False),
        ([prose(REPLY)], "officeAsInSource", "ministerEconomie", True),
        ([prose("van Jansen")], "asInSource", "Jansen", True),
        (
            [
                prose("Zaken). (Ontvangen 5 februari 2005)", "kvr/@type"),
                prose("Antwoordvan minister Voorbeeld (Sociale"),
            ],
            "officeAsInSource",
            "ministerSocialeZaken",
            False,
        ),
    ],
)
def test_a_fact_is_added_unless_it_is_printed(
    field_texts: list[FieldText], term: str, text: str, *, is_added: bool
) -> None:
    found = list(added_facts([("thing", [(term, text)])], [field_texts]))
    assert found == ([("thing", term, text)] if is_added else [])


def test_the_title_of_a_case_without_a_title_is_its_identifier() -> None:
    facts = [("title", "ah-tk-1"), ("identifier", "ah-tk-1"), ("title", "Vragen")]
    found = list(added_facts([("thing", facts)], [[fact(TITLE, "Iets anders")]]))
    assert found == [("thing", "title", "Vragen")]
