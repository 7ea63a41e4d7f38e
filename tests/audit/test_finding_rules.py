"""Findings whose text is a fact, such as the list of askers in the edition."""

from pathlib import Path

import pytest

from kv2rdf.audit.finding_rules import (
    is_fact_rule,
    is_list_of_askers,
    is_list_of_officer_fields,
    is_quoted_field,
    with_encoding_repaired,
)
from kv2rdf.audit.kvr.comparison import Comparison
from kv2rdf.audit.kvr.text import FieldText
from kv2rdf.audit.results import ResultKind
from tests import kvr_document
from tests.audit.sample_audits import audit, damaged_copy
from tests.conftest import build_quietly

VRAAGT_AAN = "kvr/meta/vraagdata/vraagt-aan"
VRAGER = "kvr/meta/vraagdata/vrager"
ANTWOORDER = "kvr/meta/antwoorddata/antwoorder"
BEANTWOORDER = "kvr/meta/metadata/item[Beantwoorder]"
TITLE = "kvr/meta/metadata/item[Bibliografische_omschrijving]"


def fact(field: str, text: str) -> FieldText:
    return FieldText(field, field, Comparison.FACT, text)


@pytest.mark.parametrize(
    ("rule", "is_fact"),
    [
        ("indiener-uit-titel", True),
        ("tekst-in-geadresseerde", True),
        ("onderwerp-uit-titel", True),
        ("antwoordgever-uit-opschrift", True),
        ("antwoordgever-volgens-record", True),
        ("zaak-volgens-titel", True),
        ("vindplaats-verkeerd-gedrukt", True),
        ("zaak-volgens-vragen", True),
        ("tekst-van-ander-stuk", False),
        ("", False),
    ],
)
def test_only_people_and_the_number_of_a_case_are_facts(rule: str, *, is_fact: bool) -> None:
    assert is_fact_rule(rule) is is_fact


@pytest.mark.parametrize(
    ("text", "is_list"),
    [
        ("Örgü,VanVoorbeeld(ABC)", True),
        ("Örgü,VanVoorbeeld", False),
        ("VanVoorbeeld(ABC)", False),
        ("Örgü(ABC),VanVoorbeeld", False),
        ("Örgü,VanVoorbeeld(ABC),DeVries", False),
    ],
)
def test_a_list_of_askers_has_all_of_them_with_their_parties(text: str, *, is_list: bool) -> None:
    field_texts = [
        fact(VRAGER, "Ã–rgÃ¼"),
        fact(f"{VRAGER}/@partij", "ABC"),
        fact(VRAGER, "Van Voorbeeld"),
        fact(TITLE, "Vragen"),
    ]
    assert is_list_of_askers(text, field_texts) is is_list


@pytest.mark.parametrize(
    ("rule", "text", "is_field"),
    [
        ("tekst-in-geadresseerde", "(ABC)aandeminister", True),
        ("tekst-in-geadresseerde", "grens", True),
        ("tekst-in-geadresseerde", "aandeminister", False),
        ("tekst-in-geadresseerde", "grens,", False),
        ("tekst-in-geadresseerde", "dehonig-markt", False),
        ("tekst-in-geadresseerde", "", False),
        ("onderwerp-uit-titel", "dehonig-markt", True),
        ("onderwerp-uit-titel", "dehonigmarkt", False),
        ("onderwerp-uit-titel", "grens", False),
    ],
)
def test_only_a_whole_field_is_quoted(rule: str, text: str, *, is_field: bool) -> None:
    field_texts = [
        fact("kvr/meta/vraagdata/@onderwerp", "de honig- markt"),
        fact(VRAAGT_AAN, "(ABC) aan de minister"),
        fact(VRAAGT_AAN, "grens"),
        fact(TITLE, "Vragen"),
    ]
    assert is_quoted_field(text, rule, field_texts) is is_field


@pytest.mark.parametrize(
    ("text", "is_list"),
    [
        ("minister,Bij,medenamensRaat.,Ontvangen3mei", True),
        ("Ontvangen3mei", True),
        ("Raat,minister", True),
        ("minister,Bij", False),
        ("minister,Bij,medenamensRaat.,Ontvangen3mei,", False),
        ("minister,Bij,medenamensRaat.Ontvangen3mei", False),
        ("VanVoorbeeld", False),
        ("", False),
    ],
)
def test_a_list_of_officer_fields_has_nothing_else(text: str, *, is_list: bool) -> None:
    field_texts = [
        fact(VRAGER, "Van Voorbeeld"),
        fact(ANTWOORDER, "Bij, mede namens Raat."),
        fact(f"{ANTWOORDER}/@functie", "minister"),
        fact(f"{ANTWOORDER}/@ministerie", "Ontvangen 3 mei"),
        fact(f"{BEANTWOORDER}/persoon", "Raat"),
    ]
    assert is_list_of_officer_fields(text, field_texts) is is_list


def test_only_a_wrong_encoding_is_repaired() -> None:
    assert with_encoding_repaired("FinanciÃ«n") == "Financiën"
    assert with_encoding_repaired("Financiën") == "Financiën"
    assert with_encoding_repaired("«Â€»") == "«Â€»"


def test_only_the_listed_askers_may_be_in_a_finding(tmp_path: Path) -> None:
    xml = kvr_document.document(
        record=kvr_document.items(
            Bibliografische_omschrijving="Vragen van de leden Jansen (ABC) en De Vries (DEF) "
            "aan de minister van Marktzaken over het weer. (Ingezonden 5 februari 2005); Antwoord"
        ),
        askers='<vrager partij="ABC" oorsprong="parlement">Jansen en De Vries</vrager>',
    )
    (tmp_path / "KVR1.xml").write_text(xml, encoding="utf-8")
    build_quietly(tmp_path / "out", tmp_path / "KVR1.xml")
    found = audit(tmp_path / "out", tmp_path / "KVR1.xml")
    assert not found.has_faults
    assert found.in_findings["indiener-uit-titel"] == len("JansenenDeVries")
    edited = damaged_copy(
        tmp_path / "out",
        tmp_path / "other",
        lambda line: line.replace('#text> "Jansen en De Vries (', '#text> "Jansen en Pietersen ('),
    )
    found = audit(edited, tmp_path / "KVR1.xml")
    additions = found.results[ResultKind.ADDITION]
    assert [addition.text for addition in additions] == ["JansenenPietersen(ABC)"]
