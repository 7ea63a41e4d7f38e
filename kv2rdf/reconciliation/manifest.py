"""The manifest of a reconciliation service, as defined by the Reconciliation Service API."""

from typing import Any

from kv2rdf.reconciliation.entities import EntityType
from kv2rdf.reconciliation.extension_queries import PROPERTY_SETTINGS
from kv2rdf.reconciliation.preview import PREVIEW_HEIGHT, PREVIEW_WIDTH
from kv2rdf.reconciliation.queries import MOST_QUERIES
from kv2rdf.reconciliation.type_names import type_reference

SCHEMA_SPACE = "http://www.w3.org/2002/07/owl#Thing"
"""The class of all entities that the service identifies."""


def service_manifest(endpoint: str, base: str) -> dict[str, Any]:
    """Return the manifest of the service at an endpoint, for a release with the given base.

    Identifiers are complete addresses. Therefore, ``{endpoint}/view?id=…`` must redirect to the
    address ``id`` if it is that of an entity of the release, and ``{endpoint}/preview?id=…`` must
    return a preview of that entity. ``{endpoint}/suggest/…`` must return suggestions for entities,
    types or properties, and ``{endpoint}/properties`` must return the properties of a type. The
    endpoint itself answers queries, including those with ``extend``.
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
        "preview": {
            "url": f"{endpoint}/preview?id={{{{id}}}}",
            "width": PREVIEW_WIDTH,
            "height": PREVIEW_HEIGHT,
        },
        "extend": {
            "propose_properties": {"service_url": endpoint, "service_path": "/properties"},
            "property_settings": [dict(setting) for setting in PROPERTY_SETTINGS],
        },
    }
