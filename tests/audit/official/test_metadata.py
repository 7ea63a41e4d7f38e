"""Audits of official metadata: all facts, and no others, are in the graph or in a finding."""

from pathlib import Path

import pytest

from kv2rdf.audit.kvr.text import FieldText, UnknownField
from kv2rdf.audit.official.metadata import metadata_facts, metadata_root
from kv2rdf.audit.results import ResultKind
from tests.audit.official.audited_papers import audited, faults
from tests.audit.sample_audits import audit, damaged_copy
from tests.conftest import build_quietly
from tests.requirements import CORPUS, REQUIRED
from tests.sources.odata.examples import record
from tests.sources.official.metadata_examples import (
    QUESTIONS,
    REPLY,
    metadata_list,
    owms_metadata,
)

FULL_REPLY = {
    **REPLY,
    "OVERHEIDop.vraagnummer": ("2031Z00031", "2031D00045"),
    "OVERHEIDop.bijlage": "blg-1300009",
    "OVERHEIDop.aanhangselNummer": "0078",
    "OVERHEID.category": ("Verkeer | Water", "Bestuur | Gemeenten"),
}
PROVISIONAL = {
    **REPLY,
    "DC.identifier": "ah-1300001",
    "DC.type": "Mededeling",
    "DC.title": "Uitstel beantwoording vragen van het lid Bos over de sluis",
    "OVERHEIDop.aanhangselNummer": "70",
    "OVERHEIDop.documentStatus": "Onopgemaakt",
    "OVERHEIDop.datumOntvangst": "2031-01-30",
    "DCTERMS.issued": "2031-01-31",
}


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the metadata of a case in ``in``, and their release in ``out``."""
    folder = tmp_path_factory.mktemp("metadata")
    (folder / "in").mkdir()
    files = {
        "questions.xml": owms_metadata(QUESTIONS),
        "reply.xml": metadata_list(FULL_REPLY),
        "provisional.xml": metadata_list(PROVISIONAL),
    }
    for name, text in files.items():
        (folder / "in" / name).write_text(text, encoding="utf-8")
    build_quietly(folder / "out", folder / "in")
    return folder


def test_each_fact_of_a_case_with_only_metadata_is_found(release: Path) -> None:
    found = audit(release / "out", release / "in")
    assert len(found.fates.audited) == 3
    assert faults(found, ResultKind.MISSING_FACT) == []
    assert found.in_findings["veld-zonder-eigenschap"] == len("blg-13000092031D00045Onopgemaakt")


@pytest.mark.sampled(5)
@pytest.mark.parametrize(
    ("kind", "graph", "damaged", "lost"),
    [
        ("asker", "begrip/indiener>", "begrip/geadresseerde>", "I.Bos"),
        ("asker", 'asInSource> "Vos, R.A. van"', 'asInSource> "Vos, R."', "Vos,R.A.van"),
        ("addressee", 'asInSource> "I.W. Mos"', 'asInSource> "I. Mos"', "I.W.Mos"),
        ("number of the case", '"2031Z00031"', '"2031Z00032"', "2031Z00031"),
        ("number of the reply", '"ah-tk-20302031-78"', '"ah-tk-20302031-7"', "ah-tk-20302031-78"),
        ("session", 'sessionYear> "2030-2031"', 'sessionYear> "2031-2032"', "2030-2031"),
        ("day of tabling", '"2031-01-13"', '"2031-01-12"', "2031-01-13"),
        ("day of the reply", '"2031-02-03"', '"2031-02-04"', "2031-02-03"),
        ("day set aside", '"2031-01-31"', '"2031-01-30"', "2031-01-31"),
        ("topic", '"Verkeer | Water"', '"Verkeer"', "Verkeer|Water"),
        ("kind", "begrip/antwoord>", "begrip/nader-antwoord>", "Antwoord"),
        ("kind", "begrip/mededeling>", "begrip/antwoord>", "Mededeling"),
        ("title", '"De sluis bij Dorp"', '"De sluis"', "DesluisbijDorp"),
        ("status", '"Onopgemaakt"', '"Opgemaakt"', "Onopgemaakt"),
        ("identifier", '"kv-tk-2031Z00031"', '"kv-tk-2031Z00032"', "kv-tk-2031Z00031"),
        ("provisional identifier", '"ah-1300001"', '"ah-1300002"', "ah-1300001"),
        ("enclosure", '"blg-1300009"', '"blg-1300008"', "blg-1300009"),
        ("other number", '"2031D00045"', '"2031D00046"', "2031D00045"),
    ],
)
def test_a_fact_that_is_not_in_the_graph_is_lost(
    release: Path, tmp_path: Path, kind: str, graph: str, damaged: str, lost: str
) -> None:
    edited = damaged_copy(
        release / "out", tmp_path / "out", lambda line: line.replace(graph, damaged)
    )
    found = audit(edited, release / "in")
    assert lost in {row.text for row in found.results[ResultKind.LOSS]}, kind
    assert found.has_faults


@pytest.mark.sampled(3)
@pytest.mark.parametrize(
    ("graph", "damaged"),
    [
        ('date_document> "2031-01-13"', 'date_document> "2031-01-11"'),
        ('sessionYear> "2030-2031"', 'sessionYear> "2032-2033"'),
        ('asInSource> "I. Bos"', 'asInSource> "I. Haas"'),
        ('title> "De sluis bij Dorp"', 'title> "De brug bij Stad"'),
        ('topicsAsInSource> "Bestuur', 'topicsAsInSource> "Verkeer'),
    ],
)
def test_what_no_metadata_say_is_an_added_fact(
    release: Path, tmp_path: Path, graph: str, damaged: str
) -> None:
    edited = damaged_copy(
        release / "out", tmp_path / "out", lambda line: line.replace(graph, damaged)
    )
    assert audit(edited, release / "in").results[ResultKind.ADDED_FACT]


def test_facts_that_differ_or_cannot_be_read_are_in_findings(tmp_path: Path) -> None:
    cases = (
        (metadata_list(REPLY, type=("Mededeling", "Aanhangsel van de Handelingen")),),
        (owms_metadata(REPLY, type="ANTWOORD", title="Iets over de sluis"),),
        (metadata_list(REPLY, identifier="ah-tk-20302031-99", aanhangselNummer=None),),
        (metadata_list(REPLY, vraagnummer="2031z00031-h1", datumOntvangst="3-2-2031"),),
        (metadata_list(REPLY), record(Nummer="2031Z00031", Indiener="Inge Bos (I.)")),
        (owms_metadata(QUESTIONS), metadata_list(REPLY, indiener="Bos")),
    )
    files = [
        text.replace("00031", f"0003{case}").replace("78", f"7{case}")
        for case, texts in enumerate(cases)
        for text in texts
    ]
    found = audited(tmp_path, *files)
    assert len(found.fates.audited) == len(files) == 8
    assert faults(found, ResultKind.MISSING_FACT) == []
    assert found.in_findings["dag-onleesbaar"] == len("3-2-2031")


def test_text_where_there_should_be_none_is_unknown() -> None:
    unknown = [
        ("metadata_gegevens", metadata_list(REPLY).replace("</metadata_g", "los</metadata_g")),
        ("oep", owms_metadata(REPLY).replace("</oep>", "los</oep>")),
        ("owms-metadata", owms_metadata(REPLY).replace("</owms-", "los</owms-")),
        ("blok", owms_metadata(REPLY).replace("</oep>", "</oep><blok><a>los</a></blok>")),
    ]
    for location, text in unknown:
        root = metadata_root(text.encode())
        assert root is not None
        found = [row for row in metadata_facts(root) if isinstance(row, UnknownField)]
        assert found == [UnknownField(location, "los")]


def test_a_field_that_is_not_known_is_in_a_finding() -> None:
    root = metadata_root(metadata_list({**REPLY, "OVERHEIDop.nieuw": "iets"}).encode())
    assert root is not None
    rows = [row for row in metadata_facts(root) if isinstance(row, FieldText)]
    assert [(row.field, row.location) for row in rows if row.text == "iets"] == [
        ("metadata/other", "metadata/nieuw")
    ]


@pytest.mark.corpus
@pytest.mark.long
def test_the_real_metadata_are_audited(tmp_path: Path) -> None:
    files = [path.read_bytes() for path in sorted((CORPUS / "official").glob("*.metadata*.xml"))]
    assert len(files) == 6
    for number, file in enumerate(files if "long" in REQUIRED else ()):
        assert faults(audited(tmp_path / str(number), file), ResultKind.MISSING_FACT) == []
    found = audited(tmp_path / "all", *files)
    assert len(found.fates.audited) == 6
    assert faults(found, ResultKind.MISSING_FACT) == []
