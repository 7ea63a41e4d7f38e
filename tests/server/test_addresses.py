"""Every address of a release answers, in the format that a client asks for."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from rdflib import DCAT, RDF, Graph, URIRef

from tests.every_case import every_case
from tests.server.accept_headers import ACCEPT, PREFERENCES
from tests.server.address_walk import (
    TYPES,
    Addresses,
    documents,
    faults_of_document,
    faults_of_formats,
    faults_of_thing,
    statements,
)
from tests.server.in_process import Caller, caller

CASE = "/doc/eli/nl/tk/zaak/2022Z00634"
FEW = ("Firefox", "Comunica")
"""A client that wants pages, and one that wants data."""


@pytest.fixture(scope="module")
def call(golden_release: Path) -> Iterator[Caller]:
    with caller(golden_release) as made:
        yield made


@pytest.fixture(scope="module")
def addresses(golden_release: Path) -> Addresses:
    return Addresses(golden_release)


@pytest.fixture(scope="module")
def call_seed(seed_release: Path) -> Iterator[Caller]:
    with caller(seed_release) as made:
        yield made


@pytest.fixture(scope="module")
def seed_addresses(seed_release: Path) -> Addresses:
    return Addresses(seed_release)


@every_case(("accept", "extension"), PREFERENCES)
def test_the_preferred_format_is_chosen(call: Caller, accept: str, extension: str | None) -> None:
    answer = call(CASE, accept)
    if extension is None:
        assert answer.status == 406
        assert all(f"{CASE}.{each}".encode() in answer.content for each in TYPES)
    else:
        assert (answer.status, answer.headers["content-type"]) == (200, TYPES[extension])


def test_one_address_of_each_kind_answers(call: Caller, addresses: Addresses) -> None:
    some = addresses.one_of_each_kind()[::3]  # A long test requests one of every kind.
    assert len(some) > 25
    assert [fault for path in some for fault in faults_of_thing(call, path, FEW)] == []
    docs = sorted(documents(call, some))
    small = [doc for doc in docs if doc.startswith(("/doc/id", "/doc/dataset", "/doc/bron"))]
    some_docs = (CASE, small[0], small[-1])
    assert [fault for doc in some_docs for fault in faults_of_document(call, doc)] == []
    assert [fault for doc in (CASE, *small[::2]) for fault in faults_of_formats(call, doc)] == []


@pytest.mark.long
def test_every_second_address_of_the_seed_answers_every_client(
    call_seed: Caller, seed_addresses: Addresses
) -> None:
    paths = seed_addresses.paths[::2]
    assert [fault for path in paths for fault in faults_of_thing(call_seed, path)] == []


@pytest.mark.long
def test_every_second_address_answers_two_clients(call: Caller, addresses: Addresses) -> None:
    """One address of each kind is added. The tests below request a page at every address."""
    paths = sorted({*addresses.paths[::2], *addresses.one_of_each_kind()})
    assert [fault for path in paths for fault in faults_of_thing(call, path, FEW)] == []


@pytest.mark.long
def test_every_page_that_an_address_leads_to_is_there(call: Caller, addresses: Addresses) -> None:
    found = {call(path, "text/html").headers.get("location", "/nl/") for path in addresses.paths}
    pages = {page.partition("#")[0] for page in found}
    assert [page for page in sorted(pages) if call(page).status not in (200, 301, 303)] == []


@pytest.mark.long
def test_every_third_document_of_the_seed_answers_every_client(
    call_seed: Caller, seed_addresses: Addresses
) -> None:
    docs = sorted(documents(call_seed, seed_addresses.paths))
    assert [fault for doc in docs[::3] for fault in faults_of_document(call_seed, doc)] == []


@pytest.mark.long
def test_the_documents_say_what_the_store_says(call: Caller, addresses: Addresses) -> None:
    docs = documents(call, addresses.paths)
    aliases = {path for path in addresses.paths if addresses.is_alias(path)}
    assert {path for paths in docs.values() for path in paths} | aliases == set(addresses.paths)
    for number, (doc, paths) in enumerate(docs.items()):
        if number % 3 == 0:
            assert list(faults_of_formats(call, doc)) == []
        said = {quad.triple for quad in statements(call, doc, "nt")}
        for path in paths:
            assert addresses.about[path] <= said, path


def test_the_document_of_a_case_names_the_graph_of_each_statement(call: Caller) -> None:
    graphs = {str(quad.graph_name) for quad in statements(call, CASE, "nq")}
    below = "https://w3id.org/kamervragen/graph"
    of_the_case = {f"<{below}/{kind}2022Z00634>" for kind in ("", "derived/", "findings/")}
    assert graphs == {*of_the_case, f"<{below}/register>"}


@every_case(
    ("path", "location"),
    [
        ("/eli/nl/tk/zaak/2022Z00634", CASE),
        ("/eli/nl/tk/zaak/2022Z00634.ttl", f"{CASE}.ttl"),
        (
            "/eli/nl/tk/kv/2022Z00634/vraag/5",
            f"{CASE}#eli/nl/tk/kv/2022Z00634/vraag/5",
        ),
        ("/graph/2022Z00634", f"{CASE}#graph/2022Z00634"),
        ("/graph/register", "/doc/graph/register"),
        ("/bron/2022Z00634.txt", "/doc/bron/2022Z00634.txt"),
        ("/id/persoon/palland-hm-1979", "/doc/id/persoon/palland-hm-1979"),
        ("/id/thema", "/doc/id/thema"),
        ("/statistiek/fractie", "/doc/statistiek/fractie"),
        ("/run/kv2rdf/0.1.0", "/doc/run/kv2rdf/0.1.0"),
        ("/dataset", "/doc/dataset"),
        ("/dataset/kamervragen", "/doc/dataset/kamervragen"),
        ("/def", "/doc/def"),
        ("/def/0.2.0", "/doc/def"),
        ("/shapes", "/doc/shapes"),
        ("/doc/eli/nl/tk/ah/20212022/1881.nt", f"{CASE}.nt#eli/nl/tk/ah/20212022/1881"),
    ],
)
def test_a_thing_leads_to_its_document(call: Caller, path: str, location: str) -> None:
    answer = call(path, "text/turtle")
    assert (answer.status, answer.headers["location"]) == (303, location)
    assert call(location.partition("#")[0]).status == 200


@pytest.mark.sampled(2)
@pytest.mark.parametrize(
    ("path", "language", "location"),
    [
        ("/eli/nl/tk/zaak/2022Z00634", "", "/nl/zaak/2022Z00634"),
        ("/eli/nl/tk/zaak/2022Z00634", "en-GB,en;q=0.9,nl;q=0.8", "/en/zaak/2022Z00634"),
        ("/eli/nl/tk/zaak/2022Z00634", "fr", "/nl/zaak/2022Z00634"),
        ("/eli/nl/tk/kv/2022Z00634/vraag/5", "nl-NL", "/nl/zaak/2022Z00634#vraag-5"),
        ("/eli/nl/tk/ah/20212022/1881/antwoord/4", "nl", "/nl/zaak/2022Z00634#antwoord-4"),
        ("/eli/nl/tk/ah/20212022/1881", "nl", "/nl/zaak/2022Z00634"),
        ("/id/begrip/indiener", "nl", "/doc/id/begrip/indiener"),
        ("/id/persoon/palland-hm-1979", "en", "/en/persoon/palland-hm-1979"),
        ("/id/partij/cda", "en", "/en/fractie/cda"),
        ("/id/thema/bestuur-gemeenten", "nl", "/nl/onderwerp/thema/bestuur-gemeenten"),
    ],
)
def test_a_thing_leads_a_browser_to_its_page(
    call: Caller, path: str, language: str, location: str
) -> None:
    answer = call(path, ACCEPT["Firefox"][0], accept_language=language)
    assert (answer.status, answer.headers["location"]) == (303, location)
    page, _, anchor = location.partition("#")
    assert f'id="{anchor}"' in call(page, "text/html").content.decode() or not anchor


def test_a_page_has_the_place_that_an_address_leads_to(call: Caller) -> None:
    page = call(CASE).content.decode()
    assert '<section id="eli/nl/tk/kv/2022Z00634/vraag/5">' in page
    assert '<section id="indiening">' in page


def test_the_catalogue_is_a_document(call: Caller) -> None:
    assert list(faults_of_document(call, "/doc/dataset")) == []


@pytest.mark.parametrize("path", ["/doc/def", "/doc/shapes"])
def test_the_vocabularies_are_documents(call: Caller, path: str) -> None:
    assert call(f"{path}.rdf").headers["etag"] == call(f"{path}.rdf").headers["etag"]
    assert len(statements(call, path, "ttl")) == len(statements(call, path, "nt")) > 500


def test_every_address_of_this_dataset_in_the_catalogue_answers(
    call: Caller, golden_release: Path
) -> None:
    catalogue = Graph().parse(golden_release / "catalogue.ttl")
    base = str(next(catalogue.subjects(RDF.type, DCAT.Catalog))).removesuffix("/dataset")
    addresses = {str(n).partition("#")[0] for n in catalogue.all_nodes() if isinstance(n, URIRef)}
    paths = {a.removeprefix(base) for a in addresses if a.startswith(f"{base}/dataset")}
    assert any(path.endswith("/dossiers") for path in paths)
    assert [path for path in sorted(paths) if call(path).status not in {200, 303}] == []
    (folder,) = (path for path in paths if path.endswith("/dossiers"))
    assert call(folder).headers["location"] == f"/doc/dataset#{folder[1:]}"


def test_a_file_of_the_release_has_an_address(call: Caller, golden_release: Path) -> None:
    (release,) = (golden_release / "catalogue.ttl").read_text().split("dcat:distribution <")[1:]
    path = f"/{release.partition('>')[0]}"
    assert call(path).content == (golden_release / path.rpartition("/")[2]).read_bytes()
    described = call(f"/doc{path}")
    assert (described.status, described.headers["location"]) == (303, f"/doc/dataset#{path[1:]}")
