"""The traits of the kinds of source."""

from pathlib import Path

import kv2rdf.linking
from kv2rdf.model.kinds import SourceKind
from kv2rdf.model.source_traits import SOURCE_TRAITS


def test_every_kind_of_source_that_has_papers_has_traits() -> None:
    assert set(SOURCE_TRAITS) == set(SourceKind) - {SourceKind.UNKNOWN}


def test_kvr_xml_is_published_before_openkamer() -> None:
    ranks = {kind: traits.rank for kind, traits in SOURCE_TRAITS.items()}
    kvr = {ranks[kind] for kind in ranks if kind.value.startswith("kvr-xml")}
    assert max(kvr) < ranks[SourceKind.OPENKAMER]


def test_linking_names_no_kind_of_source() -> None:
    (folder,) = map(Path, kv2rdf.linking.__path__)
    modules = sorted(folder.rglob("*.py"))
    assert len(modules) > 20
    assert [path for path in modules if "SourceKind" in path.read_text(encoding="utf-8")] == []
