"""No triple is lost if it is written as JSON-LD with the JSON-LD context."""

import json
from itertools import chain

import pytest
from rdflib import Graph
from rdflib.compare import isomorphic

from kv2rdf import mapping
from kv2rdf.addresses.minting import Addresses
from kv2rdf.linking.assemble import assemble
from kv2rdf.linking.people.matching import PersonMatcher
from kv2rdf.mapping.completeness import completeness_table
from kv2rdf.mapping.gaps import gap_tables
from kv2rdf.mapping.people import PeopleRows
from kv2rdf.mapping.register import register
from kv2rdf.mapping.statistics import statistics
from kv2rdf.pipeline.passes.case_summary import case_summary
from kv2rdf.pipeline.passes.read_documents import DocumentReader
from kv2rdf.pipeline.reports.completeness import count_presences
from kv2rdf.pipeline.reports.gaps import count_gaps
from kv2rdf.pipeline.reports.statistics import observations
from kv2rdf.rdf.rdflib_graph import graph
from kv2rdf.reference import register_files
from kv2rdf.reference.shipped_folders import folder
from kv2rdf.sources import formats
from kv2rdf.sources.input import documents
from kv2rdf.validation.cluster_register_rows import RegisterClosure

CONTEXT = folder("ontology") / "context.jsonld"


def seed_graph() -> Graph:
    """Return all triples of the seed, with the register, and all tables of counts."""
    seeds = register_files.read_seeds(folder("seeds"))
    sources = [folder("seeds") / "kamervragen"]
    inputs = list(documents.load_documents(sources, documents.list_documents(sources)))
    papers = chain.from_iterable(
        formats.read_publication(document, seeds.lookups) for document in inputs
    )
    cluster = assemble(tuple(papers), PersonMatcher.of(seeds.register))
    at = Addresses()
    case_triples = [list(triples) for _, triples in mapping.statements(cluster, at)]
    people = PeopleRows(seeds.register, at)
    rows = RegisterClosure((), people).rows_for(chain.from_iterable(case_triples))
    summaries = [case_summary(d, {}, at) for d in cluster.dossiers]
    statistics_triples = statistics(observations(summaries), at)
    gaps = count_gaps(DocumentReader(seeds.lookups)(inputs), (), summaries)
    return graph(
        chain(
            *case_triples,
            register(seeds.register, at),
            chain.from_iterable(rows.values()),
            statistics_triples,
            gap_tables(gaps, at),
            completeness_table(count_presences((), summaries), at),
        )
    )


@pytest.fixture(scope="module", name="dossier")
def _dossier() -> Graph:
    return seed_graph()


def test_no_triple_of_the_seed_is_lost_in_json_ld(dossier: Graph) -> None:
    context_ = json.loads(CONTEXT.read_text(encoding="utf-8"))["@context"]
    text = dossier.serialize(format="json-ld", context=context_)
    assert isomorphic(Graph().parse(data=text, format="json-ld"), dossier)


def test_a_question_is_plain_json(dossier: Graph) -> None:
    context_ = json.loads(CONTEXT.read_text(encoding="utf-8"))["@context"]
    nodes = json.loads(dossier.serialize(format="json-ld", context=context_))["@graph"]
    (question,) = [node for node in nodes if node["id"].endswith("/kv/2022Z00634/vraag/1")]
    document = "https://w3id.org/kamervragen/eli/nl/tk/kv/2022Z00634"
    assert question.pop("text")["nl"].startswith("Heeft u kennisgenomen van het bericht")
    assert sorted(question.pop("type")) == ["Question", "eli:WorkSubdivision"]
    assert question == {
        "id": f"{document}/vraag/1",
        "concernsDossier": "https://w3id.org/kamervragen/eli/nl/tk/zaak/2022Z00634",
        "eli:is_part_of": document,
        "eli:number": "1",
        "hasFootnote": f"{document}/noot/1-2022Z00634",
        "hasMark": f"{document}/vraag/1#noot-1-2022Z00634",
        "ordinal": 1,
    }
