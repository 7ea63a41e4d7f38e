"""The conversion of a small number of documents to rdflib graphs."""

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from rdflib import Graph

from kv2rdf.errors import ReadError
from kv2rdf.linking.cases import clusters
from kv2rdf.pipeline.passes.cluster_triples import TripleMaker
from kv2rdf.pipeline.passes.read_documents import DocumentReader
from kv2rdf.pipeline.passes.spool import Fate, Spool
from kv2rdf.rdf.vocabulary import HOME, PREFIXES
from kv2rdf.reference import (
    register_files,
    shipped_folders,
)
from kv2rdf.release.files import ReleaseFiles
from kv2rdf.sources import formats
from kv2rdf.storage.remote_path import InputPath


def graphs(
    sources: Sequence[InputPath], base: str = HOME, authority: Path | None = None
) -> dict[str, Graph]:
    """Return a graph for each case in ``sources``. The keys are the identifiers of the cases.

    A graph contains the statements that are printed in the papers, those that are inferred, the
    findings, and the register entries that the case refers to. The prefixes of kv2rdf are bound.
    The graph is not checked against the shapes. Cases that share a paper share a graph. Documents
    that are not publications are skipped. ``authority`` is a folder with tables that are added to
    the register. Raises ReadError if a publication cannot be read, and SeedError if a table cannot
    be added.
    """
    graphs_by_case: dict[str, Graph] = {}
    with TemporaryDirectory() as folder:
        files = ReleaseFiles(Path(folder))
        register_files.copy_seeds(shipped_folders.folder("seeds"), files.seeds, authority)
        seeds = register_files.read_seeds(files.seeds)
        reader = DocumentReader(seeds.lookups)
        ids = formats.document_hashes(sources)
        entries = reader(list(formats.documents_with_ids(sources, ids)))
        for entry in entries:
            if entry.fate is Fate.HELD_BACK:
                raise ReadError(entry.id, entry.location, entry.reason)
        with closing(Spool.create(files.spool)) as spool:
            spool.add(entries)
        readable = [(entry.id, entry.keys) for entry in entries if entry.fate is Fate.READ]
        with closing(TripleMaker(files, base)) as maker:
            for cluster in clusters.clusters(readable):
                made = maker(cluster)
                graph = Graph()
                for prefix, namespace in PREFIXES.items():
                    graph.bind(prefix, namespace)
                graph.parse(data="".join(sorted(made.lines)), format="nt")
                graphs_by_case |= dict.fromkeys(
                    (dossier.id for dossier in made.cluster.dossiers), graph
                )
    return graphs_by_case
