"""Previews of entities as small HTML pages."""

from base64 import b64encode
from hashlib import sha256
from pathlib import Path

from kv2rdf.reconciliation.entities import EntityType
from kv2rdf.reconciliation.extension import property_values, viewed_entity
from kv2rdf.reconciliation.extension_properties import PROPERTIES, PropertyId
from kv2rdf.reconciliation.extension_queries import WantedProperty
from kv2rdf.reconciliation.extension_values import value_in_words
from kv2rdf.reconciliation.reconciler import Reconciler
from kv2rdf.reconciliation.type_names import TYPE_NAMES
from kv2rdf.reference.template_folder import template_folder

_FOLDER = Path(__file__).parent
PREVIEW_WIDTH, PREVIEW_HEIGHT = 430, 300
"""The size of a preview in pixels."""

_STYLE = (
    "body{font:14px/1.4 sans-serif;margin:8px}h1{font-size:16px;margin:0}p{margin:0 0 6px}"
    "dl{display:grid;grid-template-columns:auto 1fr;gap:2px 8px;margin:0}"
    "dt{grid-column:1;color:#555}dd{grid-column:2;margin:0}"
)
_STYLE_HASH = b64encode(sha256(_STYLE.encode()).digest()).decode()
PREVIEW_POLICY = f"default-src 'none'; style-src 'sha256-{_STYLE_HASH}'"
"""The Content-Security-Policy header of a preview, which allows only the preview's own style."""

_SHOWN = {
    EntityType.PERSON: (
        PropertyId.WIKIDATA, PropertyId.BORN, PropertyId.ASKED_CASES, PropertyId.ANSWERED_CASES,
    ),
    EntityType.PARTY: (
        PropertyId.WIKIDATA, PropertyId.FIRST_DAY, PropertyId.LAST_DAY, PropertyId.ASKED_CASES,
    ),
    EntityType.MINISTRY: (
        PropertyId.WIKIDATA, PropertyId.FIRST_DAY, PropertyId.LAST_DAY, PropertyId.ANSWERED_CASES,
    ),
    EntityType.OFFICE: (
        PropertyId.WIKIDATA, PropertyId.MINISTRY, PropertyId.TENURES, PropertyId.ANSWERED_CASES,
    ),
    EntityType.CASE: (
        PropertyId.TABLED, PropertyId.ASKER, PropertyId.OFFICE, PropertyId.STATE,
        PropertyId.ANSWERED, PropertyId.ANSWERER, PropertyId.TOPIC,
    ),
    EntityType.TOPIC: (PropertyId.WIDER, PropertyId.CASES),
}  # fmt: skip
"""Maps the types of entities to the properties that a preview shows."""


def preview_page(reconciler: Reconciler, identifier: str) -> bytes:
    """Return a page in UTF-8 that describes the entity with the given identifier.

    Raises UnknownEntityError if the release does not contain the entity, and ReleaseError if the
    release cannot be read.
    """
    entity = viewed_entity(reconciler, identifier)
    facts = []
    for name in _SHOWN[entity.type]:
        wanted = WantedProperty(PROPERTIES[name])
        values = property_values(reconciler, (entity,), wanted).get(entity.address, ())
        if values:
            facts.append((wanted.property.name, [*map(value_in_words, values)]))
    page = (
        template_folder(_FOLDER)
        .get_template("preview.html.j2")
        .render(
            name=entity.name,
            address=entity.address,
            kind=TYPE_NAMES[entity.type],
            description=entity.description,
            facts=facts,
            style=_STYLE,
        )
    )
    return f"{page}\n".encode(errors="replace")
