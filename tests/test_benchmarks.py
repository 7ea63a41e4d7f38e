"""The benchmarks run, and measure what their rows state."""

import re
from datetime import date
from itertools import islice
from pathlib import Path

import pyoxigraph as ox
import pytest

from benchmarks import (
    build_parts,
    conversion,
    documents,
    growth,
    linking,
    morph_kgc,
    release_queries,
    searches,
    shacl_engines,
    table_counts,
    whole_build,
)
from benchmarks.built_release import measured_release
from benchmarks.measurement import Benchmark, medians_in_turn, row, table
from benchmarks.queries_in_sql import QUERIES_IN_SQL
from benchmarks.searches import Search
from kv2rdf.query.found_texts import SearchOrder, TextFilter
from kv2rdf.query.named_queries import all_queries
from kv2rdf.query.open_release import Release
from kv2rdf.reference.shipped_folders import folder
from kv2rdf.release.dumps import dump
from kv2rdf.release.files import ReleaseFiles
from tests.every_case import every_case


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Benchmark:
    generated = documents.generated_documents(3, words=12)
    return Benchmark(documents=generated, folder=tmp_path_factory.mktemp("bench"), runs=1)


def test_a_generated_document_is_read_completely(bench: Benchmark) -> None:
    quads = list(conversion.sorted_quads(bench.documents))
    assert len(quads) == len(bench.documents)
    for lines in quads:
        assert sum("/def#Question>" in line for line in lines) == 8
        assert sum("/def#Answer>" in line for line in lines) == 8
    assert documents.generated_documents(3, words=12) == bench.documents


@pytest.mark.long
def test_conversion_is_measured_against_parsing(bench: Benchmark) -> None:
    parse, convert, *others = conversion.rows(bench)
    assert parse.times is None
    assert convert.against == parse.name
    assert convert.times == pytest.approx(convert.seconds / parse.seconds)
    assert all(other.seconds > 0 for other in others)


@pytest.mark.long
def test_the_engines_have_the_same_results(bench: Benchmark) -> None:
    one = Benchmark(documents=bench.documents[:1], folder=bench.folder, runs=1)
    _, prepared, _ = shacl_engines.rows(one)
    assert prepared.remark == "the same results in 1 of 1 cases"


@pytest.mark.long
# The warning is about rdflib's own code.
@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
def test_a_build_is_measured_against_the_sum_of_its_parts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(release_queries, "TIMEOUT", 15)  # rdflib joins all topics with each other.
    bench = Benchmark(documents=documents.generated_documents(3, words=12), folder=tmp_path, runs=1)
    whole_build.write_documents(bench.documents, tmp_path / "documents")
    seconds, memory = whole_build.measure_build(tmp_path / "documents", tmp_path / "release", 1)
    assert re.fullmatch(r"memory at most [1-9]\d+ MB, its workers \d+ MB", memory)
    release, build = (tmp_path / "release").resolve(), row("build", 3, seconds)
    *parts, total, again = build_parts.rows(bench, release, build)
    assert total.seconds == pytest.approx(sum(part.seconds for part in parts))
    assert [again.against, again.seconds] == [total.name, seconds]
    with Release(release) as opened:
        small = {row.name: row for row in release_queries.small_release_rows(opened, 1)}
    assert set(small) == {f"small, {who}{q.name}" for q in all_queries() for who in ("", "rdflib ")}
    rows = {query.name: small[f"small, {query.name}"].remark for query in all_queries()}
    found = {name: remark for name, remark in rows.items() if remark != "0 rows"}
    assert len(found) > 5
    # If there are no groups, rdflib returns a row without values.
    for name, remark in found.items():
        assert small[f"small, rdflib {name}"].remark == remark
    assert small["small, questions-and-answers"].remark == "8 rows"


@every_case("value", ["<a:b>", '"é\\n\\"x\\""', '"x"@nl', '"1"^^<http://www.w3.org/int>'])
def test_a_flat_triple_can_be_restored(value: str) -> None:
    ((predicate, kind), pairs), *others = morph_kgc.triples_by_property(
        [f"<a:s> <a:p> {value} .\n"]
    ).items()
    assert not others
    assert predicate == "<a:p>"
    ((subject, text),) = pairs
    restored: ox.NamedNode | ox.Literal = ox.Literal(text)
    if kind == "rr:IRI":
        restored = ox.NamedNode(text)
    elif "language" in kind:
        restored = ox.Literal(text, language=kind.split('"')[1])
    elif "datatype" in kind:
        restored = ox.Literal(text, datatype=ox.NamedNode(kind.split(" ")[-1][1:-1]))
    (triple,) = ox.parse(f"<a:s> <a:p> {value} .".encode(), format=ox.RdfFormat.N_TRIPLES)
    assert (subject, restored) == ("a:s", triple.object)


@pytest.mark.long
def test_growth_is_the_time_for_one_document(tmp_path: Path) -> None:
    bench = Benchmark(documents=documents.generated_documents(6, words=12), folder=tmp_path, runs=1)
    small, some, all_ = islice(growth.rows(bench), 3)
    assert [r.number for r in (small, some, all_)] == [1, 2, 6]
    assert all_.against == small.name
    assert all_.times == pytest.approx(all_.seconds / 6 / small.seconds)


@pytest.mark.long
def test_linking_is_measured_against_a_build_without_it(tmp_path: Path) -> None:
    page = folder("seeds") / "kamervragen" / "2022Z00634.txt"
    bench = Benchmark(documents=((page.name, page.read_bytes()),), folder=tmp_path, runs=1)
    without, linked, people, alone = linking.rows(bench)
    against = [row.against for row in (linked, people, alone)]
    assert against == [without.name, linked.name, linked.name]
    assert 0 < people.seconds < alone.seconds < linked.seconds
    dumps = [ReleaseFiles(tmp_path / name).nquads for name in ("unlinked", "linked")]
    has_rules = [
        any(line.split(" ")[1].endswith("MatchedBy>") for line in dump.dump_lines(path))
        for path in dumps
    ]
    assert has_rules == [False, True]


def test_a_ratio_is_for_one_thing_and_the_table_has_a_line_for_each_row() -> None:
    floor = row("floor", 10, 1.0)
    slow = row("slow", 2, 1.0, floor, "why")
    assert slow.times == 5
    lines = table([floor, slow]).splitlines()
    assert len(lines) == 3
    assert lines[2].split() == ["slow", "2", "500.000", "5.00", "floor", "(why)"]


def test_work_is_measured_in_turn() -> None:
    done: list[str] = []
    times = iter([0, 1, 1, 6, 6, 9, 9, 9, 9, 11, 11, 18])
    works = (lambda: done.append("a"), lambda: done.append("b"))
    assert medians_in_turn(works, 3, lambda: float(next(times))) == (2.0, 5.0)
    assert done == ["a", "b"] * 3


def test_a_search_is_measured_against_a_plain_query_of_the_index(
    golden_release: Path, tmp_path: Path
) -> None:
    bench = Benchmark(documents=(), folder=tmp_path, runs=1, release=golden_release)
    some = (
        Search(name="a word", words="verwijs", is_plain=True),
        Search(name="by day", words="minister OR verwijs", order=SearchOrder.DAY),
        Search(name="one year", words="de", only=TextFilter(until=date(1990, 12, 31))),
    )
    with Release(measured_release(bench)) as release:
        rows = {r.name: r for r in searches.search_rows(release, some, bench)}
    assert list(rows) == [
        *("FTS5, a word", "search, a word", "grep, a word", "CONTAINS, a word"),
        *("FTS5, by day", "search, by day", "FTS5, one year", "search, one year"),
    ]
    assert rows["search, a word"].against == "FTS5, a word"
    assert rows["grep, a word"].against == rows["CONTAINS, a word"].against == "search, a word"
    for kind in ("a word", "by day"):
        assert rows[f"search, {kind}"].remark == rows[f"FTS5, {kind}"].remark != "0 texts"
    assert rows["grep, a word"].remark == rows["search, a word"].remark
    found = {rows[f"{how}, one year"].remark for how in ("FTS5", "search")}
    assert len(found - {"0 texts"}) == 2


@pytest.mark.long
def test_the_measured_release_is_built_if_none_is_given(tmp_path: Path) -> None:
    bench = Benchmark(documents=documents.generated_documents(1, words=3), folder=tmp_path, runs=1)
    release = measured_release(bench)
    assert ReleaseFiles(release).nquads.is_file()
    written = release.stat().st_ino
    assert measured_release(bench).stat().st_ino == written


def test_counts_are_measured_in_the_store_without_duckdb(
    golden_release: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    with Release(golden_release) as opened:
        rows = list(table_counts.count_rows(opened, tmp_path / "tables", 1))
    names = [*table_counts.COUNTS, *QUERIES_IN_SQL]
    assert [r.name for r in rows[::2]] == [f"store, {name}" for name in names]
    assert {r.remark for r in rows[1::2]} == {"skipped: DuckDB is not installed"}


@pytest.mark.long
@pytest.mark.parquet
def test_counts_in_duckdb_are_those_of_the_store(golden_release: Path, tmp_path: Path) -> None:
    with Release(golden_release) as opened:
        rows = list(table_counts.count_rows(opened, tmp_path / "tables", 1))
    assert {r.remark for r in rows[1::2]} == {"the same rows"}
    assert [r.name for r in rows[::2] if r.remark == "0 rows"] == []
