"""The loading of a user's RDF files into rdflib, without any access to the network.

Oxigraph parses the files, because it reports the position of every mistake, fetches nothing, and
can handle deep nesting.
"""

import gzip
import json
import zlib
from pathlib import Path
from typing import Any

import pyoxigraph as ox
from rdflib import Graph

from kv2rdf.errors import InputError
from kv2rdf.rdf.rdflib_graph import rdflib_triple
from kv2rdf.rdf.vocabulary import HOME
from kv2rdf.reference import shipped_folders

_FORMATS = {
    ".ttl": ox.RdfFormat.TURTLE,
    ".nt": ox.RdfFormat.N_TRIPLES,
    ".nq": ox.RdfFormat.N_QUADS,
    ".trig": ox.RdfFormat.TRIG,
    ".jsonld": ox.RdfFormat.JSON_LD,
    ".rdf": ox.RdfFormat.RDF_XML,
    ".owl": ox.RdfFormat.RDF_XML,
}
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_CONTEXT_ADDRESSES = {f"{HOME}/def", f"{HOME}/def/context.jsonld", "context.jsonld"}
"""The addresses of our own JSON-LD context, which is included in the program."""


def file_graph(path: Path) -> Graph:
    """Return the union of the graphs in a file, which may be compressed (``.gz``).

    Raises InputError if the file cannot be read as RDF, or contains no triples.
    """
    endings = [ending.lower() for ending in path.suffixes]
    is_compressed = endings[-1:] == [".gz"]
    rdf_format = _FORMATS.get("".join(endings[-2:-1] if is_compressed else endings[-1:]))
    if rdf_format is None:
        raise InputError(f"{path}: not an RDF file by its extension ({', '.join(_FORMATS)})")
    try:
        content = path.read_bytes()
        if is_compressed:
            content = gzip.decompress(content)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise InputError(f"{path}: cannot be decompressed: {error}") from error
    except OSError as error:
        raise InputError(f"{path}: {error.strerror or error}") from error
    return _graph(str(path), content, rdf_format, path.absolute().as_uri())


def turtle_graph(name: str, turtle: bytes) -> Graph:
    """Return the graph in a piece of Turtle, which error messages refer to as ``name``.

    Raises InputError if the Turtle is not valid or contains no triples.
    """
    return _graph(name, turtle, ox.RdfFormat.TURTLE, Path.cwd().as_uri() + "/")


def _graph(name: str, content: bytes, rdf_format: ox.RdfFormat, base: str) -> Graph:
    content = content.removeprefix(_BYTE_ORDER_MARK)
    graph = Graph()
    try:
        if rdf_format == ox.RdfFormat.RDF_XML and b"<!ENTITY" in content:
            raise InputError(f"{name}: declares entities, which are not read")
        if rdf_format == ox.RdfFormat.JSON_LD:
            content = _with_own_context(name, content)
        for quad in ox.parse(content, format=rdf_format, base_iri=base, rename_blank_nodes=True):
            graph.add(rdflib_triple(quad))
    except (SyntaxError, ValueError, RecursionError) as error:
        raise InputError(f"{name}: is not valid {rdf_format.name}: {_problem(error)}") from error
    if not graph:
        raise InputError(f"{name}: has no triples")
    return graph


def _problem(error: Exception) -> str:
    if isinstance(error, RecursionError):
        return "it is nested too deeply"
    text = error.msg if isinstance(error, SyntaxError) else str(error)
    return " ".join(text.split()).removeprefix("Parser error at ")


def _with_own_context(name: str, content: bytes) -> bytes:
    """Return JSON-LD with our own context in place of its address.

    No other context is fetched. Raises InputError if the file refers to another context.
    """
    return json.dumps(_replaced(name, json.loads(content))).encode()


def _replaced(name: str, value: Any) -> Any:
    if isinstance(value, list):
        return [_replaced(name, item) for item in value]
    if not isinstance(value, dict):
        return value
    if "@import" in value:
        raise InputError(f"{name}: imports the context {value['@import']}, which is not fetched")
    found = {key: _replaced(name, item) for key, item in value.items()}
    if "@context" in found:
        context = found["@context"]
        contexts = context if isinstance(context, list) else [context]
        found["@context"] = [_known_context(name, each) for each in contexts]
    return found


def _known_context(name: str, context: Any) -> Any:
    if not isinstance(context, str):
        return context
    if context not in _CONTEXT_ADDRESSES:
        raise InputError(f"{name}: names the context {context}, which is not fetched")
    shipped = shipped_folders.folder("ontology") / "context.jsonld"
    return json.loads(shipped.read_bytes())["@context"]
