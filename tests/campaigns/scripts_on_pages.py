"""A campaign that writes scripts into all sources and parameters, and opens the pages.

    python -m tests.campaigns.scripts_on_pages 204 20261201

The arguments are the number of scripts (at most 204) and the seed of the draw. Each script is
written into every field for words of four kinds of documents, and into every parameter of the
pages. A release is built from the documents, and Chromium opens every page of its cases, people,
topics, sessions, figures, searches and queries, without the policy of the pages, which would stop
scripts. No script may run, no page may contain an element or an address that runs one, and no other
host may be asked. Before that, the scripts are opened unescaped, and at least one of them must run.
The program prints one line for each fault, followed by the counts. The exit status is 1 if there
was a fault.
"""

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING
from urllib.parse import quote

from kv2rdf.query.open_release import Release
from kv2rdf.query.sparql import rows_of
from kv2rdf.reference.page_words import LANGUAGES
from kv2rdf.server.pages.figures.release_figures import FIGURES
from kv2rdf.server.pages.thing_kinds import THING_KINDS
from tests.browser.chromium import chromium, context
from tests.campaigns.command import run_campaign
from tests.conftest import build_quietly
from tests.server.clients import running_server
from tests.server.script_vectors import VECTORS
from tests.vector_documents import documents_with

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

_SUBJECTS = "SELECT DISTINCT ?s { ?s ?p ?o FILTER(ISIRI(?s) && !CONTAINS(STR(?s), '#')) }"
_CASE = re.compile(r"/eli/nl/[te]k/zaak/([^/]+)")
_THING = re.compile(r"/id/(naamvorm|persoon|rubriek|medium|ambt|partij|ministerie)/([^/]+)")
_PATHS_OF_THINGS = {"rubriek": "onderwerp/rubriek", "partij": "fractie"}
_INDEXES = (
    "", "zoek", "zoek?q=7391", "zoek?q=7391&orde=best&deel=antwoord", "zoek?stand=beantwoord",
    *(kind for kind, found in THING_KINDS.items() if found.things), "zaak",
    "zaak?stand=te-laat&orde=dagen", "jaar", "jaar/2005",
    "jaar/2021", "jaar/2030", "jaar/2031", "vergaderjaar", "vergaderjaar/2004-2005",
    "vergaderjaar/2020-2021", "vergaderjaar/2030-2031", "persoon?jaar=2005", "cijfers",
    *(f"cijfers/{name}" for name in FIGURES), "cijfers/fracties?jaar=2005", "gaten", "data",
    "begrippen", "over", "bevragen",
)  # fmt: skip
_PARAMETERS = (
    "zoek?q={}", "zoek?q=7391&fractie={}", "zoek?ministerie={}&van=2005", "zoek?q=7391&{}=1",
    "zoek?van={}", "zoek?stand={}", "zaak/{}", "zaak?ministerie={}", "persoon/{}",
    "persoon?jaar={}", "jaar/2005?p={}",
    "vergaderjaar/{}", "fractie/ABC?lijst=asked&met={}", "fractie/ABC?lijst={}", "medium/{}",
    "cijfers/fracties?jaar={}", "cijfers/{}", "gaten?vorm={}", "begrippen/{}", "bevragen?query={}",
    "bevragen/who-asked-what?name={}",
)  # fmt: skip
NO_WINDOWS = """
for (const name of ["alert", "confirm", "prompt"]) window[name] = () => { window.hasRun = true }
"""
"""The functions that the scripts call are replaced, so that no window opens."""

_LOOK = """
({
  hasRun: Boolean(window.hasRun),
  texts: document.body.innerText.split("7391").length - 1,
  suspicious: [...document.querySelectorAll("*")].filter(element =>
    [...element.attributes].some(a => /^on/i.test(a.name) || a.name === "srcdoc"
      || /^(href|src|action|formaction|data|poster)$/i.test(a.name)
        && /^\\s*(javascript|data):/i.test(a.value))
    || element.httpEquiv && /javascript/i.test(element.content)
    || /^(IFRAME|EMBED|OBJECT|BASE|MARQUEE|VIDEO|IMG|MATH|TEMPLATE|STYLE)$/i.test(element.tagName)
    || element.tagName === "SCRIPT" && element.type !== "application/ld+json"
      && !(element.getAttribute("src") || "").startsWith("/assets/")
  ).map(element => element.outerHTML.slice(0, 120)),
})
"""


def faults(count: int, draw: Random, folder: Path, counts: Counter[str]) -> Iterator[str]:
    """Try ``count`` scripts. Yield a message for each fault."""
    vectors = draw.sample(VECTORS, count)
    source, release = folder / "in", folder / "release"
    source.mkdir(parents=True)
    for number, vector in enumerate(vectors):
        for name, content in documents_with(vector, number).items():
            (source / name).write_bytes(content)
    counts["documents published"] += build_quietly(release, source).documents_published
    paths = [*_paths_of_release(release), *_paths_with_texts(vectors)]
    served = running_server(release, "--no-fair-use", "--processes", "2")
    with served as (address, _), chromium() as browser:
        yield from _control_faults(browser, vectors, counts)
        window = context(browser, has_script=True)
        window.add_init_script(NO_WINDOWS)
        page = window.new_page()
        hosts: set[str] = set()
        page.on("request", lambda request: hosts.add(request.url.split("/")[2]))
        for path in paths:
            for fault in page_faults(page, address + path, counts):
                yield f"{path}: {fault}"
        if others := hosts - {address.split("/")[2]}:
            yield f"requests to other hosts: {sorted(others)}"
        window.close()


def _paths_of_release(release: Path) -> Iterator[str]:
    """Yield the path of each page of a release, alternately in each language."""
    with Release(release) as opened:
        subjects = sorted(subject for (subject,) in rows_of(opened.query(_SUBJECTS)) if subject)
    cases = [f"zaak/{found[1]}" for s in subjects if (found := _CASE.search(s))]
    things = [
        f"{_PATHS_OF_THINGS.get(found[1], found[1])}/{found[2]}"
        for s in subjects
        if (found := _THING.search(s))
    ]
    for nth, path in enumerate(dict.fromkeys((*cases, *things))):
        yield f"/{LANGUAGES[nth % len(LANGUAGES)]}/{path}"
    yield from (f"/{language}/{path}" for language in LANGUAGES for path in _INDEXES)


def _paths_with_texts(vectors: Sequence[str]) -> Iterator[str]:
    """Yield paths with each text in every parameter, alternately in each language."""
    for nth, vector in enumerate(vectors):
        language = LANGUAGES[nth % len(LANGUAGES)]
        yield from (f"/{language}/{path.format(quote(vector, safe=''))}" for path in _PARAMETERS)
        found = f"SELECT ?x {{ ?s ?p ?x FILTER(CONTAINS(STR(?x), {json.dumps(vector)})) }} LIMIT 5"
        yield f"/{language}/bevragen?query={quote(found)}"


def _control_faults(
    browser: "Browser", vectors: Sequence[str], counts: Counter[str]
) -> Iterator[str]:
    """Open each script unescaped, and count those that run."""
    window = context(browser, has_script=True)
    window.add_init_script(NO_WINDOWS)
    for vector in vectors:
        page = window.new_page()
        page.set_content(f"<!doctype html><p>{vector}")
        counts["run unescaped"] += bool(page.evaluate("window.hasRun"))
        page.close()
    window.close()
    if not counts["run unescaped"]:
        yield "no script runs unescaped, so this campaign would not find a fault"


def page_faults(page: "Page", address: str, counts: Counter[str]) -> Iterator[str]:
    """Open a page, and yield a message for each script that runs or could run."""
    answer = page.goto(address)
    status = answer.status if answer else 0
    counts[f"pages with status {status}"] += 1
    if status >= 500:
        yield f"status {status}"
    found = page.evaluate(_LOOK)
    counts["texts shown"] += found["texts"]
    if found["hasRun"]:
        yield "a script has run"
    yield from (f"suspicious: {element}" for element in found["suspicious"])


def main(arguments: Sequence[str]) -> int:
    """Run the campaign, and return 1 if there was a fault, or 0 otherwise."""
    return run_campaign(arguments, "Write scripts into documents and parameters.", faults)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
