"""Every way to use a release. Each must work, and show the same texts as the others."""

import csv
import io
import json
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from urllib.parse import quote
from xml.etree import ElementTree

import pyoxigraph as ox
from lxml import html
from starlette.datastructures import Headers

from kv2rdf.errors import Kv2rdfError
from kv2rdf.query.case_view.forms import FORMS
from kv2rdf.query.open_release import Release
from kv2rdf.query.result_formats import csv_text, result_text
from kv2rdf.query.sparql import ResultRows
from kv2rdf.rdf.xml_characters import allowed_xml
from kv2rdf.release.files import ReleaseFiles
from kv2rdf.server.documents.document_format import DOCUMENT_FORMATS, HTML_FORMAT
from kv2rdf.server.sparql.worker_pool import PoolLimits, WorkerPool
from kv2rdf.tables.sqlite_file import write_sqlite
from kv2rdf.tables.write import write_tables
from tests.cli.commands import run
from tests.server.in_process import Caller, caller

ALL = "SELECT ?s ?p ?o { ?s ?p ?o } ORDER BY ?s ?p ?o"
LITERALS = (
    "SELECT DISTINCT ?s ?o { ?s kv:text|kv:asInSource|dct:title|kv:topicsAsInSource ?o }"
    " ORDER BY ?s ?o"
)
THINGS = "SELECT DISTINCT ?s { ?s a eli:LegalResource } ORDER BY ?s"
CASES = "SELECT ?n { ?s a kv:Dossier ; dct:identifier ?n }"
_UNSAFE = frozenset(map(chr, (*range(9), *range(11, 32), *range(127, 160), 0x2028, 0x202E)))


def use_faults(release: Path, counts: Counter[str]) -> Iterator[str]:
    """Use a release in every way, and yield a message for each fault."""
    with Release(release) as opened:
        rows = _rows(opened, LITERALS)
        yield from _format_faults(opened)
        cases = [case for (case,) in _rows(opened, CASES)]
        things = [thing for (thing,) in _rows(opened, THINGS)]
        yield from _search_faults(opened, counts)
    yield from _table_faults(release)
    for case in cases:
        for form in FORMS:
            shown = run("show", case, "--release", release, "--format", form)
            counts["shown"] += 1
            if shown.exit_code:
                yield f"show {case} {form}: {shown.output!r} {shown.exception!r}"
            if form == "text" and _UNSAFE & {*shown.stdout}:
                yield f"show {case}: prints control characters"
    with caller(release, WorkerPool(PoolLimits(long_seconds=20))) as call:
        yield from _page_faults(call, cases, things, rows, counts)


def _rows(release: Release, query: str) -> tuple[tuple[str, ...], ...]:
    result = release.query(query)
    assert isinstance(result, ResultRows)
    return result.rows


def _format_faults(release: Release) -> Iterator[str]:
    result = release.query(ALL)
    assert isinstance(result, ResultRows)
    in_csv = [*csv.reader(io.StringIO(csv_text(result.variables, result.rows), newline=""))]
    if in_csv[1:] != [list(row) for row in result.rows]:
        yield "query: the CSV differs"
    bindings = json.loads(result_text(result, "json"))["results"]["bindings"]
    if [[row[name]["value"] for name in "spo"] for row in bindings] != in_csv[1:]:
        yield "query: the JSON differs"
    if len(result_text(result, "table").split("\n")) != len(bindings) + 4:
        yield "query: the table has another number of lines"
    triples = release.query("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }")
    for format_, rdf in (("ttl", ox.RdfFormat.TURTLE), ("jsonld", ox.RdfFormat.JSON_LD)):
        read = {quad.triple for quad in ox.parse(result_text(triples, format_), format=rdf)}
        if len(read) != len(bindings):
            yield f"query: {format_} has {len(read)} triples, not {len(bindings)}"


def _search_faults(release: Release, counts: Counter[str]) -> Iterator[str]:
    texts = _rows(release, "SELECT ?s ?o { ?s kv:text ?o FILTER NOT EXISTS { ?s kv:rule ?r } }")
    for subject, text in texts:
        word = max(text.split(), key=len)
        counts["searches"] += 1
        try:
            found = release.search(f'"{word}"'.replace('""', '"'), first=1_000)
        except Kv2rdfError as error:
            if any(map(str.isalnum, word)):
                yield f"search {word!r}: {error}"
            continue
        if subject not in {each.address for each in found.texts}:
            yield f"search {word!r}: does not find {subject}"


def _table_faults(release: Path) -> Iterator[str]:
    files, out = ReleaseFiles(release), release.parent / "tables"
    counts = write_tables(files, out, lambda *_: None, with_parquet=False)
    write_sqlite(files, release.parent / "kv.sqlite", lambda *_: None)
    with closing(sqlite3.connect(release.parent / "kv.sqlite")) as database:
        for name, count in counts.items():
            with (out / f"{name}.csv").open(encoding="utf-8", newline="") as file:
                _, *rows = csv.reader(file)
            stored = database.execute(f"SELECT * FROM {name}").fetchall()
            cells = [["" if cell is None else str(cell) for cell in row] for row in stored]
            plain = [[{"true": "1", "false": "0"}.get(cell, cell) for cell in row] for row in rows]
            if len(rows) != count or sorted(plain) != sorted(cells):
                yield f"tables: {name} differs between CSV ({len(rows)}) and SQLite ({len(cells)})"


def _page_faults(
    call: Caller,
    cases: list[str],
    things: list[str],
    rows: tuple[tuple[str, ...], ...],
    counts: Counter[str],
) -> Iterator[str]:
    asked = quote(LITERALS)
    answers = {
        name: f"/sparql?query={asked}&format={name}" for name in ("json", "csv", "tsv", "xml")
    }
    paths = [*answers.values(), f"/nl/bevragen?query={asked}", "/nl/", "/nl/gaten", "/sitemap.xml"]
    for case in cases:
        paths += [f"/nl/zaak/{case}", f"/en/zaak/{case}", f"/api/zaak/{case}"]
    for thing in things:
        path = thing.partition("/kamervragen")[2]
        paths += [f"/doc{path}.{f.extension}" for f in DOCUMENT_FORMATS if f is not HTML_FORMAT] + [
            f"/doc{path}.html"
        ]
    words = sorted({word for _, text in rows for word in text.split()[:1]})
    for word in words[:: max(1, len(words) // 40)]:
        paths += [
            f"/nl/zoek?q={quote(word)}", f"/nl/zoek?q={quote(word)}&vorm=atom",
            f"/nl/zoek?q={quote(word)}&vorm=csv", f"/api/zoek?q={quote(word)}",
            "/reconcile?queries=" + quote(json.dumps({"q": {"query": word}})),
            f"/reconcile/suggest/entity?prefix={quote(word)}",
        ]  # fmt: skip
    for path in paths:
        answer = call(path)
        counts[f"answers {answer.status}"] += 1
        if answer.status >= 500:
            yield f"{path}: status {answer.status}: {answer.content[:300]!r}"
        elif answer.status == 200 and (fault := _content_fault(answer.content, answer.headers)):
            yield f"{path}: {fault}"
    for name, path in answers.items():
        if (found := _answered_texts(name, call(path).content)) != _expected(name, rows):
            yield f"sparql {name}: the texts differ: {set(found) ^ set(_expected(name, rows))}"


def _content_fault(content: bytes, headers: Headers) -> str | None:
    kind = headers["content-type"].partition(";")[0]
    try:
        if "json" in kind:
            json.loads(content)
        elif "xml" in kind:
            ElementTree.fromstring(content)
        elif kind == "text/html":
            html.document_fromstring(content)
        elif rdf := ox.RdfFormat.from_media_type(kind):
            list(ox.parse(content, format=rdf))
    except (ValueError, SyntaxError) as error:
        return f"{kind}: {error}"
    return None


def _answered_texts(name: str, content: bytes) -> list[str]:
    if name == "json":
        return [row["o"]["value"] for row in json.loads(content)["results"]["bindings"]]
    if name == "xml":
        found = ElementTree.fromstring(content).iterfind(".//{*}binding[@name='o']")
        return ["".join(each.itertext()) for each in found]
    if name == "csv":
        return [row[1] for row in csv.reader(io.StringIO(content.decode(), newline=""))][1:]
    lines = content.decode().removesuffix("\n").split("\n")[1:]
    return [_text_of_term(line.split("\t")[1]) for line in lines]


def _text_of_term(term: str) -> str:
    (quad,) = ox.parse(f"<a:a> <a:b> {term} .", format=ox.RdfFormat.TURTLE)
    assert isinstance(quad.object, ox.Literal)
    return quad.object.value


def _expected(name: str, rows: tuple[tuple[str, ...], ...]) -> list[str]:
    texts = [text for _, text in rows]
    if name != "xml":
        return texts
    return [allowed_xml(t.encode()).decode().replace("&#13;", "\r") for t in texts]
