"""The requests that OpenRefine sends to a service, from the manifest to the new columns.

``conversation.json`` contains the requests, written by hand like those of OpenRefine, and the
answers.
"""

import json
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

import pytest

from kv2rdf.reconciliation.extension import extension_response
from kv2rdf.reconciliation.extension_properties import proposed_properties
from kv2rdf.reconciliation.manifest import service_manifest
from kv2rdf.reconciliation.preview import preview_page
from kv2rdf.reconciliation.reconciler import Reconciler
from kv2rdf.reconciliation.responses import result_batch
from kv2rdf.reconciliation.suggestions import suggested_entities, suggested_properties

ENDPOINT, BASE = "https://example.org/reconcile", "https://w3id.org/kamervragen"
TURNS: list[dict[str, Any]] = json.loads(
    Path(__file__).with_name("conversation.json").read_text(encoding="utf-8")
)


def answer(reconciler: Reconciler, path: str, given: dict[str, str]) -> object:
    """Return the answer to a request, as from a server that uses the functions of the room."""
    match path:
        case "" if "queries" in given:
            return result_batch(reconciler, json.loads(given["queries"]))
        case "" if "extend" in given:
            return extension_response(reconciler, json.loads(given["extend"]))
        case "":
            return service_manifest(ENDPOINT, BASE)
        case "/suggest/entity":
            return suggested_entities(reconciler, given["prefix"])
        case "/suggest/property":
            return suggested_properties(given["prefix"])
        case "/properties":
            return proposed_properties(given.get("type", ""), given.get("limit", ""))
        case "/preview":
            return preview_page(reconciler, given["id"]).decode().splitlines()
    raise AssertionError(path)


@pytest.mark.parametrize("number", range(len(TURNS)), ids=[turn["what"] for turn in TURNS])
def test_each_request_has_its_answer(number: int, loaded: Reconciler) -> None:
    turn = TURNS[number]
    form = {name: json.dumps(value) for name, value in turn.get("form", {}).items()}
    address = urlsplit(turn["url"])
    given = dict(parse_qsl(address.query) + parse_qsl(urlencode(form)))
    path = f"{address.scheme}://{address.netloc}{address.path}".removeprefix(ENDPOINT)
    assert answer(loaded, path, given) == turn["answer"]


def test_the_requests_go_where_the_manifest_says() -> None:
    manifest = service_manifest(ENDPOINT, BASE)
    extend, suggest = manifest["extend"]["propose_properties"], manifest["suggest"]
    starts = [
        ENDPOINT,
        manifest["preview"]["url"].partition("{{id}}")[0],
        *(place["service_url"] + place["service_path"] for place in (extend, *suggest.values())),
    ]
    for turn in TURNS:
        assert any(turn["url"].startswith(start) for start in starts)
    said = {setting["name"] for setting in manifest["extend"]["property_settings"]}
    extended = [turn["form"]["extend"] for turn in TURNS if "extend" in turn.get("form", {})]
    used = {name for each in extended for one in each["properties"] for name in one["settings"]}
    assert used == said
