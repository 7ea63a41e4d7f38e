"""Line files contain a line of a case once, and a line of the register once for each cluster."""

from pathlib import Path

from kv2rdf.pipeline.passes.cluster_triples import ClusterTriples
from kv2rdf.pipeline.passes.line_files import (
    TripleLines,
    case_line_files,
    line_counts,
    register_line_files,
    write_lines,
)


def test_a_graph_is_either_printed_or_derived(seed_triples: ClusterTriples) -> None:
    printed = [graph for graph, _ in seed_triples.printed_graphs]
    derived = [graph for graph, _ in seed_triples.derived_graphs]
    assert len(printed) == len(derived) == len(seed_triples.cluster.dossiers) == 1
    assert "derived" not in printed[0]
    assert "derived" in derived[0]


def test_register_lines_are_counted_and_case_lines_are_not(
    seed_triples: ClusterTriples, tmp_path: Path
) -> None:
    lines = TripleLines()
    lines.add(seed_triples)
    lines.add(seed_triples)
    lines.write(tmp_path, 7)
    cases, register = case_line_files(tmp_path), register_line_files(tmp_path)
    assert [path.name for path in (*cases, *register)] == [
        "cases-000007.nq",
        "register-000007.nq",
    ]
    assert {count for _, count in line_counts(cases)} == {1}
    assert {count for _, count in line_counts(register)} == {2}


def test_files_are_merged_in_order(tmp_path: Path) -> None:
    paths = [tmp_path / "a.nq", tmp_path / "b.nq"]
    write_lines(paths[0], ["a\n", "c\n", "c\n"])
    write_lines(paths[1], ["b\n", "c\n"])
    assert list(line_counts(paths)) == [("a\n", 1), ("b\n", 1), ("c\n", 3)]
