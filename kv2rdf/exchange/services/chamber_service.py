"""The open data of the Tweede Kamer: all rows of an entity, page by page (OData, version 4)."""

from typing import Any
from urllib.parse import urljoin, urlsplit

from kv2rdf.errors import ServiceError
from kv2rdf.exchange.services.json_client import JsonClient

CHAMBER_SERVICE = "https://gegevensmagazijn.tweedekamer.nl/OData/v4/2.0"


def entity_rows(client: JsonClient, service: str, entity: str) -> tuple[dict[str, Any], ...]:
    """Return all rows of an entity such as ``Persoon``, without deleted rows, sorted by id.

    ``service`` is the URL of the service. Raises ServiceError if there is no usable answer, if a
    page is returned twice, if a page is on another server, or if the number of rows is not the
    number that the service states.
    """
    first = f"{service.rstrip('/')}/{entity}"
    parameters = {"$filter": "Verwijderd eq false", "$orderby": "Id", "$count": "true"}
    answer = client.answer(first, "application/json", parameters)
    counted = answer.get("@odata.count")
    rows: dict[str, dict[str, Any]] = {}
    url = first
    while True:
        for row in _rows(answer, url):
            if row["Id"] in rows:
                raise ServiceError(f"{url}: a page was returned twice: {entity} {row['Id']}")
            rows[row["Id"]] = row
        following = answer.get("@odata.nextLink")
        if following is None:
            break
        url = urljoin(url, str(following))
        if urlsplit(url)[:2] != urlsplit(first)[:2]:
            raise ServiceError(f"{first}: the next page is on another server: {url}")
        answer = client.answer(url, "application/json")
    if counted != len(rows):
        raise ServiceError(f"{first}: {len(rows)} rows arrived, but the service reports {counted}")
    return tuple(row for _, row in sorted(rows.items()))


def _rows(answer: dict[str, Any], url: str) -> list[dict[str, Any]]:
    rows = answer.get("value")
    if not isinstance(rows, list) or not all(
        isinstance(row, dict) and isinstance(row.get("Id"), str) for row in rows
    ):
        raise ServiceError(f"{url}: the answer is not a page of rows with an Id")
    return rows
