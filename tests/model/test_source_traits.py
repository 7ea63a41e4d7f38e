"""The traits of the kinds of source."""

import pickle
from pathlib import Path

import msgspec
import pytest

import kv2rdf.linking
from kv2rdf.model.kinds import SourceKind
from tests.every_case import every_case

KINDS = set(SourceKind) - {SourceKind.UNKNOWN, SourceKind.IDENTIFIER_LIST}
"""The kinds of sources from which papers are read."""


def test_every_kind_of_source_that_has_papers_has_traits() -> None:
    assert all(kind.traits.rank >= 0 for kind in KINDS)
    with pytest.raises(ValueError, match="bronsoort-onbekend has no traits"):
        _ = SourceKind.UNKNOWN.traits


@every_case("kind", SourceKind)
def test_a_kind_is_stored_as_its_key(kind: SourceKind) -> None:
    assert msgspec.json.encode(kind) == f'"{kind}"'.encode()
    assert msgspec.json.decode(f'"{kind}"', type=SourceKind) is kind
    assert pickle.loads(pickle.dumps(kind)) is kind


def test_kvr_xml_is_published_before_openkamer() -> None:
    ranks = {kind: kind.traits.rank for kind in KINDS}
    kvr = {ranks[kind] for kind in ranks if kind.value.startswith("kvr-xml")}
    assert max(kvr) < ranks[SourceKind.OPENKAMER]


def test_linking_names_no_kind_of_source() -> None:
    (folder,) = map(Path, kv2rdf.linking.__path__)
    modules = sorted(folder.rglob("*.py"))
    assert len(modules) > 20
    assert [path for path in modules if "SourceKind" in path.read_text(encoding="utf-8")] == []
