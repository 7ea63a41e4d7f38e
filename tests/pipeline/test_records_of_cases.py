"""A build from records of cases, as returned by the chamber's service."""

import json
from pathlib import Path
from typing import Any

import pytest
from rdflib import URIRef

from kv2rdf.errors import InputError
from kv2rdf.pipeline.case_graphs import graphs
from kv2rdf.rdf.vocabulary import DCT, HOME
from kv2rdf.release.dumps import dump
from kv2rdf.release.files import ReleaseFiles
from tests.conftest import build_quietly
from tests.sources.odata.examples import FIELDS


def page(*numbers: str, **changes: Any) -> str:
    """Return a page of records with these numbers, which has a next page."""
    records = [{**FIELDS, "Nummer": number, **changes} for number in numbers]
    link = "https://example.org/OData/v4/2.0/Zaak?$skip=2"
    return json.dumps({"@odata.context": "x", "value": records, "@odata.nextLink": link})


def lines(release: Path) -> list[str]:
    return list(dump.dump_lines(ReleaseFiles(release).nquads))


def test_pages_that_overlap_have_each_case_once_in_any_order(tmp_path: Path) -> None:
    first, second = tmp_path / "page-1.json", tmp_path / "page-2.json"
    first.write_text(page("2031Z00001", "2031Z00003"), encoding="utf-8")
    second.write_text(page("2031Z00003", "2031Z00004"), encoding="utf-8")
    result = build_quietly(tmp_path / "a", first, second)
    build_quietly(tmp_path / "b", second, first)
    assert (result.dossiers, result.documents_published) == (3, 4)
    assert lines(tmp_path / "a") == lines(tmp_path / "b")


def test_the_later_version_of_a_record_is_published_in_any_order(tmp_path: Path) -> None:
    old = page("2031Z00001", Onderwerp="De sluis", ApiGewijzigdOp="2031-01-14T09:30:00Z")
    new = page("2031Z00001", Onderwerp="De brug", ApiGewijzigdOp="2031-01-14T10:00:00Z")
    case = URIRef(f"{HOME}/eli/nl/tk/zaak/2031Z00001")
    for names in (("a.json", "b.json"), ("b.json", "a.json")):
        paths = [tmp_path / name for name in names]
        for path, content in zip(paths, (old, new), strict=True):
            path.write_text(content, encoding="utf-8")
        (graph,) = graphs(paths).values()
        assert str(graph.value(case, URIRef(DCT.title))) == "De brug"
        assert "De sluis" in {str(value) for value in graph.objects()}


def test_an_error_that_was_saved_as_a_paper_is_not_a_record(tmp_path: Path) -> None:
    path = tmp_path / "ah-tk-20302031-1.xml"
    path.write_text('{"error": {"code": "404"}}', encoding="utf-8")
    with pytest.raises(InputError, match="JSON that is no record we know"):
        build_quietly(tmp_path / "release", path)
