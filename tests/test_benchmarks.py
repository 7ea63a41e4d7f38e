"""The benchmarks run, and measure what they say they do."""

import re
from pathlib import Path

import pyoxigraph as ox
import pytest

from benchmarks import asking, conversion, documents, flattened, growth, judging, unavoidable, whole
from benchmarks.measuring import Bench, row, table
from kv2rdf.query.named_queries import queries


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    made = documents.generated(3, words=12)
    return Bench(documents=made, folder=tmp_path_factory.mktemp("bench"), runs=1)


def test_a_generated_document_is_read_whole(bench: Bench) -> None:
    said = list(conversion.converted(bench.documents))
    assert len(said) == len(bench.documents)
    for lines in said:
        assert sum("/def#Question>" in line for line in lines) == 8
        assert sum("/def#Answer>" in line for line in lines) == 8
    assert documents.generated(3, words=12) == bench.documents


def test_conversion_is_measured_against_parsing(bench: Bench) -> None:
    parse, convert, *others = conversion.rows(bench)
    assert parse.times is None
    assert convert.against == parse.name
    assert convert.times == pytest.approx(convert.seconds / parse.seconds)
    assert all(other.seconds > 0 for other in others)


def test_the_engines_find_the_same(bench: Bench) -> None:
    _, prepared, _ = judging.rows(bench)
    assert prepared.remark == "the same results in 3 of 3 cases"


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")  # it warns of itself
def test_a_build_is_measured_against_the_sum_of_its_parts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "PATIENCE", 5)  # rdflib joins all topics with all
    bench = Bench(documents=documents.generated(3, words=12), folder=tmp_path, runs=1)
    whole.written(bench.documents, tmp_path / "documents")
    seconds, memory = whole.built(tmp_path / "documents", tmp_path / "release", 1)
    assert re.fullmatch(r"memory at most [1-9]\d+ MB, its workers \d+ MB", memory)
    release, build = (tmp_path / "release").resolve(), row("build", 3, seconds)
    *parts, together, again = unavoidable.rows(bench, release, build)
    assert together.seconds == pytest.approx(sum(part.seconds for part in parts))
    assert [again.against, again.seconds] == [together.name, seconds]
    *rare, index, scan = asking.words(release, 1)
    assert [r.name for r in rare] == ["search euthanasie", "CONTAINS euthanasie"]
    assert [index.name, scan.name] == ["search schiphol", "CONTAINS schiphol"]
    assert scan.times == pytest.approx(scan.seconds / index.seconds)
    few = {row.name: row for row in asking.of_few(release, 1)}
    assert set(few) == {f"few, {who}{q.name}" for q in queries() for who in ("", "rdflib ")}
    rows = {query.name: few[f"few, {query.name}"].remark for query in queries()}
    found = {name: remark for name, remark in rows.items() if remark != "0 rows"}
    assert len(found) > 5
    for name, remark in found.items():  # of no group at all, rdflib makes a row without values
        assert few[f"few, rdflib {name}"].remark == remark
    assert few["few, questions-and-answers"].remark == "8 rows"


@pytest.mark.parametrize(
    "value", ["<a:b>", '"é\\n\\"x\\""', '"x"@nl', '"1"^^<http://www.w3.org/int>']
)
def test_what_is_flattened_can_be_made_again(value: str) -> None:
    ((predicate, kind), pairs), *others = flattened.flat([f"<a:s> <a:p> {value} .\n"]).items()
    assert not others
    assert predicate == "<a:p>"
    ((subject, text),) = pairs
    made: ox.NamedNode | ox.Literal = ox.Literal(text)
    if kind == "rr:IRI":
        made = ox.NamedNode(text)
    elif "language" in kind:
        made = ox.Literal(text, language=kind.split('"')[1])
    elif "datatype" in kind:
        made = ox.Literal(text, datatype=ox.NamedNode(kind.split(" ")[-1][1:-1]))
    (triple,) = ox.parse(f"<a:s> <a:p> {value} .".encode(), format=ox.RdfFormat.N_TRIPLES)
    assert (subject, made) == ("a:s", triple.object)


def test_growth_is_measured_by_the_document(tmp_path: Path) -> None:
    bench = Bench(documents=documents.generated(6, words=12), folder=tmp_path, runs=1)
    few, some, all_ = growth.rows(bench)
    assert [r.number for r in (few, some, all_)] == [1, 2, 6]
    assert all_.against == few.name
    assert all_.times == pytest.approx(all_.seconds / 6 / few.seconds)


def test_a_ratio_is_by_the_thing_and_the_table_has_a_line_a_row() -> None:
    floor = row("floor", 10, 1.0)
    slow = row("slow", 2, 1.0, floor, "why")
    assert slow.times == 5
    lines = table([floor, slow]).splitlines()
    assert len(lines) == 3
    assert lines[2].split() == ["slow", "2", "500.000", "5.00", "floor", "(why)"]
