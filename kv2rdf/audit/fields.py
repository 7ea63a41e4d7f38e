"""The fields of all documents that the audit reads."""

from kv2rdf.audit.kvr.comparison import Field
from kv2rdf.audit.kvr.fields import FIELDS as KVR_FIELDS
from kv2rdf.audit.official.fields import OFFICIAL_FIELDS
from kv2rdf.audit.official.metadata_fields import METADATA_FIELDS
from kv2rdf.audit.openkamer.fields import PAGE_FIELDS
from kv2rdf.audit.records.fields import RECORD_FIELDS

FIELDS: dict[str, Field] = (
    KVR_FIELDS | PAGE_FIELDS | RECORD_FIELDS | OFFICIAL_FIELDS | METADATA_FIELDS
)
