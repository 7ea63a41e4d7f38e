"""The chunks of clusters that workers build."""

from itertools import chain

from kv2rdf.pipeline.passes.build_clusters import CLUSTERS_PER_CHUNK, cluster_chunks
from kv2rdf.validation.double_check import is_sampled


def test_sampled_clusters_are_in_chunks_of_their_own() -> None:
    clusters = [(f"KVR{number:05}", "KVR99999") for number in range(1700)]
    sampled = [cluster for cluster in clusters if is_sampled(cluster[0])]
    assert 16 < len(sampled) <= 32
    numbers, chunks = zip(*cluster_chunks(clusters), strict=True)
    assert numbers == tuple(range(len(chunks)))
    assert [*chunks[0], *chunks[1]] == sampled
    assert sorted(chain.from_iterable(chunks)) == clusters
    assert max(map(len, chunks)) == CLUSTERS_PER_CHUNK
