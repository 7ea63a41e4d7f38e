"""Two cases of a release that were given each other's texts, dates, askers or addressees."""

import gzip
from pathlib import Path

import pytest

from kv2rdf.audit.results import FAULTS, ResultKind
from tests import kvr_document
from tests.audit.sample_audits import DUMP, audit, damaged_copy
from tests.audit.test_misplaced import exchanged
from tests.conftest import build_quietly
from tests.every_case import every_case


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two papers of two cases in ``in``, and their release in ``out``."""
    folder = tmp_path_factory.mktemp("exchanged")
    (folder / "in").mkdir()
    first = kvr_document.document(
        questions='<vraag nummer="1">Kent u het eerste bericht?</vraag>',
        answers='<antwoord nummer="1">Ja, dat eerste wel.</antwoord>',
    )
    second = kvr_document.document(
        record=kvr_document.items(
            Bibliografische_omschrijving=(
                "Vragen van het lid De Proef (XYZ) aan de minister van Proefzaken over de proef"
            ),
            Vindplaats="Kamervragen met antwoord 2004-2005, nr. 1263, Tweede Kamer",
            Vraagnr_bij_indiening="2040509431",
            Datum_indiening="2005-03-08",
            Datum_reaktie="2005-03-20",
        ),
        tabled="2005-03-8",
        reply_day="20 maart 2005)",
        askers='<vrager partij="XYZ" oorsprong="parlement">De Proef</vrager>',
        addressees="<vraagt-aan>de minister van Proefzaken</vraagt-aan>",
        answerers=(
            '<antwoorder functie="minister" ministerie="Proefzaken">Anders</antwoorder>'
            "<mede-antwoorder/>"
        ),
        questions='<vraag nummer="1">Kent u het tweede bericht?</vraag>',
        answers='<antwoord nummer="1">Nee, dat tweede niet.</antwoord>',
    )
    second = second.replace("2040509430", "2040509431").replace('"1262"', '"1263"')
    for name, xml in (("KVR1", first), ("KVR2", second)):
        (folder / "in" / f"{name}.xml").write_text(xml, encoding="utf-8")
    build_quietly(folder / "out", folder / "in")
    return folder


@every_case(
    ("first", "second", "where", "kind", "expected"),
    [
        (
            "het eerste bericht?", "het tweede bericht?", "def#text>", ResultKind.LOSS,
            {"eerst", "tweed"},
        ),
        (
            "Ja, dat eerste wel.", "Nee, dat tweede niet.", "def#text>", ResultKind.ADDITION,
            {"Ja,dateerstewel.", "Nee,dattweedeniet."},
        ),
        (
            '"2005-02-05"', '"2005-03-08"', "activity_date", ResultKind.ADDED_FACT,
            {"2005-02-05", "2005-03-08"},
        ),
        (
            '"2005-02-23"', '"2005-03-20"', "date_document", ResultKind.ADDED_FACT,
            {"2005-02-23", "2005-03-20"},
        ),
        (
            "minister van Marktzaken", "minister van Proefzaken", "officeAsInSource",
            ResultKind.ADDED_FACT, {"deministervanMarktzaken", "deministervanProefzaken"},
        ),
        (
            '"Van Voorbeeld"', '"De Proef"', "asInSource", ResultKind.ADDED_FACT,
            {"DeProef", "VanVoorbeeld"},
        ),
    ],
)  # fmt: skip
def test_what_two_cases_exchange_is_found(
    papers: Path,
    tmp_path: Path,
    first: str,
    second: str,
    where: str,
    kind: ResultKind,
    expected: set[str],
) -> None:
    damaged = damaged_copy(papers / "out", tmp_path / "copy", exchanged(first, second, where))
    found = audit(damaged, papers / "in")
    assert {result.text for result in found.results[kind]} == expected


def test_a_date_that_is_printed_nowhere_is_an_added_fact(papers: Path, tmp_path: Path) -> None:
    def edit(line: str) -> str:
        return line.replace('"2005-02-05"', '"2005-02-06"')

    found = audit(damaged_copy(papers / "out", tmp_path / "copy", edit), papers / "in")
    assert {(result.location, result.text) for result in found.results[ResultKind.ADDED_FACT]} == {
        (term, "2005-02-06") for term in ("activity_date", "date_document", "dateSubmitted")
    }


def test_two_cases_as_they_were_built_have_no_faults(papers: Path) -> None:
    found = audit(papers / "out", papers / "in")
    assert {kind: found.results[kind] for kind in FAULTS} == dict.fromkeys(FAULTS, ())


@every_case(
    ("name", "rule", "xml"),
    [
        (
            "KVR15419.xml",  # a row of seeds/lookups.csv
            "dag-verkeerd-gedrukt",
            kvr_document.document(
                record=kvr_document.items(
                    Vindplaats="Kamervragen met antwoord 2001-2002, nr. 1262, Tweede Kamer",
                    Vraagnr_bij_indiening="2010206690",
                    Datum_indiening="2001-02-21",
                    Datum_reaktie="2002-03-23",
                ),
                tabled="2001-02-21",
                reply_day="23 maart 2002)",
            ),
        ),
        (
            "KVR3.xml",
            "dag-uit-titel",
            kvr_document.document(
                record=kvr_document.items(
                    Bibliografische_omschrijving=(
                        "Vragen van het lid Van Voorbeeld (ABC) op 5 februari 2005 medegedeeld aan"
                        " de minister van Marktzaken over het weer"
                    ),
                    Vindplaats="Kamervragen met antwoord 2004-2005, nr. 12, Eerste Kamer",
                    Vraagnr_bij_indiening=None,
                    Datum_indiening="2005-02-23",
                ),
                tabled="",
            ),
        ),
    ],
)
def test_a_date_that_was_corrected_with_a_finding_is_not_a_fault(
    tmp_path: Path, name: str, rule: str, xml: str
) -> None:
    (tmp_path / name).write_text(xml, encoding="utf-8")
    build_quietly(tmp_path / "out", tmp_path / name)
    found = audit(tmp_path / "out", tmp_path / name)
    assert {kind: found.results[kind] for kind in FAULTS} == dict.fromkeys(FAULTS, ())
    with gzip.open(tmp_path / "out" / DUMP, "rt", encoding="utf-8") as dump:
        assert f"#{rule}> " in dump.read()
