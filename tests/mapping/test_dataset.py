"""The description of a release in its own data."""

from dataclasses import replace
from datetime import date

from kv2rdf.addresses.minting import Addresses
from kv2rdf.mapping.catalogue import catalogue
from kv2rdf.mapping.dataset import meta
from kv2rdf.model.dataset import DatasetRelease, DescribedFiles, Holdings
from kv2rdf.rdf.terms import Code
from kv2rdf.rdf.vocabulary import DCAT, DCT, PROV, RDF

DAY, OLDEST, NEWEST = date(2026, 1, 2), date(1984, 9, 18), date(2025, 12, 31)
AT = Addresses("https://example.org/kv")
FILES = DescribedFiles(dumps=(), reports=(), manifest="files.txt")
NOTHING = Holdings(triples=0, classes={}, properties={})


def release(issued: date | None = None, since: date | None = None) -> DatasetRelease:
    until = NEWEST if since else None
    return DatasetRelease(day=DAY, version="1-ab", since=since, until=until, issued=issued)


def test_a_release_has_a_day_of_issue_only_if_it_was_given() -> None:
    for issued in (None, DAY):
        triples = set(meta(release(issued), "1", NOTHING, AT))
        assert {day for _, p, day in triples if p == DCT.issued} == ({issued} - {None})


def test_a_release_has_the_period_of_its_papers_and_its_version() -> None:
    triples = set(meta(release(since=OLDEST), "1", NOTHING, AT))
    period = AT.period(AT.dataset(DAY))
    assert (AT.dataset(DAY), DCT.temporal, period) in triples
    assert {(period, DCAT.startDate, OLDEST), (period, DCAT.endDate, NEWEST)} <= triples
    assert (AT.dataset(DAY), DCAT.version, Code("1-ab")) in triples


def test_a_release_names_the_release_that_it_replaces() -> None:
    revised = replace(release(), revision_of=OLDEST)
    stated = (AT.dataset(DAY), PROV.wasRevisionOf, AT.dataset(OLDEST))
    assert stated in set(meta(revised, "1", NOTHING, AT))
    assert PROV.wasRevisionOf not in {p for _, p, _ in meta(release(), "1", NOTHING, AT)}
    replaced = "prov:wasRevisionOf <dataset/kamervragen/1984-09-18>"
    assert replaced in catalogue(revised, FILES, 0, AT)


def test_a_release_without_dated_papers_has_no_period() -> None:
    triples = set(meta(release(), "1", NOTHING, AT))
    assert not [triple for triple in triples if triple[1] == DCT.temporal]


def test_everything_in_our_namespaces_that_a_release_refers_to_is_described() -> None:
    triples = set(meta(release(since=OLDEST), "1", NOTHING, AT))
    described = {subject for subject, p, _ in triples if p == RDF.type}
    named = {value for _, _, value in triples if str(value).startswith(f"{AT.base}/")}
    assert AT.dataset() in named
    assert named - {Code(f"{AT.base}/")} <= described


def test_the_catalogue_describes_the_dataset_and_the_release() -> None:
    text = catalogue(release(since=OLDEST), FILES, 0, AT)
    assert "<dataset/kamervragen> a dcat:DatasetSeries" in text
    assert "dcat:inSeries <dataset/kamervragen>" in text
    assert "dct:issued" not in text
