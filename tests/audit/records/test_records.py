"""Audits of records of cases: everything in a record is in the graph, or in a finding."""

import json
from pathlib import Path

import pytest

from kv2rdf.audit import Audit
from kv2rdf.audit.results import ResultKind
from tests.audit.sample_audits import Edit, audit, damaged_copy
from tests.conftest import build_quietly
from tests.sources.odata.examples import record

ACTORS = [
    {"Relatie": "Indiener", "ActorNaam": "Inge Bos", "ActorFractie": "ABC"},
    {"Relatie": "Medeindiener", "ActorNaam": "R. Vos", "ActorFractie": None},
    {"Relatie": "Gericht aan", "ActorNaam": "I.W. Mos", "Functie": "minister van Water"},
    {"Relatie": "Gast", "ActorNaam": "A. Linde", "ActorFractie": "DEF"},
    {"Relatie": "Indiener", "ActorNaam": None, "ActorFractie": "GHI", "Hobby": "schaken"},
    {"Relatie": "Indiener", "ActorNaam": "Weg", "Verwijderd": True},
]
DOCUMENTS = [
    {
        "Soort": "Schriftelijke vragen",
        "DocumentVersie": [
            {"ExterneIdentifier": "kv-tk-2031Z00001"},
            {"ExterneIdentifier": "kv-tk-2031Z00001-h1"},
        ],
    },
    {
        "Soort": "Antwoord schriftelijke vragen",
        "Onderwerp": "Antwoord over de sluis",
        "Datum": "2031-02-02T23:30:00Z",
        "Aanhangselnummer": "303100012",
        "DocumentVersie": [{"ExterneIdentifier": "ah-tk-20302031-12"}],
    },
    {"Soort": "Mededeling", "Datum": "2031-01-20T00:00:00+01:00", "Onderwerp": "Uitstel | later"},
]
FULL = record(
    ZaakActor=ACTORS,
    Document=DOCUMENTS,
    Termijn="2031-02-03T00:00:00Z",
    Titel="Een andere titel",
    Volgnummer=3,
    Alias={"a": [1, None]},
    Indiener="Inge Bos, J. Elders",
)


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with records in ``in.jsonl``, and their release in ``out``."""
    folder = tmp_path_factory.mktemp("records")
    lines = [
        FULL,
        record(Nummer="2031Z00002", GestartOp=None, Termijn="2031-03-01T00:00:00Z"),
        record(Nummer="2031Z00003", Verwijderd=True),
        record(Nummer="2031Z00004", Soort="Motie"),
        record(Nummer="2031Z00005", Onderwerp="\ud800"),
        record(Nummer="2031Z00006", Volgnummer=float("nan")),
        record(Nummer="2031Z00007")[:-1] + ', "Onderwerp": "Nog een"}',
        record(Nummer="2031Z00008")[:60],
        record(Nummer="2031Z00009", GestartOp="9999-12-31T23:59:59Z"),
        record(Nummer="2031Z00010", Indiener=["Inge Bos"]),
        record(Nummer="2031Z00011", ZaakActor=[{"Relatie": "Indiener", "ActorNaam": "\u0001"}]),
        record(Nummer="2031Z00012", Vergaderjaar="0000-0001"),
    ]
    text = "\n".join(json.dumps(json.loads(line)) if "\ud800" in line else line for line in lines)
    (folder / "in.jsonl").write_text(text, encoding="utf-8")
    build_quietly(folder / "out", folder / "in.jsonl")
    return folder


def _audited(release: Path) -> Audit:
    return audit(release / "out", release / "in.jsonl")


def test_each_record_is_accounted_for_and_nothing_is_lost(release: Path) -> None:
    found = _audited(release)
    outcomes = found.fates
    assert (outcomes.inputs, len(outcomes.audited), outcomes.unaccounted) == (12, 2, [])
    assert (outcomes.not_read, outcomes.held_back) == (2, 8)
    assert {kind: rows for kind, rows in found.results.items() if rows} == {}
    assert not found.has_faults
    assert found.in_findings["veld-zonder-eigenschap"] > 60


@pytest.mark.sampled(4)
@pytest.mark.parametrize(
    ("graph", "damaged", "lost"),
    [
        ('"De sluis bij Dorp"', '"De sluis"', "DesluisbijDorp"),
        ('"2031-01-13"', '"2031-01-12"', "2031-01-13"),
        ('"2030-2031"', '"2031-2032"', "2030-2031"),
        ('"2031-02-03"', '"2031-02-04"', "2031-02-03"),
        ('"Inge Bos"', '"Inge Vos"', "IngeBos"),
        ('"ABC"', '"ABD"', "ABC"),
        ("begrip/geadresseerde>", "begrip/indiener>", "I.W.Mos(ministervanWater)"),
        ("begrip/beantwoord>", "begrip/openstaand>", None),
        ('"ah-tk-20302031-12"', '"ah-tk-20302031-13"', "ah-tk-20302031-12"),
        ('"Een andere titel"', '"Een"', "Eenanderetitel"),
        ('"schaken"', '"dammen"', "schaken"),
        ('"J. Elders"', '"J. Eld"', "J.Elders"),
    ],
)
def test_a_change_of_the_graph_is_found(
    release: Path, tmp_path: Path, graph: str, damaged: str, lost: str | None
) -> None:
    def edit(line: str) -> str:
        return line.replace(graph, damaged)

    found = _damaged(release, tmp_path, edit)
    texts = {row.text for row in found.results[ResultKind.LOSS]}
    assert lost is None or lost in texts
    assert found.has_faults or lost is None


@pytest.mark.parametrize(
    ("graph", "damaged"),
    [
        ('date_document> "2031-01-13"', 'date_document> "2031-01-11"'),
        ('sessionYear> "2030-2031"', 'sessionYear> "2032-2033"'),
        ('asInSource> "R. Vos"', 'asInSource> "R. Haas"'),
        ('title> "De sluis bij Dorp"', 'title> "De brug bij Stad"'),
    ],
)
def test_what_no_record_says_is_an_added_fact(
    release: Path, tmp_path: Path, graph: str, damaged: str
) -> None:
    found = _damaged(release, tmp_path, lambda line: line.replace(graph, damaged))
    assert found.results[ResultKind.ADDED_FACT]


def _damaged(release: Path, folder: Path, edit: Edit) -> Audit:
    damaged_copy(release / "out", folder / "out", edit)
    return audit(folder / "out", release / "in.jsonl")


def test_the_kinds_of_fields_are_counted(release: Path) -> None:
    fields = {field for field, _ in _audited(release).fields}
    assert {"zaak/asker", "zaak/addressee", "zaak/Document/Datum", "zaak/other"} <= fields
