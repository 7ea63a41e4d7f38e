"""The query form, and results and errors as a page. No script is needed."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from starlette.requests import Request

from kv2rdf.query.named_queries import all_queries
from kv2rdf.query.sparql import rows_of
from kv2rdf.query.term_hints import prefixed_name
from kv2rdf.server.page import page_text
from kv2rdf.server.served_release import ServedRelease, served_release
from kv2rdf.server.sparql.answer_formats import HTML_ANSWER, answer_formats
from kv2rdf.server.sparql.collected_result import CollectedResult
from kv2rdf.server.sparql.protocol import AskedQuery

_MOST_ROWS = 1_000
_MOST_BYTES = 5_000_000
_PLACE = re.compile(r"line (\d+), column (\d+):")
_MOST_LABELS = 500
_LABELS = """SELECT ?thing ?label WHERE {
  VALUES ?thing { $things } ?thing skos:prefLabel|rdfs:label|dct:title|foaf:name ?label
} ORDER BY (LANG(?label) != "nl") ?label"""
_ADDRESS = re.compile(r"[^<>\"{}|^`\\\x00-\x20]+")
_FIRST_QUERY = """SELECT ?case ?title WHERE {
  ?case a kv:Dossier ; dct:title ?title .
}
ORDER BY DESC(?case) LIMIT 10"""


@dataclass(frozen=True, slots=True)
class ResultCell:
    """A value in a table. For a thing, ``link`` is where it is described.

    ``address`` is the address of the thing, if ``text`` is its label.
    """

    text: str
    link: str | None = None
    language: str | None = None
    address: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultPage:
    """A result as a page shows it. ``text`` is there if the result is not a table."""

    variables: tuple[str, ...] = ()
    rows: tuple[tuple[ResultCell, ...], ...] = ()
    count: int = 0
    text: str | None = None


def form_page(
    request: Request,
    *,
    asked: AskedQuery | None = None,
    result: CollectedResult | None = None,
    problem: str | None = None,
) -> str:
    """Return the page with the query form, the examples, and what was found or what is wrong."""
    query = asked.text if asked else _query_to_begin_with(request)
    shown = None if result is None else _shown(request, result, is_rows=_is_rows(query))
    formats = [f.name for f in answer_formats(query) if f is not HTML_ANSWER]
    return page_text(
        request,
        "sparql.html.j2",
        query=query,
        result=shown,
        size=result.size if result else 0,
        most_rows=_MOST_ROWS,
        warnings=result.warnings if result else (),
        problem=problem,
        place=_excerpt(query, problem) if problem else None,
        downloads=[(name, urlencode({"query": query, "format": name})) for name in formats],
        examples=all_queries(),
    )


def _query_to_begin_with(request: Request) -> str:
    """Return the query that the form has at first: the example that the request names, or ours."""
    name = request.query_params.get("example")
    texts = [query.filled_text({}) for query in all_queries() if query.name == name]
    return texts[0] if texts else _FIRST_QUERY


def _is_rows(query: str) -> bool:
    return answer_formats(query)[0].name == "json"


def _shown(request: Request, result: CollectedResult, *, is_rows: bool) -> ResultPage:
    """Return a result as the page shows it: a table of the first rows, or the text of triples."""
    if result.size > _MOST_BYTES:
        return ResultPage(text="The result is too large for a page. Download it instead.")
    content = b"".join(result.pieces()).decode()
    if not is_rows:
        return ResultPage(text=content)
    found: dict[str, Any] = json.loads(content)
    if "boolean" in found:
        return ResultPage(text="yes" if found["boolean"] else "no")
    variables, bindings = tuple(found["head"]["vars"]), found["results"]["bindings"]
    release, shown = served_release(request), bindings[:_MOST_ROWS]
    labels = _labels(release, (term for binding in shown for term in binding.values()))
    rows = tuple(
        tuple(_cell(binding.get(variable), release.base, labels) for variable in variables)
        for binding in shown
    )
    return ResultPage(variables=variables, rows=rows, count=len(bindings))


def _labels(release: ServedRelease, terms: Iterable[dict[str, Any]]) -> dict[str, str]:
    """Return the labels of things in a result, in Dutch if there is one. Not all have a label."""
    found = (term["value"] for term in terms if term["type"] == "uri")
    own = (address for address in found if address.startswith(f"{release.base}/"))
    things = [f"<{address}>" for address in dict.fromkeys(own) if _ADDRESS.fullmatch(address)]
    if not things:
        return {}
    query = _LABELS.replace("$things", " ".join(things[:_MOST_LABELS]))
    labels: dict[str, str] = {}
    for thing, label in rows_of(release.release.query(query)):
        labels.setdefault(thing, label)
    return labels


def _cell(term: dict[str, Any] | None, base: str, labels: Mapping[str, str]) -> ResultCell:
    """Return a value of a row. An address of this release leads to this server."""
    if term is None:
        return ResultCell("")
    value = term["value"]
    if term["type"] != "uri":
        text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        return ResultCell(text, language=term.get("xml:lang"))
    local = value.removeprefix(base) if value.startswith(f"{base}/") else value
    link = local if local.startswith(("/", "http://", "https://")) else None
    if label := labels.get(value):
        return ResultCell(label, link, address=value)
    name = prefixed_name(value)
    return ResultCell(value if name.startswith("<") else name, link)


def _excerpt(query: str, problem: str) -> str | None:
    """Return the line of a query in which something is wrong, with a mark below the place."""
    found = _PLACE.search(problem)
    if found is None:
        return None
    lines = query.split("\n")
    number, column = int(found[1]), int(found[2])
    if number > len(lines):
        return None
    return f"{lines[number - 1]}\n{' ' * (column - 1)}^"
