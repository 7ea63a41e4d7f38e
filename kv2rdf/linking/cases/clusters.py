"""Clusters of input documents. Documents that share a case or a paper are in the same cluster."""

from collections.abc import Iterable, Sequence

from kv2rdf.linking.cases.union_find import UnionFind


def clusters(documents: Iterable[tuple[str, Sequence[str]]]) -> list[tuple[str, ...]]:
    """Return the sorted clusters of input documents. Each cluster is a sorted tuple of ids.

    Each item of ``documents`` is a pair of the id of a document and the case keys of its papers.
    Two documents are in the same cluster if they share a key, or if a chain of shared keys connects
    them.
    """
    groups: UnionFind[tuple[str, str]] = UnionFind()
    ids = []
    for id_, keys in documents:
        ids.append(id_)
        groups.join([("document", id_), *(("case", key) for key in keys)])
    ids_by_root: dict[tuple[str, str], list[str]] = {}
    for id_ in sorted(ids):
        ids_by_root.setdefault(groups.root(("document", id_)), []).append(id_)
    return sorted(map(tuple, ids_by_root.values()))
