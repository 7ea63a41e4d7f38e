"""The chunks of clusters that workers build."""

from itertools import chain, count

from kv2rdf.pipeline.passes.build_clusters import (
    CLUSTERS_PER_CHUNK,
    SAMPLED_CLUSTERS_PER_CHUNK,
    cluster_chunks,
)
from kv2rdf.validation.double_check import is_sampled


def clusters_with(sampled: int) -> list[tuple[str, ...]]:
    """Return so many clusters that this number of them is sampled, the last one among them."""
    clusters: list[tuple[str, ...]] = []
    for number in count():
        clusters.append((f"KVR{number:05}", "KVR99999"))
        sampled -= is_sampled(clusters[-1][0])
        if not sampled:
            return clusters
    raise AssertionError


def chunks_of_samples(clusters: list[tuple[str, ...]]) -> list[list[tuple[str, ...]]]:
    return [chunk for _, chunk in cluster_chunks(clusters) if is_sampled(chunk[0][0])]


def test_the_sampled_clusters_of_a_small_build_are_in_one_chunk() -> None:
    clusters = clusters_with(sampled=32)
    sampled = [cluster for cluster in clusters if is_sampled(cluster[0])]
    assert len(clusters) > 1210
    assert chunks_of_samples(clusters) == [sampled]


def test_one_sampled_cluster_more_begins_a_second_chunk() -> None:
    assert [*map(len, chunks_of_samples(clusters_with(sampled=33)))] == [32, 1]


def test_sampled_clusters_are_first_and_in_chunks_of_their_own() -> None:
    clusters = clusters_with(sampled=33)
    numbers, chunks = zip(*cluster_chunks(clusters), strict=True)
    assert numbers == tuple(range(len(chunks)))
    sampled = [cluster for cluster in clusters if is_sampled(cluster[0])]
    assert [*chunks[0], *chunks[1]] == sampled
    assert sorted(chain.from_iterable(chunks)) == clusters
    assert max(map(len, chunks)) == CLUSTERS_PER_CHUNK > SAMPLED_CLUSTERS_PER_CHUNK
