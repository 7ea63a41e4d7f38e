"""The JSON-LD context says what the ontology says, and loses nothing on the way."""

import json
from itertools import chain
from pathlib import Path

import pytest
from rdflib import Graph
from rdflib.compare import isomorphic

from kv2rdf import mapping
from kv2rdf.addresses.minting import Addresses
from kv2rdf.linking.assemble import assemble
from kv2rdf.linking.people.matching import Identities
from kv2rdf.mapping.gaps import gaps as mapping_of
from kv2rdf.mapping.register import register
from kv2rdf.mapping.statistics import statistics
from kv2rdf.pipeline.accounts.gaps import gaps
from kv2rdf.pipeline.accounts.statistics import observed
from kv2rdf.pipeline.passes.build_clusters import summary
from kv2rdf.pipeline.passes.cluster_triples import Stating
from kv2rdf.pipeline.passes.read_documents import Reading
from kv2rdf.rdf.rdflib_graph import graph
from kv2rdf.rdf.vocabulary import HOME
from kv2rdf.reference import register_files
from kv2rdf.reference.folders import folder
from kv2rdf.reference.jsonld_context import context, published, written
from kv2rdf.sources import formats
from kv2rdf.sources.input import documents

CONTEXT = folder("ontology") / "context.jsonld"


def seed() -> Graph:
    """All we say of the seed, with the register and the statistics beside it."""
    known = register_files.read(folder("seeds"))
    source = [folder("seeds") / "kamervragen"]
    found = list(documents.read(source, documents.listed(source)))
    read = chain.from_iterable(formats.papers(document, known.lookups) for document in found)
    cluster = assemble(tuple(read), Identities.of(known.register))
    at = Addresses()
    said = [triples for _, triples in mapping.statements(cluster, known.register, at)]
    summaries = [summary(d, (), Stating(Path(), HOME)) for d in cluster.dossiers]
    counted = statistics(observed(summaries), at)
    missing = mapping_of(gaps(Reading(known.lookups)(found), (), summaries), at)
    return graph(chain(*said, register(known.register, at), counted, missing))


@pytest.fixture(scope="module", name="dossier")
def _dossier() -> Graph:
    return seed()


def test_the_published_context_is_the_one_the_ontology_makes() -> None:
    assert CONTEXT.read_text(encoding="utf-8") == written(context(published()))


def test_the_seed_comes_back_from_json_as_it_went(dossier: Graph) -> None:
    shared = json.loads(CONTEXT.read_text(encoding="utf-8"))["@context"]
    text = dossier.serialize(format="json-ld", context=shared)
    assert isomorphic(Graph().parse(data=text, format="json-ld"), dossier)


def test_a_question_is_plain_json(dossier: Graph) -> None:
    shared = json.loads(CONTEXT.read_text(encoding="utf-8"))["@context"]
    nodes = json.loads(dossier.serialize(format="json-ld", context=shared))["@graph"]
    (question,) = [node for node in nodes if node["id"].endswith("/kv/2022Z00634/vraag/1")]
    asked = "https://w3id.org/kamervragen/eli/nl/tk/kv/2022Z00634"
    assert question.pop("text")["nl"].startswith("Heeft u kennisgenomen van het bericht")
    assert sorted(question.pop("type")) == ["Question", "eli:WorkSubdivision"]
    assert question == {
        "id": f"{asked}/vraag/1",
        "eli:is_part_of": asked,
        "eli:number": "1",
        "hasFootnote": f"{asked}/noot/1",
        "hasMark": f"{asked}/vraag/1#noot-1",
        "ordinal": 1,
    }
