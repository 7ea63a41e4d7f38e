"""The triples of the seed case, as the second pass makes them."""

from contextlib import closing
from pathlib import Path

import pytest

from kv2rdf.pipeline.passes.cluster_triples import ClusterTriples, TripleMaker
from kv2rdf.pipeline.passes.read_documents import DocumentReader
from kv2rdf.pipeline.passes.spool import Spool
from kv2rdf.rdf.vocabulary import HOME
from kv2rdf.sources.input.documents import list_documents, load_documents
from tests.conftest import ROOT
from tests.papers import real_seeds

SEED = (ROOT / "seeds" / "kamervragen",)


@pytest.fixture
def seed_triples(tmp_path: Path) -> ClusterTriples:
    """The triples of the seed, which is one case, printed in more than one document."""
    entries = DocumentReader(real_seeds().lookups)(list(load_documents(SEED, list_documents(SEED))))
    with closing(Spool.create(tmp_path / "spool.sqlite")) as spool:
        spool.add(entries)
    with closing(TripleMaker(tmp_path / "spool.sqlite", HOME)) as maker:
        return maker([entry.id for entry in entries])
