"""Morph-KGC, a general engine for RML mappings, on the same triples of the same documents.

It cannot read the documents themselves. It reads flat copies, which require no lookups, joins or
repairs. These are an XML file with a record for each subject, which is what its users typically
have, and a table of subjects and objects for each property, which requires the least possible work.
"""

import csv
import json
import os
import statistics
import subprocess
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeAlias
from xml.sax.saxutils import escape

from benchmarks.conversion import sorted_quads
from benchmarks.measurement import Benchmark, Row, median_seconds, row
from kv2rdf.rdf import nquads

PYTHON_VARIABLE = "KV2RDF_MORPH_PYTHON"
"""The environment variable that contains the path of a Python with Morph-KGC.

Morph-KGC needs an older version of Oxigraph.
"""

Property: TypeAlias = tuple[str, str]
"""A predicate, and how RML creates its objects: the term type, with a datatype or language."""

FlatTriples: TypeAlias = Mapping[Property, Sequence[tuple[str, str]]]
"""The subject and the object of each triple, as plain text, by property."""

_DOCUMENTS = 400
_RUN = """
import json, sys, time
import morph_kgc
begin = time.perf_counter()
made = morph_kgc.materialize_set(sys.argv[1])
print(json.dumps(time.perf_counter() - begin))
with open(sys.argv[2], "w", encoding="utf-8") as file:
    json.dump(sorted(made), file)
"""
_PREFIXES = """
@prefix rr: <http://www.w3.org/ns/r2rml#> .
@prefix rml: <http://semweb.mmlab.be/ns/rml#> .
@prefix ql: <http://semweb.mmlab.be/ns/ql#> .
"""
_MAP = """
<#{name}> a rr:TriplesMap ;
  rml:logicalSource [ rml:source "{source}" ; {read} ] ;
  rr:subjectMap [ rml:reference "s" ; rr:termType rr:IRI ] ;
  rr:predicateObjectMap [ rr:predicate {predicate} ;
    rr:objectMap [ rml:reference "{value}" ; rr:termType {kind} ] ] .
"""
_SETTINGS = """
[CONFIGURATION]
number_of_processes: 1
logging_level: ERROR
na_values: no-such-value-anywhere
[DATA]
mappings: {mapping}
"""


def rows(bench: Benchmark) -> Iterator[Row]:
    """Measure the conversion of some documents, and the time of Morph-KGC for the same triples.

    Yield nothing if no Python with Morph-KGC is given.
    """
    python = os.environ.get(PYTHON_VARIABLE)
    if python is None:
        return
    sample = bench.documents[:_DOCUMENTS]
    ours = {nquads.as_triple(line) for lines in sorted_quads(sample) for line in lines}
    number = len(sample)
    seconds = median_seconds(lambda: sum(map(len, sorted_quads(sample))), bench.runs)
    own = row("convert, for Morph-KGC", number, seconds)
    yield own
    for form, write in (("XML", _records), ("tables", _tables)):
        seconds, made = _run_morph_kgc(python, write, triples_by_property(ours), bench.runs)
        remark = f"{len(ours & made):,} of {len(ours):,} triples, {len(made - ours)} others"
        yield row(f"Morph-KGC, from flat {form}", number, seconds, own, remark)


def _run_morph_kgc(
    python: str,
    write: Callable[[FlatTriples, Path], Iterator[str]],
    triples: FlatTriples,
    runs: int,
) -> tuple[float, set[str]]:
    """Run Morph-KGC. Return its seconds without those of the start, and the lines it wrote."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "mapping.ttl").write_text(_PREFIXES + "".join(write(triples, folder)), "utf-8")
        settings, output = folder / "settings.ini", folder / "triples.json"
        settings.write_text(_SETTINGS.format(mapping=folder / "mapping.ttl"), "utf-8")
        seconds = []
        for _ in range(runs):
            process = subprocess.run(
                [python, "-c", _RUN, settings, output], check=True, capture_output=True, text=True
            )
            seconds.append(float(process.stdout.splitlines()[-1]))
        lines = {f"{triple} .\n" for triple in json.loads(output.read_text("utf-8"))}
    return statistics.median(seconds), lines


def triples_by_property(triples: Iterable[str]) -> FlatTriples:
    """Return the triples in lines of N-Triples, by property."""
    by_property: dict[Property, list[tuple[str, str]]] = {}
    for triple in sorted(triples):
        subject, predicate, value = triple.removesuffix(" .\n").split(" ", 2)
        kind, text = _object(value)
        by_property.setdefault((predicate, kind), []).append((subject[1:-1], text))
    return by_property


def _object(value: str) -> tuple[str, str]:
    """Return how RML creates an object, and its plain text.

    The quotes of a literal are followed by ``@nl``, ``^^<datatype>`` or nothing.
    """
    if value.startswith("<"):
        return "rr:IRI", value[1:-1]
    end = value[value.rindex('"') + 1 :]
    if end.startswith("@"):
        return f'rr:Literal ; rr:language "{end[1:]}"', nquads.literal_text(value)
    return f"rr:Literal ; rr:datatype {end[2:]}" if end else "rr:Literal", nquads.literal_text(
        value
    )


def _records(properties: FlatTriples, folder: Path) -> Iterator[str]:
    """Write an XML file with a record for each subject, and yield the map of each property."""
    elements: dict[str, list[str]] = {}
    path = folder / "records.xml"
    for number, ((predicate, kind), pairs) in enumerate(properties.items()):
        for subject, value in pairs:
            elements.setdefault(subject, []).append(f"<p{number}>{escape(value)}</p{number}>")
        read = f'rml:referenceFormulation ql:XPath ; rml:iterator "/all/r[p{number}]"'
        yield _MAP.format(
            name=number, source=path, read=read, predicate=predicate, kind=kind, value=f"p{number}"
        )
    records = (f"<r><s>{escape(s)}</s>{''.join(values)}</r>\n" for s, values in elements.items())
    path.write_text(f"<all>{''.join(records)}</all>", "utf-8")


def _tables(properties: FlatTriples, folder: Path) -> Iterator[str]:
    """Write a CSV file for each property, and yield its map."""
    for number, ((predicate, kind), pairs) in enumerate(properties.items()):
        path = folder / f"{number}.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(("s", "o"))
            writer.writerows(pairs)
        read = "rml:referenceFormulation ql:CSV"
        yield _MAP.format(
            name=number, source=path, read=read, predicate=predicate, kind=kind, value="o"
        )
