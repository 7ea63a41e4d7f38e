"""The dumps are sorted and contain each triple once. Their members depend only on the lines."""

import gzip
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kv2rdf.errors import ReleaseError
from kv2rdf.release.dumps import dump
from kv2rdf.release.dumps.key_ranges import key_range, range_blocks
from kv2rdf.release.dumps.packing import RangePacker

BASE = "https://example.org"


def line(subject: str, value: str = "x", graph: str = "g") -> str:
    return f'<{BASE}{subject}> <{BASE}/p> "{value}" <{BASE}/graph/{graph}> .\n'


def parts(folder: Path, *of: list[str]) -> list[Path]:
    paths = [folder / f"{number}.nq" for number in range(len(of))]
    for path, lines in zip(paths, of, strict=True):
        path.write_text("".join(sorted(lines)), encoding="utf-8")
    return paths


def test_parts_are_merged_in_order_without_repeats(tmp_path: Path) -> None:
    a, b, c = line("/id/a"), line("/id/b"), line("/id/c")
    merged = list(dump.merge_parts(parts(tmp_path, [a, c], [b, c])))
    assert merged == [a.encode(), b.encode(), c.encode()]


def test_parts_that_are_sorted_as_text_are_merged_in_the_order_of_their_bytes(
    tmp_path: Path,
) -> None:
    a, b, c, d = (line("/id/a", value=value) for value in ("a", "é", "\uffee", "\U00010000"))
    merged = list(dump.merge_parts(parts(tmp_path, [a, c], [b, d])))
    assert merged == [a.encode(), b.encode(), c.encode(), d.encode()]


def test_a_triple_in_two_graphs_is_refused(tmp_path: Path) -> None:
    twice = parts(tmp_path, [line("/id/a", graph="one")], [line("/id/a", graph="two")])
    with pytest.raises(ReleaseError, match="one triple is in two graphs"):
        list(dump.merge_parts(twice))


def test_both_dumps_have_the_same_triples_and_any_gzip_reads_them(tmp_path: Path) -> None:
    lines = sorted(
        line(f"/eli/nl/tk/kv/{number}/vraag/{part}", value=f"{part} \\n «x»")
        for number in ("2030400010", "2030400020", "2040400010")
        for part in (1, 2, 10)
    )
    nq, ttl = tmp_path / "a.nq.gz", tmp_path / "a.ttl.gz"
    packed = RangePacker(BASE)(range_blocks(map(str.encode, lines), BASE))
    hashes = dump.write_dumps(packed, nq, ttl, BASE).content_hashes
    assert gzip.decompress(nq.read_bytes()).decode() == "".join(lines)
    quads = ox.parse(gzip.decompress(nq.read_bytes()), format=ox.RdfFormat.N_QUADS)
    triples = ox.parse(gzip.decompress(ttl.read_bytes()), format=ox.RdfFormat.TURTLE)
    assert {q.triple for q in quads} == {t.triple for t in triples}
    assert hashes == {path.name: dump.content_sha256(path) for path in (nq, ttl)}
    assert nq.read_bytes().count(b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff") == 2


def test_the_contents_hash_does_not_depend_on_the_packing(tmp_path: Path) -> None:
    content = [line("/id/a").encode(), line("/id/b").encode()]
    for name, level in (("a.gz", 1), ("b.gz", 9)):
        packed = b"".join(gzip.compress(member, level, mtime=0) for member in content)
        (tmp_path / name).write_bytes(packed)
    one, other = (dump.content_sha256(tmp_path / name) for name in ("a.gz", "b.gz"))
    assert one == other
    (tmp_path / "c.gz").write_bytes(gzip.compress(b"".join(content)))
    assert dump.content_sha256(tmp_path / "c.gz") != one  # the members differ


def test_a_member_that_is_cut_off_is_reported(tmp_path: Path) -> None:
    (tmp_path / "a.gz").write_bytes(gzip.compress(b"x" * 1000)[:-9])
    with pytest.raises(ReleaseError, match=r"a\.gz: the last gzip member is cut off"):
        dump.content_sha256(tmp_path / "a.gz")


SUBJECTS = st.one_of(
    st.sampled_from(
        [
            "/eli/nl/tk/ah/",
            "/eli/nl/tk/kv/",
            "/eli/nl/tk/kv/ah-tk-2005",
            "/eli/nl/ek/zaak/",
            "/bron/",
            "/id/a/",
            "/id/",
        ]
    ),
    st.just("/x"),
).flatmap(lambda word: st.text("0129-/Zabc", min_size=1, max_size=14).map(word.__add__))


@given(st.lists(SUBJECTS, min_size=2))
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_keys_are_in_the_order_of_the_lines(subjects: list[str]) -> None:
    """The lines of a member are therefore always adjacent, whatever other lines there are."""
    ranges = [key_range(text, BASE) for text in sorted(map(line, subjects))]
    assert len(set(ranges)) == len(
        [r for n, r in enumerate(ranges) if n == 0 or ranges[n - 1] != r]
    )
