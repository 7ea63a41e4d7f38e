"""Morph-KGC, a general engine for mappings (RML), on the same statements of the same documents.

It cannot read the documents as they are, so it gets flattened copies in which nothing is left to
look up, join or clean: XML with a record a thing, as its users would have it; and a table of
subjects and objects for each property, the least work that there can be.
"""

import csv
import json
import os
import subprocess
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeAlias
from xml.sax.saxutils import escape

from benchmarks.conversion import converted
from benchmarks.measuring import Bench, Row, median, row
from kv2rdf.rdf import nquads

PYTHON = "KV2RDF_MORPH_PYTHON"
"""The variable that names a Python with Morph-KGC; ours cannot have it, for its older Oxigraph."""

Property: TypeAlias = tuple[str, str]
"""A predicate, and what makes an object of it in RML: its term type, datatype or language."""

Flat: TypeAlias = Mapping[Property, Sequence[tuple[str, str]]]
"""Of each property the subjects and objects, as plain text."""

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


def rows(bench: Bench) -> Iterator[Row]:
    """Measure our conversion of some documents, and Morph-KGC's making of the same statements.

    Nothing where no Python with Morph-KGC is named.
    """
    python = os.environ.get(PYTHON)
    if python is None:
        return
    some = bench.documents[:_DOCUMENTS]
    ours = {nquads.as_triple(line) for lines in converted(some) for line in lines}
    number = len(some)
    taken = median(lambda: sum(map(len, converted(some))), bench.runs)
    own = row("convert, for Morph-KGC", number, taken)
    yield own
    for form, write in (("XML", _records), ("tables", _tables)):
        seconds, made = _made(python, write, flat(ours), bench.runs)
        remark = f"{len(ours & made):,} of {len(ours):,} statements, {len(made - ours)} others"
        yield row(f"Morph-KGC, from flat {form}", number, seconds, own, remark)


def _made(
    python: str, write: Callable[[Flat, Path], Iterator[str]], things: Flat, runs: int
) -> tuple[float, set[str]]:
    """Let it make the statements; give the seconds that took, without its start, and those."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "mapping.ttl").write_text(_PREFIXES + "".join(write(things, folder)), "utf-8")
        settings, made = folder / "settings.ini", folder / "made.json"
        settings.write_text(_SETTINGS.format(mapping=folder / "mapping.ttl"), "utf-8")
        taken = []
        for _ in range(runs):
            told = subprocess.run(
                [python, "-c", _RUN, settings, made], check=True, capture_output=True, text=True
            )
            taken.append(float(told.stdout.splitlines()[-1]))
        triples = json.loads(made.read_text("utf-8"))
    return sorted(taken)[len(taken) // 2], {f"{triple} .\n" for triple in triples}


def flat(triples: Iterable[str]) -> Flat:
    """Sort lines of N-Triples by property and kind of object."""
    found: dict[Property, list[tuple[str, str]]] = {}
    for triple in sorted(triples):
        subject, predicate, value = triple.removesuffix(" .\n").split(" ", 2)
        kind, written = _object(value)
        found.setdefault((predicate, kind), []).append((subject[1:-1], written))
    return found


def _object(value: str) -> tuple[str, str]:
    """Give what makes an object of ours again: an address, or a literal by what stands behind it.

    Behind the quotes stands ``@nl``, ``^^<datatype>`` or nothing.
    """
    if value.startswith("<"):
        return "rr:IRI", value[1:-1]
    end = value[value.rindex('"') + 1 :]
    if end.startswith("@"):
        return f'rr:Literal ; rr:language "{end[1:]}"', nquads.words(value)
    return f"rr:Literal ; rr:datatype {end[2:]}" if end else "rr:Literal", nquads.words(value)


def _records(properties: Flat, folder: Path) -> Iterator[str]:
    """Write one XML file with a record for each subject; give a map for each property."""
    things: dict[str, list[str]] = {}
    path = folder / "records.xml"
    for number, ((predicate, kind), pairs) in enumerate(properties.items()):
        for subject, value in pairs:
            things.setdefault(subject, []).append(f"<p{number}>{escape(value)}</p{number}>")
        read = f'rml:referenceFormulation ql:XPath ; rml:iterator "/all/r[p{number}]"'
        yield _MAP.format(
            name=number, source=path, read=read, predicate=predicate, kind=kind, value=f"p{number}"
        )
    records = (f"<r><s>{escape(s)}</s>{''.join(values)}</r>\n" for s, values in things.items())
    path.write_text(f"<all>{''.join(records)}</all>", "utf-8")


def _tables(properties: Flat, folder: Path) -> Iterator[str]:
    """Write a CSV file for each property; give a map for each."""
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
