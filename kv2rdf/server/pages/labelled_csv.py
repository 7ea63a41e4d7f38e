"""The result of a query as CSV, with a column of labels beside each column of addresses."""

import csv
import io
from collections.abc import Iterable

from kv2rdf.query.result_formats import csv_text
from kv2rdf.server.pages.entity_labels import entity_addresses, entity_labels
from kv2rdf.server.served_release import ServedRelease

MOST_ENTITIES = 5_000
"""The maximum number of entities in a result whose labels are added."""


def labelled_csv(release: ServedRelease, language: str, content: str) -> str:
    """Return a result in SPARQL CSV with a column ``x_label`` after each column ``x`` of addresses.

    Such a column contains an address of an entity that has a label in the release. If the result
    already has a column ``x_label``, or contains too many entities, no column is added.

    Raises ReleaseError if the store cannot be read.
    """
    head, *rows = csv.reader(io.StringIO(content, newline=""))
    addresses = entity_addresses(release, (value for row in rows for value in row))
    if len(addresses) > MOST_ENTITIES:
        return content
    labels = entity_labels(release, language, addresses)
    labelled = {
        n
        for n, variable in enumerate(head)
        if f"{variable}_label" not in head and any(row[n] in labels for row in rows)
    }

    def with_labels(cells: Iterable[tuple[str, str]]) -> list[str]:
        return [
            text
            for n, (value, label) in enumerate(cells)
            for text in ((value, label) if n in labelled else (value,))
        ]

    return csv_text(
        with_labels((variable, f"{variable}_label") for variable in head),
        (with_labels((value, labels.get(value, ("", ""))[0]) for value in row) for row in rows),
    )
