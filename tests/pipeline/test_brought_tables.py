"""A release with tables that a user supplies: they are in its graphs and affect its bytes."""

import gzip
import json
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
from rdflib import DCTERMS, Graph, Literal, URIRef

import kv2rdf
from kv2rdf.pipeline.build import build
from kv2rdf.pipeline.settings import BuildResult, Settings
from kv2rdf.rdf.vocabulary import HOME
from kv2rdf.tables.csvw_metadata import metadata_json
from tests.conftest import ROOT
from tests.reference.test_authority_tables import write
from tests.release_digest import digest

SEED = ROOT / "seeds" / "kamervragen" / "2022Z00634.txt"
OTHER = sorted((ROOT / "tests" / "golden").glob("*/KVR*.xml"))[0]
SOURCE = f"<{HOME}/id/herkomst/Voorbeeldlijst>"
PERSON = f"<{HOME}/id/persoon/dijk-i-1975>"


@pytest.fixture
def inputs(tmp_path: Path) -> Path:
    """A folder of two documents, and one of tables."""
    (tmp_path / "in").mkdir()
    shutil.copy(SEED, tmp_path / "in")
    shutil.copy(OTHER, tmp_path / "in")
    (tmp_path / "brought").mkdir()
    write_source(tmp_path / "brought", "CC BY-NC 4.0")
    write(tmp_path / "brought", "persons", {"key": "dijk-i-1975", "parlement_id": "vvoorbeeld"})
    return tmp_path


def write_source(brought: Path, licence: str) -> None:
    text = f"name,what,where,licence\nVoorbeeldlijst,members,https://example.org/a,{licence}\n"
    (brought / "SOURCES.csv").write_text(text, encoding="utf-8")


def build_with(inputs: Path, out: str, *, is_brought: bool = True) -> BuildResult:
    settings = Settings(
        sources=(inputs / "in",),
        out=inputs / out,
        clock=lambda: datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC),
        host="test",
        authority=inputs / "brought" if is_brought else None,
    )
    return build(settings, lambda _step, _done, _all: None)


LICENSE = " <http://purl.org/dc/terms/license> <http://creativecommons.org/"
"""The rest of a statement about a licence, after its subject."""


def quads(release: Path) -> set[str]:
    lines = gzip.decompress((release / "kamervragen.nq.gz").read_bytes()).decode()
    return set(lines.splitlines())


def version(release: Path) -> str:
    (line,) = (line for line in quads(release) if ' <http://www.w3.org/ns/dcat#version> "' in line)
    return line


def test_rows_sources_and_licences_are_in_the_release(inputs: Path) -> None:
    build_with(inputs, "release")
    found, register = quads(inputs / "release"), f"<{HOME}/graph/register> ."
    assert f"{PERSON} <http://purl.org/dc/terms/source> {SOURCE} {register}" in found
    assert f'{PERSON} <http://purl.org/dc/terms/identifier> "vvoorbeeld" {register}' in found
    statement = f"{SOURCE} <http://www.w3.org/2004/02/skos/core#definition>"
    (english,) = (line for line in found if line.startswith(statement) and "@en" in line)
    assert "members. Licence: CC BY-NC 4.0" in english
    meta = [line for line in found if line.endswith(f"<{HOME}/graph/meta> .")]
    assert any(f"<http://purl.org/dc/terms/rights> {SOURCE}" in line for line in meta)
    assert not any(LICENSE in line for line in meta)
    catalogue = (inputs / "release" / "catalogue.ttl").read_text(encoding="utf-8")
    assert "Licence: CC BY-NC 4.0" in catalogue
    assert (None, DCTERMS.license, None) not in Graph().parse(data=catalogue)
    assert "dc:license" not in json.loads(metadata_json(meta))


def test_a_release_of_public_domain_tables_keeps_its_licence(inputs: Path) -> None:
    write_source(inputs / "brought", "CC0-1.0")
    build_with(inputs, "release")
    meta = [line for line in quads(inputs / "release") if line.endswith("/graph/meta> .")]
    assert any(LICENSE in line for line in meta)


@pytest.mark.long
def test_cases_as_graphs_have_the_rows_too(inputs: Path) -> None:
    person, identifier = URIRef(PERSON.strip("<>")), Literal("vvoorbeeld")
    for authority, is_there in ((inputs / "brought", True), (str(inputs / "brought"), True),
                                (None, False)):  # fmt: skip
        found = kv2rdf.case_graphs(inputs / "in", authority=authority)["2022Z00634"]
        assert ((person, DCTERMS.identifier, identifier) in found) is is_there
    (inputs / "brought" / "SOURCES.csv").unlink()
    with pytest.raises(kv2rdf.Kv2rdfError, match="brought: has no SOURCES"):
        kv2rdf.case_graphs(inputs / "in", authority=inputs / "brought")


@pytest.mark.long  # Short tests change rows of seeds/.
def test_a_changed_row_rebuilds_only_the_cases_that_depend_on_it(inputs: Path) -> None:
    build_with(inputs, "without", is_brought=False)
    build_with(inputs, "with")
    without, with_ = (digest((inputs / name).resolve()) for name in ("without", "with"))
    assert without != with_
    versions = {version(inputs / name) for name in ("without", "with")}
    assert len(versions) == 2
    write(inputs / "brought", "persons", {"key": "dijk-i-1975", "parlement_id": "vanders"})
    counts = [build_with(inputs, "with").clusters_built for _ in range(2)]
    assert counts == [1, 0]
    build_with(inputs, "again")
    assert digest((inputs / "with").resolve()) == digest((inputs / "again").resolve())
    result = build_with(inputs, "with", is_brought=False)
    assert (result.clusters_built, result.clusters, result.full_build_reason) == (1, 2, None)
    assert digest((inputs / "with").resolve()) == without
