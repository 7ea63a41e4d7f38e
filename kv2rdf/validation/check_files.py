"""The check of a user's own RDF files against the shapes."""

from collections.abc import Sequence
from pathlib import Path
from xml.sax import SAXException

import rdflib.util
from rdflib import Dataset, Graph
from rdflib.exceptions import ParserError
from rdflib.plugins.parsers.notation3 import BadSyntax

from kv2rdf.errors import InputError
from kv2rdf.reference import shipped_folders
from kv2rdf.validation.engines import Pyshacl, shapes_in
from kv2rdf.validation.results import ShapeResult

_QUAD_FORMATS = {"nquads", "trig"}


def validate_files(files: Sequence[Path], piped: bytes | None = None) -> tuple[ShapeResult, ...]:
    """Return the results of the reference engine for the union of all graphs in these files.

    ``piped`` is Turtle to check together with the files. Raises InputError if a file or
    ``piped`` cannot be read as RDF.
    """
    data = Graph()
    for path in files:
        data += _file_graph(path)
    if piped is not None:
        data += _graph("standard input", "turtle", data=piped)
    return Pyshacl(shapes_in(shipped_folders.folder("shapes"))).validate_graph(data)


def _file_graph(path: Path) -> Graph:
    rdf_format = rdflib.util.guess_format(str(path))
    if rdf_format is None:
        raise InputError(
            f"{path}: not an RDF file by its extension (.ttl, .nt, .nq, .trig, .jsonld, .rdf)"
        )
    return _graph(str(path), rdf_format, source=path)


def _graph(
    name: str, rdf_format: str, *, source: Path | None = None, data: bytes | None = None
) -> Graph:
    """Return the union of the graphs in a file (``source``) or in ``data``."""
    try:
        if rdf_format not in _QUAD_FORMATS:
            return Graph().parse(source, data=data, format=rdf_format)
        dataset = Dataset(default_union=True)
        dataset.parse(source, data=data, format=rdf_format)
    except (OSError, ValueError, SyntaxError, ParserError, SAXException) as error:
        raise InputError(f"{name}: {_first_line(error)}") from error
    union = Graph()
    for triple in dataset.triples((None, None, None)):
        union.add(triple)
    return union


def _first_line(error: Exception) -> str:
    if isinstance(error, BadSyntax):
        return f"line {error.lines + 1}: not valid Turtle"
    return str(error).splitlines()[0]
