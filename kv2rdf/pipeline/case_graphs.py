"""The cases in some documents as rdflib graphs: for who wants to work with a few of them."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from rdflib import Graph

from kv2rdf.errors import ReadError
from kv2rdf.linking.cases import clusters
from kv2rdf.pipeline.passes.cluster_triples import Stating
from kv2rdf.pipeline.passes.read_documents import Reading
from kv2rdf.pipeline.passes.spool import SPOOL, Fate, Spool
from kv2rdf.rdf.vocabulary import HOME, PREFIXES
from kv2rdf.reference import folders, register_files
from kv2rdf.sources.input import documents
from kv2rdf.storage.remote_path import Anywhere


def graphs(sources: Sequence[Anywhere], base: str = HOME) -> dict[str, Graph]:
    """Give the graph of each case in ``sources``, by the case's identifier.

    What is printed, what is inferred and the rows of the register it names, in one graph with
    prefixes bound, not held against the shapes. Cases that share a paper share a graph. A document
    that is no publication is passed over. Raises ReadError where one cannot be read.
    """
    found: dict[str, Graph] = {}
    with TemporaryDirectory() as folder:
        path = Path(folder) / SPOOL
        reading = Reading(register_files.read(folders.folder("seeds")).lookups)
        entries = reading(list(documents.read(sources, documents.listed(sources))))
        for entry in entries:
            if entry.fate is Fate.HELD_BACK:
                raise ReadError(entry.id, entry.place, entry.reason)
        spool = Spool.create(path)
        spool.add(entries)
        spool.close()
        stating = Stating(path, base)
        readable = [(entry.id, entry.keys) for entry in entries if entry.fate is Fate.READ]
        for cluster in clusters.clusters(readable):
            stated = stating(cluster)
            graph = Graph()
            for prefix, namespace in PREFIXES.items():
                graph.bind(prefix, namespace)
            graph.parse(data="".join(sorted(stated.lines)), format="nt")
            found |= dict.fromkeys((dossier.id for dossier in stated.cluster.dossiers), graph)
        stating.open_spool.close()
    return found
