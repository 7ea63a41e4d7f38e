"""The tables of sources, of published files, and of findings."""

from kv2rdf.rdf.vocabulary import DCT, ELI, KV, PROV
from kv2rdf.tables.columns import (
    concept_column,
    inverse_column,
    key_column,
    link_column,
    text_column,
    value_column,
)
from kv2rdf.tables.schema import TableSchema

FINDINGS = TableSchema(
    name="findings", nl="Bevindingen", en="Findings", classes=(KV.Finding,),
    columns=(
        key_column("finding", "bevinding", "finding"),
        concept_column("rule", KV.rule, "regel", "rule"),
        link_column("concerns", KV.concerns, "gaat over", "concerns"),
        value_column("place", KV.place, "plaats in de bron", "place in the source"),
        text_column(
            "text", KV.text, "tekst die nergens anders staat",
            "text that is published nowhere else",
        ),
        link_column("source", PROV.wasDerivedFrom, "bron", "source", table="sources"),
    ),
)  # fmt: skip
SOURCES = TableSchema(
    name="sources", nl="Bronnen", en="Sources", classes=(PROV.Entity,),
    columns=(
        key_column("source", "bron", "source"),
        value_column("name", DCT.identifier, "naam van het bestand", "name of the file"),
        concept_column("kind", KV.sourceKind, "soort bron", "kind of source"),
        link_column("page", DCT.source, "bladzijde", "page"),
        value_column("sha256", KV.sha256, "sha256", "sha256"),
    ),
)  # fmt: skip
FILES = TableSchema(
    name="files", nl="Bestanden waarin een stuk is gepubliceerd",
    en="Files in which documents are published", classes=(ELI.Manifestation,),
    columns=(
        key_column("file", "bestand", "file"),
        inverse_column("expression", ELI.is_embodied_by, "tekst", "text that the file contains"),
        inverse_column(
            "document", ELI.is_realized_by, "stuk", "document", subject="{+expression}",
            table="documents",
        ),
        link_column("page", ELI.is_exemplified_by, "webadres", "address on the web"),
        link_column("media_type", ELI.media_type, "mediatype", "media type"),
    ),
)  # fmt: skip
