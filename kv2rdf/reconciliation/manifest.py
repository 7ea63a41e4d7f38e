"""The manifest of a reconciliation service, as the specification describes it."""

from typing import Any

from kv2rdf.reconciliation.entities import EntityType
from kv2rdf.reconciliation.queries import MOST_QUERIES
from kv2rdf.reconciliation.responses import type_reference

SCHEMA_SPACE = "http://www.w3.org/2002/07/owl#Thing"
"""What every identifier of the service identifies."""


def service_manifest(endpoint: str, base: str) -> dict[str, Any]:
    """Return the manifest of the service at an endpoint, for a release with a base.

    Identifiers are whole addresses. So ``{endpoint}/view?id=…`` must lead to the address ``id``,
    and ``{endpoint}/suggest/…`` must answer with the suggestions for entities, types or properties.
    """
    return {
        "versions": ["0.2"],
        "name": "Kamervragen",
        "identifierSpace": f"{base}/",
        "schemaSpace": SCHEMA_SPACE,
        "documentation": "https://w3id.org/kamervragen",
        "defaultTypes": [type_reference(kind) for kind in EntityType],
        "batchSize": MOST_QUERIES,
        "view": {"url": f"{endpoint}/view?id={{{{id}}}}"},
        "suggest": {
            kind: {"service_url": endpoint, "service_path": f"/suggest/{kind}"}
            for kind in ("entity", "type", "property")
        },
    }
