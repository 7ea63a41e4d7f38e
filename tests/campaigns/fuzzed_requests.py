"""A campaign that sends random requests to all parts of the server.

    python -m tests.campaigns.fuzzed_requests 100000 20261129

The arguments are the number of requests and the seed. A request is a known one with random changes
in its method, path, query and headers. No answer may have a status of 500 or more, lack a header
that all answers have, or contain a traceback.
"""

import random
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from kv2rdf.server.sparql.worker_pool import PoolLimits, WorkerPool
from tests.campaigns.command import run_campaign
from tests.conftest import ROOT, build_quietly
from tests.server.accept_headers import ACCEPT, PREFERENCES
from tests.server.in_process import Answer, Caller, caller

PATHS = (
    "/", "/2022Z00634", "/kv-tk-2022Z00634.ttl", "/eli/nl/tk/zaak/2022Z00634",
    "/eli/nl/tk/kv/2022Z00634/vraag/5", "/eli/nl/tk/kv/ah-tk-20212022-1881/vraag/5",
    "/doc/eli/nl/tk/zaak/2022Z00634", "/doc/id/persoon/palland-hm-1979.nq", "/doc/def.rdf",
    "/dataset/kamervragen/2022-02-25/kamervragen.nq.gz", "/data/dossiers/2022/2022Z00634.ttl",
    "/graph/register", "/graph/vocabulary", "/statistiek/fractie", "/assets/plain.css",
    "/nl/zaak/2022Z00634",
    "/en/zaak/2022Z00634", "/nl/zoek?q=doxing&p=1", "/en/persoon/palland-hm-1979", "/nl/jaar/2022",
    "/nl/jaar/2022?p=1&jaar=2022", "/nl/zoek?q=a&p=2",
    "/reconcile", "/reconcile?queries={\"q\":{\"query\":\"palland\"}}",
    "/reconcile/suggest/entity?prefix=pal", "/reconcile/preview?id=x", "/robots.txt", "/health",
    "/api/zaak?van=2022&vrager=palland&p=1", "/api/zaak/2022Z00634", "/api/openapi.json",
    "/api/zoek?q=doxing&orde=best", "/api/persoon/palland-hm-1979?lijst=asked", "/api/fractie",
    "/nl/cijfers", "/en/cijfers/te-laat?vorm=csv&jaar=2022", "/nl/gaten?vorm=csv", "/en/over",
    "/nl/begrippen", "/en/begrippen/Question", "/nl/begrippen/lijst/bevindingen", "/nl/data",
    "/nl/fractie/cda?vorm=atom&stand=beantwoord", "/en/onderwerp/thema/bestuur-gemeenten?p=1",
    "/nl/zoek?q=doxing&vorm=atom&fractie=CDA", "/nl/zoek?jaar=2022&vorm=csv", "/nl/medium",
    "/api/ministerie", "/api/context.jsonld",
    "/reconcile?extend={\"ids\":[],\"properties\":[{\"id\":\"party\",\"settings\":{\"limit\":1}}]}",
    "/.well-known/void", "/sitemap.xml", "/sitemap/2022.xml", "/opensearch.xml", "/metrics",
)  # fmt: skip
SPARQL_PATHS = (
    "/nl/bevragen", "/en/bevragen?query=ASK%7B%7D", "/nl/bevragen/answered-late?year=2022",
    "/sparql", "/sparql?query=ASK%20%7B%20%3Fs%20%3Fp%20%3Fo%20%7D",
    "/sparql?query=SELECT%20%2A%20%7B%20%3Fs%20a%20kv%3AQuestion%20%7D&format=csv",
    "/sparql?query=DESCRIBE%20%3Chttps%3A%2F%2Fw3id.org%2Fkamervragen%3E&format=ttl",
)  # fmt: skip
_QUERIES = (
    "SELECT * { ?q a kv:Question ; kv:text ?text FILTER(STRLEN(?text) > 9) } LIMIT 5",
    "CONSTRUCT { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } } LIMIT 5",
    "ASK { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }", "DROP ALL", "query=ASK%7B%7D",
)  # fmt: skip
_BODY_TYPES = (
    "application/sparql-query", "application/sparql-update", "application/x-www-form-urlencoded",
    "text/plain", "",
)  # fmt: skip
_NUMBER = re.compile(r"\d+")
_LONG_NUMBERS = ("1" * 400, "1" * 5_000)
_QUERY_PATHS = ("/sparql", "/nl/bevragen", "/en/bevragen")
_STATED_LIMITS = (503, 504, 507)
_METHODS = ("GET", "GET", "GET", "HEAD", "OPTIONS", "POST", "PUT", "DELETE", "get", "X")
_PIECES = (
    "%", "%00", "%2e%2e/", "../", "//", "/", "#", "?", "&", "=", ".ttl", ".html", "\\", "'", '"',
    "<", "é", "%ff", "%F0%9F%98%80", "~", ";", "0", "Z", "A" * 300, "*", "{", "}", "[", "\u202e",
)  # fmt: skip
_HEADERS = ("if_none_match", "if_modified_since", "range", "if_range", "accept_language", "x_long")
_VALUES = (
    "*", '"x"', 'W/"x"', "bytes=0-0", "bytes=-1", "bytes=9-1", "bytes=0-0,2-3,-5", "bytes=a-b",
    "Thu, 01 Jan 1970 00:00:00 GMT", "Thu, 99 Foo 99999", "-1", "nl", "en;q=x", "\xff", "," * 200,
    "x" * 3_000, "",
)  # fmt: skip
_ACCEPT = (*(accept for accept, _ in (*ACCEPT.values(), *PREFERENCES)), *_VALUES)


def changed(text: str, draw: random.Random) -> str:
    """Return a text with up to two random changes."""
    for _ in range(draw.randrange(3)):
        begin, end = sorted(draw.randrange(len(text) + 1) for _ in range(2))
        piece = draw.choice(_PIECES)
        text = draw.choice(
            (text[:begin] + piece + text[begin:], text[:begin] + piece + text[end:], text[:end])
        )
    return text


def problem(answer: Answer, path: str = "") -> str | None:
    """Return what is wrong with an answer, or None. A query may reach a documented limit."""
    is_limit = path.startswith(_QUERY_PATHS) and answer.status in _STATED_LIMITS
    if answer.status >= 500 and answer.status != 501 and not is_limit:
        return f"status {answer.status}"
    if answer.headers.get("access-control-allow-origin") != "*":
        return "no Access-Control-Allow-Origin"
    if "x-kv-release" not in answer.headers or "x-content-type-options" not in answer.headers:
        return "no shared headers"
    return "a traceback" if b"Traceback" in answer.content else None


def faults_of(
    call: Caller,
    count: int,
    draw: random.Random,
    counts: Counter[str],
    paths: Sequence[str] = PATHS,
) -> Iterator[str]:
    """Send ``count`` requests. Yield a message for each wrong answer."""
    for _ in range(count):
        path = "/" + changed(draw.choice(paths), draw).removeprefix("/")
        if draw.random() < 0.3:
            path = _NUMBER.sub(draw.choice(_LONG_NUMBERS), path)
        method, accept = draw.choice(_METHODS), draw.choice(_ACCEPT)
        names = draw.sample(_HEADERS, draw.randrange(3))
        headers = {name: draw.choice(_VALUES) for name in names}
        body = changed(draw.choice(_QUERIES), draw) if method == "POST" else ""
        if body:
            headers["content_type"] = draw.choice(_BODY_TYPES)
        answer = call(path, accept, method, body, **headers)
        counts[f"{answer.status // 100}xx"] += 1
        if found := problem(answer, path):
            yield f"{found}: {method} {path!r}, {body!r}, Accept {accept!r}, {headers}"


def faults(count: int, draw: random.Random, folder: Path, counts: Counter[str]) -> Iterator[str]:
    """Send ``count`` requests about the release of the seed. Yield a message for each fault."""
    build_quietly(folder / "release", ROOT / "seeds" / "kamervragen")
    pool = WorkerPool(PoolLimits(long_seconds=5))
    with caller(folder / "release", pool) as call:
        yield from faults_of(call, count, draw, counts, (*PATHS, *SPARQL_PATHS))


def main(arguments: Sequence[str]) -> int:
    """Run the campaign, and return 1 if an answer was wrong, or 0 otherwise."""
    return run_campaign(arguments, "Send random requests to all parts of the server.", faults)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
