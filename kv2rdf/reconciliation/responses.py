"""Responses of the Reconciliation Service API 0.2, ready to be written as JSON."""

from typing import Any

from kv2rdf.reconciliation.queries import query_batch
from kv2rdf.reconciliation.reconciler import Reconciler
from kv2rdf.reconciliation.scores import ScoredEntity
from kv2rdf.reconciliation.type_names import type_reference


def result_batch(reconciler: Reconciler, batch: object) -> dict[str, Any]:
    """Return the results of the queries in a batch, under the identifiers of the queries.

    ``batch`` is parsed JSON. Raises QueryError for the same reasons as ``query_batch``, and
    ReleaseError if the release cannot be read.
    """
    return {
        identifier: {"result": [_candidate(one) for one in reconciler.result(query)]}
        for identifier, query in query_batch(batch).items()
    }


def _candidate(one: ScoredEntity) -> dict[str, Any]:
    described = {"description": one.entity.description} if one.entity.description else {}
    agreement = [{"id": pid.value, "value": agrees} for pid, agrees in one.agreement]
    return {
        "id": one.entity.address,
        "name": one.entity.name,
        **described,
        "type": [type_reference(one.entity.type)],
        "score": one.score,
        "match": one.is_certain,
        "features": [{"id": "name", "value": one.similarity}, *agreement],
    }
