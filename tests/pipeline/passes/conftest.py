"""The triples of the seed case, as made by the second pass."""

from contextlib import closing
from pathlib import Path

import pytest

from kv2rdf.pipeline.passes.cluster_triples import ClusterTriples, TripleMaker
from kv2rdf.pipeline.passes.read_documents import DocumentReader
from kv2rdf.pipeline.passes.spool import Spool
from kv2rdf.rdf.vocabulary import HOME
from kv2rdf.reference.register_files import copy_seeds
from kv2rdf.reference.shipped_folders import folder
from kv2rdf.release.files import ReleaseFiles
from kv2rdf.sources.input.documents import list_documents, load_documents
from tests.conftest import ROOT
from tests.papers import real_seeds

SEED = (ROOT / "seeds" / "kamervragen",)


@pytest.fixture
def seed_triples(tmp_path: Path) -> ClusterTriples:
    """The triples of the seed, which is one case, printed in more than one document."""
    entries = DocumentReader(real_seeds().lookups)(list(load_documents(SEED, list_documents(SEED))))
    files = ReleaseFiles(tmp_path)
    copy_seeds(folder("seeds"), files.seeds)
    with closing(Spool.create(files.spool)) as spool:
        spool.add(entries)
    with closing(TripleMaker(files, HOME)) as maker:
        return maker([entry.id for entry in entries])
