"""The API of Wikidata, which shows which items were merged into others or deleted."""

from collections.abc import Collection, Iterator
from typing import Any

from kv2rdf.errors import ServiceError
from kv2rdf.exchange.services.json_client import JsonClient

ITEM_SERVICE = "https://www.wikidata.org/w/api.php"
_AT_ONCE = 50
_LAG = "5"


def replaced_items(
    client: JsonClient, url: str, items: Collection[str]
) -> tuple[tuple[str, str | None], ...]:
    """Return each item that no longer exists, with the item that replaced it or None.

    The service is asked to refuse the request while its replicas are more than five seconds behind
    (``maxlag``). Raises ServiceError if there is no usable answer, or if the answer does not cover
    every item.
    """
    found: list[tuple[str, str | None]] = []
    ordered = sorted(items, key=lambda item: (len(item), item))
    for start in range(0, len(ordered), _AT_ONCE):
        asked = ordered[start : start + _AT_ONCE]
        parameters = {
            "action": "wbgetentities",
            "ids": "|".join(asked),
            "props": "info",
            "format": "json",
            "maxlag": _LAG,
        }
        entities = client.answer(url, "application/json", parameters).get("entities")
        if not isinstance(entities, dict) or len(entities) != len(asked):
            raise ServiceError(f"{url}: the answer is not about the items that were asked for")
        try:
            found += (each for name, entity in entities.items() for each in _replaced(name, entity))
        except (KeyError, TypeError, AttributeError) as error:
            raise ServiceError(f"{url}: the answer about an item has an unexpected form") from error
    return tuple(found)


def _replaced(name: str, entity: dict[str, Any]) -> Iterator[tuple[str, str | None]]:
    redirect = entity.get("redirects")
    if redirect:
        yield redirect["from"], redirect["to"]
    elif "missing" in entity:
        yield name, None
